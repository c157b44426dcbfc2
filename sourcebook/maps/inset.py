"""The small map in a corner of a map that shows where in the world it is."""

from collections.abc import Iterable, Iterator
from math import cos, hypot, radians

from sourcebook.charts.svg import element, px
from sourcebook.geo.basemap import names
from sourcebook.geo.projection import Point, wrapped
from sourcebook.maps.background import sketch
from sourcebook.maps.labels import Layouts
from sourcebook.maps.text_boxes import Box, meet
from sourcebook.maps.view import View

_SIZE, _WORLD_SIZE = (128, 92), (150, 74)
_WORLD_SCALE = 252_000.0
_LOCAL = 2_400.0
"""Up to how many metres per unit the countries around say more than the whole Earth."""
_WIDER = 9
_STEP = 4.0
"""How far apart the middles of small maps are, in degrees of latitude."""
_GAP = 6
_THIN = 2.2


def inset_view(view: View) -> View:
    """What the small map of a view shows: the countries around it, or the whole Earth.

    Its middle is one of a few, so that many views share one.
    """
    scale = max(min(_WIDER * view.scale * view.width / _SIZE[0], 36_000.0), 10_000.0)
    lat = max(min(round(view.lat / _STEP) * _STEP, 90.0), -90.0)
    step = _STEP / max(cos(radians(lat)), 0.2)
    lon = wrapped(round(round(view.lon / step) * step, 1))
    around = View(lat, lon, float(f"{scale:.2g}"), *_SIZE)
    if view.scale <= _LOCAL and not view.polar and _tells(around):
        return around
    middle = wrapped(round(view.lon / 30) * 30)
    return View(0.0, middle, _WORLD_SCALE, *_WORLD_SIZE, world=True)


def ground_of(small: View) -> str:
    """The lines of a small map, which all that have its view share."""
    size: dict[str, object] = {"width": small.width, "height": small.height}
    paper = element("rect", {"class": "map-inset-paper"} | size)
    edge = element("rect", {"class": "map-inset-edge"} | size)
    return paper + sketch(small, _THIN) + edge


def corner(view: View, small: View, labels: Layouts) -> Box | None:
    """A corner of a map that is free for its small map; None where none is."""
    return next((box for box in _corners(view, small) if labels.free(box)), None)


def least(view: View, small: View, keep: Iterable[Box]) -> Box:
    """The corner of a map in which the small map covers least of what is to be kept."""
    boxes = list(keep)
    return min(_corners(view, small), key=lambda corner: sum(meet(corner, box) for box in boxes))


def _corners(view: View, small: View) -> Iterator[Box]:
    right, bottom = view.width - small.width - _GAP, view.height - small.height - _GAP
    for x, y in ((right, _GAP), (_GAP, _GAP), (right, bottom), (_GAP, bottom)):
        yield x, y, x + small.width, y + small.height


def _tells(small: View) -> bool:
    """Whether there is land and more than one country on a small map."""
    at, found = names().countries.at, []
    for x in range(8, small.width, 16):
        for y in range(8, small.height, 16):
            spot = small.where(x, y)
            found.append(at(*spot) if spot else None)
    return sum(area is not None for area in found) > len(found) / 4 and len(set(found)) > 2


def here(view: View, small: View) -> str:
    """Where a view is on a small map: its frame, or a dot where that would be too small to see."""
    x, y = small.at(view.lat, view.lon)
    spots = [spot for spot in (view.where(*point) for point in _edge(view)) if spot]
    frame = [small.at(lat, lon) for lat, lon in spots]
    size = max(hypot(a - x, b - y) for a, b in frame)
    if size < 5 or size > small.width / 2 or view.polar:
        return element("circle", {"class": "map-here", "cx": x, "cy": y, "r": 3.5})
    path = "M" + "L".join(f"{px(a)} {px(b)}" for a, b in frame) + "z"
    return element("path", {"class": "map-here", "d": path})


def _edge(view: View) -> Iterator[Point]:
    """Points round the frame of a view."""
    wide, high = float(view.width), float(view.height)
    corners = ((0.0, 0.0), (wide, 0.0), (wide, high), (0.0, high))
    for number_, (x, y) in enumerate(corners):
        to_x, to_y = corners[(number_ + 1) % 4]
        for step in range(4):
            yield x + (to_x - x) * step / 4, y + (to_y - y) * step / 4
