"""Maps as inline SVG: what is marked, on the ground of its view, with names that keep clear."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from math import hypot

from sourcebook.derive.places import distance
from sourcebook.draw.map.areas import area, covered, joined
from sourcebook.draw.map.atlas import Atlas
from sourcebook.draw.map.ground import Ground, Spot
from sourcebook.draw.map.inset import corner, here, least
from sourcebook.draw.map.labels import Box, Labels, Placed, around
from sourcebook.draw.map.margin import FOOT, foot, frame
from sourcebook.draw.map.marks import link, pins_of
from sourcebook.draw.map.places import Marked
from sourcebook.draw.map.projection import Point
from sourcebook.draw.map.view import Disc, View, view_of
from sourcebook.draw.map.words import summary
from sourcebook.draw.svg import element, escape

_MAJOR_TOWNS, _MINOR_TOWNS, _MOST_COUNTRIES = 6, 12, 24
_TOLD = 12
"""How many marks the description of a map names."""


def draw_map(
    atlas: Atlas, marks: Sequence[Marked], *, prefix: str, title: str, more: str | None = None
) -> str:
    """A map of some places as inline SVG in a `div`; empty where there are none.

    `prefix` begins its ids, which must be its own on the page; `more` is where a mark leads that
    stands for places too near to each other to be told apart, such as the list beside the map.
    """
    if not marks:
        return ""
    key = (tuple(marks), prefix, title, more)
    if len(marks) > 1:
        return _map(atlas, *key)
    if key not in atlas.pictures:
        atlas.pictures[key] = _map(atlas, *key)
    return atlas.pictures[key]


def _map(atlas: Atlas, marks: tuple[Marked, ...], prefix: str, title: str, more: str | None) -> str:
    ordered = sorted(marks, key=lambda mark: (mark.label, mark.id, mark.kind))
    view = view_of([disc for mark in ordered for disc in discs_of(mark)])
    words = {
        f"{prefix}-title": ("title", title),
        f"{prefix}-words": ("desc", describe(view, ordered)),
    }
    shape = {
        "class": "map-picture",
        "viewBox": f"0 0 {view.width} {view.height + FOOT}",
        "role": "group",
        "aria-labelledby": f"{prefix}-title",
        "aria-describedby": f"{prefix}-words",
    }
    named = [element(tag, {"id": key}, escape(text)) for key, (tag, text) in words.items()]
    look = f"map-body map-body--{view.name}"
    body = {"class": look, "width": view.width, "height": view.height}
    drawn = element("svg", body, _body(atlas, view, ordered, more))
    margin = element("g", {"aria-hidden": "true"}, frame(view), foot(view))
    return element("div", {"class": "map"}, element("svg", shape, *named, drawn, margin))


def discs_of(mark: Marked) -> Iterator[Disc]:
    """All that a map of a mark must show."""
    yield mark.disc
    for rival in mark.rivals:
        yield rival.disc


def describe(view: View, marks: Sequence[Marked]) -> str:
    """What a map shows, in words."""
    if view.world:
        extent = "A map of the world."
    else:
        extent = f"A map of an area about {distance(_rounded(view.width * view.scale))} wide."
    told = [f"{summary(mark)}." for mark in marks[:_TOLD]]
    rest = len(marks) - len(told)
    return " ".join([extent, *told, *([f"And {rest:,} more."] if rest else [])])


def _rounded(metres: float) -> float:
    return float(f"{metres:.2g}")


def _body(atlas: Atlas, view: View, marks: Sequence[Marked], more: str | None) -> str:
    ground = atlas.ground(view)
    if view.world:
        labels, drawn = _drawn(view, marks, more)
        inset = ""
    else:
        small, lines = atlas.inset(view)
        labels, box, drawn = _marked(view, small, marks, more)
        inset = _inset(box, lines + here(view, small))
    under = element("g", {"aria-hidden": "true"}, ground.markup, _areas(view, marks))
    names = element("g", {"aria-hidden": "true"}, *_names(ground, marks, labels))
    return "".join((under, names, inset, drawn))


def _marked(
    view: View, small: View, marks: Sequence[Marked], more: str | None
) -> tuple[Labels, Box, str]:
    """What is marked, the room that it leaves for names, and the corner for the small map."""
    labels, drawn = _drawn(view, marks, more)
    box = corner(view, small, labels)
    if box is None:  # names fill every corner: they are placed anew where one is kept free
        box = least(view, small, [box for pin in pins_of(view, marks) for box in pin.boxes])
        labels, drawn = _drawn(view, marks, more, box)
    else:
        labels.take(box)
    return labels, box, drawn


def _drawn(view: View, marks: Sequence[Marked], more: str | None, *kept: Box) -> tuple[Labels, str]:
    pins = pins_of(view, marks)
    labels = Labels(view.width, view.height)
    labels.take(*kept, *(box for pin in pins for box in pin.boxes))
    rivals = "".join(joined(view, mark, labels) for mark in marks if mark.rivals)
    links = "".join(link(pin, labels, more) for pin in pins)
    return labels, (element("g", {"aria-hidden": "true"}, rivals) if rivals else "") + links


def _inset(box: Box, drawn: str) -> str:
    x, y, right, bottom = box
    shape = {"class": "map-inset", "x": x, "y": y, "width": right - x, "height": bottom - y}
    return element("svg", shape | {"aria-hidden": "true"}, drawn)


def _areas(view: View, marks: Iterable[Marked]) -> str:
    """Where each mark can be; the largest first, the same one once."""
    found: dict[str, float] = {}
    for mark in marks:
        look = f"map-area map-area--{mark.kind}" + (" map-area--near" if mark.near else "")
        for radius in (mark.disc.radius, *mark.rings):
            found[area(view, Disc(mark.disc.lat, mark.disc.lon, radius), look)] = radius
        for rival in mark.rivals:
            other = f"map-area map-area--{mark.kind} map-area--rival"
            found[area(view, rival.disc, other)] = rival.disc.radius
    return "".join(sorted(found, key=lambda drawn: (-found[drawn], drawn)))


def _names(ground: Ground, marks: Sequence[Marked], labels: Labels) -> Iterator[str]:
    """The names on the ground, the most useful first; the last of them are not shown on phones."""
    view = ground.view
    soft = covered(view, (disc for mark in marks for disc in discs_of(mark)))
    yield from _references(view, marks, labels)
    yield from _pole(view, labels)
    yield from _firsts(ground.countries[:_MOST_COUNTRIES], labels, soft)
    yield from _towns(ground.towns, labels, _MAJOR_TOWNS, soft)
    yield from _firsts(ground.rivers, labels, soft)
    yield from _firsts(ground.divisions, labels, soft)
    points = [view.at(mark.disc.lat, mark.disc.lon) for mark in marks]
    near = sorted(ground.towns, key=lambda spot: min(_far(spot, point) for point in points))
    yield from _towns(near, labels, _MINOR_TOWNS, soft, major=False)


def _far(spot: Spot, point: Point) -> int:
    return round(hypot(spot.x - point[0], spot.y - point[1]))


def _firsts(
    choices: Iterable[Sequence[Placed]], labels: Labels, soft: Sequence[Box]
) -> Iterator[str]:
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


def _towns(
    towns: Iterable[Spot], labels: Labels, most: int, soft: Sequence[Box], *, major: bool = True
) -> Iterator[str]:
    drawn = (_dotted(t.x, t.y, t.town.name, labels, soft, major=major) for t in towns)
    return islice((each for several in drawn for each in several), most)


def _dotted(
    x: float, y: float, label: str, labels: Labels,
    soft: Sequence[Box] = (), *, major: bool = True,
) -> Iterator[str]:  # fmt: skip
    """A dot with its name, if there is room for both."""
    if labels.free(around(x, y, 3), major=major):
        placed = labels.beside(x, y, 6, (label,), "map-town", major=major, avoid=soft)
        if placed is not None:
            labels.take(around(x, y, 4))
            look = "map-dot" if major else "map-dot map-minor"
            yield element("circle", {"class": look, "cx": x, "cy": y, "r": 2.5}) + placed.markup()
