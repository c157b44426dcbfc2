"""Running heads and feet, and page numbers: what the top or foot of several pages repeats."""

import re
from collections.abc import Sequence

from sourcebook.capture.pdf.page_lines import PageLine

_NUMBER = re.compile(r"\d+")
_ROMAN = re.compile(r"[ivxlc]{1,7}")
_NEAR_PAGES = (1, 2)
"""How many pages on a head is looked for again: left and right pages may have their own."""
_SAME_PLACE = 3.0
"""How far a repeated line may be off, in points."""


def running_heads(pages: Sequence[Sequence[PageLine]]) -> list[set[int]]:
    """Which lines of each page, by their places, are a running head or foot."""
    found: list[set[int]] = [set() for _ in pages]
    edges = [(_edge(page, top=True), _edge(page, top=False)) for page in pages]
    for number, page in enumerate(pages):
        for step in _NEAR_PAGES:
            if number + step < len(pages):
                other = pages[number + step]
                for one, two in zip(edges[number], edges[number + step], strict=True):
                    _mark_repeated(
                        (page, one), (other, two), step, found[number], found[number + step]
                    )
    return found


def _mark_repeated(
    one: tuple[Sequence[PageLine], list[int]],
    two: tuple[Sequence[PageLine], list[int]],
    step: int,
    found: set[int],
    other_found: set[int],
) -> None:
    """Go inwards from the edge of two pages as long as one line of each is the same."""
    (page, rows), (other, other_rows) = one, two
    for index in rows:
        match = next((i for i in other_rows if _is_repeated(page[index], other[i], step)), None)
        if match is None:
            return
        found.add(index)
        other_found.add(match)


def _edge(page: Sequence[PageLine], *, top: bool) -> list[int]:
    """The lines of a page from an edge inwards: at most those of four rows, never all."""
    upright = [index for index, one in enumerate(page) if one.line.angle == 0]
    rows = sorted(
        upright, key=lambda index: -page[index].line.baseline if top else page[index].line.baseline
    )
    return rows[: min(4, len(rows) - 1)] if rows else []


def _is_repeated(line: PageLine, other: PageLine, step: int) -> bool:
    """Whether two lines are the same, but for a number that counts pages."""
    if abs(line.line.baseline - other.line.baseline) > _SAME_PLACE:
        return False
    one, two = (each.text or "".join(piece.text for piece in each.pieces) for each in (line, other))
    if _NUMBER.sub("#", one) != _NUMBER.sub("#", two):
        return False
    numbers = zip(_NUMBER.findall(one), _NUMBER.findall(two), strict=True)
    return all(int(number) - int(before) in (0, step) for before, number in numbers)
