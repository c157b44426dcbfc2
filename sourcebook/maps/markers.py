"""The markers of a map: one for each place, or one for several too near to be told apart."""

from collections.abc import Sequence
from dataclasses import dataclass

from sourcebook.charts.svg import circle, element, escape
from sourcebook.language import Language
from sourcebook.maps.description import count_places, describe_place, uncertainty
from sourcebook.maps.items import MapPlace
from sourcebook.maps.labels import LabelPair, Labels, for_both
from sourcebook.maps.text_boxes import Box, PlacedText, box_around, split_evenly
from sourcebook.maps.view import View

_NEAR = 20.0
"""Below this distance in units, markers would cover each other."""
_RING = 8.0
"""The least radius in units at which the surroundings of a place are drawn as a ring."""
_AREA = 6.5
"""From this radius in units on the area is the marker, with a small one in its middle."""
_BESIDE = 60.0
"""Up to which radius in units a name stands beside the area, and not in it."""
_NAMED = 3
"""How many places that share a marker are named beside it."""
_DESCRIBED = 4
"""How many of them are named in words."""
_LINE, _SHORT_LINE = 24, 16
"""About how many letters a line of a label has, and on a phone."""


@dataclass(frozen=True, slots=True)
class PlaceMarker:
    """A marker: the places that it stands for, and where it is in the picture.

    `size` is the radius of its area in units.
    """

    places: tuple[MapPlace, ...]
    x: float
    y: float
    size: float

    @property
    def is_ring(self) -> bool:
        """Whether it is the surroundings of a place, and so has no point."""
        return self.places[0].near is not None and self.size >= _RING

    @property
    def count(self) -> int:
        """How many incidents it stands for, or places, if it stands for those."""
        return sum(len(place.incidents) for place in self.places) or len(self.places)

    @property
    def reach(self) -> float:
        """The radius of the symbol itself in units."""
        if self.is_ring:
            return 0.0
        if self.count > 1 or len(self.places) > 1:
            return 9.0 + 3.0 * (len(str(self.count)) - 1)
        return 4.5 if self.size >= _AREA else 6.5

    @property
    def boxes(self) -> tuple[Box, ...]:
        """The boxes that it takes."""
        return (box_around(self.x, self.y, self.reach + 1),) if self.reach else ()

    def draw(self, labels: LabelPair, more: str | None) -> str:
        """The marker with its name beside it, as a link to its page where it has one."""
        language = labels.language
        text = _described(language, self)
        name = for_both(*(_name(language, self, each) for each in (labels.wide, labels.narrow)))
        return self.link(more, text, name or element("title", {}, escape(text)), " ", _symbol(self))

    def link(self, more: str | None, text: str, *drawn: str) -> str:
        """What is drawn as a link to the only place, or else to `more`."""
        first, *others = self.places
        kind = "several" if any(place.kind != first.kind for place in others) else first.kind
        return link_marker(more if others else first.href, kind, text, *drawn)


def link_marker(href: str | None, kind: str, text: str, *drawn: str) -> str:
    """What is marked, as a link where it leads somewhere, and named by its text."""
    attributes = {"class": f"map-mark map-mark--{kind}", "aria-label": text}
    if href is None:
        return element("g", attributes | {"role": "img"}, *drawn)
    return element("a", {"href": href} | attributes, *drawn)


def place_markers(view: View, places: Sequence[MapPlace]) -> tuple[PlaceMarker, ...]:
    """The markers of places; those nearer to each other than can be told apart are one."""
    groups: list[list[PlaceMarker]] = []
    cells: dict[tuple[int, int], list[list[PlaceMarker]]] = {}
    for place in places:
        at = view.at(place.disc.lat, place.disc.lon)
        marker = PlaceMarker((place,), *at, view.size(place.disc))
        group = None if marker.is_ring else _close(marker, cells)
        if group is None:
            group = []
            groups.append(group)
            if not marker.is_ring:
                cells.setdefault(_cell(marker), []).append(group)
        group.append(marker)
    return tuple(_merged(*group) for group in groups)


