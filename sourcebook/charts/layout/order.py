"""The nodes of each layer from left to right, so that few lines cross."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

Layers = list[list[str]]
Segments = Iterable[tuple[str, str]]
"""Lines between nodes of neighbouring layers, the upper first."""
_SWEEPS = 6


def ordered(layers: Layers, segments: Segments) -> Layers:
    """Layers in the best order that some sweeps down and up find."""
    segments = list(segments)
    above, below = neighbours(segments)
    best = current = _first(layers, below)
    least = crossings(best, below)
    for sweep in range(_SWEEPS):
        if not least:
            break
        current = _swept(current, above if sweep % 2 == 0 else below, sweep % 2 == 0)
        found = crossings(current, below)
        if found < least:
            best, least = current, found
    return best


def neighbours(segments: Segments) -> tuple[Mapping[str, list[str]], Mapping[str, list[str]]]:
    """For each node those above it and those below it."""
    above: dict[str, list[str]] = defaultdict(list)
    below: dict[str, list[str]] = defaultdict(list)
    for upper, lower in segments:
        above[lower].append(upper)
        below[upper].append(lower)
    return above, below


def _first(layers: Layers, below: Mapping[str, list[str]]) -> Layers:
    """Nodes in the order in which they are reached from the top, branch by branch."""
    place = {node: number for number, layer in enumerate(layers) for node in layer}
    found: Layers = [[] for _ in layers]
    seen: set[str] = set()
    waiting = [node for layer in reversed(layers) for node in reversed(layer)]
    while waiting:
        node = waiting.pop()
        if node not in seen:
            seen.add(node)
            found[place[node]].append(node)
            waiting += reversed(below.get(node, ()))
    return found


def _swept(layers: Layers, towards: Mapping[str, list[str]], down: bool) -> Layers:
    """Each layer sorted by where the neighbours in the layer before it are on average."""
    found: Layers = []
    before: dict[str, int] = {}
    for layer in layers if down else reversed(layers):
        middles = {node: _middle(node, n, towards, before) for n, node in enumerate(layer)}
        arranged = sorted(layer, key=middles.__getitem__)
        before = {node: number for number, node in enumerate(arranged)}
        found.append(arranged)
    return found if down else found[::-1]


def _middle(
    node: str, own: int, towards: Mapping[str, list[str]], before: Mapping[str, int]
) -> float:
    places = [before[other] for other in towards.get(node, ()) if other in before]
    return sum(places) / len(places) if places else float(own)


def crossings(layers: Sequence[Sequence[str]], below: Mapping[str, list[str]]) -> int:
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
