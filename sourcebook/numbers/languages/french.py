"""Numbers in French words, of three countries, in the spellings before and after 1990."""

import re
from collections.abc import Sequence

from sourcebook.numbers.grammar import Grammar
from sourcebook.numbers.languages.folding import without_accents
from sourcebook.numbers.languages.tables import between, combined, multiplied, phrases

_UNITS = phrases(
    {
        1: "un une",
        2: "deux",
        3: "trois",
        4: "quatre",
        5: "cinq",
        6: "six",
        7: "sept",
        8: "huit",
        9: "neuf",
    }
)
_TEENS = phrases(
    {10: "dix", 11: "onze", 12: "douze", 13: "treize", 14: "quatorze", 15: "quinze", 16: "seize",
     17: "dix_sept", 18: "dix_huit", 19: "dix_neuf"}
)  # fmt: skip
_TENS = phrases(
    {20: "vingt", 30: "trente", 40: "quarante", 50: "cinquante", 60: "soixante", 70: "septante",
     80: "huitante octante quatre_vingt quatre_vingts", 90: "nonante"}
)  # fmt: skip
_ONE = between(_UNITS, 1, 1)
_SIXTY = between(_TENS, 60, 60) | phrases({80: "quatre_vingt"})
_SMALL = (
    phrases({0: "zero"})
    | _UNITS | _TEENS | _TENS
    | combined(_TENS, _UNITS) | combined(_TENS, _ONE, " et ")
    | combined(_SIXTY, _TEENS) | combined(_SIXTY, phrases({11: "onze"}), " et ")
)  # fmt: skip


def _split(word: str) -> Sequence[str]:
    """A word without what is elided before it: d'une."""
    return tuple(word.replace("\u2019", "'").split("'"))


GRAMMAR = Grammar(
    small=_SMALL,
    hundreds=phrases({100: "cent"}) | multiplied(between(_SMALL, 2, 19), "cent cents", 100),
    scales=phrases(
        {1000: "mille mil", 10**6: "million millions", 10**9: "milliard milliards",
         10**12: "billion billions"}
    ),
    alone=phrases({1000: "mille mil"}),
    rounds=phrases(
        {10: "dizaine dizaines", 12: "douzaine douzaines", 15: "quinzaine", 20: "vingtaine",
         30: "trentaine", 40: "quarantaine", 50: "cinquantaine", 60: "soixantaine",
         100: "centaine centaines", 1000: "millier milliers"}
    ),
    fractions={"demi": 0.5, "demie": 0.5},
    halves=frozenset(("et demi", "et demie")),
    articles=frozenset(("un", "une")),
    vague=frozenset(("plusieurs", "quelques", "des", "les")),
    portions=frozenset(("quarts", "tiers", "cinquiemes", "dixiemes", "dizaines")),
    ordinals=re.compile("[a-z]+iemes?|premi(?:er|ere)s?|seconde?s?"),
    fold=without_accents,
    split=_split,
)  # fmt: skip
