"""What a date says once it is read: a moment, a period, or one of several."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from functools import cached_property


@dataclass(frozen=True, slots=True)
class Moment:
    """One calendar date, known to the year, month, day or minute, and how sure it is.

    `offset` is minutes east of UTC where the zone was written, else None: a local time of the
    dataset's zone, which is never silently turned into an instant.
    """

    year: int
    month: int | None = None
    day: int | None = None
    hour: int | None = None
    minute: int | None = None
    offset: int | None = None
    approximate: bool = False
    uncertain: bool = False

    @property
    def precision(self) -> str:
        """The smallest unit that is known: year, month, day or minute."""
        if self.month is None:
            return "year"
        if self.day is None:
            return "month"
        return "day" if self.hour is None else "minute"

    @property
    def earliest(self) -> datetime:
        """The first instant it can mean, without a zone."""
        return datetime(self.year, self.month or 1, self.day or 1, self.hour or 0, self.minute or 0)

    @property
    def latest(self) -> datetime:
        """The last second it can mean, without a zone."""
        month = self.month or 12
        day = self.day or monthrange(self.year, month)[1]
        if self.hour is None:
            return datetime(self.year, month, day, 23, 59, 59)
        return datetime(self.year, month, day, self.hour, self.minute or 0, 59)

    @property
    def iso_date(self) -> str:
        """The day, month or year that it is known to, as ISO 8601 writes it, without a time."""
        length = {"year": 4, "month": 7}.get(self.precision, 10)
        return self.earliest.date().isoformat()[:length]

    @property
    def zone(self) -> timezone | None:
        """The zone that was written with it."""
        return None if self.offset is None else timezone(timedelta(minutes=self.offset))


@dataclass(frozen=True)
class When:
    """A date as written, and what it can mean: one moment, a period, or one of several.

    `start` or `end` is None where a period is open; `choices` holds the moments of a set.
    """

    text: str
    start: Moment | None
    end: Moment | None
    choices: tuple[Moment, ...] = ()

    @property
    def is_period(self) -> bool:
        """Whether it names two ends (an open one included), and not one moment or a choice."""
        return not self.choices and self.start is not self.end

    @cached_property
    def earliest(self) -> datetime:
        """The first second it can mean, without a zone; an open start reaches back for ever."""
        return datetime.min if self.start is None else self.start.earliest

    @cached_property
    def latest(self) -> datetime:
        """The last second it can mean, without a zone; an open end reaches on for ever."""
        return datetime.max if self.end is None else self.end.latest

    @property
    def order(self) -> tuple[datetime, datetime]:
        """Sorts what begins earlier first, and of what begins together what ends earlier."""
        return self.earliest, self.latest

    def __str__(self) -> str:
        return self.text
