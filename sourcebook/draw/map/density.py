"""Many places as a picture of how many there are where: a number for each square of the map."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import sqrt

from sourcebook.draw.map.labels import Box, around
from sourcebook.draw.map.marks import linked, many_words
from sourcebook.draw.map.places import Marked
from sourcebook.draw.map.view import View
from sourcebook.draw.map.words import summary
from sourcebook.draw.svg import element, escape, number

FROM = 80
"""From this many marks on their number is told, and not each of them."""
_SIDE = 44.0
"""The side of a square in units: room for the largest circle and four digits on a phone."""
_LEAST, _LARGEST = 9.0, 20.0
"""The radii of the circles, whose areas grow with their numbers."""


@dataclass(frozen=True, slots=True)
class Square:
    """The marks of a square, and where their number stands: at their middle, clear of others."""

    x: float
    y: float
    marks: tuple[Marked, ...]

    @property
    def count(self) -> int:
        """How many incidents there are, or places, if those are what is marked."""
        return sum(len(mark.events) for mark in self.marks) or len(self.marks)


def squares_of(view: View, marks: Iterable[Marked]) -> tuple[Square, ...]:
    """Marks by the squares of a picture, from its upper left."""
    cells: dict[tuple[int, int], list[tuple[float, float, Marked]]] = {}
    for mark in marks:
        x, y = view.at(mark.disc.lat, mark.disc.lon)
        cells.setdefault((int(y // _SIDE), int(x // _SIDE)), []).append((x, y, mark))
    return tuple(_square(*cell, members) for cell, members in sorted(cells.items()))


def _square(row: int, column: int, members: Sequence[tuple[float, float, Marked]]) -> Square:
    xs, ys, marks = zip(*members, strict=True)
    return Square(_clear(xs, column), _clear(ys, row), marks)


def _clear(places: Sequence[float], cell: int) -> float:
    """The middle of places along an axis, so far inside of their square that circles keep apart."""
    middle, slack = (cell + 0.5) * _SIDE, _SIDE / 2 - _LARGEST
    return round(min(max(sum(places) / len(places), middle - slack), middle + slack))


def radius(square: Square, most: int) -> float:
    """How large a square's circle is beside that of the largest number."""
    return _LEAST + (_LARGEST - _LEAST) * sqrt(square.count / most)


def boxes(squares: Sequence[Square]) -> Iterator[Box]:
    """The room that the numbers take."""
    most = max(square.count for square in squares)
    return (around(square.x, square.y, radius(square, most) + 1) for square in squares)


def numbered(squares: Sequence[Square], more: str | None) -> str:
    """The number of each square, as a link to its only place, or to the list of all."""
    most = max(square.count for square in squares)
    return "".join(_numbered(square, radius(square, most), more) for square in squares)


def _numbered(square: Square, reach: float, more: str | None) -> str:
    alone = len(square.marks) == 1
    words = summary(square.marks[0]) if alone else many_words(square.marks)
    kinds = {mark.kind for mark in square.marks}
    circle = {"class": "map-badge", "cx": square.x, "cy": square.y, "r": reach}
    count = {"class": "map-count", "x": square.x, "y": square.y, "dy": ".35em"}
    return linked(
        square.marks[0].href if alone else more,
        square.marks[0].kind if len(kinds) == 1 else "several",
        words,
        element("title", {}, escape(words)),
        element("circle", circle),
        element("text", count, short(square.count)),
    )


def short(count: int) -> str:
    """A number in at most four signs: 980, 1.2k, 34k."""
    if count < 1_000:
        return str(count)
    thousands = count / 1_000
    return f"{number(thousands) if thousands < 9.95 else f'{thousands:.0f}'}k"
