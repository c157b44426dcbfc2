"""Dates on a scale: hours since the beginning of the calendar, as UTC counts them."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

from sourcebook.charts.claims.scale import Mark, Scale
from sourcebook.language import Language, language_of
from sourcebook.models import Dataset, Moment, When
from sourcebook.models.when import parse_date

_ORIGIN = datetime(1, 1, 1)
_HOUR = timedelta(hours=1)
_LEAST = 36.0
"""The shortest scale, in hours."""
_UNITS = {"day": (24.0, 62.0), "month": (730.0, 84.0), "year": (8766.0, 42.0)}
"""How many hours a unit has, and how much room its name needs."""
_STEPS = [
    *(("day", step) for step in (1, 2, 5, 10)),
    *(("month", step) for step in (1, 3, 6)),
    *(("year", step) for step in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000)),
]
"""How far apart the lines of a scale can be."""


def form(when: When) -> str:
    """The form of a figure by whose sign a date is drawn."""
    if when.start is None or when.end is None:
        return "at_most" if when.start is None else "at_least"
    ends = (when.start, when.end)
    if when.choices or any(moment.approximate or moment.uncertain for moment in ends):
        return "about"
    return "range" if when.is_period or when.start.hour is None else "exact"


def hours(when: When, zone: str) -> tuple[float | None, float | None]:
    """The first and the last hour that a date of a zone's calendar can mean."""
    start, end = _hour(when.start, when.earliest, zone), _hour(when.end, when.latest, zone)
    if start is not None and end is not None and end - start < 1 / 30:  # a minute is a point
        end = start
    return start, end


def _hour(moment: Moment | None, bound: datetime, zone: str) -> float | None:
    if moment is None:
        return None
    shift = bound.replace(tzinfo=moment.zone or ZoneInfo(zone)).utcoffset() or timedelta()
    return (bound - _ORIGIN - shift) / _HOUR


def days(values: Iterable[float], left: float, right: float, dataset: Dataset) -> Scale:
    """The scale that holds some hours, read by days, months or years of a dataset's calendar."""
    values = list(values) or [0.0]
    low, high = min(values), max(values)
    spare = max((_LEAST - (high - low)) / 2, (high - low) * 0.04)
    low, high = low - spare, high + spare
    fitting = (
        (unit, step)
        for unit, step in _STEPS
        if (high - low) / (step * _UNITS[unit][0]) * _UNITS[unit][1] <= right - left
    )
    unit, step = next(fitting, _STEPS[-1])
    return Scale(left, right, low, high, tuple(_marks(low, high, dataset, unit, step)))


def _marks(low: float, high: float, dataset: Dataset, unit: str, step: int) -> Iterator[Mark]:
    """A line where each unit begins, and its name: under the whole of one, or where several do."""
    language, zone = language_of(dataset), ZoneInfo(dataset.time_zone)
    starts = [(_hour_of(day, zone), day) for day in _starts(low, high, unit, step)]
    for (start, day), (over, _) in pairwise([*starts, (high, None)]):
        begin, end = max(start, low), min(over, high)
        if day is not None and begin < end:
            cut = end - begin < 0.6 * step * _UNITS[unit][0]
            if step > 1:
                yield Mark(start, _name(language, day, unit) if start >= low else "", start)
            else:
                yield Mark(start, "" if cut else _name(language, day, unit), (begin + end) / 2)


def _hour_of(day: date, zone: ZoneInfo) -> float:
    midnight = datetime(day.year, day.month, day.day)
    shift = midnight.replace(tzinfo=zone).utcoffset() or timedelta()
    return (midnight - _ORIGIN - shift) / _HOUR


def _starts(low: float, high: float, unit: str, step: int) -> Iterator[date]:
    """The first days of units around some hours, every so many."""
    first = date.fromordinal(_within(int(low // 24)))
    last = date.fromordinal(_within(int(high // 24) + 3))
    if unit == "day":
        for number in range(first.toordinal() // step * step, last.toordinal() + 1, step):
            yield date.fromordinal(_within(number))
        return
    every = step if unit == "month" else 12 * step
    months = range((first.year * 12 + first.month - 1) // every * every, last.year * 12 + 12, every)
    for number in months:
        if 12 <= number < 119988:  # from the year 1 to 9998
            yield date(number // 12, number % 12 + 1, 1)


def _within(number: int) -> int:
    """The number of a day that Python's calendar has, with a margin for time zones."""
    return min(max(number, 2), date.max.toordinal() - 2)


def _name(language: Language, day: date, unit: str) -> str:
    if unit == "year":
        return str(day.year)
    if unit == "day":
        return language.day_in_year(day.month, day.day)
    return language.day(parse_date(str(day)[:7]))
