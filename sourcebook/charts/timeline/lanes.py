"""Where a timeline's lanes lie beside each other, and which way its arrows take between them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from sourcebook.charts.timeline.days import Day, Key, over
from sourcebook.charts.timeline.items import Happening

_LANE, _SLOT, _EDGE = 18.0, 6.0, 11.0
"""The width of a lane's track, of a way for arrows, and the room beside a lane."""

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
    """Positions from the left: of each lane, each sign, each bus; and where all of them end."""

    lanes: tuple[float, ...]
    signs: Mapping[str, float]
    buses: Mapping[Bus, float]
    right: float


def tracks(
    days: Sequence[Day], lanes: Mapping[str, int], arrows: Sequence[Arrow], left: float
) -> Tracks:
    """Positions for everything, so that no two signs and no two ways lie on each other."""
    spans = _spans(days)
    shown = sorted({*lanes.values()})
    slots = {lane: _slots({n: s for n, s in spans.items() if lanes[n] == lane}) for lane in shown}
    ways = _ways(arrows, spans)
    x, centres = left, []
    signs: dict[str, float] = {}
    buses: dict[Bus, float] = {}
    for lane in shown:
        wide = _LANE * (max(slots[lane].values(), default=0) + 1)
        centres.append(x + _LANE / 2)
        signs |= {name: x + _LANE / 2 + _LANE * slot for name, slot in slots[lane].items()}
        x += wide
        own = {bus: span for bus, span in ways.items() if bus[2] == lane}
        taken = _slots(own)
        buses |= {bus: x + _EDGE + _SLOT * slot for bus, slot in taken.items()}
        x += 2 * _EDGE + _SLOT * max(taken.values(), default=0) if taken else _EDGE / 2
    return Tracks(tuple(centres), signs, buses, x)


def arrows(happenings: Iterable[Happening], lanes: Mapping[str, int]) -> tuple[Arrow, ...]:
    """Every response among some incidents, and the channel beside a lane that it goes through."""
    found = []
    for h in happenings:
        for response in h.incident.responds_to:
            cause, own = response.incident, lanes[h.name]
            if cause in lanes and cause != h.name:
                channel = own - 1 if lanes[cause] < own else own
                bus = (h.name, response.inferred, channel)
                found.append(Arrow(cause, h.name, response.inferred, response.by, bus))
    return tuple(found)


def _spans(days: Sequence[Day]) -> dict[str, Span]:
    """Which heights each incident's sign takes up: days and their steps are numbered through."""
    number = 0
    bounds: dict[Key, Span] = {}
    starts: dict[str, tuple[Happening, int]] = {}
    ends: dict[str, int] = {}
    for day in days:
        first = number = number + 1
        for step in day.steps:
            number += 1
            if step.ends:
                ends[step.happening.name] = number
            else:
                starts[step.happening.name] = step.happening, number
        bounds[day.key, day.closing] = (first, number)
    return {name: _span(h, start, ends.get(name), bounds) for name, (h, start) in starts.items()}


def _span(h: Happening, start: int, end: int | None, bounds: Mapping[Key, Span]) -> Span:
    first, last = bounds[h.day, False]
    if h.form in ("instant", "about"):
        return start, start
    if h.form in ("day", "vague", "until"):
        return first, last
    if h.form == "range":
        last = bounds[over(h)][1] if end is None else end
    return min(start, last), max(start, last)


def _ways(arrows: Iterable[Arrow], spans: Mapping[str, Span]) -> dict[Bus, Span]:
    ways: dict[Bus, Span] = {}
    for arrow in arrows:
        ends = [spans[arrow.cause][0], spans[arrow.answer][0]]
        known = ways.get(arrow.bus, (ends[0], ends[0]))
        ways[arrow.bus] = (min(*known, *ends), max(*known, *ends))
    return ways


def _slots(spans: Mapping[K, Span]) -> dict[K, int]:
    """A number from 0 for each span, so that those with the same one do not meet."""
    ends: list[int] = []
    slots: dict[K, int] = {}
    for key, (first, last) in sorted(spans.items(), key=lambda item: (item[1], str(item[0]))):
        free = next((n for n, end in enumerate(ends) if end < first), len(ends))
        ends[free : free + 1] = [last]
        slots[key] = free
    return slots
