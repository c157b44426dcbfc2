"""Where names can be put on a moving map: of towns, and of countries and divisions."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import product
from math import floor
from typing import Any

from sourcebook.geo.basemap import Bounds, Cells, NamedArea, Town
from sourcebook.geo.projection import Point
from sourcebook.maps import Atlas
from sourcebook.maps.place_names import title

MOST_TOWNS = 1_000
"""The most towns of a region: some 25 kilobytes."""

_SAMPLES = 6
"""How many places along each side of a block are asked which area they lie in."""

Row = list[Any]


def capitals(atlas: Atlas) -> list[Row]:
    """The towns of a map of the Earth."""
    return _rows(town for town in atlas.towns if town.rank <= 1 or (town.capital and town.rank < 5))


def towns_in(atlas: Atlas, box: Bounds) -> list[Row]:
    """Rank, name, longitude and latitude in thousandths of a degree; the largest first."""
    west, south, east, north = (limit * 1000 for limit in box)
    inside = (t for t in atlas.towns if west <= t.x <= east and south <= t.y <= north)
    return _rows(inside)[:MOST_TOWNS]


def _rows(towns: Iterable[Town]) -> list[Row]:
    return [[town.rank, town.name, town.x, town.y] for town in sorted(towns)]


def countries(atlas: Atlas) -> list[Row]:
    """Each country with one place in it: name, longitude and latitude, and its size in cells."""
    sizes, middles = _sizes(atlas.basemap.names.countries), atlas.basemap.names.middles
    return sorted([title(area, atlas.called), x, y, sizes[area]] for area, y, x in middles)


def _sizes(cells: Cells) -> Counter[NamedArea]:
    counts = Counter(cells.cells)
    return Counter({area: counts[number] for number, area in enumerate(cells.areas, 1)})


def spots(cells: Cells, box: Bounds, block: float, known: Mapping[str, str]) -> list[Row]:
    """Where names of areas can be put: in each block of degrees that lies within one area.

    An area without such a block has the middle of what was found of it. Name, longitude, latitude,
    and its size in cells.
    """
    sizes = _sizes(cells)
    whole: dict[NamedArea, list[Point]] = defaultdict(list)
    parts: dict[NamedArea, list[Point]] = defaultdict(list)
    for west, south in product(*_corners(box, block)):
        found = dict(_sampled(cells, west, south, block))
        areas = set(found.values())
        only = next(iter(areas)) if len(areas) == 1 else None
        if only is not None:
            whole[only].append((west + block / 2, south + block / 2))
        for point, area in found.items():
            if area is not None:
                parts[area].append(point)
    rows = [
        [title(area, known), round(x, 2), round(y, 2), sizes[area]]
        for area in parts
        for x, y in whole[area] or [_middle(parts[area])]
    ]
    return sorted(rows)


def _corners(box: Bounds, block: float) -> tuple[list[float], list[float]]:
    west, south, east, north = (floor(limit / block) for limit in box)
    return [x * block for x in range(west, east + 1)], [y * block for y in range(south, north + 1)]


def _sampled(
    cells: Cells, west: float, south: float, block: float
) -> Iterator[tuple[Point, NamedArea | None]]:
    steps = [block * (n + 0.5) / _SAMPLES for n in range(_SAMPLES)]
    for across, up in product(steps, steps):
        point = west + across, south + up
        yield point, cells.at(point[1], point[0])


def _middle(points: list[Point]) -> Point:
    """The point of several that is nearest to their mean."""
    x, y = (sum(axis) / len(points) for axis in zip(*points, strict=True))
    return min(points, key=lambda point: ((point[0] - x) ** 2 + (point[1] - y) ** 2, point))
