"""All quotations of a dataset against their captures, and against what the lock says of them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from sourcebook.link import Graph
from sourcebook.problems import Problem, quoted
from sourcebook.quotes.captures import Captures
from sourcebook.quotes.check_states import QuotationCounts, count_states
from sourcebook.quotes.checked_quotations import CheckedQuotation, CheckedQuotations, QuotationKey
from sourcebook.quotes.outcome import Outcome
from sourcebook.quotes.quotation import Quotation, find_quotations
from sourcebook.quotes.quotes_lock import (
    LOCK_NAME,
    NO_CAPTURE,
    LockedQuotation,
    QuotesLock,
    read_lock,
)
from sourcebook.quotes.verifier import QuotationVerifier

_MEND = "run `python build.py quotes` and commit the file"


@dataclass(frozen=True, slots=True)
class Verification:
    """The verdicts, the lines that the lock is to have, and what is wrong.

    `quotation_problems` are wrong in the quotations themselves, `lock_problems` in the lock, which
    can be written again. `counts` counts quotations and `figures` the cited figures without one,
    each at every place where it stands.
    """

    quotes: CheckedQuotations
    lines: tuple[LockedQuotation, ...]
    quotation_problems: tuple[Problem, ...]
    lock_problems: tuple[Problem, ...]
    counts: QuotationCounts
    figures: QuotationCounts

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Everything wrong."""
        return (*self.quotation_problems, *self.lock_problems)


def verify_quotations(graph: Graph, content: Path, captures: Captures) -> Verification:
    """Every quotation checked, by its capture where that is at hand and else by the lock."""
    lock = read_lock(content)
    judge = QuotationVerifier(graph, captures, lock)
    found = sorted(find_quotations(graph), key=lambda one: one.source_ids)
    outcomes = [(quotation, judge.verify(quotation)) for quotation in found]
    lines = dict.fromkeys(outcome.line for _, outcome in outcomes if outcome.line)
    problems = [
        *judge.capture_problems(),
        *_quotation_problems(graph, outcomes),
    ]
    display_path = f"{content.name}/{LOCK_NAME}"
    outdated = [
        *lock.problems,
        *_missing_from_lock(graph, outcomes, lock),
        *_outdated_in_lock(graph, outcomes, lock, display_path),
    ]
    verdicts = dict(_checked_quotations(outcomes))
    return Verification(
        CheckedQuotations(verdicts),
        tuple(lines),
        tuple(problems),
        tuple(outdated),
        count_states(outcome.state for one, outcome in outcomes if not one.is_figure),
        count_states(outcome.state for one, outcome in outcomes if one.is_figure),
    )


_Outcomes = Iterable[tuple[Quotation, Outcome]]


def _quotation_problems(graph: Graph, outcomes: _Outcomes) -> Iterator[Problem]:
    for one, outcome in outcomes:
        if outcome.code:
            yield graph.problem(
                one.record_id, one.path, outcome.code, outcome.message, one.line_offset
            )


def _missing_from_lock(graph: Graph, outcomes: _Outcomes, lock: QuotesLock) -> Iterator[Problem]:
    """SB505: quotations that the lock does not have, or not so."""
    for one, outcome in outcomes:
        if outcome.line is not None and outcome.line not in lock.lines:
            words = quoted(one.quoted_text.words) if one.passage is None else "this sealed passage"
            message = f"quotes.lock does not hold {words} as it is here: {_MEND}"
            yield graph.problem(one.record_id, one.path, "SB505", message, one.line_offset)


def _outdated_in_lock(
    graph: Graph, outcomes: _Outcomes, lock: QuotesLock, display_path: str
) -> Iterator[Problem]:
    """SB705: lines of quotations that are no more, unless something else is wrong there.

    They vouch for nothing that is published: a merge of two green branches may leave some.
    """
    wanted = {outcome.line for _, outcome in outcomes if outcome.line}
    reported = {
        (one.record_id, one.field_name)
        for one, outcome in outcomes
        if outcome.line not in lock.lines
    }
    for line, number in lock.lines.items():
        unloadable = graph.unloadable_ids & {line.record_id, *line.source_ids}
        if line not in wanted and line.where not in reported and not unloadable:
            message = (
                f"this line is about a quotation that '{line.record_id}' does not have: {_MEND}"
            )
            yield Problem(display_path, number, "SB705", message)


def _checked_quotations(outcomes: _Outcomes) -> Iterator[tuple[QuotationKey, CheckedQuotation]]:
    for one, outcome in outcomes:
        if not one.is_figure:
            yield (one.source_ids, one.words_looked_for), _checked(outcome)


def _checked(outcome: Outcome) -> CheckedQuotation:
    line, state = outcome.line, outcome.state
    if line is None:
        return CheckedQuotation("missing", state=state)
    if line.digest == NO_CAPTURE:
        return CheckedQuotation(line.verdict, state=state)
    return CheckedQuotation(line.verdict, line.source_ids[0], line.digest, state, line.landing)
