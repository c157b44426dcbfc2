"""Numbers in Kurmanji Kurdish words.

After Thackston, "Kurmanji Kurdish: A Reference Grammar with Selected Readings", § 9.
"""

import re

from sourcebook.numbers.grammar import Grammar
from sourcebook.numbers.languages.folding import lower
from sourcebook.numbers.languages.tables import combined, multiplied, phrases

_UNITS = phrases(
    {1: "yek", 2: "du dudu dido", 3: "sê sisê", 4: "çar çwar", 5: "pênc", 6: "şeş", 7: "heft",
     8: "heşt", 9: "neh"}
)  # fmt: skip
_TEENS = phrases(
    {10: "deh", 11: "yazdeh yanzdeh yazde", 12: "dwazdeh duwazdeh dwanzdeh donzdeh dozdeh",
     13: "sêzdeh sêzde", 14: "çardeh çarde", 15: "pazdeh panzdeh pazde", 16: "şazdeh şanzdeh şazde",
     17: "hevdeh hivdeh hefdeh", 18: "hejdeh hijdeh heştdeh", 19: "nozdeh nozde"}
)  # fmt: skip
_TENS = phrases(
    {20: "bîst", 30: "sî sih", 40: "çil çel", 50: "pêncî pêncih", 60: "şêst", 70: "heftê",
     80: "heştê", 90: "nod not nehwêd"}
)  # fmt: skip

GRAMMAR = Grammar(
    small=phrases({0: "sifir"}) | _UNITS | _TEENS | _TENS | combined(_TENS, _UNITS, " û "),
    hundreds=phrases({100: "sed"}) | multiplied(_UNITS, "sed", 100, ("", " ")),
    scales=phrases({1000: "hezar", 10**6: "milyon mîlyon", 10**9: "milyar mîlyar"}),
    alone={"hezar": 1000, "milyon": 10**6},
    joiners=frozenset(("û",)),
    joining="always",
    fractions={"nîv": 0.5},
    halves=frozenset(("û nîv",)),
    vague=frozenset(("çend", "gelek")),
    articles=frozenset(("yek",)),
    ordinals=re.compile(".+em(?:în)?"),
    fold=lower,
)
