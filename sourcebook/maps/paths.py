"""The lines of a basemap as SVG paths of a view: cut to what it shows, and thinned to its scale."""

from collections.abc import Iterable, Iterator
from itertools import groupby, pairwise

from sourcebook.geo.basemap import Bounds, Layer, Polyline
from sourcebook.geo.projection import Point
from sourcebook.maps.view import View

FINE = 2
"""Paths are written in whole numbers of 1/FINE unit: shorter than decimals, and finer."""

_TURNS = (-360, 0, 360)
_EAST = 191
"""How far east in degrees the lines reach that the 180th meridian would cut."""
_ANY = 10.0**9
_BEYOND = 6.0
"""How far beyond the picture in units rings are drawn, so that it does not show their cut edges."""
_ARC = 6.0
"""The longest step along a parallel in degrees: it is drawn straight, but is an arc."""


def fill(layer: Layer, view: View, least: float = 1.0) -> str:
    """Rings as the data of one path, to be filled by the even-odd rule.

    Of points nearer to each other than `least` units one is left.
    """
    return "".join(written(ring, least, closed=True) for ring in closed_rings(layer, view))


def closed_rings(layer: Layer, view: View) -> Iterator[list[Point]]:
    """What the picture shows of rings, in its coordinates."""
    frame = -_BEYOND, -_BEYOND, view.width + _BEYOND, view.height + _BEYOND
    for ring in _rings(layer, view):
        points = view.plot(ring, 1 / layer.scale)
        seen = points if view.world else clipped(points, frame)
        if seen:
            yield seen


def stroke(layer: Layer, view: View, least: float = 1.0, rank: int = 99) -> str:
    """Lines as the data of one path, to be stroked; of rivers, those up to a rank."""
    names = layer.names
    return "".join(
        written(run, least)
        for number, run in visible(layer, view)
        if not names or names[number].rank <= rank
    )


def visible(layer: Layer, view: View) -> Iterator[tuple[int, list[Point]]]:
    """The stretches of lines that are in the picture, in its coordinates, by their numbers."""
    bounds = _bounds(view, layer.scale)
    for number, shift in _near(layer, bounds):
        for run in _runs(layer.lines[number], shift, bounds):
            for part in _within(run, bounds) if view.world else (run,):
                for seen in _seen(view.plot(part, 1 / layer.scale), view):
                    yield number, seen


def clipped(points: list[Point], bounds: Bounds) -> list[Point]:
    """A ring cut to a box (Sutherland and Hodgman): what lies outside is drawn along its edge."""
    west, south, east, north = bounds
    for axis, limit, sign in ((0, west, 1), (0, east, -1), (1, south, 1), (1, north, -1)):
        points = _cut(points, axis, limit, sign)
    return points


def _bounds(view: View, scale: int) -> Bounds:
    """The bounds of a view in units; near a pole any longitude is in the picture."""
    west, south, east, north = (limit * scale for limit in view.bounds)
    return (-_ANY, south, _ANY, north) if view.polar else (west, south, east, north)


def _near(layer: Layer, bounds: Bounds) -> Iterator[tuple[int, int]]:
    """The lines whose boxes meet another, each with how far to move it along the equator."""
    west, south, east, north = bounds
    scale = layer.scale
    for turn in (0,) if east == _ANY else _TURNS:
        shift = turn * scale
        left, right = max(west - shift, -180 * scale), min(east - shift, _EAST * scale)
        if left <= right:
            for number in layer.near((left, south, right, north)):
                yield number, shift


def _rings(layer: Layer, view: View) -> Iterator[list[Point]]:
    bounds = _bounds(view, layer.scale)
    round_the_pole: set[int] = set()
    for number, shift in _near(layer, bounds):
        line = layer.lines[number]
        if not line.open:
            yield from _cut_out(_reduced(line, shift, bounds), bounds, layer.scale)
        elif number not in round_the_pole:
            round_the_pole.add(number)
            yield from _round_the_pole(line, layer.scale, view)


def _cut_out(points: list[Point], bounds: Bounds, scale: int) -> Iterator[list[Point]]:
    points = clipped(points, bounds)
    if points:
        yield list(_curved(points, bounds, scale))


def _round_the_pole(line: Polyline, scale: int, view: View) -> Iterator[list[Point]]:
    """A coast all round the South Pole, and the land behind it."""
    coast: list[Point] = list(zip(line.xs, line.ys, strict=True))
    if view.polar:
        yield coast
        return
    round_and_round = [(x + turn * scale, y) for turn in _TURNS for x, y in coast]
    behind = [(540 * scale, -90 * scale), (-540 * scale, -90 * scale)]
    yield from _cut_out([*round_and_round, *behind], _bounds(view, scale), scale)


