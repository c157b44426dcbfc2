"""The grade of an incident: how well it is established, by a ladder of declared rules.

The ladder is ours, inspired by the grading of Airwars; it says nothing about who is to blame.
"""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import NamedTuple

from sourcebook.derive.matrix import Scope
from sourcebook.derive.origins import Origins, principal
from sourcebook.link import Graph
from sourcebook.models import SILENT, Claim, Incident, Named, Override

LADDER_VERSION = "1"
"""Which ladder it is; a change of a rung or of their order is a new one."""


@dataclass(frozen=True, slots=True)
class Case:
    """What the rules look at: who is accused, who accepts, who denies, how it is sourced.

    All are ids of principals. `discounted` is whether an editor decided that it is.
    """

    accused: frozenset[str]
    accepted: frozenset[str]
    denied: frozenset[str]
    origins: Origins
    discounted: bool


class Rung(NamedTuple):
    """One grade: what it asks, the test, and which actors the test has looked at."""

    grade: str
    asks: str
    met: Callable[[Case], bool]
    shows: Callable[[Case], Collection[str]]


@dataclass(frozen=True, slots=True)
class Step:
    """One rung as it was tried: the grade, what it asks, the actors found, whether it is met."""

    grade: str
    asks: str
    found: tuple[str, ...]
    met: bool


@dataclass(frozen=True, slots=True)
class Grade:
    """The first rung that is met, with all that were tried before it, in order.

    `name` is the grade that holds; with an editor's `override` it is not the `computed` one.
    """

    name: str
    trace: tuple[Step, ...]
    override: Override | None = None

    @property
    def computed(self) -> str:
        """The grade by the rules alone."""
        return self.trace[-1].grade


LADDER = (
    Rung(
        "confirmed",
        "an accused actor accepts that it did it",
        lambda case: bool(case.accepted),
        lambda case: case.accepted,
    ),
    Rung(
        "contested",
        "two or more actors are accused, or one is accused and denies it",
        lambda case: len(case.accused) > 1 or bool(case.accused & case.denied),
        lambda case: case.accused,
    ),
    Rung(
        "discounted",
        "an editor decided, on record, that it did not happen as it is told",
        lambda case: case.discounted,
        lambda _case: (),
    ),
    Rung(
        "fair",
        "two or more apparent origins report it",
        lambda case: len(case.origins.origins) > 1,
        lambda case: case.origins.origins,
    ),
    Rung(
        "weak",
        "one origin reports it",
        lambda case: len(case.origins.origins) == 1,
        lambda case: case.origins.origins,
    ),
    Rung("unassessed", "nobody is cited for it", lambda _case: True, lambda _case: ()),
)
"""The rungs from the top."""

GRADES: Mapping[str, str] = MappingProxyType({rung.grade: rung.asks for rung in LADDER})
"""What each grade asks, from the top."""


def grade(graph: Graph, incident: Incident, scopes: tuple[Scope, ...], found: Origins) -> Grade:
    """The grade of an incident, and the trace of how it came about."""
    case = _case(graph, incident, scopes, found)
    steps: list[Step] = []
    for rung in LADDER:
        shown = tuple(sorted(rung.shows(case)))
        steps.append(Step(rung.grade, rung.asks, shown, rung.met(case)))
        if steps[-1].met:
            break
    override = incident.grade_override
    return Grade(override.grade if override else steps[-1].grade, tuple(steps), override)


def _case(graph: Graph, incident: Incident, scopes: tuple[Scope, ...], found: Origins) -> Case:
    said = [*_by_role(graph, incident), *_by_claim(graph, scopes)]
    affirmed = [(whom, by) for whom, by, stance in said if stance not in ("denies", *SILENT)]
    return Case(
        accused=frozenset(whom for whom, _ in affirmed),
        accepted=frozenset(whom for whom, by in affirmed if by == whom),
        denied=frozenset(whom for whom, _, stance in said if stance == "denies"),
        origins=found,
        discounted=incident.grade_override is not None
        and incident.grade_override.grade == "discounted",
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
            for entry in scope.claims:
                yield from _accusations(graph, entry.claim) if entry.current else ()


def _accusations(graph: Graph, claim: Claim) -> Iterator[tuple[str, str, str]]:
    if isinstance(claim.value, Named):
        for actor in claim.value.ids:
            for by in claim.by:
                stance = claim.stance or "attributes"
                yield principal(graph, actor), principal(graph, by), stance
