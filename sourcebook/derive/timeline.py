"""What happened and what was said, in order."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from sourcebook.models import Claim, Incident, Record, When, claims_of


@dataclass(frozen=True, slots=True)
class Event:
    """Something at a time: an incident, or what one claimant said of one record on one date."""

    when: When
    record_id: str
    by: tuple[str, ...] = ()
    claims: tuple[Claim, ...] = ()

    @property
    def day(self) -> str:
        """The first day that it can have been, for grouping."""
        return str(self.when.earliest.date())

    @property
    def said(self) -> bool:
        """Whether it is a statement, and not an incident."""
        return bool(self.claims)


def timeline(records: Iterable[Record]) -> tuple[Event, ...]:
    """The incidents among records and every dated statement about them, earliest first.

    What is known less precisely comes before what it contains: a day before its hours.
    """
    events = (event for record in records for event in _events(record))
    return tuple(sorted(events, key=_order))


def _order(event: Event) -> tuple[object, ...]:
    when = event.when
    return when.earliest, datetime.max - when.latest, event.said, event.record_id, event.by


def _events(record: Record) -> Iterator[Event]:
    if isinstance(record, Incident):
        yield Event(record.date, record.id)
    groups: dict[tuple[str, tuple[str, ...]], list[Claim]] = {}
    for claim in claims_of(record):
        if claim.said is not None:
            groups.setdefault((claim.said.text, claim.by), []).append(claim)
    for (_, by), claims in groups.items():
        when = claims[0].said
        if when is not None:
            yield Event(when, record.id, by, tuple(claims))
