"""A timeline's days, one below the other, and in each its steps in order of time."""

from calendar import monthrange
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from sourcebook.charts.timeline.clock import doubted, universal
from sourcebook.charts.timeline.items import Happening, Spoken
from sourcebook.language import Language
from sourcebook.link import Graph
from sourcebook.models.when import parse

_UTC = {"UTC", "Etc/UTC", "Etc/UCT", "Etc/GMT", "Etc/Zulu", "GMT", "UCT", "Zulu"}


@dataclass(frozen=True, slots=True)
class Step:
    """A height of its own on the ladder: where an incident begins, or (`ends`) where it is over."""

    happening: Happening
    ends: bool

    @property
    def clock(self) -> datetime | None:
        """The local time, where one is known."""
        return self.happening.end if self.ends else self.happening.start


@dataclass(frozen=True, slots=True)
class Day:
    """A day, or a month or year where no more is known, with what happened and was said in it.

    `words` is what it is called, `weekday` its short name in the week, if it is one day. `gap` says
    how much time without an entry precedes it; `closing` marks a month or year that stands there
    because something was over by its end.
    """

    key: str
    closing: bool
    words: str
    weekday: str
    gap: str
    steps: tuple[Step, ...]
    spoken: tuple[Spoken, ...]


Key = tuple[str, bool]
"""A day, month or year, and whether it is its end that is meant."""


def over(h: Happening) -> Key:
    """Where on the ladder an incident is over."""
    return h.last, len(h.last) < 10 and h.last != h.day


def days(
    language: Language, happenings: Iterable[Happening], spoken: Iterable[Spoken]
) -> tuple[Day, ...]:
    """The ladder of some incidents and statements, earliest first."""
    happenings = tuple(happenings)
    steps, said = _steps(happenings), defaultdict(list)
    for each in spoken:
        said[each.day, False].append(each)
    keys = sorted({*steps, *said}, key=_order)
    depths = _depths(happenings)
    return tuple(
        Day(
            *key,
            words=_words(language, key),
            weekday=_weekday(language, key[0]),
            gap=_gap(language, before[0], key[0]) if before else "",
            steps=tuple(sorted(steps.get(key, ()), key=lambda step: _rank(step, depths))),
            spoken=tuple(said.get(key, ())),
        )
        for before, key in zip([None, *keys][: len(keys)], keys, strict=True)
    )


def _words(language: Language, key: Key) -> str:
    name = language.day(parse(key[0]))
    if key[1]:
        return language.text("end of {date}", date=name)
    return name if len(key[0]) == 10 else language.text("in {date}", date=name)


def _weekday(language: Language, key: str) -> str:
    number = first_day(key).weekday()
    return language.weekday_name(number, "abbreviated") if len(key) == 10 else ""


def _steps(happenings: Iterable[Happening]) -> dict[Key, list[Step]]:
    steps: dict[Key, list[Step]] = defaultdict(list)
    for h in happenings:
        steps[h.day, False].append(Step(h, ends=False))
        if h.form == "range":
            steps[over(h)] += [Step(h, ends=True)] if h.end not in (None, h.start) else []
    return steps


def _order(key: Key) -> tuple[date, int]:
    name, closing = key
    return (last_day(name), 99) if closing else (first_day(name), len(name))


def _rank(step: Step, depths: Mapping[str, int]) -> tuple[object, ...]:
    """By time; of one time, what answers another below it, and what lasts longer below."""
    h = step.happening
    end = (last_day(h.last), h.end or datetime.max)
    return step.clock or datetime.min, depths[h.name], step.ends, *end, h.name


def _depths(happenings: Iterable[Happening]) -> dict[str, int]:
    """How many incidents of the same time each one answers in a row, so that it stands below."""
    known = {h.name: h for h in happenings}
    depths: dict[str, int] = {}

    def depth(h: Happening) -> int:
        if h.name not in depths:
            depths[h.name] = 0  # a circle ends here
            causes = (known.get(response.incident) for response in h.incident.responds_to)
            together = [c for c in causes if c and (c.day, c.start) == (h.day, h.start)]
            depths[h.name] = max((depth(cause) + 1 for cause in together), default=0)
        return depths[h.name]

    return {name: depth(h) for name, h in known.items()}


def first_day(key: str) -> date:
    """The first day of a day, month or year."""
    return date.fromisoformat(key + "-01-01"[len(key) - 4 :])


def last_day(key: str) -> date:
    """The last day of a day, month or year."""
    first = first_day(key)
    if len(key) == 10:
        return first
    month = first.month if len(key) == 7 else 12
    return date(first.year, month, monthrange(first.year, month)[1])


def _gap(language: Language, before: str, after: str) -> str:
    empty = (first_day(after) - last_day(before)).days - 1
    if empty < 1:
        return ""
    for days_, unit in ((730, "year"), (60, "month"), (1, "day")):
        if empty >= days_:
            number = round(empty / {"year": 365.25, "month": 30.4, "day": 1}[unit])
            count = language.count(number, unit)
            about = count if unit == "day" else language.text("about {value}", value=count)
            return language.text("{time} without an entry", time=about)
    return ""


def time_words(graph: Graph, step: Step) -> tuple[str, ...]:
    """The time of a step: local, then UTC; or that it is not known."""
    when = step.happening.incident.date
    moment = when.end if step.ends else when.start or when.end
    if step.clock is None or moment is None:
        vague = step.happening.form == "vague" or moment is None or moment.day is None
        return ("day not certain" if vague else "hour not known",)
    local = f"{step.clock:%H:%M}"
    if doubted(moment):
        local = graph.language.text("about {value}", value=local)
    zone = graph.dataset.time_zone
    if zone in _UTC:
        return (f"{local} UTC",)
    return tuple(filter(None, (local, universal(step.clock, zone))))
