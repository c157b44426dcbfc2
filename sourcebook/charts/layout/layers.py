"""In which layer each node of a directed graph stands, so that no layer is too wide."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from math import ceil

DUMMY = "\0"
"""Begins the names of dummy nodes, which lines go through on their way."""
_GAP, _DUMMY_GAP, _DUMMY_WIDTH = 14.0, 8.0, 2.0
_DUMMY_SPACE = _DUMMY_WIDTH + _DUMMY_GAP
_MOST_SPLITS = 100

Pair = tuple[str, str]
"""Two nodes, of which the first is to stand above the second."""


@dataclass(frozen=True, slots=True)
class Connection:
    """A line from a node down to another; lines of one bundle run together where they can."""

    upper: str
    lower: str
    bundle: str


@dataclass(frozen=True, slots=True)
class LayeredGraph:
    """Layers from the top, and for each line the names of all nodes on its way down."""

    layers: list[list[str]]
    ways: Mapping[Connection, tuple[str, ...]]
    widths: Mapping[str, float]

    @property
    def segments(self) -> list[Pair]:
        """The lines between neighbouring layers, each once."""
        return list(dict.fromkeys(pair for way in self.ways.values() for pair in pairwise(way)))


def components(nodes: Iterable[str], pairs: Iterable[Pair]) -> list[list[str]]:
    """The connected components of a graph, each in the order of the nodes, as is their first."""
    members = {node: [node] for node in nodes}
    order = {node: number for number, node in enumerate(members)}
    for one, other in pairs:
        smaller, larger = sorted((members[one], members[other]), key=len)
        if smaller is not larger:
            larger += smaller
            members |= dict.fromkeys(smaller, larger)
    found = {id(each): each for each in members.values()}
    return [sorted(each, key=order.__getitem__) for each in found.values()]


def find_back_edges(pairs: Iterable[Pair]) -> frozenset[Pair]:
    """The pairs that have to be turned round so that no way leads in a circle."""
    below = _below(pairs)
    done: set[str] = set()
    turned: set[Pair] = set()
    for root in below:
        way: dict[str, list[str]] = {}  # the nodes on the way here, with what is left to visit
        if root not in done:
            way[root] = list(below[root])
        while way:
            node, left = next(reversed(way.items()))
            if not left:
                done.add(node)
                del way[node]
                continue
            child = left.pop(0)
            if child in way:
                turned.add((node, child))
            elif child not in done:
                way[child] = list(below.get(child, ()))
    return frozenset(turned)


def assign_layers(
    widths: Mapping[str, float], lines: Sequence[Connection], available_width: float
) -> LayeredGraph:
    """Nodes of some widths in layers, and dummy nodes where a line passes through a layer."""
    rank = _without_gaps(rank_nodes(widths, [(line.upper, line.lower) for line in lines]))
    for _ in range(_MOST_SPLITS):
        graph = _layered(rank, lines, widths)
        split = _split(graph, rank, available_width)
        if split is None:
            return graph
        rank = split
    return _layered(rank, lines, widths)


def node_gap(left: str, right: str) -> float:
    """The space between two nodes that are side by side."""
    return _DUMMY_GAP if DUMMY in (left[:1], right[:1]) else _GAP


def rank_nodes(nodes: Iterable[str], pairs: Iterable[Pair]) -> dict[str, int]:
    """The number of each node's layer from the top, in a graph without circles.

    Every node stands below those that are to be above it; one that has a single node below it, or
    none above it, stands as close to what is below as it can.
    """
    above, below = _below((b, a) for a, b in pairs), _below(pairs)
    found: dict[str, int] = {}
    order = _topological(list(nodes), above)
    for node in order:
        found[node] = max((found[upper] + 1 for upper in above.get(node, ())), default=0)
    for node in reversed(order):
        lower = below.get(node, ())
        if lower and (len(lower) == 1 or node not in above):
            found[node] = min(found[each] for each in lower) - 1
    return found


def _below(pairs: Iterable[Pair]) -> Mapping[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for a, b in dict.fromkeys(pairs):
        if a != b:
            found[a].append(b)
    return dict(found)


def _topological(nodes: list[str], above: Mapping[str, list[str]]) -> list[str]:
    """Nodes so that each comes after those above it, and else as they were given."""
    order: dict[str, None] = {}
    waiting = nodes[::-1]
    while waiting:
        missing = [upper for upper in above.get(waiting[-1], ()) if upper not in order]
        if missing and waiting[-1] not in order:
            waiting += missing
        else:
            order.setdefault(waiting.pop())
    return list(order)


def _without_gaps(rank: Mapping[str, int]) -> dict[str, int]:
    """Ranks from 0 up without an empty layer."""
    numbers = {old: new for new, old in enumerate(sorted(set(rank.values())))}
    return {node: numbers[old] for node, old in rank.items()}


def _layered(
    rank: Mapping[str, int], lines: Sequence[Connection], widths: Mapping[str, float]
) -> LayeredGraph:
    layers: list[list[str]] = [[] for _ in range(max(rank.values(), default=-1) + 1)]
    for node, number in rank.items():
        layers[number].append(node)
    together = Counter((line.bundle, line.upper) for line in lines)
    ways = {}
    dummies: dict[str, int] = {}
    for line in lines:
        hub = line.upper if together[line.bundle, line.upper] > 1 else line.lower
        through = range(rank[line.upper] + 1, rank[line.lower])
        own = {f"{DUMMY}{line.bundle}{DUMMY}{hub}{DUMMY}{number}": number for number in through}
        dummies |= own
        ways[line] = (line.upper, *own, line.lower)
    for dummy, number in dummies.items():
        layers[number].append(dummy)
    return LayeredGraph(layers, ways, {**widths, **dict.fromkeys(dummies, _DUMMY_WIDTH)})


def _split(graph: LayeredGraph, rank: Mapping[str, int], width: float) -> dict[str, int] | None:
    """Ranks with the first layer that is too wide made two, about evenly; None where all fit.

    What nothing hangs from goes down.
    """
    bearing = {line.upper for line in graph.ways}
    for number, layer in enumerate(graph.layers):
        nodes = [node for node in layer if node in rank]
        most = _fitting(graph, nodes, width - (len(layer) - len(nodes)) * _DUMMY_SPACE)
        if len(nodes) > most:
            keep = ceil(len(nodes) / ceil(len(nodes) / most))
            lowered = set(sorted(nodes, key=lambda node: node not in bearing)[keep:])
            return {node: old + (old > number or node in lowered) for node, old in rank.items()}
    return None


def _fitting(graph: LayeredGraph, nodes: Sequence[str], width: float) -> int:
    """How many of some nodes, the widest among them, there is room for; at least one."""
    needed = accumulate(sorted((graph.widths[node] + _GAP for node in nodes), reverse=True))
    return max(sum(each <= width + _GAP for each in needed), 1)
