"""Many places as a picture of how many there are where: a number for each square of the map."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

from sourcebook.charts.svg import px
from sourcebook.geo.projection import Point, wrapped
from sourcebook.maps.description import count_places, describe_place
from sourcebook.maps.items import MapPlace
from sourcebook.maps.labels import LabelPair
from sourcebook.maps.markers import PlaceMarker, number_symbol
from sourcebook.maps.text_boxes import Box, box_around
from sourcebook.maps.view import View

FROM = 80
"""From this many places on their number is shown, and not each of them."""
_SIDE = 44.0
"""The side of a square in units: room for the largest circle and four digits on a phone."""
_LEAST, _LARGEST = (9.0, 11.0, 14.0, 16.0), 18.0
"""The radii of circles: the least for as many digits, and that of the largest number."""


@dataclass(frozen=True, slots=True)
class Cluster(PlaceMarker):
    """The places of a square, where their number stands, and the radius of its circle."""

    @property
    def boxes(self) -> tuple[Box, ...]:
        """The box that its number takes."""
        return (box_around(self.x, self.y, self.size + 1),)

    def draw(self, labels: LabelPair, more: str | None) -> str:
        """The number, as a link to the only place, or to the list of all."""
        language, (first, *others) = labels.language, self.places
        text = count_places(language, self.places) if others else describe_place(language, first)
        number = number_symbol(self.x, self.y, self.size, short_number(self.count))
        return self.link(more, text, number)


def clusters(view: View, places: Sequence[MapPlace]) -> tuple[Cluster, ...]:
    """Places by the squares of a picture, from its upper left.

    The areas of their circles grow with the numbers in them.
    """
    squares: dict[tuple[int, int], list[tuple[Point, MapPlace]]] = {}
    spots = view.plot((view.lon + wrapped(p.disc.lon - view.lon), p.disc.lat) for p in places)
    for (x, y), place in zip(spots, places, strict=True):
        squares.setdefault((int(y // _SIDE), int(x // _SIDE)), []).append(((x, y), place))
    found = [_cluster(square, members) for square, members in sorted(squares.items())]
    most = max(each.count for each in found)
    return tuple(Cluster(each.places, each.x, each.y, _radius(each.count, most)) for each in found)


def _cluster(square: tuple[int, int], members: Sequence[tuple[Point, MapPlace]]) -> PlaceMarker:
    row, column = square
    x, y = (sum(spot[axis] for spot, _ in members) / len(members) for axis in (0, 1))
    places = tuple(place for _, place in members)
    return PlaceMarker(places, _clear(x, column), _clear(y, row), 0.0)


def _radius(count: int, most: int) -> int:
    return round(max(_LEAST[len(short_number(count)) - 1], _LARGEST * sqrt(count / most)))


def _clear(place: float, cell: int) -> float:
    """A place along an axis, moved so far inside of its square that circles keep apart."""
    middle, slack = (cell + 0.5) * _SIDE, _SIDE / 2 - _LARGEST - 1
    return round(min(max(place, middle - slack), middle + slack))


def short_number(count: int) -> str:
    """A number in at most four characters: 980, 1.2k, 34k."""
    if count < 1_000:
        return str(count)
    thousands = count / 1_000
    return f"{px(thousands) if thousands < 9.95 else f'{thousands:.0f}'}k"