def _reduced(line: Polyline, shift: int, bounds: Bounds) -> list[Point]:
    """The points of a ring; runs of it that lie outside the box only by their ends.

    The run and the straight line between its ends lie in one box, which does not meet the other:
    what is inside the ring there stays the same.
    """
    points: list[Point] = []
    for start, stop, box in line.chunks:
        shown = range(start, stop - 1) if _meets(box, shift, bounds) else (start,)
        points += [(line.xs[n] + shift, line.ys[n]) for n in shown]
    return points


def _cut(points: list[Point], axis: int, limit: float, sign: int) -> list[Point]:
    if not points or min(point[axis] * sign for point in points) >= limit * sign:
        return points
    kept: list[Point] = []
    last = points[-1]
    inside = last[axis] * sign >= limit * sign
    for point in points:
        now = point[axis] * sign >= limit * sign
        if now != inside:
            share = (limit - last[axis]) / (point[axis] - last[axis])
            other = last[1 - axis] + share * (point[1 - axis] - last[1 - axis])
            kept.append((limit, other) if axis == 0 else (other, limit))
        if now:
            kept.append(point)
        last, inside = point, now
    return kept


def _curved(points: list[Point], bounds: Bounds, scale: int) -> Iterator[Point]:
    """The points, and more of them on long steps along the box's edge in the north and south."""
    last = points[-1]
    for point in points:
        far = point[0] - last[0]
        if abs(far) > _ARC * scale and point[1] == last[1] and point[1] in (bounds[1], bounds[3]):
            parts = int(abs(far) / (_ARC * scale)) + 1
            for part in range(1, parts):
                yield last[0] + far * part / parts, point[1]
        yield point
        last = point


def _runs(line: Polyline, shift: int, bounds: Bounds) -> Iterator[list[Point]]:
    """The stretches of a line whose boxes meet another, joined where they follow each other."""
    shown = (_meets(chunk.box, shift, bounds) for chunk in line.chunks)
    for first, last in _stretches(shown):
        run = slice(line.chunks[first].start, line.chunks[last].stop)
        yield [(x + shift, y) for x, y in zip(line.xs[run], line.ys[run], strict=True)]


def _stretches(shown: Iterable[bool]) -> Iterator[tuple[int, int]]:
    """The first and the last number of each unbroken stretch of what is shown."""
    number = 0
    for flag, stretch in groupby(shown):
        first, number = number, number + sum(1 for _ in stretch)
        if flag:
            yield first, number - 1


def _within(run: list[Point], bounds: Bounds) -> Iterator[list[Point]]:
    """The parts of a run that lie between the edges of a map of the whole Earth."""
    for inside, part in groupby(run, lambda point: bounds[0] <= point[0] <= bounds[2]):
        if inside:
            yield list(part)


def _seen(points: list[Point], view: View) -> Iterator[list[Point]]:
    """The parts of a line that the picture shows, with one more point at either end."""
    shown = (_crosses(one, other, view) for one, other in pairwise(points))
    for first, last in _stretches(shown):
        yield points[first : last + 2]


def _crosses(one: Point, other: Point, view: View) -> bool:
    return (
        max(one[0], other[0]) > -2
        and min(one[0], other[0]) < view.width + 2
        and max(one[1], other[1]) > -2
        and min(one[1], other[1]) < view.height + 2
    )


def written(points: list[Point], least: float, *, closed: bool = False) -> str:
    """Points of a picture as path data; those nearer than `least` units to the last are left out.

    Numbers stand as paths may have them: a minus divides as well as a blank.
    """
    reach = (least * FINE) ** 2
    first, *others = [(round(x * FINE), round(y * FINE)) for x, y in points]
    moves: list[tuple[int, int]] = []
    last = first
    for spot in others:
        across, down = spot[0] - last[0], spot[1] - last[1]
        if across * across + down * down >= reach:
            moves.append((across, down))
            last = spot
    if not closed and others and others[-1] != last:
        moves.append((others[-1][0] - last[0], others[-1][1] - last[1]))
    if len(moves) < (2 if closed else 1):
        return ""
    steps = " ".join(f"{x} {y}" for x, y in moves)
    return f"M{first[0]} {first[1]}l{steps}{'z' if closed else ''}".replace(" -", "-")


def _meets(box: Bounds, shift: int, other: Bounds) -> bool:
    """Whether a box, moved along the equator, meets another."""
    west, south, east, north = box
    inside = south <= other[3] and other[1] <= north
    return inside and west + shift <= other[2] and other[0] <= east + shift
