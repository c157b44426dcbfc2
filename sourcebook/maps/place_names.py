"""The names that the ground of a map could bear: where each of them could stand, best first."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import islice, pairwise
from math import atan2, degrees, hypot

from sourcebook.geo.basemap import Area, Detail, River, Town, names
from sourcebook.geo.projection import Point
from sourcebook.maps.letters import length, size
from sourcebook.maps.paths import visible
from sourcebook.maps.text_boxes import Placed, along, centred, slanted
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

At = Callable[[float, float], Area | None]
"""Which area lies at a latitude and longitude."""
Choices = tuple[Placed, ...]
"""Where one name could stand, the best place first."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A town in a picture."""

    x: float
    y: float
    town: Town


@dataclass(frozen=True, slots=True)
class Names:
    """Names that a ground could bear in one size of letters."""

    countries: tuple[Choices, ...]
    divisions: tuple[Choices, ...]
    rivers: tuple[Choices, ...]

    def without(self, told: Collection[str]) -> "Names":
        """The same without some areas."""
        words = {name.upper() for name in told}
        return replace(
            self,
            countries=_without(self.countries, words),
            divisions=_without(self.divisions, words),
        )


def _without(names: tuple[Choices, ...], words: Collection[str]) -> tuple[Choices, ...]:
    return tuple(each for each in names if each and each[0].lines[0].upper() not in words)


def names_of(
    lines: Detail, view: View, called: Mapping[str, str], *, narrow: bool = False
) -> Names:
    """The names of a view; on a phone without divisions, whose lines say enough."""
    return Names(
        tuple(_countries(view, called, narrow=narrow)),
        () if narrow else tuple(_divisions(view, called)),
        tuple(_river_names(lines, view, narrow=narrow)),
    )


def towns_of(towns: Iterable[Town], view: View) -> Iterator[Spot]:
    """The towns in the picture in the order given, and no more than could be named."""
    spots = ((view.at(town.y / 1000, town.x / 1000), town) for town in towns)
    shown = (Spot(round(x), round(y), town) for (x, y), town in spots if view.holds(x, y, 6))
    return islice(shown, _MOST_TOWNS)


def _countries(view: View, called: Mapping[str, str], *, narrow: bool) -> Iterator[Choices]:
    at, look = names().countries.at, "map-country"
    members = _sampled(view, at)
    for area, spots in sorted(members.items(), key=_large_first):
        text = title(area, called).upper()
        yield tuple(_fitting(view, area, spots, text, look, at, narrow=narrow))
    if view.scale < 6_000:
        for area, lat, lon in names().middles:
            x, y = view.at(lat, lon) if _about(view, lat) else (-1.0, -1.0)
            if area not in members and view.holds(x, y, 20):
                text = title(area, called).upper()
                yield (centred(round(x), round(y), (text,), look, narrow=narrow),)


def _about(view: View, lat: float) -> bool:
    return view.bounds[1] < lat < view.bounds[3]


def _divisions(view: View, called: Mapping[str, str]) -> Iterator[Choices]:
    if view.name == "near" and view.scale <= DIVIDED:
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
    view: View, area: Area, spots: list[Point], text: str, look: str, at: At,
    *, narrow: bool = False,
) -> Iterator[Placed]:  # fmt: skip
    """Where in an area its name could stand, nearest to its middle first; it fits inside."""
    middle = sum(x for x, _ in spots) / len(spots), sum(y for _, y in spots) / len(spots)
    near = sorted(spots, key=lambda spot: (hypot(spot[0] - middle[0], spot[1] - middle[1]), spot))
    for x, y in near[:: -(-len(near) // _CHOICES)]:
        placed = centred(x, y, (text,), look, narrow=narrow)
        if all(_is(view, area, corner, at) for corner in _corners(placed)):
            yield placed


def _corners(placed: Placed) -> tuple[Point, ...]:
    left, top, right, bottom = placed.boxes[0]
    return (left, top), (right, top), (left, bottom), (right, bottom)


def _is(view: View, area: Area, point: Point, at: At) -> bool:
    spot = view.where(*point)
    return spot is not None and at(*spot) == area


def _river_names(lines: Detail, view: View, *, narrow: bool) -> Iterator[Choices]:
    runs: dict[River, list[list[Point]]] = {}
    for number, run in visible(lines.rivers, view):
        runs.setdefault(lines.rivers.names[number], []).append(run)
    for river in sorted(runs):
        if river.name:
            yield tuple(_along(_course(max(runs[river], key=_length)), river.name, narrow=narrow))


def _course(run: list[Point]) -> list[Point]:
    """Where a river goes without its bends, which are smaller than letters."""
    course = [run[0]]
    for x, y in run:
        if hypot(x - course[-1][0], y - course[-1][1]) >= _BEND:
            course.append((x, y))
    return course


def _length(run: list[Point]) -> float:
    return sum(hypot(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(run))


def _along(run: list[Point], text: str, *, narrow: bool) -> Iterator[Placed]:
    """Where along a river its name could stand: above it, where it runs about straight."""
    look = "map-river-name"
    reach, high = length(text, look, narrow=narrow) / 2, size(look, narrow=narrow)
    whole = _length(run)
    if whole < 3 * reach:
        return
    for share in _SHARES:
        one, other = (_on(run, whole * share + side * reach) for side in (-1, 1))
        one, other = sorted((one, other))
        across, down = other[0] - one[0], other[1] - one[1]
        chord = hypot(across, down)
        if chord > 1.75 * reach:
            right, low, up = across / chord, down / chord, 0.8 * high
            x, y = (one[0] + other[0]) / 2 + up * low, (one[1] + other[1]) / 2 - up * right
            boxes = slanted(x, y, right, low, reach, 0.64 * high)
            turn = round(degrees(atan2(low, right)))
            yield along(round(x), round(y), turn, boxes, text, look)


def _on(run: list[Point], far: float) -> Point:
    """The point of a line that is so far along it."""
    for a, b in pairwise(run):
        step = hypot(b[0] - a[0], b[1] - a[1])
        if step >= far > 0:
            return a[0] + (b[0] - a[0]) * far / step, a[1] + (b[1] - a[1]) * far / step
        far -= step
    return run[-1]
