"""All quotations of a dataset against their captures, and against what the lock says of them."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from sourcebook.link import Graph
from sourcebook.models import Source
from sourcebook.problems import Problem
from sourcebook.quotes.captures import Captures
from sourcebook.quotes.check_states import CheckState, QuotationCounts, count_states
from sourcebook.quotes.checked_quotations import CheckedQuotation, CheckedQuotations, QuotationKey
from sourcebook.quotes.claim_values import is_in_translation
from sourcebook.quotes.counts import counted_by
from sourcebook.quotes.lock_comparison import (
    Outcomes,
    UnseenLines,
    missing_lines,
    superfluous_lines,
    unseen_lines,
)
from sourcebook.quotes.outcome import Outcome
from sourcebook.quotes.quotation import find_quotations
from sourcebook.quotes.quotes_lock import (
    LOCK_NAME,
    NO_CAPTURE,
    NOT_KEPT,
    UNCHECKED,
    LockedQuotation,
    read_lock,
)
from sourcebook.quotes.silences import Silences
from sourcebook.quotes.verifier import QuotationVerifier


@dataclass(frozen=True, slots=True)
class Verification:
    """The verdicts, the lines that the lock is to have, and what is wrong.

    `quotation_problems` are wrong in the quotations themselves, `lock_problems` in the lock, which
    can be written again. `counts` counts quotations and `figures` the cited figures without one,
    each at every place where it stands. `unseen` are lines that no quotation has any more, but of
    which the captured text is not at hand; `unconfirmed` are lines that say that words were found
    and that are neither confirmed nor looked up. `lock_read` is whether there is a lock to trust.
    """

    quotes: CheckedQuotations
    lines: tuple[LockedQuotation, ...]
    quotation_problems: tuple[Problem, ...]
    lock_problems: tuple[Problem, ...]
    counts: QuotationCounts
    figures: QuotationCounts
    unseen: UnseenLines
    unconfirmed: tuple[LockedQuotation, ...]
    lock_read: bool

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Everything wrong; without a lock that is what says so, and not each quotation."""
        found = (one for one in self.quotation_problems if self.lock_read or one.code != "SB504")
        return (*found, *self.lock_problems)

    @property
    def wants_lock(self) -> bool:
        """Whether there is a line to write, or one that could not be written again."""
        waiting = any(one.code == "SB504" for one in self.quotation_problems)
        return waiting or bool(self.lines)


def verify_quotations(
    graph: Graph,
    content: Path,
    captures: Captures,
    confirmed: Collection[LockedQuotation] | None = None,
) -> Verification:
    """Every quotation checked, by its capture where that is at hand and else by the lock.

    Where lines are `confirmed`, what no other line says is not trusted in this run.
    """
    lock = read_lock(content) if graph.dataset.keeps_quotes_lock else NOT_KEPT
    proofs = None if confirmed is None else {proof for one in confirmed for proof in one.proofs}
    judge = QuotationVerifier(graph, captures, lock, None if proofs is None else frozenset(proofs))
    found = sorted(find_quotations(graph), key=lambda one: one.source_ids)
    outcomes = [(quotation, judge.verify(quotation)) for quotation in found]
    lines = dict.fromkeys(outcome.line for _, outcome in outcomes if outcome.line)
    problems = [
        *judge.capture_problems(),
        *_quotation_problems(graph, outcomes),
        *Silences(graph, judge.text_of).problems(),
    ]
    display_path = f"{content.name}/{LOCK_NAME}"
    unseen = unseen_lines(graph, outcomes, lock, captures)
    outdated = [
        *lock.problems,
        *missing_lines(graph, outcomes, lock),
        *superfluous_lines(graph, outcomes, lock, {*unseen.lines}, display_path),
    ]
    verdicts = dict(_checked_quotations(outcomes))
    return Verification(
        CheckedQuotations(verdicts, frozenset(_translated(graph, outcomes))),
        tuple(lines),
        tuple(problems),
        tuple(outdated),
        count_states(outcome.state for one, outcome in outcomes if not one.is_figure),
        count_states(outcome.state for one, outcome in outcomes if one.is_figure),
        unseen,
        tuple(dict.fromkeys(_unconfirmed(outcomes))),
        lock.is_readable,
    )


def _quotation_problems(graph: Graph, outcomes: Outcomes) -> Iterator[Problem]:
    for one, outcome in outcomes:
        if outcome.code:
            yield graph.problem(
                one.record_id, one.path, outcome.code, outcome.message, one.line_offset
            )


def _unconfirmed(outcomes: Outcomes) -> Iterator[LockedQuotation]:
    for _, outcome in outcomes:
        line = outcome.line
        if line and line.was_found and outcome.state is CheckState.NEVER_CHECKED:
            yield line


def _checked_quotations(outcomes: Outcomes) -> Iterator[tuple[QuotationKey, CheckedQuotation]]:
    for one, outcome in outcomes:
        if not one.is_figure:
            yield (one.source_ids, one.words_looked_for), _checked(outcome)


def _checked(outcome: Outcome) -> CheckedQuotation:
    line, state = outcome.line, outcome.state
    if line is None:
        verdict = "missing" if state is CheckState.LOOKED_UP else UNCHECKED
        return CheckedQuotation(verdict, state=state)
    if line.digest == NO_CAPTURE:
        return CheckedQuotation(line.verdict, state=state)
    return CheckedQuotation(line.verdict, line.source_ids[0], line.digest, state, line.landing)


def _translated(graph: Graph, outcomes: Outcomes) -> Iterator[QuotationKey]:
    """Quotations of claims whose figure is read in the translation beside them."""
    for one, _ in outcomes:
        if one.path[0] == "claims" and one.path[-1] == "quote":
            claim, citation = (graph.element_at(one.record_id, one.path[:n]) for n in (2, -1))
            source = graph.records[citation.source]
            own = source.language if isinstance(source, Source) else ""
            language = citation.language or own
            if citation.translation is not None and is_in_translation(
                counted_by(graph, claim), claim, citation, citation.quote, language
            ):
                yield one.source_ids, one.words_looked_for
