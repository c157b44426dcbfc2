"""Where everything on a timeline is, in pixels: lanes from the left, days from the top."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from sourcebook.charts.figure import NARROW
from sourcebook.charts.text import BOLD, LEADING, SIZES, text_height, text_width, wrap_text
from sourcebook.charts.timeline.days import DayEntry, TimelineDay
from sourcebook.charts.timeline.items import DayKey, Statement
from sourcebook.charts.timeline.plan import Plan
from sourcebook.charts.timeline.tracks import Tracks, tracks
from sourcebook.link import Graph

_AXIS = 156.0
"""The width of dates and times; where there is less, they stand over what they date."""
_HEAD, _GAP = 30.0, 26.0
"""The heights of a day's heading and of a break."""
LINE = 24.0
"""The height of a statement's first line, which a finger can hit."""
_COUNT = 24.0
"""The width of the number of claims, and what keeps it apart."""


@dataclass(frozen=True, slots=True)
class PlacedEntry:
    """An entry with the height of its symbol, and the lines beside it.

    They are the time (where no axis shows it), what happened, and who did it.
    """

    entry: DayEntry
    y: float
    time: tuple[str, ...]
    title: tuple[str, ...]
    note: tuple[str, ...]

    @property
    def height(self) -> float:
        """How much space it needs."""
        if self.entry.ends:
            return 36
        small = text_height(self.time, "s") + text_height(self.note, "s")
        return max(text_height(self.title) + small + 12, 44.0)


@dataclass(frozen=True, slots=True)
class PlacedStatement:
    """A statement with the height of its symbol, and the lines of the speaker's name.

    `below` tells that what its date leaves open stands below the name, and not beside it.
    """

    statement: Statement
    y: float
    name: tuple[str, ...]
    below: bool

    @property
    def height(self) -> float:
        """How much space it needs."""
        return LINE + SIZES["m"] * LEADING * (len(self.name) - 1 + self.below)

    @property
    def top(self) -> float:
        """Where it begins."""
        return self.y - LINE / 2


@dataclass(frozen=True, slots=True)
class PlacedDay:
    """A day with where it begins, its break, its heading's end and its end.

    `rest` is how many speakers it leaves unnamed, and where that is said.
    """

    day: TimelineDay
    begin: float
    gap: float | None
    top: float
    entries: tuple[PlacedEntry, ...]
    statements: tuple[PlacedStatement, ...]
    rest: tuple[int, float]
    bottom: float


@dataclass(frozen=True)
class TimelineLayout:
    """Where things are on a timeline of a width, whose days begin at `top`."""

    plan: Plan
    width: float
    top: float

    @property
    def beside(self) -> bool:
        """Whether dates and times, and statements, stand beside the incidents."""
        return self.width > NARROW

    @cached_property
    def tracks(self) -> Tracks:
        """The lanes, and the ways of arrows between them."""
        left = _AXIS if self.beside else 0.0
        return tracks(self.plan.days, self.plan.lane, self.plan.arrows, left)

    @property
    def text(self) -> float:
        """Where the text beside incidents begins."""
        return self.tracks.right + 8 + (14 if self.plan.speakers and not self.beside else 0)

    @property
    def end(self) -> float:
        """Where it ends."""
        return self.width - 236 if self.plan.speakers and self.beside else self.width

    @property
    def said(self) -> float:
        """Where the lane of statements is."""
        return self.end + 12 if self.beside else self.tracks.right + 8

    @cached_property
    def days(self) -> tuple[PlacedDay, ...]:
        """The days from the top down."""
        found: list[PlacedDay] = []
        for day in self.plan.days:
            found.append(_placed_day(self, day, found[-1].bottom if found else self.top))
        return tuple(found)

    @property
    def bottom(self) -> float:
        """Where the last day ends."""
        return self.days[-1].bottom

    @cached_property
    def heights(self) -> Mapping[tuple[str, bool], float]:
        """The heights of entries: where an incident begins and (True) where it is over."""
        return {(e.entry.item.id, e.entry.ends): e.y for day in self.days for e in day.entries}

    @cached_property
    def bounds(self) -> Mapping[DayKey, tuple[float, float]]:
        """Where a day begins and ends."""
        return {placed.day.key: (placed.top - 2, placed.bottom - 8) for placed in self.days}


def _placed_day(layout: TimelineLayout, day: TimelineDay, begin: float) -> PlacedDay:
    gap = begin + _GAP / 2 if day.gap else None
    top = low = begin + (_GAP if day.gap else 0) + _HEAD
    entries = []
    for entry in day.entries:
        entries.append(_placed_entry(layout, entry, low + 14))
        low += entries[-1].height
    start, most = (top - LINE, 8) if layout.beside else (low, 5)
    named = day.statements if len(day.statements) <= most + 1 else day.statements[:most]
    width = layout.width - layout.said - 14
    heard = tuple(_placed_statements(layout.plan.graph, named, width, start))
    rest = len(day.statements) - len(named)
    end = (heard[-1].top + heard[-1].height if heard else start) + LINE * (rest > 0)
    bottom = max(low, end, top + 6) + 6
    return PlacedDay(day, begin, gap, top, tuple(entries), heard, (rest, end - LINE / 2), bottom)


def _placed_entry(layout: TimelineLayout, entry: DayEntry, y: float) -> PlacedEntry:
    item, width = entry.item, layout.end - layout.text - 6
    title, note = item.incident.title, item.side.label
    clock = "" if layout.beside else " · ".join(entry.times(layout.plan.graph))
    time = wrap_text(clock, width, 11.0 * BOLD, 2)
    if entry.ends:
        return PlacedEntry(entry, y, time, (), wrap_text(f"until here: {title}", width, 11.0, 1))
    if item.form not in ("instant", "about", "day") and not (item.form == "range" and item.end):
        note += f"; {item.date}"
    lines = wrap_text(title, width, 12.5 * BOLD, 3), wrap_text(note, width, 11.0, 4)
    return PlacedEntry(entry, y, time, *lines)


def _placed_statements(
    graph: Graph, statements: Sequence[Statement], width: float, top: float
) -> Iterator[PlacedStatement]:
    """Those who spoke, from `top` down, in a column of a given width."""
    available = width - _COUNT
    for each in statements:
        name = wrap_text(names(graph, each.by), available, SIZES["m"], 2)
        beside = text_width(name[0], SIZES["m"]) + text_width(each.note, SIZES["s"]) + 8
        below = bool(each.note) and (len(name) > 1 or beside > available)
        placed = PlacedStatement(each, top + LINE / 2, name, below)
        yield placed
        top = placed.top + placed.height


def names(graph: Graph, record_ids: Sequence[str]) -> str:
    """Several records by their names."""
    return ", ".join(map(graph.label, record_ids))
