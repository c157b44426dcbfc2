"""Which actors a picture of relations shows: those around one, or those that tie some together."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from sourcebook.derive.origins import chain
from sourcebook.draw.relations.ties import near
from sourcebook.link import Graph
from sourcebook.models import Actor

MOST = 16
"""The most actors that one picture shows; the list beside it has all relations."""
_REACH = 60
"""How many of those that a neighbour is related to are looked at."""


@dataclass(frozen=True, slots=True)
class Circle:
    """The actors of a picture, those that it is about, and how many more there would be."""

    names: tuple[str, ...]
    focus: frozenset[str]
    left_out: int


def around(graph: Graph, name: str) -> Circle:
    """An actor with those related to it, and those related to them as far as there is room."""
    first = near(graph, name)
    names = [name, *first[: MOST - 1]]
    known = {name, *first}
    second = Counter(
        other for each in names[1:] for other in near(graph, each)[:_REACH] if other not in known
    )
    order = {other: n for n, other in enumerate(second)}
    wanted = sorted(second, key=lambda other: (-second[other], order[other]))
    names += wanted[: MOST - len(names)]
    left_out = len(first) + len(second) + 1 - len(names)
    return Circle(tuple(names), frozenset({name}), left_out)


def among(graph: Graph, names: Iterable[str]) -> Circle:
    """Some actors with their principals, and those through whom two of them are tied."""
    given = [n for n in dict.fromkeys(names) if isinstance(graph.records.get(n), Actor)]
    kept = dict.fromkeys(given[:MOST])
    for name in given[:MOST]:
        for upper in chain(graph, name):
            if len(kept) < MOST:
                kept.setdefault(upper)
    between = Counter(
        other for name in kept for other in near(graph, name)[:_REACH] if other not in kept
    )
    for other, count in sorted(between.items(), key=lambda item: (-item[1], item[0])):
        if count > 1 and len(kept) < MOST:
            kept.setdefault(other)
    return Circle(tuple(kept), frozenset(given), len(given[MOST:]))
