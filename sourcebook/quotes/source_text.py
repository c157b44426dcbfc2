"""A text in which quotations are looked for: word for word, or after steps of `normalize`."""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property

from sourcebook.quotes import asides
from sourcebook.quotes.normalize import ALL_STEPS, normalize

_GAP = re.compile(r"(?<!\s)\s*(?:\[\s*(?:…|\.{3})\s*\]|\(\s*(?:…|\.{3})\s*\)|…|\.{3,})\s*")
"""What marks words left out."""
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
FindSpans = Callable[[str, str], Iterable[Span]]
"""How words are looked for in a text."""


@dataclass(frozen=True, slots=True)
class QuotedText:
    """The words of a quotation, and those right before and after it where these say the place."""

    words: str
    prefix: str = ""
    suffix: str = ""


@dataclass(frozen=True, slots=True)
class Matches:
    """How often a quotation is found in a text.

    `places` counts all of them, `fitting` those between the given prefix and suffix; `steps` are
    those without which it would not be found, none where it is found word for word.
    """

    count: int
    fitting: int
    steps: tuple[str, ...] = ()


@dataclass(eq=False)
class SourceText:
    """The filed text of a source, and its forms, each made when it is first asked for.

    What it sets apart (`asides`) is read with it first, and then passed over.
    """

    text: str
    _forms: dict[tuple[str, ...], str] = field(default_factory=dict)

    def normalized(self, steps: tuple[str, ...] = ALL_STEPS) -> str:
        """The text after some steps."""
        if steps not in self._forms:
            self._forms[steps] = normalize(asides.read(self.text, steps), steps)
        return self._forms[steps]

    @cached_property
    def running(self) -> str:
        """The text without what it sets apart: what a figure may be read out of."""
        return asides.running(self.text)

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The words of the running text, unchanged."""
        return tuple(self.running.split())

    @cached_property
    def _readings(self) -> tuple[tuple[str, ...], ...]:
        """The steps of each reading: with what is set apart, and past it where there is any."""
        past = ((*asides.SKIPS, *ALL_STEPS),) if asides.has_asides(self.text) else ()
        return (ALL_STEPS, *past)

    def kind_of_aside(self, holds: Callable[["SourceText"], bool]) -> str | None:
        """The first kind of aside that, read into the running text, makes it hold something."""
        kinds = asides.count_asides(self.text)
        shown = ((kind, SourceText(asides.showing(self.text, kind))) for kind in kinds)
        return next((kind for kind, text in shown if holds(text)), None)

    def find(self, quoted_text: QuotedText, *, in_running_text: bool = False) -> Matches:
        """Where a quotation is found: only where it begins and ends with whole words.

        `in_running_text`: only past what the text sets apart, as for the words of a figure.
        """
        readings = self._readings[-1:] if in_running_text else self._readings
        best = Matches(0, 0)
        for find_spans in (find_whole_words, _find_with_gaps):
            for steps in readings if not best.count else ():
                found = self._matches(quoted_text, steps, find_spans)
                if found.fitting:
                    return found
                best = found if not best.count else best
        return best

    def _matches(
        self, quoted_text: QuotedText, steps: tuple[str, ...], find_spans: FindSpans
    ) -> Matches:
        places = self._spans(quoted_text, steps, find_spans)
        fitting = [span for span in places if self._is_between(span, quoted_text, steps)]
        needed = self._needed_steps(quoted_text, steps, find_spans) if fitting else ()
        return Matches(len(places), len(fitting), needed)

    def _needed_steps(
        self, quoted_text: QuotedText, steps: tuple[str, ...], find_spans: FindSpans
    ) -> tuple[str, ...]:
        if self._spans(quoted_text, (), find_spans):
            return ()
        needed = steps
        for step in steps:
            fewer = tuple(one for one in needed if one != step)
            if self._spans(quoted_text, fewer, find_spans):
                needed = fewer
        return needed

    def _spans(
        self, quoted_text: QuotedText, steps: tuple[str, ...], find_spans: FindSpans
    ) -> list[Span]:
        return list(find_spans(self.normalized(steps), normalize(quoted_text.words, steps)))

    def _is_between(self, span: Span, quoted_text: QuotedText, steps: tuple[str, ...]) -> bool:
        start, end = span
        text, prefix, suffix = (
            self.normalized(steps),
            normalize(quoted_text.prefix),
            normalize(quoted_text.suffix),
        )
        before = text[max(0, start - len(prefix) - 1) : start].rstrip()
        behind = text[end : end + len(suffix) + 1].lstrip()
        return before.endswith(prefix) and behind.startswith(suffix)


def split_at_gaps(words: str) -> list[str]:
    """The parts of a quotation between which something was left out; itself where nothing was."""
    return [part for part in _GAP.split(words) if part] or [words]


def _find_with_gaps(text: str, words: str) -> list[Span]:
    """Where a quotation with gaps is found: its parts in order, the nearest that there are."""
    parts = split_at_gaps(words)
    if len(parts) < 2:
        return [] if parts == [words] else list(find_whole_words(text, parts[0]))
    first, *others = ([*find_whole_words(text, part)] for part in parts)
    spans: dict[int, int] = {}
    for start, end in first:
        last: int | None = end
        for places in others:
            last = None if last is None else _next_end(places, last)
        if last is not None:
            spans[last] = start
    return [(start, end) for end, start in spans.items()]


def _next_end(places: list[Span], behind: int) -> int | None:
    """The end of the first place after a point, unless that is too far off."""
    index = bisect_left(places, (behind, 0))
    if index == len(places) or places[index][0] - behind > _FARTHEST:
        return None
    return places[index][1]


def find_whole_words(text: str, words: str) -> Iterator[Span]:
    """Each place at which whole words are found in a text, from left to right."""
    start = text.find(words) if words else -1
    while start >= 0:
        end = start + len(words)
        if _is_word_boundary(text, start) and _is_word_boundary(text, end):
            yield start, end
        start = text.find(words, start + 1)


def _is_word_boundary(text: str, point: int) -> bool:
    """Whether a word may end and another begin between two characters."""
    before, behind = text[max(0, point - 1) : point], text[point : point + 1]
    if not before or not behind:
        return True
    if _is_word_character(before) and _is_word_character(behind):
        return bool(_UNSPACED.match(before) and _UNSPACED.match(behind))
    return not _in_number(text, point)


def _in_number(text: str, point: int) -> bool:
    """Whether a point lies beside a mark between two digits, as in 1,200 or 6-7."""
    around = text[max(0, point - 2) : point], text[point : point + 2]
    left, right = around
    inner = left[-1:] in _JOINS and left[:1].isdigit() and right[:1].isdigit()
    outer = right[:1] in _JOINS and left[-1:].isdigit() and right[1:2].isdigit()
    return inner or outer


def _is_word_character(character: str) -> bool:
    return character.isalnum() or unicodedata.category(character)[0] == "M"
