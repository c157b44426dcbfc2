"""Numbers in Turkish words, apart, or together as on a cheque."""

import re
from collections.abc import Sequence

from sourcebook.numbers.grammar import Grammar
from sourcebook.numbers.languages.folding import solid, turkish
from sourcebook.numbers.languages.tables import between, combined, multiplied, phrases

_UNITS = phrases(
    {
        1: "bir",
        2: "iki",
        3: "üç",
        4: "dört dörd",
        5: "beş",
        6: "altı",
        7: "yedi",
        8: "sekiz",
        9: "dokuz",
    }
)
_TENS = phrases(
    {10: "on", 20: "yirmi", 30: "otuz", 40: "kırk", 50: "elli", 60: "altmış", 70: "yetmiş",
     80: "seksen", 90: "doksan"}
)  # fmt: skip
_SMALL = phrases({0: "sıfır"}) | _UNITS | _TENS | combined(_TENS, _UNITS | {"bir+": 1.0})
_SCALES = phrases({1000: "bin bin+", 10**6: "milyon", 10**9: "milyar"})
_ENDINGS = [
    "den",
    "dan",
    "ten",
    "tan",
    "e",
    "a",
    "ye",
    "ya",
    "i",
    "ı",
    "u",
    "ü",
    "yi",
    "yı",
    "yu",
    "yü",
    "in",
    "ın",
    "un",
    "ün",
    "nin",
    "nın",
    "nun",
    "nün",
    "de",
    "da",
    "te",
    "ta",
    "si",
    "sı",
    "sini",
    "sını",
    "sinin",
    "sının",
    "ini",
    "ını",
    "unu",
    "ünü",
    "inin",
    "ının",
    "unun",
    "ünün",
    "lik",
    "lık",
    "luk",
    "lük",
]
_OTHER_WORDS = frozenset(("bir", "on", "yüz", "bin"))
"""With an ending these are other words, too (ondan, from him): numbers only behind a number."""
_split_solid = solid((*_UNITS, *_TENS, "yüz", "bin", "milyon", "milyar"))


def _split(word: str) -> Sequence[str]:
    """A word as number words, without its ending; what may be another word has a plus."""
    for ending in ("", *_ENDINGS):
        stem = word.removesuffix(ending)
        parts = _split_solid(stem)
        if stem and word.endswith(ending) and (len(parts) > 1 or stem in _NUMBER_WORDS):
            other = bool(ending) and len(parts) == 1 and stem in _OTHER_WORDS
            return (stem + "+",) if other else parts
    return (word,)


_NUMBER_WORDS = frozenset((*_UNITS, *_TENS, "sıfır", "yüz", "bin", "milyon", "milyar"))

GRAMMAR = Grammar(
    small=_SMALL,
    hundreds=phrases({100: "yüz"}) | multiplied(between(_UNITS, 2, 9), "yüz yüz+", 100),
    scales=_SCALES | {"düzine": 12.0},
    alone={"bin": 1000},
    fractions={"yarım": 0.5, "çeyrek": 0.25},
    halves=frozenset(("buçuk",)),
    articles=frozenset(("bir",)),
    vague=frozenset(("birkaç", "birçok", "çok")),
    ordinals=re.compile(".+(?:inci|ıncı|uncu|üncü|nci|ncı)(?:s[iıuü]|y[iıuü]|[dt][ea])?"),
    fold=turkish,
    split=_split,
)
