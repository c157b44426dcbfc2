"""The ground of a map, which all maps of one view share: its lines, and the names it could bear."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice, pairwise
from math import atan2, degrees, hypot
from types import MappingProxyType

from sourcebook.draw.map.basemap import Area, Detail, River, Town, detail, names
from sourcebook.draw.map.labels import Placed, along, centred, length, slanted
from sourcebook.draw.map.outline import FINE, fill, stroke, visible, written
from sourcebook.draw.map.projection import Point
from sourcebook.draw.map.view import View
from sourcebook.draw.svg import element

_DIVIDED = 1_500.0
"""Up to how many metres per unit first-level divisions and lesser rivers are shown."""
_SAMPLE = 40
"""How far apart, in units, a picture is asked which country and division is there."""
_CHOICES = 10
"""How many places in a country or a division are tried for its name."""
_MOST_TOWNS = 60

At = Callable[[float, float], Area | None]
"""Which area lies at a latitude and longitude."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A town in a picture."""

    x: float
    y: float
    town: Town


@dataclass(frozen=True, slots=True)
class Ground:
    """What lies under the marks of a map.

    Of each country, division and river: where its name could stand, the best place first.
    """

    view: View
    markup: str
    towns: tuple[Spot, ...]
    countries: tuple[tuple[Placed, ...], ...]
    divisions: tuple[tuple[Placed, ...], ...]
    rivers: tuple[tuple[Placed, ...], ...]


def ground(
    view: View, towns: Iterable[Town], called: Mapping[str, str] = MappingProxyType({})
) -> Ground:
    """The ground of a view. `called` has other names for areas, by their code of ISO 3166."""
    lines = detail(view.name)
    return Ground(
        view=view,
        markup=_markup(lines, view),
        towns=tuple(_towns(towns, view)),
        countries=tuple(_countries(view, called)),
        divisions=tuple(_divisions(view, called)),
        rivers=tuple(_river_names(lines, view)),
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
    fine = view.name == "near" or view.scale <= _DIVIDED
    least, rank = 1.1 if fine else 1.8, 9 if view.scale <= _DIVIDED else 5
    return sea(view) + _grouped(
        ("map-land", fill(lines.land, view, least)),
        ("map-grid", _graticule(view)),
        ("map-division", stroke(lines.divisions, view, least)),
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


def _towns(towns: Iterable[Town], view: View) -> Iterator[Spot]:
    """The towns in the picture in the order given, and no more than could be named."""
    spots = ((view.at(town.y / 1000, town.x / 1000), town) for town in towns)
    shown = (Spot(round(x), round(y), town) for (x, y), town in spots if view.holds(x, y, 6))
    return islice(shown, _MOST_TOWNS)


def _countries(view: View, called: Mapping[str, str]) -> Iterator[tuple[Placed, ...]]:
    at = names().countries.at
    members = _sampled(view, at)
    for area, spots in sorted(members.items(), key=_large_first):
        text = title(area, called).upper()
        yield tuple(_fitting(view, area, spots, text, "map-country", at))
    if view.scale < 6_000:
        for area, lat, lon in names().middles:
            x, y = view.at(lat, lon) if _about(view, lat) else (-1.0, -1.0)
            if area not in members and view.holds(x, y, 20):
                text = title(area, called).upper()
                yield (centred(round(x), round(y), text, "map-country"),)


def _about(view: View, lat: float) -> bool:
    return view.bounds[1] < lat < view.bounds[3]


def _divisions(view: View, called: Mapping[str, str]) -> Iterator[tuple[Placed, ...]]:
    if view.name == "near" and view.scale <= _DIVIDED:
        at = names().divisions.at
        for area, spots in sorted(_sampled(view, at).items(), key=_large_first):
            text = title(area, called)
            yield tuple(_fitting(view, area, spots, text, "map-division-name", at))


def title(area: Area, called: Mapping[str, str]) -> str:
    """The dataset's name of an area, unless that only adds to the map's ("Homs Governorate")."""
    own = called.get(area.code, area.name)
    return area.name if own.startswith(area.name) else own


def _large_first(member: tuple[Area, list[Point]]) -> tuple[int, str]:
    area, spots = member
    return -len(spots), area.name


def _sampled(view: View, at: At) -> dict[Area, list[Point]]:
    """Where in the picture each area lies."""
    members: dict[Area, list[Point]] = {}
    for y in range(_SAMPLE // 2, view.height, _SAMPLE):
        for x in range(_SAMPLE // 2, view.width, _SAMPLE):
            spot = view.where(x, y)
            area = at(*spot) if spot else None
            if area is not None:
                members.setdefault(area, []).append((x, y))
    return members


def _fitting(
    view: View, area: Area, spots: list[Point], text: str, look: str, at: At
) -> Iterator[Placed]:
    """Where in an area its name could stand, nearest to its middle first; it fits inside."""
    middle = sum(x for x, _ in spots) / len(spots), sum(y for _, y in spots) / len(spots)
    near = sorted(spots, key=lambda spot: (hypot(spot[0] - middle[0], spot[1] - middle[1]), spot))
    for x, y in near[:: -(-len(near) // _CHOICES)]:
        placed = centred(x, y, text, look)
        if all(_is(view, area, corner, at) for corner in _corners(placed)):
            yield placed


def _corners(placed: Placed) -> tuple[Point, ...]:
    left, top, right, bottom = placed.boxes[0]
    return (left, top), (right, top), (left, bottom), (right, bottom)


def _is(view: View, area: Area, point: Point, at: At) -> bool:
    spot = view.where(*point)
    return spot is not None and at(*spot) == area


def _river_names(lines: Detail, view: View) -> Iterator[tuple[Placed, ...]]:
    runs: dict[River, list[list[Point]]] = {}
    for number, run in visible(lines.rivers, view):
        runs.setdefault(lines.rivers.names[number], []).append(run)
    for river in sorted(runs):
        if river.name:
            yield tuple(_along(max(runs[river], key=_length), river.name))


def _length(run: list[Point]) -> float:
    return sum(hypot(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(run))


def _along(run: list[Point], text: str) -> Iterator[Placed]:
    """Where along a river its name could stand: above it, where it runs about straight."""
    reach = length(text, "map-river-name") / 2
    whole = _length(run)
    if whole < 3 * reach:
        return
    for share in (0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8, 0.12, 0.88):
        one, other = (_on(run, whole * share + side * reach) for side in (-1, 1))
        one, other = sorted((one, other))
        across, down = other[0] - one[0], other[1] - one[1]
        chord = hypot(across, down)
        if chord > 1.75 * reach:
            right, low = across / chord, down / chord
            x, y = (one[0] + other[0]) / 2 + 9 * low, (one[1] + other[1]) / 2 - 9 * right
            boxes = slanted(x, y, right, low, reach)
            turn = round(degrees(atan2(low, right)))
            yield along(round(x), round(y), turn, boxes, text, "map-river-name")


def _on(run: list[Point], far: float) -> Point:
    """The point of a line that is so far along it."""
    for a, b in pairwise(run):
        step = hypot(b[0] - a[0], b[1] - a[1])
        if step >= far > 0:
            return a[0] + (b[0] - a[0]) * far / step, a[1] + (b[1] - a[1]) * far / step
        far -= step
    return run[-1]
