"""What `quotes` and `capture` print of all quotations: how they stand, and what to do next."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from sourcebook.capture import RefreshedLock
from sourcebook.language import FOR_EDITORS
from sourcebook.quotes import (
    LOCK_NAME,
    MACHINE_READING,
    LockedQuotation,
    describe_figures,
    describe_quotations,
)

_count = FOR_EDITORS.count
_MOST = 3
"""So many quotations of a source are shown; the number says how many there are."""


def describe_refreshed(refreshed: RefreshedLock) -> Iterator[str]:
    """What was found, what was kept and why, what nobody can look up, and the sum in one line."""
    verified = refreshed.verification
    yield from _describe_lines("kept", refreshed.kept, _KEPT)
    yield from _describe_lines("taken out", refreshed.pruned, _PRUNED)
    yield from _describe_unchecked(verified.lines)
    verdicts = _describe_verdicts(verified.lines)
    if verdicts:
        yield f"found, now or before: {verdicts}"
    if verified.figures.total:
        yield describe_figures(verified.figures, FOR_EDITORS)
    yield f"{describe_quotations(verified.counts, FOR_EDITORS)}; {LOCK_NAME} {_state(refreshed)}"


_KEPT = (
    "no quotation has these words any more, but the captured text in which they were found is not "
    "at hand: a change that is taken back needs the line; `python build.py quotes --prune` takes "
    "it out once the quotation is gone on purpose"
)
_PRUNED = "the captured text is not at hand, so that only git can bring the line back"


def _state(refreshed: RefreshedLock) -> str:
    dataset = refreshed.graph.dataset
    if not dataset.keeps_quotes_lock:
        return f"is not kept (`locks: {dataset.locks}` in dataset.yml)"
    return "is written" if refreshed.changed else "is unchanged"


def _describe_lines(word: str, lines: Iterable[LockedQuotation], why: str) -> Iterator[str]:
    for line in lines:
        where = f"{line.record_id} {line.field_name}"
        yield f"{word}: {where}, {line.shown_words} of {','.join(line.source_ids)}"
    if lines:
        yield f"  {why}"


def _describe_unchecked(lines: Iterable[LockedQuotation]) -> Iterator[str]:
    """The quotations that nobody can look up, by source, with the command that changes it."""
    by_source: dict[str, list[LockedQuotation]] = defaultdict(list)
    for line in lines:
        if not line.was_found:
            for source in line.source_ids:
                by_source[source].append(line)
    for source, some in sorted(by_source.items()):
        shown = ", ".join(line.shown_words for line in some[:_MOST])
        more = f" and {len(some) - _MOST} more" if len(some) > _MOST else ""
        count = _count(len(some), "quotation")
        yield f"never checked: {count} of '{source}': {shown}{more}"
        yield f"  `python build.py capture {source} FILE` files its text and looks them up"


def verdict_of(line: LockedQuotation) -> str:
    """The verdict of a line in a word; what a machine read is never word for word."""
    verdict, _, steps = line.verdict.partition(":")
    return MACHINE_READING if MACHINE_READING.replace(" ", "-") in steps.split(",") else verdict


def _describe_verdicts(lines: Iterable[LockedQuotation]) -> str:
    """How many quotations were found, by how near they are to the text."""
    counted = Counter(map(verdict_of, lines))
    words = {
        "exact": "word for word",
        "normalised": "but for spaces, dashes and the like",
        MACHINE_READING: "found in what a machine read",
        "sealed": "sealed",
    }
    return ", ".join(f"{counted[one]} {what}" for one, what in words.items() if counted[one])
