"""The names that the background of a map could bear: where each of them could stand, best first."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice, pairwise
from math import atan2, degrees, hypot

from sourcebook.geo.basemap import Cells, Detail, NamedArea, River, Town
from sourcebook.geo.projection import Point
from sourcebook.maps.paths import visible
from sourcebook.maps.text_boxes import PlacedText, TextBlock, place_centred, slanted_boxes
from sourcebook.maps.view import View

DIVIDED = 1_500.0
"""Up to how many metres per unit first-level divisions and lesser rivers are shown."""
_SAMPLE = 40
"""How far apart, in units, a picture is asked which country and division is there."""
_CHOICES = 10
"""How many places in a country or a division are tried for its name."""
_SHARES = tuple(0.5 + side * step / 32 for step in range(14) for side in (1, -1)[: step + 1])
"""Where along a river its name is tried, from the middle on."""
_BEND = 14.0
"""Up to what size, in units, bends of a river do not keep its name from standing along it."""
_MOST_TOWNS = 60

Candidates = tuple[PlacedText, ...]
"""Where one name could stand, the best place first."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A town in a picture, in units."""

    x: float
    y: float
    town: Town


@dataclass(frozen=True, slots=True)
class NameCandidates:
    """Names that a background could bear in one size of letters."""

    countries: tuple[Candidates, ...]
    divisions: tuple[Candidates, ...]
    rivers: tuple[Candidates, ...]

    def without(self, hidden: Collection[str]) -> "NameCandidates":
        """The same without some areas, by their names."""
        upper = {name.upper() for name in hidden}
        return NameCandidates(
            _without(self.countries, upper), _without(self.divisions, upper), self.rivers
        )


def _without(names: tuple[Candidates, ...], hidden: Collection[str]) -> tuple[Candidates, ...]:
    return tuple(e for e in names if e and e[0].block.lines[0].upper() not in hidden)


def find_names(
    lines: Detail, view: View, called: Mapping[str, str], *, narrow: bool = False
) -> NameCandidates:
    """The names of a view; on a phone without divisions, whose lines say enough."""
    return NameCandidates(
        tuple(_countries(view, called, narrow=narrow)),
        () if narrow else tuple(_divisions(view, called)),
        tuple(_rivers(lines, view, narrow=narrow)),
    )


def find_towns(towns: Iterable[Town], view: View) -> Iterator[Spot]:
    """The towns in the picture in the order given, and no more than could be named."""
    spots = ((view.at(town.y / 1000, town.x / 1000), town) for town in towns)
    shown = (Spot(round(x), round(y), town) for (x, y), town in spots if view.holds(x, y, 6))
    return islice(shown, _MOST_TOWNS)


def _countries(view: View, called: Mapping[str, str], *, narrow: bool) -> Iterator[Candidates]:
    def block(area: NamedArea) -> TextBlock:
        return TextBlock((title(area, called).upper(),), "map-country", narrow)

    members = _sampled(view, view.basemap.names.countries)
    for area, spots in members.items():
        yield tuple(_fitting(view, area, spots, block(area), view.basemap.names.countries))
    if view.scale < 6_000:
        for area, lat, lon in view.basemap.names.middles:
            if area not in members and view.bounds[1] < lat < view.bounds[3]:
                x, y = view.at(lat, lon)
                if view.holds(x, y, 20):
                    yield (place_centred(round(x), round(y), block(area)),)


def _divisions(view: View, called: Mapping[str, str]) -> Iterator[Candidates]:
    if view.name == "near" and view.scale <= DIVIDED:
        for area, spots in _sampled(view, view.basemap.names.divisions).items():
            block = TextBlock((title(area, called),), "map-division-name")
            yield tuple(_fitting(view, area, spots, block, view.basemap.names.divisions))


def title(area: NamedArea, called: Mapping[str, str]) -> str:
    """The dataset's name of an area, unless that only adds to the map's ("Homs Governorate")."""
    own = called.get(area.code, area.name)
    return area.name if own.startswith(area.name) else own


def _sampled(view: View, cells: Cells) -> dict[NamedArea, list[Point]]:
    """Where in the picture each area lies, the largest first."""
    found: dict[NamedArea, list[Point]] = {}
    for y in range(_SAMPLE // 2, view.height, _SAMPLE):
        for x in range(_SAMPLE // 2, view.width, _SAMPLE):
            area = _area_at(view, (x, y), cells)
            if area is not None:
                found.setdefault(area, []).append((x, y))
    return dict(sorted(found.items(), key=lambda item: (-len(item[1]), item[0].name)))


def _area_at(view: View, point: Point, cells: Cells) -> NamedArea | None:
    spot = view.where(*point)
    return cells.at(*spot) if spot else None


def _fitting(
    view: View, area: NamedArea, spots: list[Point], block: TextBlock, cells: Cells
) -> Iterator[PlacedText]:
    """Where in an area its name could stand, nearest to its middle first; it fits inside."""
    middle = sum(x for x, _ in spots) / len(spots), sum(y for _, y in spots) / len(spots)
    near = sorted(spots, key=lambda spot: (hypot(spot[0] - middle[0], spot[1] - middle[1]), spot))
    for x, y in near[:: -(-len(near) // _CHOICES)]:
        placed = place_centred(x, y, block)
        left, top, right, bottom = placed.boxes[0]
        corners = (left, top), (right, top), (left, bottom), (right, bottom)
        if all(_area_at(view, corner, cells) == area for corner in corners):
            yield placed


def _rivers(lines: Detail, view: View, *, narrow: bool) -> Iterator[Candidates]:
    runs: dict[River, list[list[Point]]] = {}
    for number, run in visible(lines.rivers, view):
        runs.setdefault(lines.rivers.names[number], []).append(run)
    for river in sorted(runs):
        if river.name:
            block = TextBlock((river.name,), "map-river-name", narrow)
            yield tuple(_along(_course(max(runs[river], key=_length)), block))


def _course(run: list[Point]) -> list[Point]:
    """Where a river goes without its bends, which are smaller than letters."""
    course = [run[0]]
    for x, y in run:
        if hypot(x - course[-1][0], y - course[-1][1]) >= _BEND:
            course.append((x, y))
    return course


def _length(run: list[Point]) -> float:
    return sum(hypot(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(run))


def _along(run: list[Point], block: TextBlock) -> Iterator[PlacedText]:
    """Where along a river its name could stand: above it, where it runs about straight."""
    half, whole = block.width / 2, _length(run)
    for share in _SHARES if whole >= 3 * half else ():
        one, other = sorted(_point_at(run, whole * share + side * half) for side in (-1, 1))
        across, down = other[0] - one[0], other[1] - one[1]
        chord = hypot(across, down)
        if chord > 1.75 * half:
            right, low, up = across / chord, down / chord, 0.8 * block.size
            x, y = (one[0] + other[0]) / 2 + up * low, (one[1] + other[1]) / 2 - up * right
            boxes = slanted_boxes(x, y, right, low, half, 0.64 * block.size)
            turn = round(degrees(atan2(low, right)))
            yield PlacedText(block, round(x), round(y), "middle", 0.35, boxes, turn)


def _point_at(run: list[Point], far: float) -> Point:
    """The point of a line that is so far along it, in units."""
    for a, b in pairwise(run):
        step = hypot(b[0] - a[0], b[1] - a[1])
        if step >= far > 0:
            return a[0] + (b[0] - a[0]) * far / step, a[1] + (b[1] - a[1]) * far / step
        far -= step
    return run[-1]
