"""Which actors a picture of relations shows: those around one, or some with those behind them."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from sourcebook.charts.relations.ties import above, near, partners
from sourcebook.link import Graph
from sourcebook.models import Actor

MOST = 16
"""The most actors around one that a picture shows; the list beside it has all relations."""
MOST_AMONG = 20
"""The most actors that a picture of several shows."""
_FIRST = 14
"""How many of them are shown before those behind them are."""
_REACH = 60
"""How many of those that a neighbour is related to are looked at."""


@dataclass(frozen=True, slots=True)
class Circle:
    """The actors of a picture, the one that it is about (if one), and how many it leaves out."""

    names: tuple[str, ...]
    focus: str
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
    return Circle(tuple(names), name, left_out)


def among(graph: Graph, names: Iterable[str]) -> Circle:
    """Some actors, those that they are under, and those who tie what would stand apart.

    Under whom an actor is: of whom it is part, for whom it speaks, and who leads, backs or
    recruited it; and so on up. Those named first are kept where there are too many.
    """
    given = [n for n in dict.fromkeys(names) if isinstance(graph.records.get(n), Actor)]
    kept = dict.fromkeys(given[:_FIRST])
    behind = _behind(graph, kept)
    for other in (*behind, *given[_FIRST:], *_between(graph, kept | dict.fromkeys(behind))):
        if len(kept) < MOST_AMONG:
            kept.setdefault(other)
    left_out = {*given, *behind} - kept.keys()
    return Circle(tuple(kept), "", len(left_out))


def _behind(graph: Graph, names: Iterable[str]) -> list[str]:
    """Those above some actors, the nearest first, and not many more than a picture can hold."""
    known = dict.fromkeys(names)
    found: dict[str, None] = {}
    step = list(known)
    while step and len(found) < MOST_AMONG:
        step = [up for name in step for up in above(graph, name)[:_REACH] if up not in known]
        step = list(dict.fromkeys(step))
        known |= dict.fromkeys(step)
        found |= dict.fromkeys(step)
    return list(found)


def _between(graph: Graph, names: Iterable[str]) -> Iterable[str]:
    """Others who are tied to two of some actors that nothing ties together so far."""
    part = _parts(graph, tuple(names))
    tied: dict[str, set[str]] = {}
    for name in part:
        for other in partners(graph, name)[:_REACH]:
            if other not in part:
                tied.setdefault(other, set()).add(part[name])
    return sorted(
        (o for o, ends in tied.items() if len(ends) > 1), key=lambda o: (-len(tied[o]), o)
    )


def _parts(graph: Graph, names: tuple[str, ...]) -> dict[str, str]:
    """For each actor one that stands for all with which it hangs together."""
    part = {name: name for name in names}
    for name in names:
        for other in partners(graph, name):
            if other in part and part[other] != part[name]:
                old, new = part[other], part[name]
                part = {each: new if own == old else own for each, own in part.items()}
    return part
