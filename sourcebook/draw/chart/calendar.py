"""Dates on a scale: hours since the beginning of the calendar, as UTC counts them."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from itertools import pairwise
from math import floor
from zoneinfo import ZoneInfo

from sourcebook.derive.dates import day_words
from sourcebook.draw.chart.scale import Mark, Scale
from sourcebook.models import Moment, When
from sourcebook.models.when import parse

_ORIGIN = datetime(1, 1, 1)
_HOUR = timedelta(hours=1)
_DAY = 24.0
_MONTHS = (1, 3, 12, 60, 120, 600, 1200, 12000, 120000)
"""The lengths of units beyond days, in months."""
_LEAST = 36.0
"""The shortest scale, in hours."""


def form(when: When) -> str:
    """The form of a figure by whose sign a date is drawn."""
    if when.start is None or when.end is None:
        return "at_most" if when.start is None else "at_least"
    doubted = when.start.approximate or when.start.uncertain
    doubted = doubted or when.end.approximate or when.end.uncertain
    if when.choices or doubted:
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


def days(values: Iterable[float], left: float, right: float, zone: str) -> Scale:
    """The scale that holds some hours, read by the days, months or years of a zone's calendar."""
    values = list(values) or [0.0]
    low, high = min(values), max(values)
    spare = max((_LEAST - (high - low)) / 2, (high - low) * 0.04)
    low, high = low - spare, high + spare
    most = max(2, floor((right - left) / 62))
    marks = tuple(_marks(low, high, ZoneInfo(zone), most))
    return Scale(left, right, low, high, marks)


def _marks(low: float, high: float, zone: ZoneInfo, most: int) -> Iterator[Mark]:
    units = list(_units(low, high, most))
    for begin, end in pairwise(units):
        start, over = (_hour_of(day, zone) for day in (begin[0], end[0]))
        if over > low and start < high:
            middle = (max(start, low) + min(over, high)) / 2
            shown = min(over, high) - max(start, low) > (high - low) / (most * 1.2)
            yield Mark(start, begin[1] if shown else "", middle)


def _hour_of(day: date, zone: ZoneInfo) -> float:
    midnight = datetime(day.year, day.month, day.day)
    shift = midnight.replace(tzinfo=zone).utcoffset() or timedelta()
    return (midnight - _ORIGIN - shift) / _HOUR


def _units(low: float, high: float, most: int) -> Iterator[tuple[date, str]]:
    """The days, months or years that hours lie in, and one more at each end, with their names."""
    first, last = (floor(hour / _DAY) + 1 for hour in (low, high))
    first, last = max(first - 1, 2), min(last + 3, date.max.toordinal() - 800)
    if last - first - 3 <= most:
        for number in range(first, last + 1):
            day = date.fromordinal(number)
            yield day, day_words(parse(str(day))).rpartition(" ")[0]
        return
    begin, end = date.fromordinal(first), date.fromordinal(last)
    months = (end.year - begin.year) * 12 + end.month - begin.month
    few = most * 0.7  # the names of months are longer than those of years
    step = next(n for n in _MONTHS if months / n <= (few if n < 12 else most))
    for number in range((begin.year * 12 + begin.month - 1) // step * step, 120000, step):
        if number >= 12 and (year := number // 12) < 9999:
            day = date(year, number % 12 + 1, 1)
            yield day, str(year) if step >= 12 else day_words(parse(str(day)[:7]))
            if day > end:
                return
