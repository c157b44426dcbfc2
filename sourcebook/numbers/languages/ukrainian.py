"""Numbers in Ukrainian words, in all cases, with any apostrophe.

After Pugh and Press, "Ukrainian: A Comprehensive Grammar", chapter 6.
"""

import re

from sourcebook.numbers.grammar import Grammar
from sourcebook.numbers.languages.folding import cyrillic
from sourcebook.numbers.languages.tables import combined, phrases

_ENDINGS = ("ь", "и", "ьох", "ьом", "ьма", "ьома")
_UNITS = phrases(
    {1: "один одна одне одно одні одного одної одному одній одним одною одних одну одним одними",
     2: "два дві двох двом двома двоє двоїх", 3: "три трьох трьом трьома троє троїх",
     4: "чотири чотирьох чотирьом чотирма четверо четверх",
     6: "шість шести шістьох шістьом шістьма шістьома шестеро шестьох",
     7: "сім семи сімох сімом сімома семеро",
     8: "вісім восьми вісьмох вісьмом вісьма вісьмома восьмеро", 5: "пятеро", 9: "девятеро"}
) | {
    f"{stem}{end}": value for stem, value in (("пят", 5.0), ("девят", 9.0)) for end in _ENDINGS
}  # fmt: skip
_TEEN_STEMS = {
    11: "оди", 12: "два", 13: "три", 14: "чотир", 15: "пят", 16: "шіст", 17: "сім", 18: "вісім",
    19: "девят",
}  # fmt: skip
_TEENS = (
    {f"{stem}надцят{end}": float(n) for n, stem in _TEEN_STEMS.items() for end in _ENDINGS}
    | {f"десят{end}": 10.0 for end in _ENDINGS}
    | {"десятеро": 10.0}
)
_TENS = (
    {f"два{'дцят'}{end}": 20.0 for end in _ENDINGS}
    | {f"тридцят{end}": 30.0 for end in _ENDINGS}
    | phrases({40: "сорок сорока", 90: "девяносто девяноста"})
    | {
        f"{stem}десят{end}": float(n)
        for n, stem in {50: "пят", 60: "шіст", 70: "сім", 80: "вісім"}.items()
        for end in ("", "и", "ьох", "ьом", "ьма", "ьома")
    }
)
_HUNDREDS = phrases(
    {100: "сто ста", 200: "двісті двохсот двомстам двомастами двохстах двістам",
     300: "триста трьохсот трьомстам трьомастами трьохстах",
     400: "чотириста чотирьохсот чотирьомстам чотирмастами чотирьохстах"}
) | {
    f"{stem}{end}": float(n)
    for n, stems in {500: "пят пяти пятьма пятьома", 600: "шіст шести шістьма шістьома",
                     700: "сім семи сьома сімома", 800: "вісім восьми вісьма вісьмома",
                     900: "девят девяти девятьма девятьома"}.items()
    for stem in stems.split()
    for end in ("сот", "стам", "стами", "стах")
}  # fmt: skip


def _scale(stem: str) -> str:
    return " ".join(stem + end for end in ("", "а", "и", "ів", "у", "ом", "ам", "ами", "ах", "і"))


GRAMMAR = Grammar(
    small=phrases({0: "нуль ноль нуля"}) | _UNITS | _TEENS | _TENS | combined(_TENS, _UNITS),
    hundreds=_HUNDREDS,
    scales=phrases(
        {1000: "тисяча тисячі тисяч тисячу тисячею тисячам тисячами тисячах тис",
         10**6: _scale("мільйон") + " млн", 10**9: _scale("мільярд") + " млрд",
         12: "дюжина дюжини дюжину дюжин"}
    ),
    alone=phrases({12: "дюжина дюжину", 1000: "тисяча тисячу тисячею", 10**6: "мільйон"}),
    rounds=phrases(
        {10: "десяток десятка десятків десятку десятком",
         100: "сотня сотні сотню сотень сотнею"}
    ),
    round_alone=frozenset(["десяток", "десятка", "сотня", "сотню"]),
    fractions=dict.fromkeys(["півтора", "півтори"], 1.5) | {"пів": 0.5, "чверть": 0.25},
    halves=frozenset(("з половиною", "із половиною")),
    articles=frozenset(("один", "одна", "одне", "одного", "одну")),
    vague=frozenset(["кілька", "кількох", "декілька", "багато", "пара", "пару"]),
    portions=frozenset(("чверті", "третини", "пятих", "десятих")),
    ordinals=re.compile(
        "(?:перш|друг|трет|четверт|пят|шост|сьом|восьм|девят|десят|.+дцят|сорок|.*сот|тисячн)"
        "(?:ий|ій|а|я|е|є|ого|ього|ому|им|ім|ої|ою|у|ю|і|их|ими)"
    ),
    fold=cyrillic,
)  # fmt: skip
