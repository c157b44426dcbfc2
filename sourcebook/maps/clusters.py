"""Many places as a picture of how many there are where: a number for each square of the map."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import sqrt

from sourcebook.charts.svg import element, px
from sourcebook.geo.projection import Point, wrapped
from sourcebook.language import Language
from sourcebook.maps.description import summary
from sourcebook.maps.items import Marked
from sourcebook.maps.markers import linked, number_words
from sourcebook.maps.text_boxes import Box, around
from sourcebook.maps.view import View

FROM = 80
"""From this many marks on their number is told, and not each of them."""
_SIDE = 44.0
"""The side of a square in units: room for the largest circle and four digits on a phone."""
_LEAST, _LARGEST = (9.0, 11.0, 14.0, 16.0), 18.0
"""The radii of circles: the least for as many digits, and that of the largest number."""


@dataclass(frozen=True, slots=True)
class Square:
    """The marks of a square, where their number stands, and how many incidents or places it is."""

    x: float
    y: float
    marks: tuple[Marked, ...]
    count: int


def squares_of(view: View, marks: Sequence[Marked]) -> tuple[Square, ...]:
    """Marks by the squares of a picture, from its upper left."""
    cells: dict[tuple[int, int], list[tuple[Point, Marked]]] = {}
    spots = view.plot((view.lon + wrapped(m.disc.lon - view.lon), m.disc.lat) for m in marks)
    for (x, y), mark in zip(spots, marks, strict=True):
        cells.setdefault((int(y // _SIDE), int(x // _SIDE)), []).append(((x, y), mark))
    return tuple(_square(*cell, members) for cell, members in sorted(cells.items()))


def _square(row: int, column: int, members: Sequence[tuple[Point, Marked]]) -> Square:
    x, y = (sum(spot[axis] for spot, _ in members) / len(members) for axis in (0, 1))
    count = sum(len(mark.events) for _, mark in members) or len(members)
    return Square(_clear(x, column), _clear(y, row), tuple(mark for _, mark in members), count)


def _clear(place: float, cell: int) -> float:
    """A place along an axis, moved so far inside of its square that circles keep apart."""
    middle, slack = (cell + 0.5) * _SIDE, _SIDE / 2 - _LARGEST - 1
    return round(min(max(place, middle - slack), middle + slack))


@dataclass(frozen=True, slots=True)
class Dense:
    """The signs of a map that tells how many marks there are where."""

    language: Language
    squares: tuple[Square, ...]
    more: str | None

    @property
    def boxes(self) -> list[Box]:
        """The room that the numbers take."""
        return [around(each.x, each.y, reach + 1) for each, reach in self._reaches()]

    def drawn(self) -> str:
        """The number of each square, as a link to its only place, or to the list of all."""
        return "".join(self._numbered(each, reach) for each, reach in self._reaches())

    def _reaches(self) -> Iterator[tuple[Square, int]]:
        """The squares with the radii of their circles, whose areas grow with the numbers."""
        most = max(each.count for each in self.squares)
        for each in self.squares:
            least = _LEAST[len(short(each.count)) - 1]
            yield each, round(max(least, _LARGEST * sqrt(each.count / most)))

    def _numbered(self, square: Square, reach: int) -> str:
        alone = len(square.marks) == 1
        kinds = {mark.kind for mark in square.marks}
        at: dict[str, object] = {"cx": square.x, "cy": square.y, "r": reach}
        count = {"class": "map-count", "x": square.x, "y": square.y, "dy": ".35em"}
        return linked(
            square.marks[0].href if alone else self.more,
            square.marks[0].kind if len(kinds) == 1 else "several",
            _words(self.language, square.marks),
            element("circle", {"class": "map-badge"} | at),
            element("text", count, short(square.count)),
        )


def _words(language: Language, marks: Sequence[Marked]) -> str:
    return summary(language, marks[0]) if len(marks) == 1 else number_words(language, marks)


def short(count: int) -> str:
    """A number in at most four signs: 980, 1.2k, 34k."""
    if count < 1_000:
        return str(count)
    thousands = count / 1_000
    return f"{px(thousands) if thousands < 9.95 else f'{thousands:.0f}'}k"
