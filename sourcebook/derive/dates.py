"""The instants that a date can mean, for comparing dates of two calendars."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from sourcebook.models import Moment, When


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
