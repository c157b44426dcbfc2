"""Editorial rules over the graph and what follows from it: each a generator of problems."""

from collections.abc import Callable, Iterator

from sourcebook.checks import (
    assessed,
    calendars,
    captures,
    changed_sources,
    dates,
    duplicates,
    evidence,
    own_statements,
    quotations,
    record_dates,
    references,
    scopes,
    sealed,
    sources,
    support,
)
from sourcebook.checks.addresses import check_addresses
from sourcebook.checks.bound_words import check_bound_words, check_settled_titles
from sourcebook.checks.coverage import check_coverage
from sourcebook.checks.cycles import check_cycles
from sourcebook.checks.excuses import apply_excuses
from sourcebook.checks.judgements import check_bases, check_terms
from sourcebook.checks.lookalikes import check_lookalikes
from sourcebook.checks.prose import check_prose
from sourcebook.checks.quotation_marks import check_quotation_marks
from sourcebook.derive import Derived
from sourcebook.link import Graph
from sourcebook.problems import Problem

__all__ = ["CHECKS", "WAITING", "apply_excuses", "check_coverage", "run_checks"]

Check = Callable[[Graph, Derived], Iterator[Problem]]

CHECKS: tuple[Check, ...] = (
    evidence.check_locators,
    evidence.check_statements,
    dates.check_dates,
    dates.check_carriers,
    dates.check_event_dates,
    record_dates.check_edition_date,
    record_dates.check_order,
    calendars.check_calendars,
    calendars.check_local_times,
    duplicates.check_duplicates,
    evidence.check_superseded,
    sources.check_sources,
    evidence.check_overrides,
    scopes.check_parts,
    scopes.check_repeated_claimants,
    own_statements.check_own_statements,
    own_statements.check_whole_people,
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
    check_bound_words,
    check_settled_titles,
    check_terms,
    check_bases,
    quotations.check_captured,
    quotations.check_quotations,
    sealed.check_sealed,
    check_quotation_marks,
    check_lookalikes,
    check_addresses,
    assessed.check_assessed,
    support.check_support,
    support.check_generic_passages,
)


WAITING = frozenset({"SB403", "SB405", "SB619", "SB621", "SB622", "SB623", "SB624"})
"""The rules of which a record that did not load may be the cause: it may cite, replace, say so."""


def run_checks(graph: Graph, derived: Derived) -> tuple[Problem, ...]:
    """Everything that the rules find wrong, aside from what a record that did not load may mend."""
    found = (problem for rule in CHECKS for problem in rule(graph, derived))
    waiting: frozenset[str] = WAITING if graph.unloadable_ids else frozenset()
    return tuple(problem for problem in found if problem.code not in waiting)
