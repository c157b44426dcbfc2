"""What part of the Earth a map shows: chosen so that maps of neighbouring places share one view."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from math import atan2, cos, degrees, floor, hypot, log10, radians, sin

from sourcebook.geo.basemap import BUILT_IN, Basemap, Bounds, Name
from sourcebook.geo.disc import Disc
from sourcebook.geo.projection import (
    EQUATOR,
    EqualEarth,
    Point,
    Stereographic,
    travel,
    wrapped,
)

WIDTH, HEIGHT, WORLD_HEIGHT = 640, 440, 312
"""The size of a map in its own units; at full width one of them is about a CSS pixel."""

_ROOM = (225, 155)
"""How far from the middle, in units, the places of a map may lie: it leaves room for labels, and
for a middle that is moved to the next crossing of the grid."""
_GRID = (80, 55)
"""The distance of middles from each other in units."""
_LEAST = {"near": 250.0, "far": 500.0}
"""The least metres per unit, below which a basemap has nothing more to show."""
_FAR_FROM, _GLOBE_FROM, _WORLD_FROM = 1_500.0, 6_000.0, 16_000.0
"""From how many metres per unit on a coarser basemap is enough, and the whole Earth is shown."""
_WORLD_SCALE = 58_000.0
_DEGREE_M = 111_195.0
_MANY = 200
"""From how many discs on a view is fitted to some of them."""
_BESIDE = 60
"""How near the picture, in units, a pole makes meridians run together."""


@dataclass(frozen=True)
class View:
    """A part of the Earth at a scale. Equal views are drawn on the same basemap.

    `lat` and `lon` are its middle and `scale` is metres per unit there (in a view of the whole
    Earth: metres of the projection). Its own coordinates begin at the upper left, y grows down.
    """

    lat: float
    lon: float
    scale: float
    width: int = WIDTH
    height: int = HEIGHT
    world: bool = False
    basemap: Basemap = field(default=BUILT_IN, repr=False)

    @cached_property
    def projection(self) -> Stereographic | EqualEarth:
        """How it is drawn."""
        return EqualEarth(self.lon) if self.world else Stereographic(self.lat, self.lon)

    def at(self, lat: float, lon: float) -> Point:
        """Where a place is in the picture."""
        return self.plot([(self.lon + wrapped(lon - self.lon), lat)])[0]

    def plot(self, points: Iterable[Point], unit: float = 1.0) -> list[Point]:
        """Where points of longitude and latitude in units of a degree are in the picture.

        On a map of the whole Earth a longitude beyond its edge is drawn beyond it.
        """
        forward, scale = self.projection.forward, self.scale
        left, top = self.width / 2, self.height / 2
        flat = [forward(y * unit, x * unit) for x, y in points]
        return [(left + x / scale, top - y / scale) for x, y in flat]

    def where(self, x: float, y: float) -> Point | None:
        """The latitude and longitude at a point of the picture; None outside the Earth."""
        return self.projection.inverse(
            (x - self.width / 2) * self.scale, (self.height / 2 - y) * self.scale
        )

    def circle(self, disc: Disc) -> tuple[float, float, float]:
        """The circle of a disc in a view of a part of the Earth: x and y of its middle, and radius.

        All three are in units.

        Raises:
            TypeError: the view is of the whole Earth, where a disc is no circle.
        """
        if isinstance(self.projection, EqualEarth):
            raise TypeError("on a map of the whole Earth a disc is no circle")
        x, y, r = self.projection.circle(disc.lat, disc.lon, disc.radius)
        return self.width / 2 + x / self.scale, self.height / 2 - y / self.scale, r / self.scale

    def size(self, disc: Disc) -> float:
        """About how large a disc is drawn: its radius in units."""
        if self.world:
            return disc.radius / self.scale * EQUATOR
        return self.circle(disc)[2]

    def holds(self, x: float, y: float, margin: float = 0.0) -> bool:
        """Whether a point is in the picture, at least that far from its edge."""
        return margin <= x <= self.width - margin and margin <= y <= self.height - margin

    def edge(self, steps: int) -> Iterator[Point]:
        """Points round the picture from the upper left on, so many on each side."""
        right, bottom = float(self.width), float(self.height)
        corners = (0.0, 0.0), (right, 0.0), (right, bottom), (0.0, bottom)
        for (x, y), (to_x, to_y) in zip(corners, (*corners[1:], corners[0]), strict=True):
            for step in range(steps):
                yield x + (to_x - x) * step / steps, y + (to_y - y) * step / steps

    @cached_property
    def polar(self) -> int:
        """1 where the North Pole is in the picture or beside it, -1 for the South Pole, else 0."""
        if self.world:
            return 0
        pole = 1 if self.lat > 0 else -1
        return pole if self.holds(*self.at(90.0 * pole, self.lon), -_BESIDE) else 0

    @cached_property
    def bounds(self) -> Bounds:
        """West, south, east, north of all that it shows, and a little more; west may be < -180."""
        if self.world:
            return self.lon - 180, -90.0, self.lon + 180, 90.0
        spots = [spot for spot in map(self.where, *zip(*self.edge(16), strict=True)) if spot]
        lats = [lat for lat, _ in spots]
        if self.polar:
            south, north = (min(lats), 90.0) if self.polar > 0 else (-90.0, max(lats))
            return self.lon - 180, south, self.lon + 180, north
        turns = [wrapped(lon - self.lon) for _, lon in spots]
        more = 4 * self.scale / _DEGREE_M
        wide = more / max(cos(radians(max(map(abs, lats)))), 0.01)
        return (
            self.lon + min(turns) - wide,
            max(min(lats) - more, -90.0),
            self.lon + max(turns) + wide,
            min(max(lats) + more, 90.0),
        )

    @cached_property
    def name(self) -> Name:
        """Which basemap it is drawn on."""
        if self.world or self.scale >= _GLOBE_FROM:
            return "globe"
        if self.scale >= _FAR_FROM or self.polar:
            return "far"
        (west, south, east, north), (w, s, e, n) = self.basemap.detail("near").extent, self.bounds
        return "near" if west <= w and south <= s and e <= east and n <= north else "far"


def view_of(discs: Sequence[Disc], basemap: Basemap = BUILT_IN) -> View:
    """A view with all these discs in it; there is at least one of them."""
    discs = _outermost(discs)
    lat, lon, scale = _fitted(discs)
    if scale <= _WORLD_FROM:
        near = _snapped(basemap, lat, lon, max(scale, _LEAST["near"]))
        far = _snapped(basemap, lat, lon, max(scale, _LEAST["far"]))
        view = near if near.name == "near" else far
        if view.scale <= _WORLD_FROM:
            return view
    middle = wrapped(round(_mean(discs)[1] / 30) * 30)
    return View(0.0, middle, _WORLD_SCALE, height=WORLD_HEIGHT, world=True, basemap=basemap)


def _outermost(discs: Sequence[Disc]) -> Sequence[Disc]:
    """Of many discs some that need the same view: the outermost, and the largest of each degree."""
    if len(discs) < _MANY:
        return discs
    kept = {
        pick(discs, key=of)
        for of in (lambda disc: disc.lat, lambda disc: disc.lon, lambda disc: disc.lon % 360)
        for pick in (min, max)
    }
    largest: dict[tuple[int, int], Disc] = {}
    for disc in discs:
        cell = floor(disc.lat), floor(disc.lon)
        if cell not in largest or largest[cell].radius < disc.radius:
            largest[cell] = disc
    return sorted({*kept, *largest.values()}, key=lambda disc: (disc.lat, disc.lon, disc.radius))


def _fitted(discs: Sequence[Disc]) -> tuple[float, float, float]:
    """The middle of all discs, and the least scale at which they find room."""
    lat, lon = _mean(discs)
    scale = 0.0
    for _ in range(3):
        flat = Stereographic(lat, lon)
        circles = [flat.circle(disc.lat, disc.lon, disc.radius) for disc in discs]
        left, right = min(x - r for x, _, r in circles), max(x + r for x, _, r in circles)
        bottom, top = min(y - r for _, y, r in circles), max(y + r for _, y, r in circles)
        scale = max((right - left) / 2 / _ROOM[0], (top - bottom) / 2 / _ROOM[1])
        if scale > _WORLD_FROM or any(_is_beyond(flat, disc) for disc in discs):
            return lat, lon, 2 * _WORLD_FROM
        lat, lon = flat.inverse((left + right) / 2, (bottom + top) / 2)
    return lat, lon, scale


def _is_beyond(flat: Stereographic, disc: Disc) -> bool:
    """Whether a disc reaches farther from the middle than a map of a part of the Earth can show."""
    x, y = flat.forward(disc.lat, disc.lon)
    return hypot(x, y) + disc.radius > 5_500_000


def _mean(discs: Sequence[Disc]) -> Point:
    """The middle of places on the sphere; of places all round it, any."""
    x = y = z = 0.0
    for disc in discs:
        phi, turn = radians(disc.lat), radians(disc.lon)
        x, y, z = x + cos(phi) * cos(turn), y + cos(phi) * sin(turn), z + sin(phi)
    if hypot(x, y, z) < 1e-6 * len(discs):
        return 0.0, 0.0
    return degrees(atan2(z, hypot(x, y))), degrees(atan2(y, x))


def _snapped(basemap: Basemap, lat: float, lon: float, scale: float) -> View:
    """The view nearest to a middle and a scale of those on the grid that maps share."""
    scale = _scale_step(scale)
    step = _GRID[1] * scale / _DEGREE_M
    lat = round(round(lat / step) * step, 4)
    wide = _GRID[0] * scale / (_DEGREE_M * max(cos(radians(lat)), 1e-9))
    if abs(lat) > 90 or wide > 150:  # a turn of the grid's width leads round the pole
        return View(90.0 if lat > 0 else -90.0, 0.0, scale, basemap=basemap)
    lon = wrapped(round(round(lon / wide) * wide, 4))
    return View(lat, lon, scale, basemap=basemap)


def _scale_step(scale: float) -> float:
    """The next larger of the scales that maps share, twenty a decade."""
    step = 10 ** ((floor(log10(scale) * 20 - 1e-9) + 1) / 20)
    return float(f"{step:.3g}")


def outline(disc: Disc, points: int = 72) -> list[Point]:
    """The edge of a disc as latitudes and longitudes, longitudes running on without a jump."""
    edge = [travel(disc.lat, disc.lon, disc.radius, 360 * n / points) for n in range(points + 1)]
    lons = [edge[0][1]]
    for _, lon in edge[1:]:
        lons.append(lons[-1] + wrapped(lon - lons[-1]))
    return [(lat, lon) for (lat, _), lon in zip(edge, lons, strict=True)]
