"""The words of a text, numbered from 1: what the place and the hash of a sealed passage rest on.

Only words count: how they are spaced and pointed may change when a text is captured again. Letters
of scripts without spaces count one by one. **What is a word here must never change**: every hash on
record rests on it (a test holds one).
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache

from sourcebook.models import WordRange
from sourcebook.quotes.normalize import normalize

_ALWAYS = ("letter forms", "invisible characters", "composed letters")
"""Steps that change how a letter is written down, and no reader sees."""
_READINGS: tuple[tuple[str, ...], ...] = (
    (),
    ("divided words",),
    ("entities",),
    ("entities", "divided words"),
)
"""Steps that take something away: without them a text is read first."""
_UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
    "\U00020000-\U0003ffff"
)
_RUN = re.compile(rf"[{_UNSPACED}]|[^\s{_UNSPACED}\u2010-\u2015\u2043\u2212\ufe58\ufe63\uff0d-]+")
_POINT = re.compile(
    r"[.!?\u061f\u06d4\u0964][\"'\u201d\u2019\u00bb)\]]*\s|[\u3002\uff01\uff1f]|\n\s*\n"
)
"""What ends a sentence: a point before a space, or an empty line."""
_LINE = re.compile(r"[^\n]*\n(?=\W*[^\W\d_a-z])")
"""A line before one that begins with a capital, or in a script that has none."""
_WRAPPED = range(50, 121)
"""How long the lines of a text are that is broken into lines; others are headings or paragraphs."""


@dataclass(frozen=True)
class WordPlaces:
    """The words of a text, in one reading of it; `steps` are those that this reading took."""

    text: str
    steps: tuple[str, ...] = ()

    @cached_property
    def spans(self) -> tuple[tuple[int, int], ...]:
        """Where each word begins and ends in the text."""
        return tuple(_spans(self.text))

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The words themselves."""
        return tuple(self.text[start:end] for start, end in self.spans)

    def between(self, words: WordRange) -> str:
        """The text from the first of some words to the last."""
        return self.text[self.spans[words.first - 1][0] : self.spans[words.last - 1][1]]

    def sentence(self, words: WordRange) -> tuple[int, int]:
        """The first and the last word of the sentences that hold some words."""
        start, end = self.spans[words.first - 1][0], self.spans[words.last - 1][1]
        ends = sorted(_sentence_ends(self.text))
        begin = max((each for each in ends if each <= start), default=0)
        stop = next((each for each in ends if each > end - 1), len(self.text))
        inside = [n for n, (at, _) in enumerate(self.spans, 1) if begin <= at < stop]
        return inside[0], inside[-1]


@lru_cache(maxsize=4)  # passages are looked up source by source
def readings(text: str) -> tuple[WordPlaces, ...]:
    """The words of a text: as it stands first, then with divided words joined and so on."""
    forms: dict[str, WordPlaces] = {}
    for steps in _READINGS:
        form = normalize(text, (*steps, *_ALWAYS))
        forms.setdefault(form, WordPlaces(form, steps))
    return tuple(forms.values())


def weight(words: tuple[str, ...]) -> float:
    """How many words some words count as: a letter of a script without spaces is half of one."""
    unspaced = re.compile(f"[{_UNSPACED}]")
    return sum(0.5 if unspaced.fullmatch(word) else 1 for word in words)


def _sentence_ends(text: str) -> Iterator[int]:
    yield from (match.end() for match in _POINT.finditer(text))
    for match in _LINE.finditer(text):
        if len(match[0]) not in _WRAPPED:
            yield match.end()


def _spans(text: str) -> Iterator[tuple[int, int]]:
    """Each run of letters, digits and signs, without the points around it."""
    points = _points()
    for match in _RUN.finditer(text):
        run = match[0]
        left = len(run) - len(run.lstrip(points))
        right = len(run.rstrip(points))
        if left < right:
            yield match.start() + left, match.start() + right


@cache
def _points() -> str:
    """Every character of punctuation in the Basic Multilingual Plane."""
    return "".join(
        character
        for code in range(0x10000)
        if unicodedata.category(character := chr(code))[0] == "P"
    )
