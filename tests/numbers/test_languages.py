"""Numbers in many languages, worked out by hand: inflected, joined, rounded, multiplied."""

import pytest

from sourcebook.numbers import Number, read_numbers

Readings = list[float | tuple[float, float]]

CASES: dict[str, dict[str, Readings]] = {
    "ar": {
        "ضاع أحد عشر خروفاً": [11],
        "إحدى عشرة بقرة": [11],
        "اثنا عشر واثني عشر": [12, 12],
        "ثلاثة وعشرون": [23],
        "وبثلاثة و عشرين": [23],
        "خمسة وأربعين": [45],
        "ثَلَاثَةٌ وَعِشْرُونَ": [23],
        "مئة، مائة، مئتان، مائتين": [100, 100, 200, 200],
        "ثلاثمئة وثلاثمائة ثم ثلاث مئة": [300, 300, 300],
        "ألفان وثلاثمئة وخمسة وأربعون": [2345],
        "ألفا خروف": [2000],
        "ثلاثة آلاف": [3000],
        "3 آلاف و٤ مئات ثم 45 ألفاً": [3400, 45_000],
        "مليون ومئتي ألف": [1_200_000],
        "مليون ونصف المليون": [1_500_000],
        "نصف مليون وربع مليون": [500_000, 250_000],
        "قتيلان": [2],
        "والجنديين": [2],
        "شخصين اثنين": [2],
        "امرأتان وطفلين": [2, 2],
        "بين خمسة وعشرة": [(5, 10)],
        "خمسة أو ستة": [(5, 6)],
        "خمسة وستة": [5, 6],
        "عدة آلاف وبضعة آلاف": [],
        "ثلاثة أرباع": [],
        "الثالث والعشرين": [],
        "الساعة الثالثة عشرة": [],
        "عشرات ومئات وآلاف": [],
        "مدنيين وعدنان والميدان": [],
        "١٬٢٠٠ و١٢٫٥": [1200, 12.5],
    },
    "fa": {
        "بیست و پنج تن": [25],
        "سی‌وپنج نفر": [35],
        "يك هزار و دويست نفر": [1200],
        "۳ هزار و سه میلیون": [3000, 3_000_000],
        "چار و شیش و پونزده": [4, 6, 15],
        "دو و نیم میلیون، نیم میلیون": [2_500_000, 500_000],
        "نه نفر، نه تنها": [9],
        "ده‌ها، صدها، هزاران": [],
        "بیست و سوم": [],
    },
    "fr": {
        "quatre-vingt-dix, quatre-vingts": [90, 80],
        "vingt et un, vingt-et-une": [21, 21],
        "septante, huitante-trois, octante, nonante-neuf": [70, 83, 80, 99],
        "soixante et onze, soixante-dix-sept": [71, 77],
        "cent, deux cents, trois cent quatre": [100, 200, 304],
        "onze cents": [1100],
        "mille, deux mille trois": [1000, 2003],
        "3 millions, 45 mille, 1,5 million": [3_000_000, 45_000, 1_500_000],
        "trois millions et demi": [3_500_000],
        "un demi-million": [500_000],
        "une dizaine, deux douzaines, une centaine": [10, 24, 100],
        "deux ou trois cents": [(200, 300)],
        "plusieurs milliers, quelques centaines, des dizaines": [],
        "vingt-deuxième, trois quarts": [],
        "1 200 et 1.200": [1200, 1200],
    },
    "es": {
        "veintiuno, veintiún, veintiuna, veintidós": [21, 21, 21, 22],
        "treinta y uno, treintaiún": [31, 31],
        "doscientas tres, quinientos": [203, 500],
        "3 mil, tres mil, mil": [3000, 3000, 1000],
        "tres mil millones": [3_000_000_000],
        "un millón y medio, medio millón": [1_500_000, 500_000],
        "una docena, media docena, una veintena": [12, 6, 20],
        "entre dos y tres": [(2, 3)],
        "varios miles": [],
        "1.200 y 1,200": [1200, 1.2, 1200, 1.2],
    },
    "de": {
        "einundzwanzig, zweihundertdrei": [21, 203],
        "fünfzehnhundert, tausendeins": [1500, 1001],
        "zweier, dreien": [2, 3],
        "3 Millionen, 45 Tausend, 2 Mio.": [3_000_000, 45_000, 2_000_000],
        "zweieinhalb Millionen, anderthalb Millionen": [2_500_000, 1_500_000],
        "eine halbe Million, ein Dutzend": [500_000, 12],
        "zwei- bis dreihundert": [(200, 300)],
        "zwischen zwei und drei": [(2, 3)],
        "Hunderte, mehrere Tausend, dreijährig, dreiundzwanzigste": [],
        "1.200 und 1.200,5 und 12'000": [1200, 1200.5, 12_000],
    },
    "tr": {
        "kırk beş, yirmibir, ikiyüz": [45, 21, 200],
        "kırk beşten fazla, yüz binden fazla": [45, 100_000],
        "dördünün, üçü": [4, 3],
        "3 bin, iki buçuk milyon, yarım milyon": [3000, 2_500_000, 500_000],
        "3'ü, 45'ten": [3, 45],
        "iki üç": [(2, 3)],
        "ondan, yüzden, birkaç bin, yirmi üçüncü, onlarca": [],
    },
    "ru": {
        "двумя, трёх, трех, двоих": [2, 3, 3, 2],
        "сорока, ста, пятисот": [40, 100, 500],
        "двух тысяч трёхсот сорока пяти": [2345],
        "3 тысячи, 45 тыс., 2 млн": [3000, 45_000, 2_000_000],
        "полтора миллиона, полмиллиона, два с половиной миллиона": [1_500_000, 500_000, 2_500_000],
        "десяток, два десятка, полтора десятка": [10, 20, 15],
        "два-три, от двух до трёх": [(2, 3), (2, 3)],
        "3-х": [3],
        "двадцать первый, сто одиннадцатый, несколько тысяч, тысячи": [],
    },
    "uk": {
        "п'ять, п’ятьма, пʼятьох": [5, 5, 5],
        "двома, трьох, сорока, ста": [2, 3, 40, 100],
        "одинадцятьох, п'ятисот": [11, 500],
        "півтора мільйона, 45 тис.": [1_500_000, 45_000],
        "двадцять перший": [],
    },
    "he": {
        "שלושה, שלוש, שני, שתי": [3, 3, 2, 2],
        "שלושה עשר, אחת עשרה": [13, 11],
        "עשרים ושלושה, מאה ואחת": [23, 101],
        "שלושת אלפים, אלפיים": [3000, 2000],
        "בשלושה וכעשרה": [3, 10],
        "שְׁלוֹשָׁה": [3],
        "מיליון וחצי, חצי מיליון": [1_500_000, 500_000],
        "כ-45": [45],
        "עשרות ומאות": [],
    },
    "ckb": {"دە، ده‌": [10, 10], "بیست و پێنج، دووسەد": [25, 200], "بیست و سێیەم": []},
    "kmr": {"bîst û pênc, du sed, dused": [25, 200, 200], "3 hezar": [3000]},
    "zh": {
        "四十五人，两人，兩人": [45, 2, 2],
        "叁拾贰，一百二，一百零二": [32, 120, 102],
        "3万，1.5万，3万5千，三万五": [30_000, 15_000, 35_000, 35_000],
        "二〇三一年": [2031],
        "两三人，三四十人，4至5人": [(2, 3), (30, 40), (4, 5)],
        "十几人，几十人，数百人，百余人": [],
        "第三，周三，一些，万一": [],
    },
    "ja": {"3万人、百二人、十二人": [30_000, 102, 12]},
    "ko": {"3만 명, 3만 5천 명, 45명": [30_000, 35_000, 45]},
    "th": {"3 หมื่นคน, 45 คน": [30_000, 45]},
    "hi": {"3 लाख, 3 हज़ार, 3 हजार, 1,50,000": [300_000, 3000, 3000, 150_000]},
    "ur": {"3 لاکھ": [300_000]},
    "id": {"3 juta, 45 ribu": [3_000_000, 45_000]},
    "sw": {"elfu 3, milioni 2, watu 45": [3000, 2_000_000, 45]},
    "pl": {"3 tysiące, 45 owiec": [3000, 45], "3 tysiącom": []},
    "am": {"፵፭, ፻፳፫, 3 ሺህ": [45, 123, 3000]},
    "syr": {"45": [45], "3 million": [3_000_000], "3 milliards": [3e9]},
    "en": {
        "3 × 10⁶ people, 1.5x10³, 10^6": [3_000_000, 1500, 1_000_000],
        "10⁶, then 10; in all 5 km²": [10, 5],
        "a score, two dozen": [20, 24],
        "one and a half million, 2½ thousand": [1_500_000, 2500],
        "two or three thousand, 2-3 million": [(2000, 3000), (2_000_000, 3_000_000)],
        "between 2 and 3": [(2, 3)],
        "several hundred, a few dozen, two thirds, fifty-odd": [],
        "a five-storey house": [],
        "the toll rose from 3 to 5, from 6 to 7": [5, (6, 7)],
    },
}


