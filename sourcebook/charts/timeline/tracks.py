"""Where a timeline's lanes lie beside each other, and which way its arrows take between them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from sourcebook.charts.timeline.days import TimelineDay
from sourcebook.charts.timeline.items import DayKey, TimelineItem

_LANE, _SLOT, _EDGE = 18.0, 6.0, 11.0
"""In pixels: the width of a lane's track, of a way for arrows, and of what is beside a lane."""

K = TypeVar("K")
Span = tuple[int, int]
"""The first and last height, as numbers from the top, that something takes up."""

Bus = tuple[str, bool, int]
"""What arrows share that end in one head: the answer, whether inferred, right of which lane."""


@dataclass(frozen=True, slots=True)
class Arrow:
    """From what was answered to the answer; `by` are those who say so."""

    cause: str
    answer: str
    inferred: bool
    by: tuple[str, ...]
    bus: Bus


@dataclass(frozen=True, slots=True)
class Tracks:
    """Pixels from the left: of each lane, symbol and bus; and where all of them end."""

    lanes: tuple[float, ...]
    symbols: Mapping[str, float]
    buses: Mapping[Bus, float]
    right: float


def tracks(
    days: Sequence[TimelineDay], lanes: Mapping[str, int], arrows: Sequence[Arrow], left: float
) -> Tracks:
    """Positions for everything, so that no two symbols and no two ways lie on each other."""
    spans = _spans(days)
    ways = _ways(arrows, spans)
    x, centres = left, []
    symbols: dict[str, float] = {}
    buses: dict[Bus, float] = {}
    for lane in sorted({*lanes.values()}):
        slots = _slots({name: span for name, span in spans.items() if lanes[name] == lane})
        centres.append(x + _LANE / 2)
        symbols |= {name: x + _LANE / 2 + _LANE * slot for name, slot in slots.items()}
        x += _LANE * (max(slots.values(), default=0) + 1)
        taken = _slots({bus: span for bus, span in ways.items() if bus[2] == lane})
        buses |= {bus: x + _EDGE + _SLOT * slot for bus, slot in taken.items()}
        x += 2 * _EDGE + _SLOT * max(taken.values()) if taken else _EDGE / 2
    return Tracks(tuple(centres), symbols, buses, x)


def arrows(items: Iterable[TimelineItem], lanes: Mapping[str, int]) -> tuple[Arrow, ...]:
    """Every response among some incidents, and the channel beside a lane that it goes through."""
    found = []
    for item in items:
        own = lanes[item.id]
        for response in item.incident.responds_to:
            cause = response.incident
            if cause in lanes and cause != item.id:
                bus = (item.id, response.inferred, own - 1 if lanes[cause] < own else own)
                found.append(Arrow(cause, item.id, response.inferred, response.by, bus))
    return tuple(found)


def _spans(days: Sequence[TimelineDay]) -> dict[str, Span]:
    """Which heights each incident's symbol takes up: days and their entries are numbered."""
    number = 0
    bounds: dict[DayKey, Span] = {}
    starts: dict[str, tuple[TimelineItem, int]] = {}
    ends: dict[str, int] = {}
    for day in days:
        first = number = number + 1
        for entry in day.entries:
            number += 1
            if entry.ends:
                ends[entry.item.id] = number
            else:
                starts[entry.item.id] = entry.item, number
        bounds[day.key] = (first, number)
    return {name: _span(h, start, ends.get(name), bounds) for name, (h, start) in starts.items()}


def _span(item: TimelineItem, start: int, end: int | None, bounds: Mapping[DayKey, Span]) -> Span:
    first, last = bounds[item.day, False]
    if item.form in ("instant", "about"):
        return start, start
    if item.form in ("day", "vague", "until"):
        return first, last
    if item.form == "range":
        last = bounds[item.over][1] if end is None else end
    return min(start, last), max(start, last)


def _ways(arrows: Iterable[Arrow], spans: Mapping[str, Span]) -> dict[Bus, Span]:
    """The heights between which each bus runs."""
    ends: dict[Bus, list[int]] = {}
    for arrow in arrows:
        ends.setdefault(arrow.bus, []).extend(spans[end][0] for end in (arrow.cause, arrow.answer))
    return {bus: (min(heights), max(heights)) for bus, heights in ends.items()}


def _slots(spans: Mapping[K, Span]) -> dict[K, int]:
    """A number from 0 for each span, so that those with the same one do not meet."""
    ends: list[int] = []
    slots: dict[K, int] = {}
    for key, (first, last) in sorted(spans.items(), key=lambda item: (item[1], str(item[0]))):
        free = next((n for n, end in enumerate(ends) if end < first), len(ends))
        ends[free : free + 1] = [last]
        slots[key] = free
    return slots
