"""The grade of an incident: how well it is established, by a ladder of declared rules.

The ladder is ours, inspired by the grading of Airwars; it says nothing about who is to blame.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from sourcebook.derive.matrix import Scope
from sourcebook.derive.origins import Origins, principal
from sourcebook.link import Graph
from sourcebook.models import SILENT, Claim, Incident, Named


@dataclass(frozen=True, slots=True)
class Case:
    """What the rules look at: who is accused, who accepts, who denies, how it is sourced."""

    accused: frozenset[str]
    accepted: frozenset[str]
    denied: frozenset[str]
    origins: Origins


@dataclass(frozen=True, slots=True)
class Step:
    """One rung of the ladder: the grade, what it asks, whether this case meets it."""

    grade: str
    asks: str
    met: bool


@dataclass(frozen=True, slots=True)
class Grade:
    """The first rung that is met, with all that were tried before it, in order."""

    name: str
    trace: tuple[Step, ...]


LADDER: tuple[tuple[str, str, Callable[[Case], bool]], ...] = (
    ("confirmed", "an accused actor accepts that it did it", lambda case: bool(case.accepted)),
    (
        "contested",
        "two or more actors are accused, or one is accused and denies it",
        lambda case: len(case.accused) > 1 or bool(case.accused & case.denied),
    ),
    (
        "fair",
        "two or more apparent origins report it",
        lambda case: len(case.origins.origins) > 1,
    ),
    ("weak", "one origin reports it", lambda case: len(case.origins.origins) == 1),
    ("unassessed", "nobody is cited for it", lambda _case: True),
)
"""The rungs from the top: grade, what it asks, the test."""


def grade(graph: Graph, incident: Incident, scopes: tuple[Scope, ...], found: Origins) -> Grade:
    """The grade of an incident, and the trace of how it came about."""
    case = _case(graph, incident, scopes, found)
    steps = []
    for name, asks, test in LADDER:
        steps.append(Step(name, asks, test(case)))
        if steps[-1].met:
            break
    return Grade(steps[-1].grade, tuple(steps))


def _case(graph: Graph, incident: Incident, scopes: tuple[Scope, ...], found: Origins) -> Case:
    said = [*_by_role(graph, incident), *_by_claim(graph, scopes)]
    affirmed = [(whom, by) for whom, by, stance in said if stance not in ("denies", *SILENT)]
    return Case(
        accused=frozenset(whom for whom, _ in affirmed),
        accepted=frozenset(whom for whom, by in affirmed if by == whom),
        denied=frozenset(whom for whom, _, stance in said if stance == "denies"),
        origins=found,
    )


def _by_role(graph: Graph, incident: Incident) -> Iterator[tuple[str, str, str]]:
    """Who is said to have attacked, and by whom, as principals."""
    for role in incident.roles:
        if role.role == "attacker":
            for by in role.by:
                yield principal(graph, role.actor), principal(graph, by), "attributes"


def _by_claim(graph: Graph, scopes: tuple[Scope, ...]) -> Iterator[tuple[str, str, str]]:
    for scope in scopes:
        if scope.measure.id == "responsibility":
            for position in scope.positions:
                yield from _accusations(graph, position.claim) if position.current else ()


def _accusations(graph: Graph, claim: Claim) -> Iterator[tuple[str, str, str]]:
    if isinstance(claim.value, Named):
        for actor in claim.value.ids:
            for by in claim.by:
                stance = claim.stance or "attributes"
                yield principal(graph, actor), principal(graph, by), stance
