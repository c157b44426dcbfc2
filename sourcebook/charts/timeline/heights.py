"""How high everything on a timeline stands: days, steps and statements, from the top down."""

from collections.abc import Sequence
from dataclasses import dataclass

from sourcebook.charts.text import BOLD, text_height, wrap_text
from sourcebook.charts.timeline.days import Day, Step, time_words
from sourcebook.charts.timeline.plan import Plan
from sourcebook.charts.timeline.voices import HIGH, Voice, voices

_HEAD, _GAP = 30.0, 26.0
"""The heights of a day's heading and of a break."""


@dataclass(frozen=True, slots=True)
class Texts:
    """The lines beside an incident's sign: the time, what happened, and who did it.

    The time is only there where no axis shows it.
    """

    time: tuple[str, ...]
    title: tuple[str, ...]
    note: tuple[str, ...]

    @property
    def high(self) -> float:
        """How much room they need."""
        small = text_height(self.time, "s") + text_height(self.note, "s")
        return max(text_height(self.title) + small + 12, 44.0)


@dataclass(frozen=True, slots=True)
class Placed:
    """A day with the heights of its parts; `rest` is how many speakers it leaves unnamed."""

    day: Day
    begin: float
    gap: float | None
    top: float
    steps: tuple[tuple[Step, float, Texts], ...]
    voices: tuple[Voice, ...]
    rest: tuple[int, float]
    bottom: float


@dataclass(frozen=True, slots=True)
class Columns:
    """The room for what happened, and for who spoke.

    `beside` tells that times and statements have columns of their own.
    """

    text: float
    said: float
    beside: bool


def placed(plan: Plan, columns: Columns, top: float) -> tuple[Placed, ...]:
    """Days from `top` down."""
    found: list[Placed] = []
    for day in plan.days:
        texts = [_texts(plan, step, columns.text, columns.beside) for step in day.steps]
        found.append(_placed(plan, day, texts, found[-1].bottom if found else top, columns))
    return tuple(found)


def _texts(plan: Plan, step: Step, room: float, beside: bool) -> Texts:
    h = step.happening
    clock = " · ".join(time_words(plan.graph, step))
    time = () if beside else wrap_text(clock, room, 11.0 * BOLD, 2)
    if step.ends:
        return Texts(time, (), wrap_text(f"until here: {h.incident.title}", room, 11.0, 1))
    who = h.side.words + (f", {h.side.status}" if h.side.status else "")
    told = h.form in ("instant", "about", "day") or (h.form == "range" and h.end is not None)
    note = who if told else f"{who}; {h.words}"
    return Texts(
        time, wrap_text(h.incident.title, room, 12.5 * BOLD, 3), wrap_text(note, room, 11.0, 4)
    )


def _placed(plan: Plan, day: Day, texts: Sequence[Texts], y: float, columns: Columns) -> Placed:
    gap = y + _GAP / 2 if day.gap else None
    top = low = y + (_GAP if day.gap else 0) + _HEAD
    steps = []
    for step, lines in zip(day.steps, texts, strict=True):
        steps.append((step, low + 14, lines))
        low += 36 if step.ends else lines.high
    start, most = (top - HIGH, 8) if columns.beside else (low, 5)
    named = day.spoken if len(day.spoken) <= most + 1 else day.spoken[:most]
    heard = voices(plan.graph, named, columns.said, start)
    rest = len(day.spoken) - len(named)
    end = (heard[-1].top + heard[-1].high if heard else start) + HIGH * (rest > 0)
    bottom = max(low, end, top + 6) + 6
    return Placed(day, y, gap, top, tuple(steps), heard, (rest, end - HIGH / 2), bottom)
