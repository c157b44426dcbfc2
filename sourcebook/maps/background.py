"""The ground of a map, which all maps of one view share: its lines, and the names it could bear."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from sourcebook.charts.svg import element
from sourcebook.geo.basemap import Detail, Town, detail
from sourcebook.maps.paths import FINE, fill, stroke, written
from sourcebook.maps.place_names import DIVIDED, Names, Spot, names_of, towns_of
from sourcebook.maps.view import View


@dataclass(frozen=True, slots=True)
class Ground:
    """What lies under the marks of a map, with the names for wide maps and for phones."""

    view: View
    markup: str
    towns: tuple[Spot, ...]
    wide: Names
    narrow: Names


def ground(
    view: View, towns: Iterable[Town], called: Mapping[str, str] = MappingProxyType({})
) -> Ground:
    """The ground of a view. `called` has other names for areas, by their code of ISO 3166."""
    lines = detail(view.name)
    return Ground(
        view=view,
        markup=_markup(lines, view),
        towns=tuple(towns_of(towns, view)),
        wide=names_of(lines, view, called),
        narrow=names_of(lines, view, called, narrow=True),
    )


def sketch(view: View, least: float) -> str:
    """Land, lakes and borders alone, for a small picture."""
    lines = detail(view.name)
    return sea(view) + _grouped(
        ("map-land", fill(lines.land, view, least)),
        ("map-lake", fill(lines.lakes, view, least)),
        ("map-border", stroke(lines.borders, view, least)),
    )


def sea(view: View) -> str:
    """Where the Earth is in the picture, as a closed shape."""
    if not view.world:
        return element("rect", {"class": "map-sea", "width": view.width, "height": view.height})
    edge = [(view.lon - 180, lat) for lat in range(-90, 91, 3)]
    edge += [(view.lon + 180, lat) for lat in range(90, -91, -3)]
    return _grouped(("map-sea", written(view.plot(edge), 1, closed=True)))


def _markup(lines: Detail, view: View) -> str:
    fine = view.name == "near" or view.scale <= DIVIDED
    least, rank = 1.6 if fine else 2.4 if view.world else 1.8, 9 if view.scale <= DIVIDED else 5
    return sea(view) + _grouped(
        ("map-land", fill(lines.land, view, least)),
        ("map-grid", _graticule(view)),
        ("map-division", stroke(lines.divisions, view, 1.6 * least)),
        ("map-river", stroke(lines.rivers, view, least, rank)),
        ("map-lake", fill(lines.lakes, view, least)),
        ("map-disputed", stroke(lines.disputed, view, least)),
        ("map-border", stroke(lines.borders, view, least)),
    )


def _grouped(*paths: tuple[str, str]) -> str:
    drawn = [element("path", {"class": look, "d": path}) for look, path in paths if path]
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
