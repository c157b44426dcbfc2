"""A text as the pieces that a grammar knows: words, parts of words, and digits."""

import re
import unicodedata
from collections.abc import Iterable, Iterator

from sourcebook.numbers.digits import Digits
from sourcebook.numbers.grammar import Grammar, Piece

_MARKS = (
    "\u0300-\u036f\u0591-\u05bd\u05bf-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed"
)
"""Vowel marks of Latin, Hebrew and Arabic letters, and the tatweel."""
_INDIC = "\u0900-\u0963\u0966-\u0dff"
_WORD = re.compile(rf"[^\W\d_](?:[{_MARKS}{_INDIC}\u200d]|['\u2019\u02bc](?=[^\W\d_])|[^\W\d_])*")
"""A word, with its vowel marks and apostrophes."""
_BETWEEN = re.compile(r"[\s\u200b-\u200f\u2066-\u2069\u202a-\u202e\u2010\u2011\u05be-]*")
"""What may stand between two words of one number."""


def pieces_of(text: str, digits: Iterable[Digits], grammar: Grammar) -> list[Piece]:
    """The pieces of a text in order; digits that are a name are a piece without values."""
    spans = [(one.start, one.end, one) for one in digits]
    pieces: list[Piece] = []
    last = 0
    for start, end, found in _in_order(text, spans):
        joined = bool(pieces) and bool(_BETWEEN.fullmatch(text, last, start))
        if isinstance(found, Digits):
            values = () if found.name else found.values
            pieces.append(Piece("\0", start, end, joined, values))
        else:
            pieces += _parts(text, start, end, joined, grammar)
        last = end
    return pieces


def _in_order(
    text: str, digits: list[tuple[int, int, Digits]]
) -> Iterator[tuple[int, int, Digits | None]]:
    """The words of a text, and the digits, from left to right."""
    at = 0
    for start, end, found in digits:
        yield from ((*match.span(), None) for match in _WORD.finditer(text, at, start))
        yield start, end, found
        at = end
    yield from ((*match.span(), None) for match in _WORD.finditer(text, at))


def _parts(text: str, start: int, end: int, joined: bool, grammar: Grammar) -> Iterator[Piece]:
    """The parts of a word, each with its place as far as that can be known."""
    word = text[start:end]
    at = start
    parts = grammar.split(grammar.fold(word))
    for number, part in enumerate(parts):
        last = end if number == len(parts) - 1 else min(end, _behind(text, at, len(part)))
        yield Piece(part, at, last, joined or number > 0)
        at = last


def _behind(text: str, at: int, letters: int) -> int:
    """Where so many letters of a text end, marks not counted."""
    while letters and at < len(text):
        letters -= not unicodedata.combining(text[at])
        at += 1
    while at < len(text) and unicodedata.combining(text[at]):
        at += 1
    return at
