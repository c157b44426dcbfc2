"""Editorial rules over the graph and what follows from it: each a generator of problems."""

from collections.abc import Callable, Iterator

from sourcebook.checks import amended, evidence, quotations, references, scopes
from sourcebook.checks.circles import circles
from sourcebook.checks.excuses import judged
from sourcebook.checks.judgements import bases, terms
from sourcebook.checks.prose import prose
from sourcebook.derive import Derived
from sourcebook.link import Graph
from sourcebook.problems import Problem

__all__ = ["CHECKS", "check", "judged"]

Check = Callable[[Graph, Derived], Iterator[Problem]]

CHECKS: tuple[Check, ...] = (
    evidence.locators,
    evidence.stated,
    evidence.dates,
    evidence.superseded,
    evidence.sources,
    evidence.overrides,
    scopes.parts,
    scopes.twice,
    amended.told,
    amended.rests,
    amended.grades,
    circles,
    references.claims,
    references.facts,
    references.uncited,
    prose,
    terms,
    bases,
    quotations.quotations,
)


def check(graph: Graph, derived: Derived) -> tuple[Problem, ...]:
    """Everything that the rules find wrong."""
    return tuple(problem for rule in CHECKS for problem in rule(graph, derived))
