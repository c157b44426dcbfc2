"""Where everything on a timeline is: lanes from the left, days from the top."""

from collections.abc import Mapping
from dataclasses import dataclass

from sourcebook.charts.figure import NARROW
from sourcebook.charts.timeline.days import Key
from sourcebook.charts.timeline.heights import Columns, Placed, placed
from sourcebook.charts.timeline.lanes import Tracks, tracks
from sourcebook.charts.timeline.plan import Plan

_AXIS = 156.0
"""The room for dates and times; where there is less, they stand over what they date."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """Where things are: lanes, texts from `text` to `end`, statements from `said` on.

    `heights` are those of the steps, where an incident begins and (True) where it is over;
    `bounds` are where a day begins and ends.
    """

    plan: Plan
    room: float
    tracks: Tracks
    text: float
    end: float
    said: float
    days: tuple[Placed, ...]
    heights: Mapping[tuple[str, bool], float]
    bounds: Mapping[Key, tuple[float, float]]

    @property
    def beside(self) -> bool:
        """Whether there is room for dates and times, and for statements, beside the incidents."""
        return self.room > NARROW

    @property
    def bottom(self) -> float:
        """Where the last day ends."""
        return self.days[-1].bottom


def sheet(plan: Plan, room: float, top: float) -> Sheet:
    """The sheet of a timeline of a given width, whose days begin at `top`."""
    beside = room > NARROW
    found = tracks(plan.days, plan.lane, plan.arrows, _AXIS if beside else 0.0)
    spoken = any(day.spoken for day in plan.days)
    text = found.right + 8 + (14 if spoken and not beside else 0)
    end = room - 236 if spoken and beside else room
    said = end + 12 if beside else found.right + 8
    days = placed(plan, Columns(end - text - 6, room - said - 14, beside), top)
    return Sheet(
        plan=plan,
        room=room,
        tracks=found,
        text=text,
        end=end,
        said=said,
        days=days,
        heights={(s.happening.name, s.ends): y for day in days for s, y, _ in day.steps},
        bounds={(d.day.key, d.day.closing): (d.top - 2, d.bottom - 8) for d in days},
    )
