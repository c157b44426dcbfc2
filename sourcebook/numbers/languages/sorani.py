"""Numbers in Sorani Kurdish words, in the spelling of today and in the old one (ه‌ for ە).

After Thackston, "Sorani Kurdish: A Reference Grammar with Selected Readings", § 21.
"""

import re

from sourcebook.numbers.grammar import Grammar
from sourcebook.numbers.languages.folding import detached, persian
from sourcebook.numbers.languages.tables import combined, multiplied, phrases

_UNITS = phrases(
    {
        1: "یەک",
        2: "دوو دو",
        3: "سێ",
        4: "چوار",
        5: "پێنج",
        6: "شەش",
        7: "حەوت حەفت",
        8: "هەشت",
        9: "نۆ",
    }
)
_TEENS = phrases(
    {10: "دە", 11: "یازدە یانزدە", 12: "دوازدە دوانزدە", 13: "سێزدە سیانزدە سیزدە", 14: "چواردە",
     15: "پازدە پانزدە", 16: "شازدە شانزدە", 17: "حەڤدە حەفدە", 18: "هەژدە هەژدا", 19: "نۆزدە"}
)  # fmt: skip
_TENS = phrases(
    {20: "بیست", 30: "سی", 40: "چل", 50: "پەنجا", 60: "شەست", 70: "حەفتا", 80: "هەشتا",
     90: "نەوەد نەوەت"}
)  # fmt: skip
_HUNDREDS = phrases({100: "سەد"}) | multiplied(_UNITS, "سەد", 100, ("", " "))
_SCALES = phrases({1000: "هەزار", 10**6: "ملیۆن", 10**9: "ملیار"})
_SMALL = phrases({0: "سفر"}) | _UNITS | _TEENS | _TENS | combined(_TENS, _UNITS, " و ")
_KNOWN = frozenset(
    word for table in (_SMALL, _HUNDREDS, _SCALES) for key in table for word in key.split()
) - {"و"}


def _fold(word: str) -> str:
    plain = persian(word.replace("ه\u200c", "ە")).replace("ك", "ک")
    return "دە" if plain == "ده" else plain


GRAMMAR = Grammar(
    small=_SMALL,
    hundreds=_HUNDREDS,
    scales=_SCALES,
    alone={"هەزار": 1000, "ملیۆن": 10**6},
    joiners=frozenset(("و",)),
    joining="always",
    fractions={"نیو": 0.5},
    halves=frozenset(("و نیو",)),
    vague=frozenset(("چەند", "چەندین")),
    articles=frozenset(("یەک",)),
    ordinals=re.compile(".+ەم(?:ین)?"),
    fold=_fold,
    split=detached(_KNOWN.__contains__, "و", "و"),
)
