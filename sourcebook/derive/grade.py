"""The grade of an incident: how well it is established, by a ladder of declared rules.

The ladder is ours, inspired by the grading of Airwars; it says nothing about who is to blame.
"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import NamedTuple

from sourcebook.derive.attribution import Attribution, principals
from sourcebook.derive.origins import Origins
from sourcebook.link import Graph
from sourcebook.models import Incident, Override
from sourcebook.vocabulary import GradeTerm, built_in

LADDER_VERSION = "1"
"""Which ladder it is; a change of a rung or of their order is a new one."""


@dataclass(frozen=True, slots=True)
class Case:
    """What the rules look at: who is accused, who of them accepts or denies, how it is sourced.

    All are ids of principals; whom only the editor infers is not accused. `discounted` is whether
    an editor decided that it is.
    """

    accused: frozenset[str]
    accepted: frozenset[str]
    denied: frozenset[str]
    origins: Origins
    discounted: bool


class Rung(NamedTuple):
    """One grade: the test, and which actors the test has looked at."""

    grade: str
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
    Rung("confirmed", lambda case: bool(case.accepted), lambda case: case.accepted),
    Rung(
        "contested",
        lambda case: len(case.accused) > 1 or bool(case.denied),
        lambda case: case.accused,
    ),
    Rung("discounted", lambda case: case.discounted, lambda _case: ()),
    Rung(
        "fair",
        lambda case: len(case.origins.origins) > 1,
        lambda case: case.origins.origins,
    ),
    Rung(
        "weak",
        lambda case: len(case.origins.origins) == 1,
        lambda case: case.origins.origins,
    ),
    Rung("unassessed", lambda _case: True, lambda _case: ()),
)
"""The rungs from the top; what each asks is in the row of its grade (grades.yml)."""

GRADES: Mapping[str, str] = MappingProxyType(
    {term.id: term.definition for term in built_in(GradeTerm).values()}
)
"""What each grade asks, from the top."""


def grade(
    graph: Graph, incident: Incident, attributed: tuple[Attribution, ...], found: Origins
) -> Grade:
    """The grade of an incident, with the rules that were tried for it."""
    case = _case(graph, incident, attributed, found)
    steps: list[Step] = []
    for rung in LADDER:
        shown = tuple(sorted(rung.shows(case)))
        steps.append(Step(rung.grade, GRADES[rung.grade], shown, rung.met(case)))
        if steps[-1].met:
            break
    override = incident.grade_override
    return Grade(override.grade if override else steps[-1].grade, tuple(steps), override)


def _case(
    graph: Graph, incident: Incident, attributed: tuple[Attribution, ...], found: Origins
) -> Case:
    accused = [each for each in attributed if each.status != "inferred"]
    override = incident.grade_override
    return Case(
        accused=principals(graph, accused),
        accepted=principals(graph, (each for each in accused if each.status == "acknowledged")),
        denied=principals(graph, (each for each in accused if each.denied)),
        origins=found,
        discounted=override is not None
        and graph.dataset.terms(GradeTerm)[override.grade].by_editor,
    )
