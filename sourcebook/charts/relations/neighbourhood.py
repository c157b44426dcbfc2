"""Which actors a figure of relations shows: those around one, or some with those behind them."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from sourcebook.charts.layout import components
from sourcebook.charts.relations.edges import RelationIndex, anyhow, together, under
from sourcebook.models import Actor

MOST = 16
"""The most actors around one that a figure shows; the list beside it has all relations."""
MOST_AMONG = 20
"""The most actors that a figure of several shows."""
_FIRST = 14
"""How many of them are shown before those behind them are."""
_REACH = 60
"""How many of those that a neighbour is related to are looked at."""


@dataclass(frozen=True, slots=True)
class Neighbourhood:
    """The ids of actors, the one that a figure is about (if one), and how many are left out."""

    actors: tuple[str, ...]
    focus: str
    left_out: int


def around(index: RelationIndex, actor_id: str) -> Neighbourhood:
    """An actor with those related to it, and those related to them as far as there is room."""
    first = index.related(actor_id, anyhow)
    shown = [actor_id, *first[: MOST - 1]]
    known = {actor_id, *first}
    reached = (other for each in shown[1:] for other in index.related(each, anyhow)[:_REACH])
    second = Counter(other for other in reached if other not in known)
    left_out = len(first) + len(second) + 1
    shown += [other for other, _ in second.most_common()][: MOST - len(shown)]
    return Neighbourhood(tuple(shown), actor_id, left_out - len(shown))


def some_with_those_behind(index: RelationIndex, actor_ids: Iterable[str]) -> Neighbourhood:
    """Some actors, those that they are under, and those who tie what would stand apart.

    Under whom an actor is: of whom it is part, for whom it speaks, and who leads, backs or
    recruited it; and so on up. Those named first are kept where there are too many.
    """
    given = [n for n in dict.fromkeys(actor_ids) if isinstance(index.graph.records.get(n), Actor)]
    kept = dict.fromkeys(given[:_FIRST])
    behind = _behind(index, kept)
    for other in (*behind, *given[_FIRST:], *_between(index, [*kept, *behind])):
        if len(kept) < MOST_AMONG:
            kept.setdefault(other)
    return Neighbourhood(tuple(kept), "", len({*given, *behind} - kept.keys()))


def _behind(index: RelationIndex, actor_ids: Iterable[str]) -> list[str]:
    """Those above some actors, the nearest first, and not many more than a figure can hold."""
    known = set(actor_ids)
    found: list[str] = []
    step = list(actor_ids)
    while step and len(found) < MOST_AMONG:
        above = (up for actor in step for up in index.related(actor, under)[:_REACH])
        step = [up for up in dict.fromkeys(above) if up not in known]
        known.update(step)
        found += step
    return found


def _between(index: RelationIndex, actor_ids: Iterable[str]) -> Iterable[str]:
    """Others who are partners of two actors that nothing ties together so far."""
    partners = {actor: index.related(actor, together) for actor in actor_ids}
    pairs = ((a, other) for a, others in partners.items() for other in others if other in partners)
    tied: dict[str, set[int]] = {}
    for number, members in enumerate(components(partners, pairs)):
        for actor in members:
            for other in partners[actor][:_REACH]:
                if other not in partners:
                    tied.setdefault(other, set()).add(number)
    between = (other for other, ends in tied.items() if len(ends) > 1)
    return sorted(between, key=lambda other: (-len(tied[other]), other))
