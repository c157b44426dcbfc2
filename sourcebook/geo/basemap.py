"""The data of Natural Earth, read when a map first needs it. Its format: data/README.md."""

import json
from array import array
from base64 import b64decode
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import accumulate
from pathlib import Path
from typing import Any, Literal, NamedTuple

Name = Literal["near", "far", "globe"]
Bounds = tuple[float, float, float, float]
"""West, south, east, north."""

DATA = Path(__file__).parent / "data"
_CELL = 10
"""The size in degrees of the cells by which lines are found."""
_CHUNK = 64
"""Points of a line that share a box, so that a map looks only at those it shows."""


class Chunk(NamedTuple):
    """A run of a line's points, its end included, and the box round them."""

    start: int
    stop: int
    box: Bounds


@dataclass(frozen=True, eq=False)
class Polyline:
    """Longitudes and latitudes in units of its `Layer`. An open ring goes round the South Pole."""

    xs: tuple[int, ...]
    ys: tuple[int, ...]
    box: Bounds

    @cached_property
    def chunks(self) -> tuple[Chunk, ...]:
        """The line in runs of points; each begins where the last one ends."""
        return tuple(self._chunk(first) for first in range(0, len(self.xs) - 1, _CHUNK))

    @property
    def open(self) -> bool:
        """Whether it does not end where it begins."""
        return self.xs[0] != self.xs[-1] or self.ys[0] != self.ys[-1]

    def _chunk(self, first: int) -> Chunk:
        stop = min(first + _CHUNK + 1, len(self.xs))
        return Chunk(first, stop, _box(self.xs[first:stop], self.ys[first:stop]))


@dataclass(frozen=True, eq=False)
class Layer:
    """Lines of one kind, in units of 1/`scale` degree, found by the cells that they touch.

    Of rivers, `names` has one for each line.
    """

    scale: int
    lines: tuple[Polyline, ...]
    names: tuple["River", ...] = ()

    def near(self, bounds: Bounds) -> list[int]:
        """The numbers of the lines whose boxes meet another in units, in order."""
        west, south, east, north = bounds
        found: set[int] = set()
        for cell in _cells_of(bounds, self.scale):
            found.update(self._index.get(cell, ()))
        boxes = ((number, self.lines[number].box) for number in sorted(found))
        return [
            number
            for number, box in boxes
            if box[0] <= east and west <= box[2] and box[1] <= north and south <= box[3]
        ]

    @cached_property
    def _index(self) -> dict[tuple[int, int], list[int]]:
        index: dict[tuple[int, int], list[int]] = {}
        for number, line in enumerate(self.lines):
            for cell in _cells_of(line.box, self.scale):
                index.setdefault(cell, []).append(number)
        return index


class River(NamedTuple):
    """A river: its rank (the lower, the larger) and its name, which may be empty."""

    rank: int
    name: str


@dataclass(frozen=True, slots=True)
class Detail:
    """The lines of one scale, and their extent in degrees."""

    extent: Bounds
    land: Layer
    lakes: Layer
    borders: Layer
    disputed: Layer
    divisions: Layer
    rivers: Layer


class Town(NamedTuple):
    """A populated place, in thousandths of a degree: the lower its rank, the larger."""

    rank: int
    name: str
    x: int
    y: int
    capital: int = 0


@dataclass(frozen=True, slots=True)
class NamedArea:
    """A country or a division: its code of ISO 3166, which may be empty, and its English name."""

    code: str
    name: str


@dataclass(frozen=True, slots=True)
class Cells:
    """Which area lies at the middle of each cell of a grid."""

    extent: Bounds
    per_degree: int
    cells: bytes
    areas: tuple[NamedArea, ...]

    def at(self, lat: float, lon: float) -> NamedArea | None:
        """The area at a place; None at sea and outside the grid."""
        west, south, east, north = self.extent
        if not (south < lat < north and west <= lon < east):
            return None
        columns = round((east - west) * self.per_degree)
        row, column = int((north - lat) * self.per_degree), int((lon - west) * self.per_degree)
        number = self.cells[row * columns + column]
        return self.areas[number - 1] if number else None


@dataclass(frozen=True, slots=True)
class AreaNames:
    """What is called what. `middles` has a place in each country, for those smaller than a cell."""

    countries: Cells
    middles: tuple[tuple[NamedArea, float, float], ...]
    divisions: Cells
    towns: tuple[Town, ...]


