"""The rows of incidents in a list, and the order in which they stand."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

from markupsafe import Markup

from sourcebook.derive import Attribution, Grade
from sourcebook.derive.grade import GRADES
from sourcebook.models import Incident, Record
from sourcebook.render.view import View

R = TypeVar("R", bound=Record)
_GRADES = list(GRADES)
_NO_ATTRIBUTES = Markup("")


@dataclass(frozen=True, slots=True)
class IncidentRow:
    """An incident in a list: who is said to have attacked, and how well it is established.

    `grade_rank` is 0 for the best grade. `attributes` are those of its row, by which a script
    filters it.
    """

    incident: Incident
    attributions: tuple[Attribution, ...]
    grade: Grade
    grade_rank: int
    disputed: bool
    attributes: Markup


def incident_row(
    view: View, incident: Incident, attributes: Markup = _NO_ATTRIBUTES
) -> IncidentRow:
    """The row of an incident. Every incident has a grade."""
    analysis = view.analysis(incident.id)
    if analysis.grade is None:
        raise ValueError(f"{incident.id} has no grade")
    rank = _GRADES.index(analysis.grade.name)
    return IncidentRow(
        incident, analysis.attributions, analysis.grade, rank, analysis.disputed, attributes
    )


def incidents_of(view: View, episode_id: str) -> tuple[Incident, ...]:
    """The incidents of an episode by date."""
    found = view.linking_records(episode_id, "incidents")
    return by_date(record for record in found if isinstance(record, Incident))


def by_date(records: Iterable[R]) -> tuple[R, ...]:
    """Records in the order of their dates; what began at the same time, by when it ended."""
    return tuple(sorted(records, key=_order))


def _order(record: Record) -> tuple[datetime, datetime, str]:
    date = getattr(record, "date", None) or getattr(record, "published", None)
    if date is None:
        return datetime.max, datetime.max, record.id
    return *date.order, record.id