def values(numbers: tuple[Number, ...]) -> Readings:
    return [(one.low, one.high) if one.is_range else one.low for one in numbers]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [(language, *case) for language, cases in CASES.items() for case in cases.items()],
)
def test_numbers(language: str, text: str, expected: Readings) -> None:
    assert values(read_numbers(text, language)) == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "une dizaine"), ("fr", "une douzaine"), ("en", "a score"), ("ru", "десяток"),
        ("es", "una veintena"), ("en", "a couple of thousand"), ("uk", "сотня"),
    ],
)  # fmt: skip
def test_a_number_that_says_about_how_many(language: str, text: str) -> None:
    assert [one.approximate for one in read_numbers(text, language)] == [True]


@pytest.mark.parametrize(
    "text", ["F-16", "155mm", "5am", "22nd", "3-year-old", "4:30", "2031-05-02", "2/5", "M5"]
)
def test_names_dates_and_measures_are_marked(text: str) -> None:
    found = read_numbers(text, "en")
    assert found
    assert all(one.name for one in found)


def test_places_are_those_of_the_text() -> None:
    text = "ضاع ثَلَاثَةٌ وَعِشْرُونَ خروفا و١٢ بقرة"
    assert [text[one.start : one.end] for one in read_numbers(text, "ar")] == [
        "ثَلَاثَةٌ وَعِشْرُونَ",
        "١٢",
    ]
