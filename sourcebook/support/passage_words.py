"""A passage as tokens: its words in lower case and its points, and the numbers in it."""

import re
from dataclasses import dataclass
from functools import cached_property

from sourcebook.language.number_words import find_spelled_numbers

_TOKEN = re.compile(r"[^\W_]+(?:['\u2019-][^\W_]+)*|[.,;:!?]")
_DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+|\d+")
_ENDS = frozenset(".;!?")


@dataclass(frozen=True, slots=True)
class NumberInPassage:
    """A number, and the tokens that it is made of, from the first to behind the last."""

    value: float
    first: int
    behind: int


@dataclass(frozen=True)
class PassageWords:
    """The tokens of a passage. A genitive is cut off, so that names are found in it."""

    text: str

    @cached_property
    def _matches(self) -> tuple[re.Match[str], ...]:
        return tuple(_TOKEN.finditer(self.text))

    @cached_property
    def tokens(self) -> tuple[str, ...]:
        """The words in lower case, and points."""
        return tuple(
            match[0].lower().replace("\u2019", "'").removesuffix("'s") for match in self._matches
        )

    @cached_property
    def numbers(self) -> tuple[NumberInPassage, ...]:
        """The numbers in words and in digits, from left to right."""
        spans = {one.start: (one.end, one.value) for one in find_spelled_numbers(self.text)}
        inside = [(start, end) for start, (end, _) in spans.items()]
        for match in _DIGITS.finditer(self.text):
            if not any(start <= match.start() < end for start, end in inside):
                spans[match.start()] = match.end(), float(match[0].replace(",", ""))
        found = []
        for start, (end, value) in sorted(spans.items()):
            here = [n for n, one in enumerate(self._matches) if start <= one.start() < end]
            if here:
                found.append(NumberInPassage(value, here[0], here[-1] + 1))
        return tuple(found)

    def text_of(self, some: range) -> str:
        """The text of some tokens, with what stands between them."""
        first, last = self._matches[some.start], self._matches[some.stop - 1]
        return self.text[first.start() : last.end()]

    def sentence(self, at: int) -> range:
        """The tokens of the sentence, up to its point or semicolon, that a token is in."""
        first, behind = at, at
        while first > 0 and self.tokens[first - 1] not in _ENDS:
            first -= 1
        while behind < len(self.tokens) and self.tokens[behind] not in _ENDS:
            behind += 1
        return range(first, behind)
