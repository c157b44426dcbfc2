"""A layered drawing of an acyclic graph: what is above stands above, few lines cross, all fits.

After Sugiyama, Tagawa and Toda (1981): nodes in layers, long lines through dummy nodes in the
layers between, orders by barycentres. Lines of one bundle share dummy nodes. A layer that is too
wide becomes two, so that a drawing grows down and never sideways. All lengths are in pixels.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from sourcebook.charts.layout.coordinates import assign_x
from sourcebook.charts.layout.crossings import Neighbours, neighbours, order_layers
from sourcebook.charts.layout.layers import Connection, assign_layers, components, find_back_edges

__all__ = ["Connection", "Layout", "NodeSize", "components", "find_back_edges", "layout", "stacked"]

_APART, _ENDS = 26.0, 11.0
"""The space between one layer and the next, and between the ends of lines on a node's side."""

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class NodeSize:
    """The size of a node."""

    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Layout:
    """The centre of each node, the points of each line from top to bottom, and the height."""

    centres: Mapping[str, Point]
    lines: Mapping[Connection, tuple[Point, ...]]
    height: float


def layout(
    boxes: Mapping[str, NodeSize], connections: Iterable[Connection], available_width: float
) -> Layout:
    """A layered drawing of nodes; their connections lead down and never in a circle."""
    widths = {node: box.width for node, box in boxes.items()}
    graph = assign_layers(widths, tuple(dict.fromkeys(connections)), available_width)
    near = neighbours(graph.segments)
    layers = order_layers(graph.layers, graph.segments)
    x = assign_x(layers, graph.widths, near, available_width)
    spans, height = _heights(layers, boxes)
    ends = dict(_ends(x, near, boxes))
    return Layout(
        {node: (x[node], sum(spans[node]) / 2) for node in boxes},
        {line: tuple(_points(way, x, spans, ends)) for line, way in graph.ways.items()},
        height,
    )


def stacked(
    boxes: Mapping[str, NodeSize], connections: Iterable[Connection], available_width: float
) -> Layout:
    """The same with components that no line connects one below the other, for narrow figures."""
    connections = list(connections)
    centres: dict[str, Point] = {}
    lines: dict[Connection, tuple[Point, ...]] = {}
    top = 0.0
    for nodes in components(boxes, ((line.upper, line.lower) for line in connections)):
        own = {node: boxes[node] for node in nodes}
        part = layout(own, [line for line in connections if line.upper in own], available_width)
        centres |= {node: (x, y + top) for node, (x, y) in part.centres.items()}
        for line, way in part.lines.items():
            lines[line] = tuple((x, y + top) for x, y in way)
        top += part.height + _APART
    return Layout(centres, lines, max(top - _APART, 0.0))


def _heights(
    layers: Sequence[Sequence[str]], boxes: Mapping[str, NodeSize]
) -> tuple[dict[str, tuple[float, float]], float]:
    """Where each node begins and ends from the top, and where the last layer ends.

    A dummy node is as high as its layer.
    """
    spans: dict[str, tuple[float, float]] = {}
    top = 0.0
    for layer in layers:
        height = max((boxes[node].height for node in layer if node in boxes), default=0.0)
        for node in layer:
            own = boxes[node].height if node in boxes else height
            spans[node] = (top + (height - own) / 2, top + (height + own) / 2)
        top += height + _APART
    return spans, max(top - _APART, 0.0)


def _ends(
    x: Mapping[str, float], near: Sequence[Neighbours], boxes: Mapping[str, NodeSize]
) -> Iterator[tuple[tuple[str, str], float]]:
    """Where lines meet a node's edge: side by side, in the order of where they come from."""
    for side in near:
        for node in boxes.keys() & side.keys():
            others = sorted(side[node], key=lambda other: (x[other], other))
            step = min(_ENDS, (boxes[node].width - 16) / max(len(others) - 1, 1))
            for number, other in enumerate(others):
                yield (node, other), x[node] + (number - (len(others) - 1) / 2) * max(step, 0.0)


def _points(
    way: Sequence[str],
    x: Mapping[str, float],
    spans: Mapping[str, tuple[float, float]],
    ends: Mapping[tuple[str, str], float],
) -> Iterator[Point]:
    for upper, lower in pairwise(way):
        yield ends.get((upper, lower), x[upper]), spans[upper][1]
        yield ends.get((lower, upper), x[lower]), spans[lower][0]
