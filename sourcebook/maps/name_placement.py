"""The names of a background where markers leave room, for wide maps and for phones."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from math import hypot

from sourcebook.charts.svg import circle
from sourcebook.maps.background import Background
from sourcebook.maps.items import MapPlace
from sourcebook.maps.labels import LabelPair, Labels, only_for
from sourcebook.maps.place_names import Candidates, NameCandidates, Spot
from sourcebook.maps.text_boxes import Box, box_around
from sourcebook.maps.uncertainty import covered
from sourcebook.maps.view import View


@dataclass(frozen=True, slots=True)
class _Most:
    """How many countries are named, how many large towns, and how many near a marker."""

    countries: int
    towns: int
    near: int


_WIDE, _NARROW = _Most(24, 6, 12), _Most(8, 4, 2)


def draw_names(
    under: Background, places: Sequence[MapPlace], labels: LabelPair, hidden: Collection[str] = ()
) -> Iterator[str]:
    """The names of a background, with the dots of towns: once wide, once for phones.

    `hidden` are areas that the map names otherwise.
    """
    wide, narrow = under.wide.without(hidden), under.narrow.without(hidden)
    yield only_for("wide", _names(under, wide, places, labels.wide, _WIDE))
    yield only_for("narrow", _names(under, narrow, places, labels.narrow, _NARROW))


def _names(
    under: Background,
    choices: NameCandidates,
    places: Sequence[MapPlace],
    labels: Labels,
    most: _Most,
) -> str:
    """Names, the most useful first."""
    view = under.view
    avoid = covered(view, (disc for place in places for disc in place.discs))
    points = [view.at(place.disc.lat, place.disc.lon) for place in places]
    near = sorted(under.towns, key=lambda spot: min((_far(spot, p) for p in points), default=0))
    return "".join(
        (
            *_references(view, places, labels),
            *_firsts(choices.countries[: most.countries], labels, avoid),
            *_towns(under.towns, labels, most.towns, avoid),
            *_firsts(choices.rivers, labels, avoid),
            *_firsts(choices.divisions, labels, avoid),
            *_towns(near, labels, most.near, avoid),
        )
    )


def _far(spot: Spot, point: tuple[float, float]) -> int:
    return round(hypot(spot.x - point[0], spot.y - point[1]))


def _firsts(choices: Iterable[Candidates], labels: Labels, avoid: Sequence[Box]) -> Iterator[str]:
    found = (labels.first(each, avoid) for each in choices)
    return (placed.markup() for placed in found if placed)


def _references(view: View, places: Iterable[MapPlace], labels: Labels) -> Iterator[str]:
    """The places that others are only known to lie near, and a pole."""
    near = {(p.near.label, p.disc.lat, p.disc.lon) for p in places if p.near}
    pole = ("North Pole" if view.polar > 0 else "South Pole", 90.0 * view.polar, 0.0)
    for label, lat, lon in (*sorted(near), *([pole] if view.polar else ())):
        yield from _dotted(*view.at(lat, lon), label, labels)


def _towns(towns: Iterable[Spot], labels: Labels, most: int, avoid: Sequence[Box]) -> Iterator[str]:
    drawn = (_dotted(spot.x, spot.y, spot.town.name, labels, avoid) for spot in towns)
    return islice((each for several in drawn for each in several), most)


def _dotted(
    x: float, y: float, label: str, labels: Labels, avoid: Sequence[Box] = ()
) -> Iterator[str]:
    """A dot with its name, if there is room for both."""
    if labels.free(box_around(x, y, 3)):
        placed = labels.beside(x, y, 6, (label,), "map-town", avoid=avoid)
        if placed is not None:
            labels.take(box_around(x, y, 4))
            yield circle("map-dot", x, y, 2.5) + placed.markup()
