"""Nodes and the ways of lines in layers, none of which is too wide for the sheet."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import ceil

THROUGH = "\0"
"""Begins the names of places that a line goes through on its way."""
_GAP, _NARROW_GAP, _LINE = 14.0, 8.0, 2.0
_MOST_SPLITS = 100


@dataclass(frozen=True, slots=True)
class Line:
    """A line from a node down to another; lines of one bundle run together where they can."""

    above: str
    below: str
    bundle: str


@dataclass(frozen=True, slots=True)
class Grid:
    """Layers from the top, and for each line the names of all places on its way down."""

    layers: list[list[str]]
    ways: Mapping[Line, tuple[str, ...]]

    @property
    def segments(self) -> tuple[tuple[str, str], ...]:
        """The pieces of lines between neighbouring layers, each once."""
        return tuple(dict.fromkeys(pair for way in self.ways.values() for pair in pairwise(way)))


def grid(
    rank: Mapping[str, int], lines: Sequence[Line], wide: Mapping[str, float], room: float
) -> Grid:
    """The grid of nodes that are `wide` on a sheet of some room."""
    rank = _dense(rank)
    for _ in range(_MOST_SPLITS):
        found = _grid(rank, lines)
        for number, layer in enumerate(found.layers):
            nodes = [node for node in layer if node in rank]
            most = _fitting(layer, nodes, wide, room)
            if len(nodes) > most:
                rank = _split(rank, lines, number, nodes, most)
                break
        else:
            return found
    return _grid(rank, lines)


def gap(left: str, right: str) -> float:
    """The room between two places that are side by side."""
    return _NARROW_GAP if THROUGH in (left[:1], right[:1]) else _GAP


def width(place: str, wide: Mapping[str, float]) -> float:
    """The width of a node, or of a line that goes through."""
    return wide.get(place, _LINE)


def _dense(rank: Mapping[str, int]) -> dict[str, int]:
    """Ranks from 0 up without an empty layer."""
    numbers = {old: new for new, old in enumerate(sorted(set(rank.values())))}
    return {node: numbers[old] for node, old in rank.items()}


def _grid(rank: Mapping[str, int], lines: Sequence[Line]) -> Grid:
    layers: list[dict[str, None]] = [{} for _ in range(max(rank.values(), default=-1) + 1)]
    for node, number in rank.items():
        layers[number].setdefault(node)
    together = Counter((line.bundle, line.above) for line in lines)
    ways = {}
    for line in lines:
        hub = line.above if together[line.bundle, line.above] > 1 else line.below
        first, last = rank[line.above] + 1, rank[line.below]
        through = [f"{THROUGH}{line.bundle}{THROUGH}{hub}{THROUGH}{n}" for n in range(first, last)]
        for number, place in enumerate(through, first):
            layers[number].setdefault(place)
        ways[line] = (line.above, *through, line.below)
    return Grid([list(layer) for layer in layers], ways)


def _fitting(
    layer: Sequence[str], nodes: Sequence[str], wide: Mapping[str, float], room: float
) -> int:
    """How many of the nodes of a layer there is room for, at least one."""
    left = room - (len(layer) - len(nodes)) * (_LINE + _NARROW_GAP) + _GAP
    count = 0
    for node in sorted(nodes, key=lambda node: -wide[node]):
        left -= wide[node] + _GAP
        count += left >= 0
    return max(count, 1)


def _split(
    rank: Mapping[str, int], lines: Sequence[Line], number: int, nodes: Sequence[str], most: int
) -> dict[str, int]:
    """Ranks with a layer made two, about evenly; what nothing hangs from goes down."""
    bearing = {line.above for line in lines}
    keep = ceil(len(nodes) / ceil(len(nodes) / most))
    moved = set(sorted(nodes, key=lambda node: node not in bearing)[keep:])
    return {node: old + (old > number or node in moved) for node, old in rank.items()}
