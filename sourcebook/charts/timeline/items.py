"""What a timeline shows: incidents with how well their time is known, and statements by day."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from sourcebook.charts.timeline.clock import doubted, local
from sourcebook.charts.timeline.sides import Side, side
from sourcebook.derive.attribution import Attribution
from sourcebook.derive.timeline import Event, timeline
from sourcebook.language import Language
from sourcebook.link import Graph
from sourcebook.models import Incident, Moment, Record, When

Attributed = Callable[[str], tuple[Attribution, ...]]
"""Who is said to have attacked in an incident, by its id."""


@dataclass(frozen=True, slots=True)
class Happening:
    """An incident on a timeline.

    `form` is instant, about, range, day (the hour is not known), vague (nor is the day), from or
    until (open at one end); `day` and `last` are the days, months or years in which it begins and
    ends; `start` and `end` are local times, None where no time of day is known.
    """

    incident: Incident
    side: Side
    form: str
    day: str
    last: str
    start: datetime | None
    end: datetime | None
    words: str

    @property
    def name(self) -> str:
        """The id of the incident."""
        return self.incident.id


@dataclass(frozen=True, slots=True)
class Spoken:
    """What a claimant, or several together, said in one day: how many claims, about what.

    `when` are its dates in words, `note` what they leave open beside the day.
    """

    by: tuple[str, ...]
    day: str
    when: str
    note: str
    count: int
    about: tuple[str, ...]


def happenings(
    graph: Graph, records: Iterable[Record], attributed: Attributed, most: int
) -> tuple[tuple[Happening, ...], int]:
    """The first incidents among records in order of time, and how many more there are."""
    found = {record.id: record for record in records if isinstance(record, Incident)}
    zone = graph.dataset.time_zone
    ordered = sorted(found.values(), key=lambda incident: _order(incident, zone))
    return tuple(
        _happening(graph, incident, attributed(incident.id)) for incident in ordered[:most]
    ), len(ordered[most:])


def _order(incident: Incident, zone: str) -> tuple[str, int, str, str]:
    when = incident.date
    day = _day(when.start or when.end, zone)
    start = None if when.choices else local(when.start, zone)
    return day, len(day), str(start or ""), incident.id


def _happening(graph: Graph, incident: Incident, found: tuple[Attribution, ...]) -> Happening:
    when, zone = incident.date, graph.dataset.time_zone
    first, last = when.start or when.end, when.end or when.start
    return Happening(
        incident=incident,
        side=side(graph, found),
        form=form(when),
        day=_day(first, zone),
        last=_day(first if when.choices else last, zone),
        start=None if when.choices else local(when.start, zone),
        end=local(when.end, zone) if when.is_period else None,
        words=graph.language.date(when),
    )


def form(when: When) -> str:
    """How well a time is known, in a word of `Happening.form`."""
    start, end = when.start, when.end
    if start is None or end is None:
        return "until" if start is None else "from"
    if when.is_period:
        return "range"
    if when.choices or start.day is None:
        return "vague"
    if start.hour is None:
        return "vague" if doubted(start) else "day"
    return "about" if doubted(start) else "instant"


def _day(moment: Moment | None, zone: str) -> str:
    """The day of a moment in the dataset's zone, or the month or year where no more is known."""
    if moment is None:  # no date has two open ends
        return ""
    length = {"year": 4, "month": 7}.get(moment.precision, 10)
    return str((local(moment, zone) or moment.earliest).date())[:length]


def spoken(graph: Graph, records: Iterable[Record]) -> tuple[Spoken, ...]:
    """The dated statements about records by day, who said most first."""
    groups: dict[tuple[str, tuple[str, ...]], list[Event]] = {}
    for event in timeline(records):
        if event.said:
            first = event.when.start or event.when.end
            key = (_day(first, graph.dataset.time_zone), event.by)
            groups.setdefault(key, []).append(event)
    made = (_spoken(graph.language, day, by, events) for (day, by), events in groups.items())
    return tuple(sorted(made, key=lambda s: (s.day, len(s.day), -s.count, s.by)))


def _spoken(language: Language, day: str, by: tuple[str, ...], events: list[Event]) -> Spoken:
    return Spoken(
        by=by,
        day=day,
        when=language.join_list(dict.fromkeys(language.day(event.when) for event in events), "or"),
        note=next((note for event in events if (note := _open(language, event.when))), ""),
        count=sum(len(event.claims) for event in events),
        about=tuple(dict.fromkeys(event.record for event in events)),
    )


def _open(language: Language, when: When) -> str:
    """What a date leaves open beside the day that it begins on."""
    if when.choices:
        others = language.day(replace(when, choices=when.choices[1:]))
        return f"or {others}".removesuffix(f" {when.choices[0].year}")
    if when.start is None or when.end is None:
        return "or earlier" if when.start is None else "or later"
    if when.is_period:
        last = language.day(replace(when, start=when.end))
        return f"to {last}".removesuffix(f" {when.start.year}")
    return "date not certain" if doubted(when.start) else ""
