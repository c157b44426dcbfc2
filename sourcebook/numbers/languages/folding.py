"""How words are spelt before they are looked up: without marks, in one form of each letter."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from functools import cache

_MARKS = re.compile(
    "[\u0591-\u05bd\u05bf-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0640\u200c-\u200f]"
)
_ARABIC = str.maketrans("أإآٱةىیکیۀ", "ااااهييكيه")
_PERSIAN = str.maketrans("أإٱةىيكۀ", "اااهییکه")


def without_accents(word: str) -> str:
    """A word of a Latin script in lower case, without accents."""
    plain = unicodedata.normalize("NFKD", word.casefold())
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


def lower(word: str) -> str:
    """A word in lower case, its accents as one letter each."""
    return unicodedata.normalize("NFC", word.casefold())


def turkish(word: str) -> str:
    """A word in lower case as Turkish has it: I is ı, İ is i."""
    return lower(word.replace("İ", "i").replace("I", "ı"))


def cyrillic(word: str) -> str:
    """A word in lower case, ё as е, without apostrophes (п'ять)."""
    return re.sub("['\u2019\u02bc]", "", lower(word)).replace("ё", "е")


def arabic(word: str) -> str:
    """A word without vowel marks, with one form of alef, yeh and the ta marbuta."""
    return _MARKS.sub("", unicodedata.normalize("NFKC", word)).translate(_ARABIC)


def persian(word: str) -> str:
    """A word without vowel marks, with the Persian forms of yeh and kaf."""
    return _MARKS.sub("", unicodedata.normalize("NFKC", word)).translate(_PERSIAN)


def hebrew(word: str) -> str:
    """A word without points."""
    return _MARKS.sub("", word)


def solid(parts: Iterable[str], endings: Iterable[str] = ()) -> Callable[[str], Sequence[str]]:
    """What splits a word that is nothing but number words into these; leaves others whole."""
    one = "|".join(sorted(parts, key=len, reverse=True))
    whole = re.compile(f"(?:{one})+")
    each = re.compile(one)
    ends = tuple(endings)

    @cache
    def split(word: str) -> Sequence[str]:
        for end in ("", *ends):
            stem = word.removesuffix(end) if word.endswith(end) else ""
            if stem and whole.fullmatch(stem):
                return _split_whole(stem, each)
        return (word,)

    return split


def _split_whole(word: str, each: re.Pattern[str]) -> Sequence[str]:
    """The parts of a word that consists of them, the longest first, going back where that fails."""
    match = re.fullmatch(f"((?:{each.pattern})*?)({each.pattern})", word)
    parts: list[str] = []
    while match is not None:
        parts.insert(0, match[2])
        word = match[1]
        match = re.fullmatch(f"((?:{each.pattern})*?)({each.pattern})", word) if word else None
    return tuple(parts)


def detached(
    known: Callable[[str], bool], particles: str, kept: str
) -> Callable[[str], Sequence[str]]:
    """What takes particles off a word, so that one that is known is left.

    `particles` is a pattern of the letters that are written onto a word; `kept`, the letter that
    joins numbers (and), stays as a part of its own where it is the first.
    """
    head = re.compile(particles)

    @cache
    def split(word: str) -> Sequence[str]:
        if known(word):
            return (word,)
        for size in range(1, min(5, len(word))):
            if known(word[size:]) and head.fullmatch(word[:size]):
                return (kept, word[size:]) if word.startswith(kept) else (word[size:],)
        return (word,)

    return split
