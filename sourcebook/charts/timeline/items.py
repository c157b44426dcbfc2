"""What a timeline shows: incidents with how well their time is known, and statements by day."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from sourcebook.charts.timeline.sides import Side, side
from sourcebook.derive.attribution import Attribution
from sourcebook.derive.timeline import Event, timeline
from sourcebook.language import Language
from sourcebook.link import Graph
from sourcebook.models import Incident, Moment, Record, When

Attributed = Callable[[str], tuple[Attribution, ...]]
"""Who is said to have attacked in an incident, by its id."""
DayKey = tuple[str, bool]
"""A day, month or year (`2022-08-24`, `2022-08`, `2022`), and whether it is its end."""
_SAFE = range(2, 9999)
"""Years whose first and last hours exist in every zone, for Python's calendar."""
UTC_ZONES = {"UTC", "Etc/UTC", "Etc/UCT", "Etc/GMT", "Etc/Zulu", "GMT", "UCT", "Zulu"}
"""Zones whose clock shows UTC."""


@dataclass(frozen=True, slots=True)
class TimelineItem:
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
    date: str

    @property
    def id(self) -> str:
        """The id of the incident."""
        return self.incident.id

    @property
    def over(self) -> DayKey:
        """The day, or the end of the month or year, in which it is over."""
        return self.last, len(self.last) < 10 and self.last != self.day

    @property
    def lasts(self) -> bool:
        """Whether it lasts beyond the day on which it begins."""
        return self.form == "range" and self.last != self.day

    @property
    def doubted(self) -> bool:
        """Whether its beginning or end is marked as approximate or uncertain."""
        return any(is_doubted(end) for end in (self.incident.date.start, self.incident.date.end))


@dataclass(frozen=True, slots=True)
class Statement:
    """What a claimant, or several together, said in one day: how many claims, about what.

    `dates` are its dates in words, `note` what they leave open beside the day.
    """

    by: tuple[str, ...]
    day: str
    dates: str
    note: str
    count: int
    about: tuple[str, ...]


def items(
    graph: Graph, records: Iterable[Record], attributed: Attributed
) -> tuple[TimelineItem, ...]:
    """The incidents among records in order of time."""
    incidents = {each.id: each for each in records if isinstance(each, Incident)}
    found = (_item(graph, each, side(graph, attributed(each.id))) for each in incidents.values())
    return tuple(sorted(found, key=lambda i: (i.day, len(i.day), str(i.start or ""), i.id)))


def _item(graph: Graph, incident: Incident, side: Side) -> TimelineItem:
    when, zone = incident.date, graph.dataset.time_zone
    first, last = when.start or when.end, when.end or when.start
    return TimelineItem(
        incident=incident,
        side=side,
        form=_form(when),
        day=_day(first, zone),
        last=_day(first if when.choices else last, zone),
        start=None if when.choices else _local(when.start, zone),
        end=_local(when.end, zone) if when.is_period else None,
        date=graph.language.date(when),
    )


def _form(when: When) -> str:
    """How well a time is known, as `TimelineItem.form` has it."""
    start, end = when.start, when.end
    if start is None or end is None:
        return "until" if start is None else "from"
    if when.is_period:
        return "range"
    if when.choices or start.day is None:
        return "vague"
    if start.hour is None:
        return "vague" if is_doubted(start) else "day"
    return "about" if is_doubted(start) else "instant"


def is_doubted(moment: Moment | None) -> bool:
    """Whether a moment is marked as approximate or uncertain."""
    return moment is not None and (moment.approximate or moment.uncertain)


def _day(moment: Moment | None, zone: str) -> str:
    """The day of a moment in the dataset's zone, or the month or year where no more is known."""
    if moment is None:  # no date has two open ends
        return ""
    there = _local(moment, zone)
    return moment.iso_date if there is None else there.date().isoformat()


def _local(moment: Moment | None, zone: str) -> datetime | None:
    """The local clock of a zone at a moment; None where no time of day is known."""
    if moment is None or moment.hour is None:
        return None
    if moment.zone is None or moment.year not in _SAFE:
        return moment.earliest
    here = moment.earliest.replace(tzinfo=moment.zone).astimezone(ZoneInfo(zone))
    return here.replace(tzinfo=None)


def time_in_utc(clock: datetime, zone: str) -> str:
    """The time of UTC when a zone's clock shows this, with the day where that is another.

    Empty where the zone is that of UTC, or the calendar ends.
    """
    if clock.year not in _SAFE or zone in UTC_ZONES:
        return ""
    there = clock.replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)
    days = (there.date() - clock.date()).days
    shift = {-1: ", day before", 1: ", day after"}.get(days, "")
    return f"{there:%H:%M} UTC{shift}"


def start_in_utc(incident: Incident, zone: str) -> str:
    """The time of UTC at which an incident began by a zone's clock; empty where it is not known."""
    clock = None if incident.date.choices else _local(incident.date.start, zone)
    return time_in_utc(clock, zone) if clock else ""


def statements(graph: Graph, records: Iterable[Record]) -> tuple[Statement, ...]:
    """The dated statements about records by day, who said most first."""
    groups: dict[tuple[str, tuple[str, ...]], list[Event]] = {}
    for event in timeline(records):
        if event.said:
            day = _day(event.when.start or event.when.end, graph.dataset.time_zone)
            groups.setdefault((day, event.by), []).append(event)
    found = (_statement(graph.language, day, by, events) for (day, by), events in groups.items())
    return tuple(sorted(found, key=lambda s: (s.day, len(s.day), -s.count, s.by)))


def _statement(language: Language, day: str, by: tuple[str, ...], events: list[Event]) -> Statement:
    return Statement(
        by=by,
        day=day,
        dates=language.join_list(dict.fromkeys(language.day(e.when) for e in events), "or"),
        note=next((note for event in events if (note := _open(language, event.when))), ""),
        count=sum(len(event.claims) for event in events),
        about=tuple(dict.fromkeys(event.record_id for event in events)),
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
    return "date not certain" if is_doubted(when.start) else ""
