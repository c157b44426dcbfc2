"""Editorial rules over the graph and what follows from it: each a generator of problems."""

from collections.abc import Callable, Iterator

from sourcebook.checks import (
    captures,
    changed_sources,
    dates,
    evidence,
    quotations,
    references,
    scopes,
    sealed,
    sources,
)
from sourcebook.checks.addresses import check_addresses
from sourcebook.checks.cycles import check_cycles
from sourcebook.checks.excuses import apply_excuses
from sourcebook.checks.judgements import check_bases, check_terms
from sourcebook.checks.lookalikes import check_lookalikes
from sourcebook.checks.prose import check_prose
from sourcebook.checks.quotation_marks import check_quotation_marks
from sourcebook.derive import Derived
from sourcebook.link import Graph
from sourcebook.problems import Problem

__all__ = ["CHECKS", "apply_excuses", "run_checks"]

Check = Callable[[Graph, Derived], Iterator[Problem]]

CHECKS: tuple[Check, ...] = (
    evidence.check_locators,
    evidence.check_statements,
    dates.check_dates,
    evidence.check_superseded,
    sources.check_sources,
    evidence.check_overrides,
    scopes.check_parts,
    scopes.check_repeated_claimants,
    changed_sources.check_change_described,
    changed_sources.check_citations,
    changed_sources.check_grades,
    captures.check_readers,
    captures.check_machine_readings,
    check_cycles,
    references.check_claim_references,
    references.check_fact_references,
    references.check_uncited_sentences,
    check_prose,
    check_terms,
    check_bases,
    quotations.check_captured,
    quotations.check_quotations,
    sealed.check_sealed,
    check_quotation_marks,
    check_lookalikes,
    check_addresses,
)


def run_checks(graph: Graph, derived: Derived) -> tuple[Problem, ...]:
    """Everything that the rules find wrong."""
    return tuple(problem for rule in CHECKS for problem in rule(graph, derived))
