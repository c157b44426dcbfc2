"""Text to the words that it is found by.

The reader's browser does the same to what is typed (web/scripts/fold.js, tokenizer.js):
`SKIP` travels with the index, the rest is written in both languages and compared by a test.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from unicodedata import category, normalize

LONGEST = 24
"""Words are looked up by so many characters at most."""

_ARTICLES = "ad al an ar as ash at az ed el er es ez"  # before Arabic names in Latin letters
_COMMONEST = "a and by for from in is of on or s t that the to was with"  # Ka'zul's has an s

SKIP = frozenset(f"{_ARTICLES} {_COMMONEST}".split())
"""Words that nothing is found by, unless nothing else is asked for."""

_ALIKE = {
    # What is inside a word (al-Kazul, Ka'zul, U.S.): hyphens, full stop, apostrophes, the half
    # rings of scholars, the narrow space (zero width) of Persian.
    "-": "-\u2010.'\u2018\u2019\u02bb\u02bc\u02be\u02bf\u200c",
    # Arabic letters that are written for one another; the stroke that only lengthens a word.
    "ا": "ٱ",
    "ي": "ىی",
    "ك": "ک",
    "ه": "ةہھ",
    "": "\u0640",
    # Letters that no decomposition takes apart; the sigma at the end of a word.
    "ae": "æ",
    "d": "đð",
    "h": "ħ",
    "i": "ı",
    "l": "ł",
    "o": "ø",
    "oe": "œ",
    "ss": "ß",
    "th": "þ",
    "σ": "ς",
    **{str(digit): chr(0x660 + digit) + chr(0x6F0 + digit) for digit in range(10)},
}
FOLD = {char: simple for simple, chars in _ALIKE.items() for char in chars}
"""What a character becomes where Unicode alone does not say it; "-" joins the parts of a word."""

_WORD = re.compile("[^ -]+(?:-[^ -]+)*")
_ARTICLE = re.compile("^(?:ال|لل|وال(?=..))(?=.)")


class _Fold(dict[int, str]):
    """What each character becomes, looked up once: letters and digits stay, marks go."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        self[code] = FOLD.get(char, _by_category(char))
        return self[code]


def _by_category(char: str) -> str:
    kind = category(char)
    if kind[0] in "LN":
        return char
    return "" if kind[0] == "M" or kind == "Cf" else " "


_fold = _Fold()


def fold(text: str) -> str:
    """Letters and digits in their simplest form, spaces, and "-" inside words.

    Unicode's compatibility decomposition (NFKD, Unicode Standard Annex 15), in lower case and
    without combining marks, so that é is e and أ is ا.
    """
    return normalize("NFKD", text).lower().translate(_fold)


def tokenize(text: str) -> Iterator[tuple[str, ...]]:
    """Each word of a text as its parts: `al-Tanf` is al, tanf. The Arabic article is left out."""
    for match in _WORD.finditer(fold(text)):
        yield tuple(_ARTICLE.sub("", part)[:LONGEST] for part in match[0].split("-"))


@lru_cache(maxsize=8192)
def search_terms(text: str) -> frozenset[str]:
    """What a text is found by: the parts of its words, and the same written as one."""
    return frozenset().union(*map(_terms, fold(text).split()))


def whole_name_term(name: str) -> str:
    """A whole name as one word, which is looked up beside its parts: `Port es-Quell` is portquell.

    It is empty for a name of which nothing is looked up.
    """
    parts = [part for parts in tokenize(name) for part in parts if part not in SKIP]
    return "".join(parts)[:LONGEST]


@lru_cache(maxsize=32768)
def _terms(folded: str) -> frozenset[str]:
    found: set[str] = set()
    for parts in tokenize(folded):
        joined = "".join(parts)[:LONGEST]
        if len(parts) == 1:
            found |= {joined} - SKIP
        elif len(joined) == len(parts):  # an abbreviation such as U.S.
            found.add(joined)
        else:
            found |= {joined, *parts} - SKIP
    return frozenset(found)
