"""Dates compared: the instants that one can mean in its calendar, and which is surely earlier."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from sourcebook.models import Moment, When

_SLACK = timedelta(days=1)
"""A day begins up to a day apart in the zones of the world, which most dates do not give."""


def surely_before(one: When, other: When) -> bool:
    """Whether one date is before another by more than the width of the world's zones."""
    if one.end is None or other.start is None:
        return False
    return other.earliest - one.latest > _SLACK


def instants(when: When, zone: str) -> tuple[datetime, datetime]:
    """The earliest and latest instants, in UTC, that a date of a zone's calendar can mean.

    This is for comparing dates of two calendars; it is never shown as a time.
    """
    return _instant(when.start, when.earliest, zone), _instant(when.end, when.latest, zone)


def _instant(moment: Moment | None, bound: datetime, zone: str) -> datetime:
    if moment is None:
        return bound.replace(tzinfo=UTC)
    try:
        return bound.replace(tzinfo=moment.zone or ZoneInfo(zone)).astimezone(UTC)
    except OverflowError:  # in the first or last hours of the calendar
        return bound.replace(tzinfo=UTC)
