"""A text in which quotations are looked for: found as it stands, or after steps of `forms`."""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property

from sourcebook.quotes.forms import ALL, normal

_GAP = re.compile(r"(?<!\s)\s*(?:\[\s*(?:…|\.{3})\s*\]|\(\s*(?:…|\.{3})\s*\)|…|\.{3,})\s*")
"""What stands for words left out."""
_FARTHEST = 5000
"""How many characters may have been left out in one place."""
_UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
    "\U00020000-\U0003ffff]"
)
"""Letters of scripts that put no spaces between words."""
_JOINS = ".,'\u2019\u066b\u066c-\u2010\u2011\u2013"
"""What makes one number, or one range, of the digits on either side of it."""

Span = tuple[int, int]
Look = Callable[[str, str], Iterable[Span]]
"""How words are looked for in a text."""


@dataclass(frozen=True, slots=True)
class Sought:
    """The words of a quotation, and those right before and behind it where these tell the place."""

    words: str
    prefix: str = ""
    suffix: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """How often a quotation stands in a text.

    `places` counts all of them, `fitting` those between the given prefix and suffix; `steps` are
    those without which it would not be found, none where it stands word for word.
    """

    places: int
    fitting: int
    steps: tuple[str, ...] = ()


@dataclass(eq=False)
class Passages:
    """The text of a source, and its forms, each made when it is first asked for."""

    text: str
    _forms: dict[tuple[str, ...], str] = field(default_factory=dict)

    def form(self, steps: tuple[str, ...] = ALL) -> str:
        """The text after some steps."""
        if steps not in self._forms:
            self._forms[steps] = normal(self.text, steps)
        return self._forms[steps]

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The words of the text, as they stand there."""
        return tuple(self.text.split())

    def find(self, sought: Sought) -> Found:
        """Where a quotation stands: only where it begins and ends with whole words."""
        look: Look = occurrences
        places = self._spans(sought, ALL, look)
        if not places:
            look = _in_parts
            places = self._spans(sought, ALL, look)
        fitting = [span for span in places if self._fits(span, sought)]
        steps = self._needed(sought, look) if fitting else ()
        return Found(len(places), len(fitting), steps)

    def _needed(self, sought: Sought, look: Look) -> tuple[str, ...]:
        if self._spans(sought, (), look):
            return ()
        needed = ALL
        for step in ALL:
            fewer = tuple(one for one in needed if one != step)
            if self._spans(sought, fewer, look):
                needed = fewer
        return needed

    def _spans(self, sought: Sought, steps: tuple[str, ...], look: Look) -> list[Span]:
        return list(look(self.form(steps), normal(sought.words, steps)))

    def _fits(self, span: Span, sought: Sought) -> bool:
        start, end = span
        text, prefix, suffix = self.form(), normal(sought.prefix), normal(sought.suffix)
        before = text[max(0, start - len(prefix) - 1) : start].rstrip()
        behind = text[end : end + len(suffix) + 1].lstrip()
        return before.endswith(prefix) and behind.startswith(suffix)


def parted(words: str) -> list[str]:
    """The parts of a quotation between which something was left out; itself where nothing was."""
    return [part for part in _GAP.split(words) if part] or [words]


def _in_parts(text: str, words: str) -> list[Span]:
    """Where a quotation with gaps stands: its parts in order, as near to each other as they do."""
    parts = parted(words)
    if len(parts) < 2:
        return [] if parts == [words] else list(occurrences(text, parts[0]))
    first, *others = ([*occurrences(text, part)] for part in parts)
    spans: dict[int, int] = {}
    for start, end in first:
        last: int | None = end
        for places in others:
            last = None if last is None else _next(places, last)
        if last is not None:
            spans[last] = start
    return [(start, end) for end, start in spans.items()]


def _next(places: list[Span], behind: int) -> int | None:
    """The end of the first place behind a point, unless that is too far off."""
    index = bisect_left(places, (behind, 0))
    if index == len(places) or places[index][0] - behind > _FARTHEST:
        return None
    return places[index][1]


def occurrences(text: str, words: str) -> Iterator[Span]:
    """Each place at which whole words stand in a text, from left to right."""
    start = text.find(words) if words else -1
    while start >= 0:
        end = start + len(words)
        if _parted(text, start) and _parted(text, end):
            yield start, end
        start = text.find(words, start + 1)


def _parted(text: str, point: int) -> bool:
    """Whether a word may end and another begin between two characters."""
    before, behind = text[max(0, point - 1) : point], text[point : point + 1]
    if not before or not behind:
        return True
    if _wordy(before) and _wordy(behind):
        return bool(_UNSPACED.match(before) and _UNSPACED.match(behind))
    return not _in_number(text, point)


def _in_number(text: str, point: int) -> bool:
    """Whether a point lies beside a mark between two digits, as in 1,200 or 6-7."""
    around = text[max(0, point - 2) : point], text[point : point + 2]
    left, right = around
    inner = left[-1:] in _JOINS and left[:1].isdigit() and right[:1].isdigit()
    outer = right[:1] in _JOINS and left[-1:].isdigit() and right[1:2].isdigit()
    return inner or outer


def _wordy(character: str) -> bool:
    return character.isalnum() or unicodedata.category(character)[0] == "M"
