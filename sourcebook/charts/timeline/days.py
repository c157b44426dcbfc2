"""A timeline's days, one below the other, and in each its entries in order of time."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from itertools import pairwise

from sourcebook.charts.timeline.items import (
    UTC_ZONES,
    DayKey,
    Statement,
    TimelineItem,
    is_doubted,
    time_in_utc,
)
from sourcebook.language import Language
from sourcebook.link import Graph
from sourcebook.models.when import parse_date


@dataclass(frozen=True, slots=True)
class DayEntry:
    """A height of its own on a day: where an incident begins, or (`ends`) where it is over."""

    item: TimelineItem
    ends: bool

    @property
    def clock(self) -> datetime | None:
        """The local time, where one is known."""
        return self.item.end if self.ends else self.item.start

    def times(self, graph: Graph) -> tuple[str, ...]:
        """The time in words: local, then UTC; or that it is not known."""
        when = self.item.incident.date
        moment = when.end if self.ends else when.start or when.end
        if self.clock is None or moment is None:
            vague = self.item.form == "vague" or moment is None or moment.day is None
            return ("day not certain" if vague else "hour not known",)
        local, zone = f"{self.clock:%H:%M}", graph.dataset.time_zone
        if is_doubted(moment):
            local = graph.language.text("about {value}", value=local)
        if zone in UTC_ZONES:
            return (f"{local} UTC",)
        return tuple(filter(None, (local, time_in_utc(self.clock, zone))))


@dataclass(frozen=True, slots=True)
class TimelineDay:
    """A day, or a month or year where no more is known, with what happened and was said in it.

    `label` is what it is called, `weekday` its short name in the week, if it is one day. `gap` says
    how much time without an entry precedes it.
    """

    key: DayKey
    label: str
    weekday: str
    gap: str
    entries: tuple[DayEntry, ...]
    statements: tuple[Statement, ...]


def days(
    language: Language, items: Iterable[TimelineItem], statements: Iterable[Statement]
) -> tuple[TimelineDay, ...]:
    """The days of some incidents and statements, earliest first."""
    items, said = tuple(items), defaultdict(list)
    for statement in statements:
        said[statement.day, False].append(statement)
    entries, depths = _entries(items), _depths(items)
    keys = sorted({*entries, *said}, key=_order)
    gaps = ["", *(_gap(language, before[0], key[0]) for before, key in pairwise(keys))]
    return tuple(
        TimelineDay(
            key=key,
            label=_label(language, *key),
            weekday=_weekday(language, key[0]),
            gap=gap,
            entries=tuple(sorted(entries.get(key, ()), key=lambda entry: _rank(entry, depths))),
            statements=tuple(said.get(key, ())),
        )
        for gap, key in zip(gaps, keys, strict=False)
    )


def _label(language: Language, key: str, closing: bool) -> str:
    name = language.day(parse_date(key))
    if closing:
        return language.text("end of {date}", date=name)
    return name if len(key) == 10 else language.text("in {date}", date=name)


def _weekday(language: Language, key: str) -> str:
    number = parse_date(key).earliest.weekday()
    return language.weekday_name(number, "abbreviated") if len(key) == 10 else ""


def _entries(items: Iterable[TimelineItem]) -> dict[DayKey, list[DayEntry]]:
    found: dict[DayKey, list[DayEntry]] = defaultdict(list)
    for item in items:
        found[item.day, False].append(DayEntry(item, ends=False))
        if item.form == "range":
            found[item.over] += [DayEntry(item, True)] if item.end not in (None, item.start) else []
    return found


def _order(key: DayKey) -> tuple[date, int]:
    name, closing = key
    when = parse_date(name)
    return (when.latest.date(), 99) if closing else (when.earliest.date(), len(name))


def _rank(entry: DayEntry, depths: Mapping[str, int]) -> tuple[object, ...]:
    """By time; of one time, what answers another below it, and what lasts longer below."""
    item = entry.item
    end = (parse_date(item.last).latest, item.end or datetime.max)
    return entry.clock or datetime.min, depths[item.id], entry.ends, *end, item.id


def _depths(items: Iterable[TimelineItem]) -> dict[str, int]:
    """How many incidents of the same time each one answers in a row, so that it stands below."""
    known = {item.id: item for item in items}
    depths: dict[str, int] = {}

    def depth(item: TimelineItem) -> int:
        if item.id not in depths:
            depths[item.id] = 0  # a circle ends here
            causes = (known.get(response.incident) for response in item.incident.responds_to)
            together = [c for c in causes if c and (c.day, c.start) == (item.day, item.start)]
            depths[item.id] = max((depth(cause) + 1 for cause in together), default=0)
        return depths[item.id]

    return {name: depth(item) for name, item in known.items()}


def _gap(language: Language, before: str, after: str) -> str:
    """How much time lies between two days, months or years, in words."""
    empty = (parse_date(after).earliest.date() - parse_date(before).latest.date()).days - 1
    if empty < 1:
        return ""
    unit, length = ("year", 365.25) if empty >= 730 else ("month", 30.4)
    time = language.text("about {value}", value=language.count(round(empty / length), unit))
    if empty < 60:
        time = language.count(empty, "day")
    return language.text("{time} without an entry", time=time)
