"""Numbers in Persian and Dari words, with forms that are spoken and that have a half-space.

After Lambton, "Persian Grammar", on the numerals.
"""

import re

from sourcebook.numbers.grammar import Grammar
from sourcebook.numbers.languages.folding import detached, persian
from sourcebook.numbers.languages.tables import combined, multiplied, phrases

_UNITS = phrases(
    {1: "یک", 2: "دو", 3: "سه", 4: "چهار چار", 5: "پنج", 6: "شش شیش", 7: "هفت", 8: "هشت", 9: "نه"}
)
_TEENS = phrases(
    {10: "ده", 11: "یازده", 12: "دوازده", 13: "سیزده", 14: "چهارده چارده", 15: "پانزده پونزده",
     16: "شانزده شونزده", 17: "هفده هیفده هفتده", 18: "هجده هیجده هژده هشتده", 19: "نوزده"}
)  # fmt: skip
_TENS = phrases(
    {
        20: "بیست",
        30: "سی",
        40: "چهل چل",
        50: "پنجاه",
        60: "شصت",
        70: "هفتاد",
        80: "هشتاد",
        90: "نود",
    }
)
_HUNDREDS = (
    phrases({100: "صد یکصد", 200: "دویست دوصد", 300: "سیصد", 500: "پانصد پونصد", 600: "شیشصد"})
    | multiplied(_UNITS, "صد", 100, ("", " "))
)  # fmt: skip
_SCALES = phrases({1000: "هزار", 10**6: "میلیون ملیون", 10**9: "میلیارد ملیارد بیلیون"})
_SMALL = phrases({0: "صفر"}) | _UNITS | _TEENS | _TENS | combined(_TENS, _UNITS, " و ")
_KNOWN = frozenset(
    word
    for table in (_SMALL, _HUNDREDS, _SCALES, {"نیم": 0})
    for key in table
    for word in key.split()
) - {"و"}

GRAMMAR = Grammar(
    small=_SMALL,
    hundreds=_HUNDREDS,
    scales=_SCALES,
    alone={"هزار": 1000, "یکهزار": 1000, "میلیون": 10**6},
    joiners=frozenset(("و",)),
    joining="always",
    fractions={"نیم": 0.5, "ربع": 0.25},
    halves=frozenset(("و نیم",)),
    vague=frozenset(("چند", "چندین")),
    portions=frozenset(("ها", "های", "چهارم", "سوم", "پنجم")),
    articles=frozenset(("یک",)),
    ambiguous=frozenset(("نه",)),
    classifiers=frozenset(
        (
            "تن نفر کشته زخمی مجروح شهید سرباز غیرنظامی کودک زن مرد فرد جسد عضو موشک پهپاد راکت "
            "خانه هزار میلیون نظامی شهروند زندانی کارگر ساختمان خودرو بمب نیرو تا دختر پسر"
        ).split()
    ),
    ordinals=re.compile("(?:یک|دو|سو|چهار|پنج|شش|هفت|هشت|نه|ده|.+ده)م(?:ین)?|اول|سوم(?:ین)?"),
    fold=persian,
    split=detached(_KNOWN.__contains__, "و", "و"),
)
