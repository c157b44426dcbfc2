"""What `quotes.lock` says of the quotations, against what is known of them in this run."""

from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass

from sourcebook.link import Graph
from sourcebook.models import Source
from sourcebook.problems import Problem
from sourcebook.quotes.captures import Captures, DamagedCaptureError
from sourcebook.quotes.check_states import CheckState
from sourcebook.quotes.outcome import Outcome
from sourcebook.quotes.quotation import Quotation
from sourcebook.quotes.quotes_lock import LockedQuotation, QuotesLock

Outcomes = Iterable[tuple[Quotation, Outcome]]
_WRITE = "run `python build.py quotes` and commit the file"


@dataclass(frozen=True, slots=True)
class UnseenLines:
    """Lines that no quotation has any more and whose captured text is not at hand.

    Each says what this run cannot find out again. `held` are those of a source of which a change
    waits to be looked up: whoever takes it back needs them.
    """

    lines: tuple[LockedQuotation, ...] = ()
    held: tuple[LockedQuotation, ...] = ()


def unseen_lines(
    graph: Graph, outcomes: Outcomes, lock: QuotesLock, captures: Captures
) -> UnseenLines:
    """The lines that are not to be thrown away because a captured text is elsewhere.

    Where a source was captured anew, and the new text was read, a line of the old one has had its
    day.
    """
    proved = {proof for _, outcome in outcomes if outcome.line for proof in outcome.line.proofs}
    current = {
        source: _digest_of(graph, source)
        for one, outcome in outcomes
        if outcome.state is CheckState.LOOKED_UP
        for source in one.source_ids
    }
    lines = tuple(
        line
        for line in lock.lines
        if line.was_found
        and not proved & {*line.proofs}
        and current.get(line.source_ids[0], line.digest) == line.digest
        and not _is_at_hand(line, captures)
    )
    waiting = {
        source
        for one, outcome in outcomes
        if outcome.code and outcome.state is CheckState.NEVER_CHECKED
        for source in one.source_ids
    }
    return UnseenLines(lines, tuple(line for line in lines if waiting & {*line.source_ids}))


def _digest_of(graph: Graph, source_id: str) -> str:
    source = graph.records.get(source_id)
    return source.capture.sha256 if isinstance(source, Source) and source.capture else ""


def _is_at_hand(line: LockedQuotation, captures: Captures) -> bool:
    try:
        return captures.text_of(line.digest) is not None
    except DamagedCaptureError:
        return False


def missing_lines(graph: Graph, outcomes: Outcomes, lock: QuotesLock) -> Iterator[Problem]:
    """SB505: quotations that the lock does not have, or not so; none where it cannot be read."""
    if not lock.is_readable:
        return
    before = {(line.where, source): line for line in lock.lines for source in line.source_ids}
    for one, outcome in outcomes:
        if outcome.line is not None and outcome.line not in lock.lines:
            keys = [(outcome.line.where, source) for source in one.source_ids]
            earlier = next((before[key] for key in keys if key in before), None)
            message = _missing_message(outcome.line, earlier)
            yield graph.problem(one.record_id, one.path, "SB505", message, one.line_offset)


def _missing_message(line: LockedQuotation, earlier: LockedQuotation | None) -> str:
    shown, was = line.shown_words, earlier.shown_words if earlier else line.shown_words
    instead = f" (it has {was})" if was != shown else ""
    start = f"quotes.lock does not hold {shown} as it is here{instead}"
    if line.was_found:
        return f"{start}: {_WRITE}"
    source = line.source_ids[0]
    return (
        f"{start}, and no captured text of '{source}' is on record to look it up in: capture it "
        f"with `python build.py capture {source} FILE`; `python build.py quotes` notes it as never "
        "checked, and vouches for nothing"
    )


def superfluous_lines(
    graph: Graph, outcomes: Outcomes, lock: QuotesLock, unseen: Set[LockedQuotation], path: str
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
            message = f"this line is about a quotation that '{line.record_id}' does not have"
            remedy = _PRUNE if line in unseen else _WRITE
            yield Problem(path, number, "SB705", f"{message}: {remedy}")


_PRUNE = (
    "put the quotation back, or take the line out with `python build.py quotes --prune`, since its "
    "captured text is not at hand and the line could not be written again"
)
