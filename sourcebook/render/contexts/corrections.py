"""The list of what was corrected, graded by hand, taken back or replaced, the latest first."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from sourcebook.derive.corrections import Change
from sourcebook.models import Claim, Incident, Source, When
from sourcebook.pages import MOST_ROWS
from sourcebook.render.view import View


@dataclass(frozen=True, slots=True)
class CorrectionRow:
    """A correction of ours: when, of which record, its number there, and who made it.

    `was` and `now` are what a claim said and says, where it is about one.
    """

    when: When | None
    record_id: str
    number: int
    by: str
    was: str | None
    now: str | None
    entry_error: bool


@dataclass(frozen=True, slots=True)
class RegradedRow:
    """An incident that an editor graded: when, who, as what, and what the rules give."""

    when: When | None
    incident_id: str
    grade: str
    by: str
    computed: str


@dataclass(frozen=True, slots=True)
class ChangedSourceRow:
    """A source that was corrected or taken back."""

    when: When | None
    source: Source


@dataclass(frozen=True, slots=True)
class ReplacedClaimRow:
    """A claim that was replaced or withdrawn; `replacement` is the record and claim after it."""

    when: When | None
    record_id: str
    claim: Claim
    replacement: tuple[str, Claim] | None


@dataclass(frozen=True, slots=True)
class CorrectionsContext:
    """What `corrections.html` reads. `more_claims` is how many claims are left out."""

    corrections: tuple[CorrectionRow, ...]
    grades_set: tuple[RegradedRow, ...]
    sources: tuple[ChangedSourceRow, ...]
    claims: tuple[ReplacedClaimRow, ...]
    more_claims: int


def corrections_context(view: View) -> CorrectionsContext:
    """The latest changes by their form."""
    changes = view.corrections()
    claims = [change for change in changes if change.form == "claim"]
    return CorrectionsContext(
        tuple(_correction(view, change) for change in changes if change.form == "correction"),
        tuple(row for change in changes for row in _regraded(view, change)),
        tuple(row for change in changes for row in _changed_source(view, change)),
        tuple(map(partial(_replaced_claim, view), claims[:MOST_ROWS])),
        max(0, len(claims) - MOST_ROWS),
    )


def _correction(view: View, change: Change) -> CorrectionRow:
    number = int(change.at)
    one = view.record(change.record_id).corrections[number]
    return CorrectionRow(
        change.when, change.record_id, number, one.by, one.was, one.now, one.entry_error
    )


def _regraded(view: View, change: Change) -> Iterator[RegradedRow]:
    if change.form != "grade":
        return
    incident, grade = view.record(change.record_id), view.analysis(change.record_id).grade
    if isinstance(incident, Incident) and incident.grade_override is not None and grade is not None:
        by = incident.grade_override.by
        yield RegradedRow(change.when, incident.id, change.at, by, grade.computed)


def _changed_source(view: View, change: Change) -> Iterator[ChangedSourceRow]:
    source = view.record(change.record_id)
    if change.form == "source" and isinstance(source, Source):
        yield ChangedSourceRow(change.when, source)


def _replaced_claim(view: View, change: Change) -> ReplacedClaimRow:
    claim = view.claim(change.record_id, change.at)[1]
    replacement = view.claim(change.record_id, change.by) if change.by else None
    return ReplacedClaimRow(change.when, change.record_id, claim, replacement)
