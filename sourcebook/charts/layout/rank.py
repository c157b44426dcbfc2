"""In which layer each node of a directed graph stands."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

Pair = tuple[str, str]
"""Two nodes, of which the first is to stand above the second."""


def acyclic(pairs: Iterable[Pair]) -> frozenset[Pair]:
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


def ranks(nodes: Iterable[str], pairs: Iterable[Pair]) -> dict[str, int]:
    """The number of each node's layer from the top, in a graph without circles.

    Every node stands below those that are to be above it; one that has a single node below it, or
    none above it, stands as close to what is below as it can.
    """
    above, below = _below((b, a) for a, b in pairs), _below(pairs)
    found: dict[str, int] = {}
    order = _sorted(list(nodes), above)
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


def _sorted(nodes: list[str], above: Mapping[str, list[str]]) -> list[str]:
    """Nodes so that each comes after those above it."""
    order: dict[str, None] = {}
    waiting = nodes[::-1]
    while waiting:
        node = waiting[-1]
        missing = [upper for upper in above.get(node, ()) if upper not in order]
        if missing and node not in order:
            waiting += missing
        else:
            order.setdefault(waiting.pop())
    return list(order)
