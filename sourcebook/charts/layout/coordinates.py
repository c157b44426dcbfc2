"""Where the nodes of ordered layers stand from left to right: near to what they hang from."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from sourcebook.charts.layout.crossings import Neighbours
from sourcebook.charts.layout.layers import DUMMY, node_gap

_ROUNDS, _STRAIGHT = 4, 3
"""How often nodes are moved towards their neighbours, and then lines made straight."""
_STIFF = 8.0
"""How much more a dummy node keeps its place than another does."""


@dataclass(frozen=True, slots=True)
class _Layer:
    """Nodes from left to right, with how far each is at least from the first.

    `weights` say how much each keeps to where it wants to be; `least` and `most` are between
    what the centre of the first lies.
    """

    nodes: Sequence[str]
    offsets: Sequence[float]
    weights: Sequence[float]
    least: float
    most: float

    def placed(self, wanted: Sequence[float]) -> dict[str, float]:
        """Centres as near as can be to the wanted ones, in order, apart, and in the figure."""
        squeeze, most = 1.0, self.most
        if most < self.least:  # more than the figure holds: closer together than they ought to be
            length = max(self.offsets[-1] + most - self.least, 0.0)
            squeeze, most = length / (self.offsets[-1] or 1.0), self.least
        free = [want - offset for want, offset in zip(wanted, self.offsets, strict=True)]
        firsts = [min(max(value, self.least), most) for value in _rising(free, self.weights)]
        spots = zip(self.nodes, firsts, self.offsets, strict=True)
        return {node: first + offset * squeeze for node, first, offset in spots}


def assign_x(
    layers: Sequence[Sequence[str]],
    widths: Mapping[str, float],
    near: tuple[Neighbours, Neighbours],
    width: float,
) -> dict[str, float]:
    """The centre of each node in a figure of a width; `near` are the neighbours above and below."""
    rows = [_layer(nodes, widths, width) for nodes in layers if nodes]
    x: dict[str, float] = {}
    for row in rows:
        x |= row.placed([width / 2 + offset - row.offsets[-1] / 2 for offset in row.offsets])
    for number in range(_ROUNDS):
        towards = near[number % 2]
        for row in rows[:: -1 if number % 2 else 1]:
            x |= row.placed([_pull(node, x, (towards,)) for node in row.nodes])
    trunks = _trunks(x)
    for _ in range(_STRAIGHT):
        means = {node: _mean(trunk, x) for trunk in trunks for node in trunk}
        for row in rows:
            x |= row.placed([means.get(node) or _pull(node, x, near) for node in row.nodes])
    _straighten(rows, trunks, x, widths)
    left = min((value - widths[node] / 2 for node, value in x.items()), default=0.0)
    right = max((value + widths[node] / 2 for node, value in x.items()), default=width)
    return {node: value + (width - left - right) / 2 for node, value in x.items()}


def _layer(nodes: Sequence[str], widths: Mapping[str, float], width: float) -> _Layer:
    offsets = [0.0]
    for left, right in pairwise(nodes):
        offsets.append(_next_to(offsets[-1], left, right, widths))
    weights = [_STIFF if node[:1] == DUMMY else 1.0 for node in nodes]
    most = width - widths[nodes[-1]] / 2 - offsets[-1]
    return _Layer(nodes, offsets, weights, widths[nodes[0]] / 2, most)


def _next_to(x: float, own: str, other: str, widths: Mapping[str, float], way: int = 1) -> float:
    """How near to the centre `x` of a node another can stand, right (1) or left (-1) of it."""
    return x + way * (widths[own] + widths[other]) / 2 + way * node_gap(own, other)


def _pull(node: str, x: Mapping[str, float], near: Sequence[Neighbours]) -> float:
    """The mean of a node's neighbours; its own place where it has none."""
    others = [other for towards in near for other in towards.get(node, ())]
    return _mean(others or (node,), x)


def _mean(nodes: Sequence[str], x: Mapping[str, float]) -> float:
    return sum(x[node] for node in nodes) / len(nodes)


def _trunks(nodes: Iterable[str]) -> list[list[str]]:
    """The dummy nodes of each line, from the top."""
    found: dict[str, list[str]] = defaultdict(list)
    for node in nodes:
        if node[:1] == DUMMY:
            found[node.rpartition(DUMMY)[0]].append(node)
    return list(found.values())


def _straighten(
    rows: Sequence[_Layer],
    trunks: Sequence[Sequence[str]],
    x: dict[str, float],
    widths: Mapping[str, float],
) -> None:
    """Make each line that goes through layers upright, where its neighbours let it."""
    where = {node: (row, number) for row in rows for number, node in enumerate(row.nodes)}
    for trunk in trunks:
        limits = [_limits(*where[node], x, widths) for node in trunk]
        least, most = max(low for low, _ in limits), min(high for _, high in limits)
        if least <= most:
            x |= dict.fromkeys(trunk, min(max(_mean(trunk, x), least), most))


def _limits(
    row: _Layer, number: int, x: Mapping[str, float], widths: Mapping[str, float]
) -> tuple[float, float]:
    """How far a node can move between its neighbours in the layer."""
    own, least, most = row.nodes[number], row.least, row.most + row.offsets[-1]
    for left in row.nodes[:number][-1:]:
        least = _next_to(x[left], left, own, widths)
    for right in row.nodes[number + 1 :][:1]:
        most = _next_to(x[right], right, own, widths, -1)
    return least, most


def _rising(values: Sequence[float], weights: Sequence[float]) -> list[float]:
    """The rising sequence that is nearest by weighted least squares (pool adjacent violators)."""
    blocks: list[tuple[float, float, int]] = []
    for value, weight in zip(values, weights, strict=True):
        blocks.append((value, weight, 1))
        while len(blocks) > 1 and blocks[-2][0] > blocks[-1][0]:
            (one, m, i), (other, n, j) = blocks[-2:]
            blocks[-2:] = [((one * m + other * n) / (m + n), m + n, i + j)]
    return [mean for mean, _, count in blocks for _ in range(count)]
