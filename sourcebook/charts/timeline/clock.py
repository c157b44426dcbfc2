"""Times of day for a picture's axis: the dataset's local time, and UTC below it."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from sourcebook.models import Moment

_SAFE = range(2, 9999)
"""Years whose first and last hours exist in every zone, for Python's calendar."""


def local(moment: Moment | None, zone: str) -> datetime | None:
    """The local clock of a zone at a moment; None where no time of day is known."""
    if moment is None or moment.hour is None:
        return None
    if moment.zone is None or moment.year not in _SAFE:
        return moment.earliest
    here = moment.earliest.replace(tzinfo=moment.zone).astimezone(ZoneInfo(zone))
    return here.replace(tzinfo=None)


def universal(clock: datetime, zone: str) -> str:
    """The time of UTC when a zone's clock shows this, with the day where that is another."""
    if clock.year not in _SAFE:
        return ""
    there = clock.replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)
    days = (there.date() - clock.date()).days
    shift = {-1: ", day before", 1: ", day after"}.get(days, "")
    return f"{there:%H:%M} UTC{shift}"


def doubted(moment: Moment) -> bool:
    """Whether a moment is marked as approximate or uncertain."""
    return moment.approximate or moment.uncertain