@dataclass(frozen=True, eq=False)
class Basemap:
    """Coastlines, borders, rivers and names below the maps, each file read when a map needs it.

    `folders` are those in which a file is looked for, the project's own first. Two basemaps are
    the same only if identical.
    """

    folders: tuple[Path, ...] = (DATA,)

    def detail(self, name: Name) -> Detail:
        """The lines of a scale: `near` is 1:10m, `far` 1:50m, `globe` 1:110m."""
        if name not in self._details:
            self._details[name] = _detail(self._read(name))
        return self._details[name]

    @cached_property
    def _details(self) -> dict[Name, Detail]:
        return {}

    @cached_property
    def names(self) -> AreaNames:
        """Countries, divisions and towns."""
        data = self._read("names")
        countries = tuple(NamedArea(code, name) for code, name, _, _ in data["countries"])
        divisions = tuple(NamedArea(code, name) for code, _, name, _ in data["divisions"])
        middles = zip(countries, data["countries"], strict=True)
        return AreaNames(
            countries=_cells(data["country_cells"], countries),
            middles=tuple((area, lat, lon) for area, (_, _, lon, lat) in middles),
            divisions=_cells(data["division_cells"], divisions),
            towns=tuple(map(Town._make, data["places"])),
        )

    @cached_property
    def area_rows(self) -> tuple[list[Any], ...]:
        """Each area with an outline: code, country, names, Wikidata, GeoNames, scale, rings.

        The country is given by its code, and empty in the row of a country itself.
        """
        data = self._read("areas")
        return (*data["countries"], *data["divisions"])

    def _read(self, name: str) -> dict[str, Any]:
        paths = (folder / f"{name}.json" for folder in self.folders)
        path = next(path for path in paths if path.is_file())
        data: dict[str, Any] = json.loads(path.read_text("utf-8"))
        return data


BUILT_IN = Basemap()
"""The basemap that comes with the program."""


def basemap_of(overrides: Path) -> Basemap:
    """The basemap of a project, whose own files lie in a folder of its templates."""
    own = overrides / "basemap"
    return Basemap((own, DATA)) if own.is_dir() else BUILT_IN


def _detail(data: dict[str, Any]) -> Detail:
    west, south, east, north = data["extent"]
    scale = data["scale"]
    kinds = ("lakes", "borders", "disputed", "divisions")
    pairs = [(River(rank, title), each) for rank, title, lines in data["rivers"] for each in lines]
    rivers, courses = zip(*pairs, strict=True) if pairs else ((), ())
    return Detail(
        extent=(west, south, east, north),
        land=Layer(scale, tuple(to_the_pole(decode(*each), scale) for each in data["land"])),
        **{kind: Layer(scale, tuple(decode(*each) for each in data[kind])) for kind in kinds},
        rivers=Layer(scale, tuple(decode(*each) for each in courses), tuple(rivers)),
    )


def decode(start_x: int, start_y: int, steps: str) -> Polyline:
    """A line from its start and its steps: two signed bytes each, in base64."""
    moves = array("b", b64decode(steps))
    xs = tuple(accumulate(moves[::2], initial=start_x))
    ys = tuple(accumulate(moves[1::2], initial=start_y))
    return Polyline(xs, ys, _box(xs, ys))


def to_the_pole(ring: Polyline, scale: int) -> Polyline:
    """A ring; the box of one round the South Pole holds all that is behind its coast."""
    west, _, east, north = ring.box
    return replace(ring, box=(west, -90 * scale, east, north)) if ring.open else ring


def _cells_of(box: Bounds, scale: int) -> Iterator[tuple[int, int]]:
    """The cells that a box of units touches."""
    west, south, east, north = (int(limit // (scale * _CELL)) for limit in box)
    for column in range(west, east + 1):
        for row in range(south, north + 1):
            yield column, row


def _box(xs: tuple[int, ...], ys: tuple[int, ...]) -> Bounds:
    return min(xs), min(ys), max(xs), max(ys)


def _cells(data: dict[str, Any], areas: tuple[NamedArea, ...]) -> Cells:
    west, south, east, north = data["extent"]
    runs = b64decode(data["runs"])
    pairs = zip(runs[::2], runs[1::2], strict=True)
    cells = b"".join(bytes((number,)) * count for count, number in pairs)
    return Cells((west, south, east, north), data["per_degree"], cells, areas)
