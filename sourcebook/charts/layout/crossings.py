"""The nodes of each layer from left to right, so that few lines cross."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

Layers = list[list[str]]
Neighbours = Mapping[str, Sequence[str]]
"""For each node those of the layer above, or of the layer below, that a line joins to it."""
_SWEEPS = 6


def order_layers(layers: Layers, segments: Iterable[tuple[str, str]]) -> Layers:
    """Layers in the best order that some sweeps down and up find.

    `segments` are pairs of nodes in neighbouring layers, the upper first.
    """
    above, below = neighbours(segments)
    best = current = _depth_first(layers, below)
    least = count_crossings(best, below)
    for sweep in range(_SWEEPS):
        if not least:
            break
        current = _swept(current, above, 1) if sweep % 2 == 0 else _swept(current, below, -1)
        found = count_crossings(current, below)
        if found < least:
            best, least = current, found
    return best


def neighbours(segments: Iterable[tuple[str, str]]) -> tuple[Neighbours, Neighbours]:
    """For each node those above it, and those below it."""
    above: dict[str, list[str]] = defaultdict(list)
    below: dict[str, list[str]] = defaultdict(list)
    for upper, lower in segments:
        above[lower].append(upper)
        below[upper].append(lower)
    return above, below


def _depth_first(layers: Layers, below: Neighbours) -> Layers:
    """Nodes in the order in which they are reached from the top, branch by branch."""
    place = {node: number for number, layer in enumerate(layers) for node in layer}
    found: dict[str, None] = {}
    waiting = list(place)[::-1]
    while waiting:
        node = waiting.pop()
        if node not in found:
            found[node] = None
            waiting += reversed(below.get(node, ()))
    return [[node for node in found if place[node] == number] for number in range(len(layers))]


def _swept(layers: Layers, towards: Neighbours, step: int) -> Layers:
    """Each layer sorted by where the neighbours in the layer before it are on average."""
    found: Layers = []
    before: dict[str, int] = {}
    for layer in layers[::step]:
        means = {node: _mean(node, n, towards, before) for n, node in enumerate(layer)}
        found.append(sorted(layer, key=means.__getitem__))
        before = {node: number for number, node in enumerate(found[-1])}
    return found[::step]


def _mean(node: str, own: int, towards: Neighbours, before: Mapping[str, int]) -> float:
    places = [before[other] for other in towards.get(node, ()) if other in before]
    return sum(places) / len(places) if places else float(own)


def count_crossings(layers: Sequence[Sequence[str]], below: Neighbours) -> int:
    """How often lines cross."""
    count = 0
    for upper, lower in pairwise(layers):
        place = {node: number for number, node in enumerate(lower)}
        ends: list[int] = []
        for node in upper:
            own = [place[other] for other in below.get(node, ())]
            count += sum(before > end for end in own for before in ends)
            ends += own
    return count
