"""Dates that are read in the wrong calendar, and times that a clock did not show once."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from sourcebook.derive import Derived
from sourcebook.derive.dates import surely_before
from sourcebook.link import Graph
from sourcebook.load.yaml import ValuePath
from sourcebook.models import Claim, Incident, Moment, Source, When, claims_of
from sourcebook.models.other_calendars import in_other_calendars
from sourcebook.problems import Problem

_FIRST_YEAR = 1700
"""Before it nothing is published that a dataset of today cites by its day."""
_RECENT_DAYS = 366 * 60
"""How long before the edition a date may lie for the guess to be worth making."""
_NEAR = timedelta(days=366)
"""How long after an event a report of it may appear for the guess to be worth making."""


def check_calendars(graph: Graph, _derived: Derived) -> Iterator[Problem]:
    """SB415: a date is given in our calendar."""
    for record_id, path, when in _dates(graph):
        moment = when.start
        odd = surely_before(graph.dataset.edition_date, when)
        if moment is not None and (odd or moment.year < _FIRST_YEAR):
            guess = _guess(graph, moment)
            if guess:
                message = f"{when} looks like a date of another calendar: {guess}, so write that"
                yield graph.problem(record_id, path, "SB415", message)


def _dates(graph: Graph) -> Iterator[tuple[str, ValuePath, When]]:
    for source in graph.all_of(Source):
        for field in ("published", "updated", "accessed", "status_date"):
            when = getattr(source, field)
            if when is not None:
                yield source.id, (field,), when
    for record_id, path, when, _ in _dates_with_zones(graph):
        yield record_id, path, when


def _guess(graph: Graph, moment: Moment) -> str:
    edition = graph.dataset.edition_date.latest.toordinal()
    for words, day in _readings(moment):
        if edition - _RECENT_DAYS <= day.toordinal() <= edition + 1:
            return words
    return ""


def _readings(moment: Moment) -> Iterator[tuple[str, date]]:
    """What a date is in each other calendar, in words, and the day."""
    whole = moment.day is not None
    for name, day in in_other_calendars(moment.year, moment.month or 6, moment.day or 15):
        yield f"in that of {name} it is {day if whole else f'about {day.year}'}", day


def hint_of_calendar(published: When, event: When) -> str:
    """`; in the calendar of … it is …` where that would make a report follow its event."""
    if published.start is None or published.start.day is None:
        return ""
    for words, day in _readings(published.start):
        late = datetime.combine(day, datetime.min.time()) - event.earliest
        if timedelta(days=-1) <= late <= _NEAR:
            return f"; {words}"
    return ""


def check_local_times(graph: Graph, _derived: Derived) -> Iterator[Problem]:
    """SB416, SB417: a local time is one that the clocks of its zone showed, and showed once."""
    for record_id, path, when, zone in _dates_with_zones(graph):
        for moment in dict.fromkeys(when.choices or (when.start, when.end)):
            if moment is None or moment.hour is None or moment.offset is not None:
                continue
            shown = times_shown(moment.earliest, zone)
            if shown == 0:
                message = (
                    f"{when}: the clocks of {zone} did not show this time that day; they were "
                    "put forward over it: correct it, or write its offset, as in +03:00"
                )
                yield graph.problem(record_id, path, "SB416", message)
            elif shown == 2:
                message = (
                    f"{when}: the clocks of {zone} showed this time twice that day, since they "
                    "were put back: write which is meant by its offset, as in +03:00"
                )
                yield graph.problem(record_id, path, "SB417", message)


def times_shown(local: datetime, zone: str) -> int:
    """How often the clocks of a zone showed a local time: once, twice, or (0) not at all."""
    first, second = (local.replace(tzinfo=ZoneInfo(zone), fold=fold) for fold in (0, 1))
    try:
        back = first.astimezone(UTC).astimezone(ZoneInfo(zone)).replace(tzinfo=None)
    except OverflowError:  # in the first or last hours of the calendar
        return 1
    if back != local:
        return 0
    return 1 if first.utcoffset() == second.utcoffset() else 2


def _dates_with_zones(graph: Graph) -> Iterator[tuple[str, ValuePath, When, str]]:
    """The dates of events and claims, each with the zone in whose time it is given."""
    zone = graph.dataset.time_zone
    for incident in graph.all_of(Incident):
        yield incident.id, ("date",), incident.date, zone
    for record in graph.records.values():
        for index, claim in enumerate(claims_of(record)):
            for field, when in _dates_of_claim(claim):
                yield record.id, ("claims", index, field), when, claim.zone or zone


def _dates_of_claim(claim: Claim) -> Iterator[tuple[str, When]]:
    fields = {"value": claim.value, "said": claim.said, "as_of": claim.as_of}
    for field, value in (fields | {"period": claim.period}).items():
        if isinstance(value, When):
            yield field, value
