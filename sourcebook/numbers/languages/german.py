"""Numbers in German words, which are written together up to a million."""

from collections.abc import Sequence

from sourcebook.numbers.grammar import Grammar
from sourcebook.numbers.languages.folding import solid, without_accents
from sourcebook.numbers.languages.tables import between, multiplied, phrases

_UNITS = phrases(
    {1: "ein eins eine einen einem einer eines", 2: "zwei zwo zweier zweien",
     3: "drei dreier dreien", 4: "vier vieren", 5: "funf fuenf", 6: "sechs", 7: "sieben",
     8: "acht", 9: "neun"}
)  # fmt: skip
_TEENS = phrases(
    {10: "zehn", 11: "elf", 12: "zwolf zwoelf", 13: "dreizehn", 14: "vierzehn",
     15: "funfzehn fuenfzehn", 16: "sechzehn", 17: "siebzehn", 18: "achtzehn", 19: "neunzehn"}
)  # fmt: skip
_TENS = phrases(
    {20: "zwanzig", 30: "dreissig", 40: "vierzig", 50: "funfzig fuenfzig", 60: "sechzig",
     70: "siebzig", 80: "achtzig", 90: "neunzig"}
)  # fmt: skip
_BEFORE_UND = "ein zwei zwo drei vier funf fuenf sechs sieben acht neun".split()
_JOINED = {
    f"{unit}und{ten}": _UNITS[unit] + more for unit in _BEFORE_UND for ten, more in _TENS.items()
}
_SMALL = phrases({0: "null"}) | _UNITS | _TEENS | _TENS | _JOINED
_STEMS = [word for word in _SMALL if word != "null"]
_split_solid = solid((*_STEMS, "hundert", "tausend", "und", "einhalb"))


def _split(word: str) -> Sequence[str]:
    parts = _split_solid(word)
    return parts if parts[-1] != "und" or len(parts) == 1 else (word,)


GRAMMAR = Grammar(
    small=_SMALL,
    hundreds=phrases({100: "hundert"}) | multiplied(between(_SMALL, 1, 19), "hundert", 100),
    scales=phrases(
        {
            12: "dutzend",
            1000: "tausend tsd",
            10**6: "million millionen mio",
            10**9: "milliarde milliarden mrd",
        }
    ),
    alone=phrases({12: "dutzend", 1000: "tausend"}),
    joiners=frozenset(("und",)),
    joining="optional",
    fractions={"halbe": 0.5, "halben": 0.5, "halbes": 0.5, "anderthalb": 1.5, "viertel": 0.25},
    halves=frozenset(("einhalb", "und einhalb", "ein halb")),
    articles=frozenset(("ein", "eine", "einen", "einem", "einer", "eines")),
    vague=frozenset(("mehrere", "einige", "paar", "viele", "mehreren", "einigen")),
    portions=frozenset(("viertel", "drittel", "funftel", "zehntel")),
    fold=without_accents,
    split=_split,
)
