"""Numbers in Arabic words: both genders, both cases, the dual, particles written onto a word.

After Wright, "A Grammar of the Arabic Language", on the numerals; and Ryding, "A Reference Grammar
of Modern Standard Arabic", chapter 15.
"""

import re

from sourcebook.numbers.grammar import Grammar
from sourcebook.numbers.languages.folding import arabic, detached
from sourcebook.numbers.languages.tables import between, combined, multiplied, phrases

_FEMININE = {
    3: "ثلاث", 4: "اربع", 5: "خمس", 6: "ست", 7: "سبع", 8: "ثماني ثمان", 9: "تسع",
}  # fmt: skip
_UNITS = phrases(_FEMININE) | phrases(
    {1: "واحد واحده", 2: "اثنان اثنين اثنتان اثنتين اتنين", 3: "ثلاثه تلاته", 4: "اربعه", 5: "خمسه",
     6: "سته", 7: "سبعه", 8: "ثمانيه تمانيه", 9: "تسعه"}
)  # fmt: skip
_TEENS = phrases(
    {11: "احد_عشر احدي_عشره احدي_عشر احد_عشره", 12: "اثنا_عشر اثني_عشر اثنتا_عشره اثنتي_عشره"}
) | {
    f"{unit} {ten}": value + 10
    for unit, value in between(_UNITS, 3, 9).items()
    for ten in ("عشر", "عشره")
}  # fmt: skip
_TENS = phrases(
    {20: "عشرون عشرين", 30: "ثلاثون ثلاثين", 40: "اربعون اربعين", 50: "خمسون خمسين",
     60: "ستون ستين", 70: "سبعون سبعين", 80: "ثمانون ثمانين", 90: "تسعون تسعين"}
)  # fmt: skip
_IN_TENS = _UNITS | phrases({1: "احد احدي"})
_HUNDRED = "مئه مائه ميه مايه"
_HUNDREDS = (
    phrases({100: _HUNDRED, 200: "مئتان مئتين مائتان مائتين مئتا مئتي مائتا مائتي ميتان ميتين"})
    | multiplied(phrases(_FEMININE), _HUNDRED, 100, ("", " "))
    | multiplied(between(_UNITS, 3, 9), _HUNDRED, 100)
)
_PEOPLE = (
    "شخص قتيل جريح شهيد جندي رجل طفل ضابط عنصر مدني مصاب مواطن مقاتل مسلح شرطي صحفي صحافي عامل "
    "طالب شاب مسعف سائق اسير معتقل مفقود طبيب مهندس معلم شقيق نازح لاجي لاجئ رضيع قاصر مسن "
    "عسكري قيادي مستشار مختطف رهينه مراسل مصور متطوع موظف حارس مزارع راع "
    "فلسطيني سوري لبناني عراقي يمني ايراني"
)
_NOUNS_OF_PLURALS_IN_IN = frozenset(
    (
        "مدني مصاب مواطن مقاتل مسلح شرطي صحفي صحافي مسعف سائق معتقل مفقود مهندس معلم نازح "
        "لاجي لاجئ عسكري قيادي مختطف مراسل مصور متطوع موظف مزارع فلسطيني سوري لبناني عراقي "
        "يمني ايراني مسن"
    ).split()
)
"""Nouns whose plural ends as their oblique dual does: مدنيين is civilians, or two of them."""
_WOMEN = (
    "امراة طفلة سيدة فتاة ضحية جثة مدنية جندية مواطنة شقيقة طالبة معلمة ممرضة طبيبة صحفية مسنة "
    "رهينة قتيلة جريحة شهيدة عائلة"
)
_THINGS = "صاروخ منزل مبني جسر زورق هجوم لغم"
_THINGS_IN_T = "قذيفة طائرة غارة مسيرة مركبة سيارة دبابة مدرسة قنبلة سفينة ضربة عبوة"
_DUAL = phrases(
    {2: " ".join(
        [f"{noun}ان" for noun in (*_PEOPLE.split(), *_THINGS.split())]
        + [f"{noun}ين" for noun in (*_PEOPLE.split(), *_THINGS.split())
           if noun not in _NOUNS_OF_PLURALS_IN_IN]
        + [f"{noun[:-1]}ت{end}" for noun in (*_WOMEN.split(), *_THINGS_IN_T.split(), "رهينة")
           for end in ("ان", "ين")]
        + ["بنتان", "بنتين", "اخوان", "اخوين", "اختان", "اختين", "ولدان", "ولدين"])}
)  # fmt: skip
_SCALES = phrases(
    {1000: "الف الاف الفا", 10**6: "مليون ملايين مليونا",
     10**9: "مليار مليارات مليارا بليون", 100: "مئات مءات"}
)  # fmt: skip
_ALONE = phrases(
    {1000: "الف", 2000: "الفان الفين", 10**6: "مليون", 2 * 10**6: "مليونان مليونين", 10**9: "مليار",
     2 * 10**9: "ملياران مليارين"}
)  # fmt: skip
_CONSTRUCT_DUAL = phrases({2000: "الفا الفي", 2 * 10**6: "مليونا مليوني", 2 * 10**9: "مليارا"})
_SMALL = (
    phrases({0: "صفر", 10: "عشره عشر"}) | _UNITS | _TEENS | _TENS | combined(_IN_TENS, _TENS, " و ")
)
_ORDINALS = (
    "اول ثاني ثالث رابع خامس سادس سابع ثامن تاسع عاشر حادي "
    "ثانيه ثالثه رابعه خامسه سادسه سابعه ثامنه تاسعه عاشره حاديه"
)
_OTHER = "نصف ربع ثلث ارباع اخماس اثلاث عده بضعه بضع عشرات"
_KNOWN = frozenset(
    word
    for table in (
        _SMALL,
        _HUNDREDS,
        _SCALES,
        _ALONE,
        _CONSTRUCT_DUAL,
        _DUAL,
        {_OTHER: 0, _ORDINALS: 0},
    )
    for phrase in table
    for word in phrase.split()
) - {"و"}

GRAMMAR = Grammar(
    small=_SMALL,
    hundreds=_HUNDREDS,
    scales=_SCALES,
    alone=_ALONE | _CONSTRUCT_DUAL,
    joiners=frozenset(("و",)),
    joining="always",
    fractions={"نصف": 0.5, "ربع": 0.25, "ثلث": 1 / 3},
    halves=frozenset(("و نصف",)),
    fillers=frozenset(),
    vague=frozenset(["عده", "بضعه", "بضع"]),
    portions=frozenset(["ارباع", "اخماس", "اثلاث", "اسداس", "اعشار", "اثمان"]),
    ordinals=re.compile("|".join(_ORDINALS.split())),
    counted=_DUAL,
    fold=lambda word: arabic(word.replace("فًا", "ف").replace("فاً", "ف")),
    split=detached(_KNOWN.__contains__, "[وف]?(?:[بلك]?(?:ال)?|لل)", "و"),
)
