"""Discs on the Earth as shapes on a map, and the lines between positions of one place."""

from collections.abc import Iterable
from math import hypot

from sourcebook.charts.svg import circle, element
from sourcebook.geo.disc import Disc
from sourcebook.geo.projection import Point
from sourcebook.maps.description import distance_between
from sourcebook.maps.items import MapPlace, OtherPosition
from sourcebook.maps.labels import LabelPair
from sourcebook.maps.paths import clipped, written
from sourcebook.maps.text_boxes import Box, box_around, slanted_boxes
from sourcebook.maps.view import View, outline

_SEEN, _OTHER_SEEN = 6.0, 9.0
"""The least radii in units that are drawn as areas; the marker hides a lesser one."""

_APART = 10.0
"""How far apart in units two positions are shown as two."""

_SOFT = 8.0, 120.0
"""How large areas are in units that names of the basemap keep clear of."""


def draw_discs(view: View, places: Iterable[MapPlace]) -> str:
    """Where each place can be; the largest first, the same one once."""
    found: dict[str, float] = {}
    for place in places:
        css_class = f"map-area map-area--{place.kind}"
        own = css_class + (" map-area--near" if place.near else "")
        for radius in (place.disc.radius, *place.rings):
            found[draw_disc(view, Disc(place.disc.lat, place.disc.lon, radius), own)] = radius
        for other in place.others:
            shape = draw_disc(view, other.disc, f"{css_class} map-area--rival")
            found[shape] = other.disc.radius
    return "".join(sorted(found, key=lambda drawn: (-found[drawn], drawn)))


def draw_disc(view: View, disc: Disc, css_class: str) -> str:
    """All points within a disc's radius, as a circle; on a map of the world, as its outline.

    Empty where its marker would hide it.
    """
    if view.size(disc) < (_OTHER_SEEN if "rival" in css_class else _SEEN):
        return ""
    if not view.world:
        x, y, r = (f"{value:.2f}".rstrip("0").rstrip(".") for value in view.circle(disc))
        return element("circle", {"class": css_class, "cx": x, "cy": y, "r": r})
    data = "".join(written(ring, 1, closed=True) for ring in _rings(view, disc))
    shape = {"class": css_class, "transform": "scale(.5)", "d": data}
    return element("path", shape) if data else ""


def _rings(view: View, disc: Disc) -> list[list[Point]]:
    """A disc as rings on a map of the world: over its edge, and round a pole."""
    edge = [(lon, lat) for lat, lon in outline(disc)]
    if abs(edge[-1][0] - edge[0][0]) > 180:
        pole = 90.0 if disc.lat > 0 else -90.0
        edge += [(edge[-1][0], pole), (edge[0][0], pole)]
    turned = ([(lon + turn, lat) for lon, lat in edge] for turn in (-360, 0, 360))
    return [view.plot(ring) for each in turned if (ring := clipped(each, view.bounds))]


def covered(view: View, discs: Iterable[Disc]) -> list[Box]:
    """Boxes round areas, for names that should keep clear of them."""
    least, most = _SOFT
    sizes = [(view.at(disc.lat, disc.lon), view.size(disc)) for disc in discs]
    return [box_around(*point, size) for point, size in sizes if least < size < most]


def join_positions(view: View, place: MapPlace, labels: LabelPair) -> str:
    """The other positions of a place: each joined to it, with their distance in words."""
    return "".join(_join(view, place, other, labels) for other in place.others)


def _join(view: View, place: MapPlace, other: OtherPosition, labels: LabelPair) -> str:
    (x0, y0), (x1, y1) = (view.at(disc.lat, disc.lon) for disc in (place.disc, other.disc))
    far = hypot(x1 - x0, y1 - y0)
    if far < _APART:
        return ""
    middle = (x0 + x1) / 2, (y0 + y1) / 2
    labels.take(box_around(x1, y1, 6), symbols=True)
    distance = distance_between(labels.language, place.disc, other.disc)
    note = labels.beside(*middle, 9, f"{distance} apart")
    labels.take(*slanted_boxes(*middle, (x1 - x0) / far, (y1 - y0) / far, far / 2))
    name = labels.beside(x1, y1, 9, other.label) if other.label else ""
    line = {"class": "map-between", "x1": x0, "y1": y0, "x2": x1, "y2": y1}
    end = circle(f"map-rival map-rival--{place.kind}", x1, y1, 4.5)
    return element("line", line) + end + note + name
