"""Discs on the Earth as shapes on a map, and the lines between rival positions."""

from collections.abc import Iterable
from math import hypot

from sourcebook.charts.svg import element
from sourcebook.geo.disc import Disc
from sourcebook.geo.projection import Point
from sourcebook.maps.description import apart
from sourcebook.maps.items import Marked, Rival
from sourcebook.maps.labels import Layouts
from sourcebook.maps.paths import clipped, written
from sourcebook.maps.text_boxes import Box, around, slanted
from sourcebook.maps.view import View, outline

_SEEN, _RIVAL_SEEN = 6.0, 9.0
"""The least radii in units that are drawn as areas; the mark hides a lesser one."""

_APART = 10.0
"""How far apart in units two positions are shown as two."""

_SOFT = 8.0, 120.0
"""How large areas are in units that names of the ground keep clear of."""


def area(view: View, disc: Disc, look: str) -> str:
    """All points within a disc's radius, as a circle; on a map of the world, as its outline.

    Empty where its mark would hide it.
    """
    if view.size(disc) < (_RIVAL_SEEN if "rival" in look else _SEEN):
        return ""
    if not view.world:
        x, y, r = (f"{value:.2f}".rstrip("0").rstrip(".") for value in view.circle(disc))
        return element("circle", {"class": look, "cx": x, "cy": y, "r": r})
    path = "".join(written(ring, 1, closed=True) for ring in _rings(view, disc))
    return element("path", {"class": look, "transform": "scale(.5)", "d": path}) if path else ""


def covered(view: View, discs: Iterable[Disc]) -> list[Box]:
    """Boxes round areas, for names that should keep clear of them."""
    least, most = _SOFT
    sizes = [(view.at(disc.lat, disc.lon), view.size(disc)) for disc in discs]
    return [around(*point, size) for point, size in sizes if least < size < most]


def _rings(view: View, disc: Disc) -> list[list[Point]]:
    """A disc as rings on a map of the world: over its edge, and round a pole."""
    edge = [(lon, lat) for lat, lon in outline(disc)]
    if abs(edge[-1][0] - edge[0][0]) > 180:
        pole = 90.0 if disc.lat > 0 else -90.0
        edge += [(edge[-1][0], pole), (edge[0][0], pole)]
    rings = []
    for turn in (-360, 0, 360):
        ring = clipped([(lon + turn, lat) for lon, lat in edge], view.bounds)
        if ring:
            rings.append(view.plot(ring))
    return rings


def joined(view: View, mark: Marked, labels: Layouts) -> str:
    """The rival positions of a mark: each joined to it, with their distance in words."""
    start = view.at(mark.disc.lat, mark.disc.lon)
    return "".join(_rival(view, mark, each, start, labels) for each in mark.rivals)


def _rival(view: View, mark: Marked, other: Rival, start: Point, labels: Layouts) -> str:
    end = view.at(other.disc.lat, other.disc.lon)
    far = hypot(end[0] - start[0], end[1] - start[1])
    if far < _APART:
        return ""
    middle = (start[0] + end[0]) / 2, (start[1] + end[1]) / 2
    labels.sign(around(*end, 6))
    distance = apart(labels.language, mark.disc, other.disc)
    note = labels.beside(*middle, 9, (f"{distance} apart",), "map-note")
    right, down = (end[0] - start[0]) / far, (end[1] - start[1]) / far
    labels.take(*slanted(*middle, right, down, far / 2))
    name = labels.beside(*end, 9, (other.label,), "map-note") if other.label else ""
    look = f"map-rival map-rival--{mark.kind}"
    line = {"class": "map-between", "x1": start[0], "y1": start[1], "x2": end[0], "y2": end[1]}
    return "".join(
        (
            element("line", line),
            element("circle", {"class": look, "cx": end[0], "cy": end[1], "r": 4.5}),
            note,
            name,
        )
    )
