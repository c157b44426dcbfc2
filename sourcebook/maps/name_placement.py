"""The names on the ground of a map where its marks leave room, for wide maps and for phones."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from math import hypot

from sourcebook.charts.svg import element
from sourcebook.maps.areas import covered
from sourcebook.maps.background import Ground
from sourcebook.maps.items import Marked
from sourcebook.maps.labels import Labels, Layouts, only
from sourcebook.maps.place_names import Choices, Names, Spot
from sourcebook.maps.text_boxes import Box, around
from sourcebook.maps.view import View


@dataclass(frozen=True, slots=True)
class _Most:
    """How many countries are named, how many large towns, and how many near a mark."""

    countries: int
    towns: int
    near: int


_WIDE, _NARROW = _Most(24, 6, 12), _Most(8, 4, 2)


def names(
    ground: Ground, marks: Sequence[Marked], labels: Layouts, told: Collection[str] = ()
) -> Iterator[str]:
    """The names on the ground, with the dots of towns: once wide, once for phones.

    `told` are areas that the map names otherwise.
    """
    wide, narrow = ground.wide.without(told), ground.narrow.without(told)
    yield only("wide", _names(ground, wide, marks, labels.wide, _WIDE))
    yield only("narrow", _names(ground, narrow, marks, labels.narrow, _NARROW))


def _names(
    ground: Ground, choices: Names, marks: Sequence[Marked], labels: Labels, most: _Most
) -> str:
    """Names, the most useful first."""
    view = ground.view
    soft = covered(view, (disc for mark in marks for disc in mark.discs))
    points = [view.at(mark.disc.lat, mark.disc.lon) for mark in marks]
    near = sorted(ground.towns, key=lambda spot: min((_far(spot, p) for p in points), default=0))
    return "".join(
        (
            *_references(view, marks, labels),
            *_pole(view, labels),
            *_firsts(choices.countries[: most.countries], labels, soft),
            *_towns(ground.towns, labels, most.towns, soft),
            *_firsts(choices.rivers, labels, soft),
            *_firsts(choices.divisions, labels, soft),
            *_towns(near, labels, most.near, soft),
        )
    )


def _far(spot: Spot, point: tuple[float, float]) -> int:
    return round(hypot(spot.x - point[0], spot.y - point[1]))


def _firsts(choices: Iterable[Choices], labels: Labels, soft: Sequence[Box]) -> Iterator[str]:
    found = (labels.first(each, soft) for each in choices)
    return (placed.markup() for placed in found if placed)


def _references(view: View, marks: Iterable[Marked], labels: Labels) -> Iterator[str]:
    """The places that others are only known to lie near."""
    found = {(mark.near.label, mark.disc.lat, mark.disc.lon) for mark in marks if mark.near}
    for label, lat, lon in sorted(found):
        yield from _dotted(*view.at(lat, lon), label, labels)


def _pole(view: View, labels: Labels) -> Iterator[str]:
    if view.polar:
        label = "North Pole" if view.polar > 0 else "South Pole"
        yield from _dotted(*view.at(90.0 * view.polar, 0.0), label, labels)


def _towns(towns: Iterable[Spot], labels: Labels, most: int, soft: Sequence[Box]) -> Iterator[str]:
    drawn = (_dotted(t.x, t.y, t.town.name, labels, soft) for t in towns)
    return islice((each for several in drawn for each in several), most)


def _dotted(
    x: float, y: float, label: str, labels: Labels, soft: Sequence[Box] = ()
) -> Iterator[str]:
    """A dot with its name, if there is room for both."""
    if labels.free(around(x, y, 3)):
        placed = labels.beside(x, y, 6, (label,), "map-town", avoid=soft)
        if placed is not None:
            labels.take(around(x, y, 4))
            shape = {"class": "map-dot", "cx": x, "cy": y, "r": 2.5}
            yield element("circle", shape) + placed.markup()
