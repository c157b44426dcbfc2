"""A layered drawing of a directed graph: what is above stands above, few lines cross, all fits.

After Sugiyama, Tagawa and Toda (1981): nodes in layers, long lines through places of their own in
the layers between, orders by barycentres. Lines of one bundle share those places. A layer that is
too wide for the sheet becomes two, so that a drawing grows down and never sideways.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from sourcebook.charts.layout.grid import Grid, Line, grid, width
from sourcebook.charts.layout.order import neighbours, ordered
from sourcebook.charts.layout.rank import acyclic, ranks
from sourcebook.charts.layout.spread import spread

__all__ = ["Box", "Layout", "Line", "acyclic", "layout", "stacked"]

_APART, _ENDS = 26.0, 11.0
"""The room between one layer and the next, and between the ends of lines on one side of a node."""

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Box:
    """How much room a node takes up."""

    wide: float
    high: float


@dataclass(frozen=True, slots=True)
class Layout:
    """The centre of each node, the points of each line from `above` to `below`, and the height."""

    centres: Mapping[str, Point]
    lines: Mapping[Line, tuple[Point, ...]]
    height: float


def layout(boxes: Mapping[str, Box], lines: Iterable[Line], room: float) -> Layout:
    """A layered drawing that is `room` wide, of nodes and of lines between them."""
    given = [x for x in dict.fromkeys(lines) if x.above in boxes and x.below in boxes]
    turned = acyclic((line.above, line.below) for line in given)
    down = {line: _down(line, turned) for line in given if line.above != line.below}
    rank = ranks(boxes, [(line.above, line.below) for line in down.values()])
    wide = {name: box.wide for name, box in boxes.items()}
    found = grid(rank, tuple(down.values()), wide, room)
    return _drawn(found, boxes, down, room)


def stacked(boxes: Mapping[str, Box], lines: Iterable[Line], room: float) -> Layout:
    """The same with what no line ties together one below the other, for narrow sheets."""
    lines = [line for line in lines if line.above in boxes and line.below in boxes]
    centres: dict[str, Point] = {}
    ways: dict[Line, tuple[Point, ...]] = {}
    top = 0.0
    for family in _families(boxes, lines):
        own = {name: boxes[name] for name in family}
        found = layout(own, [line for line in lines if line.above in own], room)
        centres |= {name: (x, y + top) for name, (x, y) in found.centres.items()}
        for line, way in found.lines.items():
            ways[line] = tuple((x, y + top) for x, y in way)
        top += found.height + _APART
    return Layout(centres, ways, max(top - _APART, 0.0))


def _families(names: Iterable[str], lines: Iterable[Line]) -> list[list[str]]:
    """What hangs together by lines, each in the order of the names."""
    family = {name: [name] for name in names}
    for line in lines:
        one, other = family[line.above], family[line.below]
        if one is not other:
            larger, smaller = (one, other) if len(one) >= len(other) else (other, one)
            larger += smaller
            family |= dict.fromkeys(smaller, larger)
    order = {name: number for number, name in enumerate(family)}
    found = {id(members): members for members in family.values()}
    return [sorted(members, key=order.__getitem__) for members in found.values()]


def _down(line: Line, turned: frozenset[tuple[str, str]]) -> Line:
    if (line.above, line.below) in turned:
        return Line(line.below, line.above, line.bundle)
    return line


def _drawn(found: Grid, boxes: Mapping[str, Box], down: Mapping[Line, Line], room: float) -> Layout:
    near = neighbours(found.segments)
    layers = ordered(found.layers, found.segments)
    wide = {name: box.wide for name, box in boxes.items()}
    x = spread(
        layers, {place: width(place, wide) for layer in layers for place in layer}, near, room
    )
    spans, height = _heights(layers, boxes)
    ends = dict(_ends(x, near, boxes))
    drawn = {
        line: tuple(_points(found.ways[turned], x, spans, ends)) for line, turned in down.items()
    }
    return Layout(
        {name: (x[name], sum(spans[name]) / 2) for name in boxes},
        {line: way if down[line] is line else way[::-1] for line, way in drawn.items()},
        height,
    )


def _heights(
    layers: Sequence[Sequence[str]], boxes: Mapping[str, Box]
) -> tuple[dict[str, tuple[float, float]], float]:
    """Where each node begins and ends from the top, and where the last layer ends.

    What lines go through is as high as its layer.
    """
    spans: dict[str, tuple[float, float]] = {}
    top = 0.0
    for layer in layers:
        high = max((boxes[place].high for place in layer if place in boxes), default=0.0)
        for place in layer:
            own = boxes[place].high if place in boxes else high
            spans[place] = (top + (high - own) / 2, top + (high + own) / 2)
        top += high + _APART
    return spans, max(top - _APART, 0.0)


def _ends(
    x: Mapping[str, float],
    near: tuple[Mapping[str, list[str]], Mapping[str, list[str]]],
    boxes: Mapping[str, Box],
) -> Iterator[tuple[tuple[str, str], float]]:
    """Where lines meet a node's edge: side by side, in the order of where they come from."""
    for side in near:
        for name in boxes.keys() & side.keys():
            others = sorted(side[name], key=lambda other: (x[other], other))
            step = min(_ENDS, (boxes[name].wide - 16) / max(len(others) - 1, 1))
            for number, other in enumerate(others):
                yield (name, other), x[name] + (number - (len(others) - 1) / 2) * max(step, 0.0)


def _points(
    way: Sequence[str],
    x: Mapping[str, float],
    spans: Mapping[str, tuple[float, float]],
    ends: Mapping[tuple[str, str], float],
) -> Iterator[Point]:
    for upper, lower in pairwise(way):
        yield ends.get((upper, lower), x[upper]), spans[upper][1]
        yield ends.get((lower, upper), x[lower]), spans[lower][0]
