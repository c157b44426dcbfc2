"""What lies under the markers of a map: its lines, the names it could bear, and the small map.

All maps of one view share them.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from math import cos, hypot, radians
from types import MappingProxyType

from sourcebook.charts.svg import circle, element, path, px
from sourcebook.geo.basemap import Detail, Town
from sourcebook.geo.projection import wrapped
from sourcebook.maps.labels import LabelPair
from sourcebook.maps.paths import FINE, fill, stroke, written
from sourcebook.maps.place_names import DIVIDED, NameCandidates, Spot, find_names, find_towns
from sourcebook.maps.text_boxes import Box, meet
from sourcebook.maps.view import View

_SIZE, _WORLD_SIZE = (128, 92), (150, 74)
"""Width and height of a small map in units: of the countries around, and of the whole Earth."""
_WORLD_SCALE = 252_000.0
_LOCAL = 2_400.0
"""Up to how many metres per unit the countries around say more than the whole Earth."""
_WIDER = 9
_STEP = 4.0
"""How far apart the middles of small maps are, in degrees of latitude."""
_GAP = 6
_THIN = 2.2


@dataclass(frozen=True, slots=True)
class Background:
    """The lines of a view, and the names that they could bear on wide maps and on phones."""

    view: View
    markup: str
    towns: tuple[Spot, ...]
    wide: NameCandidates
    narrow: NameCandidates


def background(
    view: View, towns: Iterable[Town], called: Mapping[str, str] = MappingProxyType({})
) -> Background:
    """The background of a view. `called` has other names for areas, by their code of ISO 3166."""
    lines = view.basemap.detail(view.name)
    names_at = (find_names(lines, view, called, narrow=narrow) for narrow in (False, True))
    return Background(view, _lines(lines, view), tuple(find_towns(towns, view)), *names_at)


def _lines(lines: Detail, view: View) -> str:
    fine = view.name == "near" or view.scale <= DIVIDED
    least, rank = 1.6 if fine else 2.4 if view.world else 1.8, 9 if view.scale <= DIVIDED else 5
    return _sea(view) + _paths(
        ("map-land", fill(lines.land, view, least)),
        ("map-grid", _graticule(view)),
        ("map-division", stroke(lines.divisions, view, 1.6 * least)),
        ("map-river", stroke(lines.rivers, view, least, rank)),
        ("map-lake", fill(lines.lakes, view, least)),
        ("map-disputed", stroke(lines.disputed, view, least)),
        ("map-border", stroke(lines.borders, view, least)),
    )


def _sea(view: View) -> str:
    """Where the Earth is in the picture, as a closed shape."""
    if not view.world:
        return element("rect", {"class": "map-sea", "width": view.width, "height": view.height})
    edge = [(view.lon - 180, lat) for lat in range(-90, 91, 3)]
    edge += [(view.lon + 180, lat) for lat in range(90, -91, -3)]
    return _paths(("map-sea", written(view.plot(edge), 1, closed=True)))


def _paths(*paths: tuple[str, str]) -> str:
    drawn = [path(css_class, data) for css_class, data in paths if data]
    return element("g", {"transform": f"scale({1 / FINE:g})"}, *drawn) if drawn else ""


def _graticule(view: View) -> str:
    """Meridians and parallels where north is not up everywhere: near a pole, on large maps."""
    large = view.world or view.scale > 4_000
    if not (large or view.polar):
        return ""
    west, south, east, north = view.bounds
    step = 30 if large else 5
    lats = [lat for lat in range(-90 + step, 90, step) if south <= lat <= north]
    lons = [lon for lon in range(-540, 541, 30) if west <= lon <= east]
    across = [[(lon, float(lat)) for lon in _steps(west, east)] for lat in lats]
    upward = [[(float(lon), lat) for lat in _steps(south, north)] for lon in lons]
    return "".join(written(view.plot(line), 2) for line in (*across, *upward))


def _steps(start: float, stop: float) -> list[float]:
    count = max(int((stop - start) / 3), 1)
    return [start + (stop - start) * n / count for n in range(count + 1)]


def overview(view: View) -> View:
    """What the small map of a view shows: the countries around it, or the whole Earth.

    Its middle is one of a few, so that many views share one.
    """
    scale = max(min(_WIDER * view.scale * view.width / _SIZE[0], 36_000.0), 10_000.0)
    lat = max(min(round(view.lat / _STEP) * _STEP, 90.0), -90.0)
    step = _STEP / max(cos(radians(lat)), 0.2)
    lon = wrapped(round(round(view.lon / step) * step, 1))
    around = View(lat, lon, float(f"{scale:.2g}"), *_SIZE, basemap=view.basemap)
    if view.scale <= _LOCAL and not view.polar and _is_telling(around):
        return around
    middle = wrapped(round(view.lon / 30) * 30)
    return View(0.0, middle, _WORLD_SCALE, *_WORLD_SIZE, world=True, basemap=view.basemap)


def _is_telling(small: View) -> bool:
    """Whether there is land and more than one country on a small map."""
    at, found = small.basemap.names.countries.at, []
    for x in range(8, small.width, 16):
        for y in range(8, small.height, 16):
            spot = small.where(x, y)
            found.append(at(*spot) if spot else None)
    return sum(area is not None for area in found) > len(found) / 4 and len(set(found)) > 2


def overview_lines(small: View) -> str:
    """Land, lakes and borders of a small map, which all that have its view share."""
    size: dict[str, object] = {"width": small.width, "height": small.height}
    lines = small.basemap.detail(small.name)
    return (
        element("rect", {"class": "map-inset-paper"} | size)
        + _sea(small)
        + _paths(
            ("map-land", fill(lines.land, small, _THIN)),
            ("map-lake", fill(lines.lakes, small, _THIN)),
            ("map-border", stroke(lines.borders, small, _THIN)),
        )
        + element("rect", {"class": "map-inset-edge"} | size)
    )


def here(view: View, small: View) -> str:
    """Where a view is on a small map: its frame, or a dot where that would be too small to see."""
    x, y = small.at(view.lat, view.lon)
    spots = [spot for spot in (view.where(*point) for point in view.edge(4)) if spot]
    frame = [small.at(lat, lon) for lat, lon in spots]
    size = max(hypot(a - x, b - y) for a, b in frame)
    if size < 5 or size > small.width / 2 or view.polar:
        return circle("map-here", x, y, 3.5)
    return path("map-here", "M" + "L".join(f"{px(a)} {px(b)}" for a, b in frame) + "z")


def free_corner(view: View, small: View, labels: LabelPair) -> Box | None:
    """A corner of a map that is free for its small map; None where none is."""
    return next((box for box in _corners(view, small) if labels.free(box)), None)


def emptiest_corner(view: View, small: View, keep: Iterable[Box]) -> Box:
    """The corner of a map in which the small map covers least of what is to be kept."""
    boxes = list(keep)
    return min(_corners(view, small), key=lambda corner: sum(meet(corner, box) for box in boxes))


def _corners(view: View, small: View) -> Iterator[Box]:
    right, bottom = view.width - small.width - _GAP, view.height - small.height - _GAP
    for x, y in ((right, _GAP), (_GAP, _GAP), (right, bottom), (_GAP, bottom)):
        yield x, y, x + small.width, y + small.height
