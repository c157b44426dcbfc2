"""The lines of a basemap as SVG paths of a view: cut to what it shows, and thinned to its scale."""

from collections.abc import Iterable, Iterator
from itertools import groupby, pairwise

from sourcebook.draw.map.basemap import Box, Line
from sourcebook.draw.map.projection import Point
from sourcebook.draw.map.view import View

FINE = 2
"""Paths are written in whole numbers of 1/FINE unit: shorter than decimals, and finer."""

_TURNS = (-360, 0, 360)
_ARC = 6.0
"""The longest step along a parallel in degrees: it is drawn straight, but is an arc."""


def fill(lines: Iterable[Line], scale: int, view: View, least: float = 1.0) -> str:
    """Rings as the data of one path, to be filled by the even-odd rule.

    `scale` is the lines' units per degree; of points nearer to each other than `least` units one
    is left.
    """
    rings = (view.plot(ring, 1 / scale) for ring in _rings(lines, scale, view))
    return "".join(written(ring, view, least, closed=True) for ring in rings)


def stroke(lines: Iterable[Line], scale: int, view: View, least: float = 1.0) -> str:
    """Lines as the data of one path, to be stroked."""
    return "".join(written(run, view, least) for run in visible(lines, scale, view))


def visible(lines: Iterable[Line], scale: int, view: View) -> Iterator[list[Point]]:
    """The stretches of lines that are about in the picture, in its coordinates."""
    bounds = _scaled(view.bounds, scale)
    for line in lines:
        for turn in (0,) if view.polar else _TURNS:
            for run in _runs(line, turn * scale, bounds):
                for part in _within(run, bounds) if view.world else (run,):
                    yield from _seen(view.plot(part, 1 / scale), view)


def clipped(points: list[Point], bounds: Box) -> list[Point]:
    """A ring cut to a box (Sutherland and Hodgman): what lies outside is drawn along its edge."""
    west, south, east, north = bounds
    for axis, limit, sign in ((0, west, 1), (0, east, -1), (1, south, 1), (1, north, -1)):
        points = _cut(points, axis, limit, sign)
    return points


def _rings(lines: Iterable[Line], scale: int, view: View) -> Iterator[list[Point]]:
    bounds = _scaled(view.bounds, scale)
    for line in lines:
        if line.open:
            yield from _round_the_pole(line, scale, view)
            continue
        for turn in (0,) if view.polar else _TURNS:
            yield from _ring(line, turn * scale, bounds, scale, view)


def _ring(line: Line, shift: int, bounds: Box, scale: int, view: View) -> Iterator[list[Point]]:
    if view.polar:  # any longitude is in the picture
        bounds = (-(10**9), bounds[1], 10**9, bounds[3])
    if not _meet(_moved(line.box, shift), bounds):
        return
    points = clipped(_reduced(line, shift, bounds), bounds)
    if points:
        yield list(_curved(points, bounds, scale))


def _round_the_pole(line: Line, scale: int, view: View) -> Iterator[list[Point]]:
    """A coast all round the South Pole, and the land behind it."""
    coast: list[Point] = list(zip(line.xs, line.ys, strict=True))
    if view.polar < 0:
        yield coast
    elif view.polar == 0 and view.bounds[1] * scale < line.box[3]:
        round_and_round = [(x + turn * scale, y) for turn in _TURNS for x, y in coast]
        behind = [(540 * scale, -90 * scale), (-540 * scale, -90 * scale)]
        bounds = _scaled(view.bounds, scale)
        points = clipped([*round_and_round, *behind], bounds)
        if points:
            yield list(_curved(points, bounds, scale))


def _reduced(line: Line, shift: int, bounds: Box) -> list[Point]:
    """The points of a ring; runs of it that lie outside the box only by their ends.

    The run and the straight line between its ends lie in one box, which does not meet the other:
    what is inside the ring there stays the same.
    """
    points: list[Point] = []
    for start, stop, box in line.chunks:
        near = _meet(_moved(box, shift), bounds)
        shown = range(start, stop - 1) if near else (start,)
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


def _curved(points: list[Point], bounds: Box, scale: int) -> Iterator[Point]:
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


def _runs(line: Line, shift: int, bounds: Box) -> Iterator[list[Point]]:
    """The stretches of a line whose boxes meet another, joined where they follow each other."""
    if not _meet(_moved(line.box, shift), bounds):
        return
    run: list[Point] = []
    for start, stop, box in line.chunks:
        if _meet(_moved(box, shift), bounds):
            first = start + bool(run)
            pairs = zip(line.xs[first:stop], line.ys[first:stop], strict=True)
            run += [(x + shift, y) for x, y in pairs]
        elif run:
            yield run
            run = []
    if run:
        yield run


def _within(run: list[Point], bounds: Box) -> Iterator[list[Point]]:
    """The parts of a run that lie between the edges of a map of the whole Earth."""
    for inside, part in groupby(run, lambda point: bounds[0] <= point[0] <= bounds[2]):
        if inside:
            yield list(part)


def _seen(points: list[Point], view: View) -> Iterator[list[Point]]:
    """The parts of a line that the picture shows, with one more point at either end."""
    shown = [_crosses(one, other, view) for one, other in pairwise(points)]
    run: list[Point] = []
    for number, show in enumerate(shown):
        if show:
            run = run or [points[number]]
            run.append(points[number + 1])
        elif run:
            yield run
            run = []
    if run:
        yield run


def _crosses(one: Point, other: Point, view: View) -> bool:
    return (
        max(one[0], other[0]) > -2
        and min(one[0], other[0]) < view.width + 2
        and max(one[1], other[1]) > -2
        and min(one[1], other[1]) < view.height + 2
    )


def written(points: list[Point], view: View, least: float, *, closed: bool = False) -> str:
    """Points of a picture as path data; those nearer than `least` to the last one are left out."""
    reach = (least * FINE) ** 2
    moves: list[tuple[int, int]] = []
    first = last = _whole(points[0], view)
    for number, point in enumerate(points[1:], 2):
        here = _whole(point, view)
        step = here[0] - last[0], here[1] - last[1]
        end = number == len(points) and not closed
        if step[0] ** 2 + step[1] ** 2 >= reach or (end and step != (0, 0)):
            moves.append(step)
            last = here
    if len(moves) < (2 if closed else 1):
        return ""
    return f"M{_pair(*first)}l{_joined(moves)}{'z' if closed else ''}"


def _whole(point: Point, view: View) -> tuple[int, int]:
    """A point in whole numbers, not farther off than a picture can need."""
    x = max(-2 * view.width, min(3 * view.width, point[0]))
    y = max(-2 * view.height, min(3 * view.height, point[1]))
    return round(x * FINE), round(y * FINE)


def _joined(moves: Iterable[tuple[int, int]]) -> str:
    """Numbers as paths may have them: a minus divides as well as a blank."""
    return " ".join(_pair(x, y) for x, y in moves).replace(" -", "-")


def _pair(x: int, y: int) -> str:
    return f"{x} {y}".replace(" -", "-")


def _meet(one: Box, other: Box) -> bool:
    return one[0] <= other[2] and other[0] <= one[2] and one[1] <= other[3] and other[1] <= one[3]


def _moved(box: Box, shift: int) -> Box:
    return box[0] + shift, box[1], box[2] + shift, box[3]


def _scaled(bounds: Box, scale: int) -> Box:
    west, south, east, north = bounds
    return west * scale, south * scale, east * scale, north * scale
