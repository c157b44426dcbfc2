"""A timeline by day: what happened, and below it what each speaker said that day."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from sourcebook.derive.timeline import Event
from sourcebook.models import Claim, Incident, When
from sourcebook.models.when import parse_date
from sourcebook.render.view import View


@dataclass(frozen=True, slots=True)
class ListedStatement:
    """What one claimant said at one time: of each record, which claims."""

    when: When
    by: tuple[str, ...]
    about: tuple[tuple[str, tuple[Claim, ...]], ...]

    @property
    def count(self) -> int:
        """How many claims it makes."""
        return sum(len(claims) for _, claims in self.about)


@dataclass(frozen=True, slots=True)
class ListedIncident:
    """An incident on its day, and whether somebody says that it answered another."""

    incident: Incident
    is_response: bool


@dataclass(frozen=True, slots=True)
class ListedDay:
    """A day of a timeline, or a month or year where no more is known."""

    when: When
    incidents: tuple[ListedIncident, ...]
    statements: tuple[ListedStatement, ...]

    @property
    def key(self) -> str:
        """The day as an anchor: 2022-08-24, or 2022-08 where no more is known.

        Of an open beginning it is the whole date, so that no two days share an anchor.
        """
        if self.when.start is not None:
            return self.when.text
        return "until-" + re.sub(r"[^0-9TZ-]", _code, self.when.text.removeprefix("../"))

    @property
    def count(self) -> int:
        """How many claims were made."""
        return sum(statement.count for statement in self.statements)


def by_day(view: View, events: Iterable[Event]) -> tuple[ListedDay, ...]:
    """Events in the order of time by the day that they begin on; what is vague stands first."""
    dated = sorted(events, key=lambda event: (event.day, *_vague_first(event)))
    groups = groupby(dated, key=_vague_first)
    return tuple(_of_day(view, tuple(group)) for _, group in groups)


def _vague_first(event: Event) -> tuple[int, str]:
    text = _day(event.when).text
    return len(text), text


def _code(match: re.Match[str]) -> str:
    return f"_{ord(match[0]):x}"


def _of_day(view: View, events: tuple[Event, ...]) -> ListedDay:
    said = [event for event in events if event.said]
    speakers = sorted({(event.when.text, event.by) for event in said})
    happened = sorted((event for event in events if not event.said), key=_span)
    records = (view.record(event.record_id) for event in happened)
    return ListedDay(
        _day(events[0].when),
        tuple(_incident(record) for record in records if isinstance(record, Incident)),
        tuple(_statement(said, when, by) for when, by in speakers),
    )


def _incident(incident: Incident) -> ListedIncident:
    return ListedIncident(incident, any(not one.inferred for one in incident.responds_to))


def _statement(said: Iterable[Event], when: str, by: tuple[str, ...]) -> ListedStatement:
    own = [event for event in said if (event.when.text, event.by) == (when, by)]
    return ListedStatement(own[0].when, by, tuple((event.record_id, event.claims) for event in own))


def _span(event: Event) -> tuple[datetime, datetime, str]:
    return *event.when.order, event.record_id


def _day(when: When) -> When:
    """The day, month or year that a date begins in."""
    return when if when.start is None else parse_date(when.start.iso_date)
