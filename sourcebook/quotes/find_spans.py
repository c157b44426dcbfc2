"""Places in a text at which the words of a quotation stand, as whole words.

There are several ways to look, the plainest first. Those that pass over what an editor put in, over
what a line's end divides or over what a script writes onto a word say so by the name of a step.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from sourcebook.quotes.editorial_marks import Piece, forms_of, source_pieces
from sourcebook.quotes.particles import begins_behind_particle, ends_before_particle
from sourcebook.quotes.word_boundaries import DIVIDED, is_word_boundary

_POINTS = ".,;:"
Span = tuple[int, int]
FindSpans = Callable[[str, str], Iterable[Span]]
"""How words are looked for in a text."""


@dataclass(frozen=True, slots=True)
class WayToFind:
    """A way to look for words, and the steps that it takes where it finds some."""

    find: FindSpans
    steps: Callable[[str], tuple[str, ...]] = lambda _words: ()


def find_whole_words(text: str, words: str) -> Iterator[Span]:
    """Each place at which whole words are found in a text, from left to right."""
    if DIVIDED in text:
        yield from _find_divided(text, words)
        return
    for start, end in _occurrences(text, words):
        if is_word_boundary(text, start) and is_word_boundary(text, end):
            yield start, end


def _occurrences(text: str, words: str) -> Iterator[Span]:
    start = text.find(words) if words else -1
    while start >= 0:
        yield start, start + len(words)
        start = text.find(words, start + 1)


def _find_divided(text: str, words: str) -> Iterator[Span]:
    """Whole words in a text with divided ones: each of these with its hyphen or without."""
    if not words:
        return
    for match in re.finditer(_divisible(words), text):
        if is_word_boundary(text, match.start()) and is_word_boundary(text, match.end()):
            yield match.span()


def _divisible(words: str) -> str:
    """A pattern for words any of which may be divided, between its letters or at its hyphens."""
    parts = []
    for number, one in enumerate(words):
        inside = one.isalpha() and words[number + 1 : number + 2].isalpha()
        hyphen = one == "-" and words[number - 1 : number].isalpha() and number > 0
        parts.append(
            f"[-{DIVIDED}]" if hyphen else re.escape(one) + (f"{DIVIDED}?" if inside else "")
        )
    return "".join(parts)


def _find_pieces(text: str, words: str) -> list[Span]:
    """Where a quotation with an editor's marks is found: its pieces in order, the nearest."""
    pieces, steps = source_pieces(words)
    if not steps or not pieces:
        return []
    first, *others = ([*_find_piece(text, piece)] for piece in pieces)
    spans: dict[int, int] = {}
    for start, end in first:
        last: int | None = end
        for piece, places in zip(pieces[1:], others, strict=True):
            last = None if last is None else _next_end(places, last, piece.skip)
        if last is not None:
            spans[last] = start
    return [(start, end) for end, start in spans.items()]


def _find_piece(text: str, piece: Piece) -> list[Span]:
    return sorted({span for form in forms_of(piece) for span in find_whole_words(text, form)})


def _next_end(places: list[Span], behind: int, skip: int) -> int | None:
    """The end of the first place after a point, unless that is too far off."""
    index = bisect_left(places, (behind, 0))
    if index == len(places) or places[index][0] - behind > skip:
        return None
    return places[index][1]


def _find_behind_particles(text: str, words: str) -> Iterator[Span]:
    """Where words are found but for particles written onto the first or behind the last."""
    for start, end in _occurrences(text, words):
        begin = (
            start if is_word_boundary(text, start) else begins_behind_particle(text, start, words)
        )
        ends = is_word_boundary(text, end) or ends_before_particle(text, end)
        if begin is not None and ends:
            yield start, end


def _find_without_point(text: str, words: str) -> Iterator[Span]:
    """Where words are found but for a last point, which may be that of the editor's sentence."""
    bare = words.rstrip(_POINTS)
    if len(bare) == len(words) - 1:
        yield from find_whole_words(text, bare)


WAYS = (
    WayToFind(find_whole_words),
    WayToFind(_find_without_point, lambda _words: ("last point",)),
    WayToFind(_find_pieces, lambda words: source_pieces(words)[1]),
    WayToFind(_find_behind_particles, lambda _words: ("joined particles",)),
)
"""The ways to look, in the order in which they are tried."""