def _close(
    marker: PlaceMarker, cells: dict[tuple[int, int], list[list[PlaceMarker]]]
) -> list[PlaceMarker] | None:
    """The group whose first marker is too near to be told apart."""
    column, row = _cell(marker)
    around = ((x, y) for x in range(column - 1, column + 2) for y in range(row - 1, row + 2))
    groups = (group for cell in around for group in cells.get(cell, ()))
    squares = ((each, (each[0].x - marker.x) ** 2 + (each[0].y - marker.y) ** 2) for each in groups)
    return next((group for group, square in squares if square < _NEAR**2), None)


def _cell(marker: PlaceMarker) -> tuple[int, int]:
    return int(marker.x // _NEAR), int(marker.y // _NEAR)


def _merged(first: PlaceMarker, *others: PlaceMarker) -> PlaceMarker:
    group = (first, *others)
    places = tuple(place for marker in group for place in marker.places)
    return PlaceMarker(places, first.x, first.y, max(marker.size for marker in group))


def _described(language: Language, marker: PlaceMarker) -> str:
    """A marker in words; of several places the first by name, and how many.

    Names and number follow each other as they are seen, as the name of a link has to hold what is
    seen (WCAG 2.2, 2.5.3).
    """
    places = marker.places
    if len(places) == 1:
        return describe_place(language, places[0], nearness_first=marker.is_ring)
    names = ", ".join(place.label for place in places[:_DESCRIBED])
    rest = len(places) - _DESCRIBED
    more = f" and {language.number(rest)} more" if rest > 0 else ""
    return f"{names}{more}: {count_places(language, places)}"


def _nearness(language: Language, marker: PlaceMarker) -> str:
    """What is said beside a ring; the name of the place that it lies round is in one piece."""
    place = marker.places[0]
    name = place.near.label if place.near else ""
    number = f"{language.count(marker.count, 'incident')}, " if marker.count > 1 else ""
    return number + uncertainty(language, place).replace(name, name.replace(" ", "\u00a0"))


def _symbol(marker: PlaceMarker) -> str:
    x, y, reach = marker.x, marker.y, marker.reach
    if marker.is_ring:
        return circle("map-hit-ring", x, y, marker.size) + circle("map-ring", x, y, marker.size)
    hit = circle("map-hit", x, y, 14)
    if marker.count > 1 or len(marker.places) > 1:
        return hit + number_symbol(x, y, reach, str(marker.count))
    if marker.places[0].kind == "location":
        left, top, *_ = box_around(x, y, reach - 0.5)
        side = 2 * (reach - 0.5)
        square = {"class": "map-sign", "x": left, "y": top, "width": side, "height": side}
        return hit + element("rect", square)
    return hit + circle("map-sign", x, y, reach)


def number_symbol(x: float, y: float, reach: float, number: str) -> str:
    """A number in a circle."""
    count = {"class": "map-count", "x": x, "y": y, "dy": ".35em"}
    return circle("map-badge", x, y, reach) + element("text", count, number)


def _name(language: Language, marker: PlaceMarker, labels: Labels) -> PlacedText | None:
    """The name of a marker, or its few names; of a ring, with the distance, if there is room."""
    if len(marker.places) > _NAMED:
        return None
    most = _SHORT_LINE if labels.narrow else _LINE
    lines = tuple(line for place in marker.places for line in split_evenly(place.label, most))
    nearness = split_evenly(_nearness(language, marker), most + 4) if marker.is_ring else ()
    beside = marker.size if marker.is_ring or marker.size < _BESIDE else 0.0
    x, y, gap = marker.x, marker.y, max(beside, marker.reach) + 5
    for asides in dict.fromkeys((nearness, ())):
        found = labels.beside(x, y, gap, (*lines, *asides), "map-name", asides=len(asides))
        if found is not None:
            return found
    return None
