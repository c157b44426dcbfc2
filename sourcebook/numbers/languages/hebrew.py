"""Numbers in Hebrew words: both genders, the construct state, with points and without.

After Glinert, "The Grammar of Modern Hebrew", on the numerals.
"""

from sourcebook.numbers.grammar import Grammar
from sourcebook.numbers.languages.folding import detached, hebrew
from sourcebook.numbers.languages.tables import combined, multiplied, phrases

_FEMININE = phrases({3: "שלוש", 4: "ארבע", 5: "חמש", 6: "שש", 7: "שבע", 8: "שמונה", 9: "תשע"})
_CONSTRUCT = phrases(
    {3: "שלושת שלשת", 4: "ארבעת", 5: "חמשת חמישת", 6: "ששת שישת", 7: "שבעת", 8: "שמונת", 9: "תשעת",
     10: "עשרת"}
)  # fmt: skip
_UNITS = _FEMININE | phrases(
    {1: "אחד אחת", 2: "שניים שתיים שני שתי", 3: "שלושה שלשה", 4: "ארבעה", 5: "חמישה חמשה",
     6: "שישה ששה", 7: "שבעה", 9: "תשעה"}
)  # fmt: skip
_TEENS = phrases({11: "אחד_עשר אחת_עשרה", 12: "שנים_עשר שניים_עשר שתים_עשרה שתיים_עשרה"}) | {
    f"{unit} {ten}": value + 10
    for unit, value in _UNITS.items()
    for ten in ("עשר", "עשרה")
    if value > 2
}
_TENS = phrases(
    {20: "עשרים", 30: "שלושים", 40: "ארבעים", 50: "חמישים חמשים", 60: "שישים ששים", 70: "שבעים",
     80: "שמונים", 90: "תשעים"}
)  # fmt: skip
_SMALL = (
    phrases({0: "אפס", 10: "עשרה עשר"})
    | _CONSTRUCT | _UNITS | _TEENS | _TENS
    | combined(_TENS, _UNITS | phrases({2: "שתים שנים"}), " ו ")
)  # fmt: skip
_SCALES = phrases(
    {1000: "אלף אלפים אלפי", 10**6: "מיליון מיליוני מיליונים", 10**9: "מיליארד מיליארדי"}
)
_KNOWN = frozenset(
    word
    for table in (_SMALL, _SCALES, {"מאה": 0, "מאתיים": 0, "מאות": 0, "אלפיים": 0, "חצי": 0})
    for key in table
    for word in key.split()
) - {"ו"}

GRAMMAR = Grammar(
    small=_SMALL,
    hundreds=phrases({100: "מאה", 200: "מאתיים"}) | multiplied(_FEMININE, "מאות", 100),
    scales=_SCALES,
    alone=phrases({1000: "אלף", 2000: "אלפיים", 10**6: "מיליון", 10**9: "מיליארד"}),
    joiners=frozenset(("ו",)),
    joining="optional",
    fractions={"חצי": 0.5, "רבע": 0.25},
    halves=frozenset(("ו חצי",)),
    articles=frozenset(("אחד", "אחת")),
    vague=frozenset(("כמה", "מספר")),
    portions=frozenset(("רבעים", "שלישים", "חמישיות")),
    fold=hebrew,
    split=detached(_KNOWN.__contains__, "ו?(?:כש|[בלכמש])?ה?", "ו"),
)
