"""What a date would be if its year were counted in another calendar.

Sources of some countries are dated in their own calendar, and an editor may copy the figures as
they stand: 1401-06-02 is 24 August 2022 in Iran. The rules are the arithmetical ones of
Reingold and Dershowitz, *Calendrical Calculations*; the Islamic one may be a day or two off
from what was observed, so it serves a hint and is never used for a date.
"""

from collections.abc import Callable, Iterator
from datetime import date
from typing import NamedTuple


class OtherCalendar(NamedTuple):
    """A calendar: how it is called, and the day of ours on which a day of it begins."""

    name: str
    to_gregorian: Callable[[int, int, int], date]


def in_other_calendars(year: int, month: int, day: int) -> Iterator[tuple[str, date]]:
    """Each calendar that has such a day, with the day that it is in ours."""
    for calendar in _CALENDARS:
        try:
            yield calendar.name, calendar.to_gregorian(year, month, day)
        except (ValueError, OverflowError):
            continue


def _solar_hijri(year: int, month: int, day: int) -> date:
    """The calendar of Iran and Afghanistan, by the cycle of 2,820 years."""
    _within(month, 12)
    _within(day, 31 if month <= 6 else 30)
    in_cycle = (year - 474) % 2820 + 474
    before = 31 * (month - 1) if month <= 7 else 30 * (month - 1) + 6
    leaps = (31 * in_cycle - 5) // 128
    cycles = (year - 474) // 2820
    return date.fromordinal(
        _SOLAR_HIJRI_EPOCH - 1 + 1_029_983 * cycles + 365 * (in_cycle - 1) + leaps + before + day
    )


def _islamic(year: int, month: int, day: int) -> date:
    """The tabular Islamic calendar, with eleven leap years in thirty."""
    _within(month, 12)
    _within(day, 30)
    months = 29 * (month - 1) + month // 2
    return date.fromordinal(
        _ISLAMIC_EPOCH - 1 + 354 * (year - 1) + (3 + 11 * year) // 30 + months + day
    )


def _ethiopian(year: int, month: int, day: int) -> date:
    """Twelve months of thirty days, and a thirteenth of five or six."""
    _within(month, 13)
    _within(day, 30 if month < 13 else 5 + (year % 4 == 3))
    days = 365 * (year - 1) + year // 4 + 30 * (month - 1) + day
    return date.fromordinal(_ETHIOPIAN_EPOCH - 1 + days)


def _buddhist(year: int, month: int, day: int) -> date:
    """The calendar of Thailand: ours, with years counted from 543 before our era."""
    return date(year - 543, month, day)


def _within(number: int, most: int) -> None:
    if not 1 <= number <= most:
        raise ValueError


_SOLAR_HIJRI_EPOCH = date(622, 3, 22).toordinal()
_ISLAMIC_EPOCH = date(622, 7, 19).toordinal()
_ETHIOPIAN_EPOCH = date(8, 8, 27).toordinal()
_CALENDARS = (
    OtherCalendar("Iran", _solar_hijri),
    OtherCalendar("the Islamic calendar", _islamic),
    OtherCalendar("Ethiopia", _ethiopian),
    OtherCalendar("Thailand", _buddhist),
)
