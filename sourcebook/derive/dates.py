"""Dates in words: "24 August 2022, about 04:00 local time; 23 August in Washington"."""

from collections.abc import Iterator
from datetime import UTC, datetime, tzinfo
from zoneinfo import ZoneInfo

from sourcebook.models import Dataset, Moment, When

_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]


def in_words(when: When, dataset: Dataset | None = None) -> str:
    """A date as a reader expects it; with a dataset, times say whose and what date elsewhere."""
    if when.choices:
        return _either(when)
    if when.start is None or when.end is None:
        return _open(when)
    words = _moment(when.start) if not when.is_period else _period(when.start, when.end)
    if dataset is None:
        return words
    return words + _local(when.start) + "".join(f"; {other}" for other in elsewhere(when, dataset))


def day_words(when: When) -> str:
    """Only the calendar dates, without a time of day: what is doubtful about the hour goes too."""
    start, end = _day(when.start), _day(when.end)
    if when.start is when.end or start == end:
        end = start
    return in_words(When(when.text, start, end, tuple(map(_bare, when.choices))))


def weekday(when: When) -> str:
    """The weekday of a single day, by the calendar that it is written in; else nothing."""
    start, end = _day(when.start), _day(when.end)
    if start is None or start != end or start.day is None or when.choices:
        return ""
    return _WEEKDAYS[start.earliest.weekday()]


def month_words(when: When) -> str:
    """The month and year of a date that lies in one month; else nothing."""
    start, end = when.start, when.end
    if start is None or end is None or start.month is None:
        return ""
    same = (start.year, start.month) == (end.year, end.month)
    return _date(Moment(start.year, start.month)) if same else ""


def clock_words(when: When) -> str:
    """The time of day of a moment, as its date in words has it; nothing where it has none."""
    start = when.start
    if start is None or start.hour is None or when.is_period or when.choices:
        return ""
    return _clock(start)


def _day(moment: Moment | None) -> Moment | None:
    return None if moment is None else _bare(moment)


def _bare(moment: Moment) -> Moment:
    if moment.hour is None:
        return moment
    return Moment(moment.year, moment.month, moment.day)


def elsewhere(when: When, dataset: Dataset) -> Iterator[str]:
    """The date that other zones had, where it was another than the local one."""
    moment = when.start
    if moment is None or moment.hour is None or when.choices:
        return
    local = moment.earliest.replace(tzinfo=moment.zone or ZoneInfo(dataset.time_zone))
    for other in dataset.other_zones:
        there = _there(local, ZoneInfo(other.zone))
        if there is not None and there.date() != local.date():
            yield f"{there.day} {_MONTHS[there.month - 1]} in {other.label}"


def instants(when: When, zone: str) -> tuple[datetime, datetime]:
    """The earliest and latest instants, in UTC, that a date of a zone's calendar can mean.

    This is for comparing dates of two calendars; it is never shown as a time.
    """
    return _instant(when.start, when.earliest, zone), _instant(when.end, when.latest, zone)


def _instant(moment: Moment | None, bound: datetime, zone: str) -> datetime:
    if moment is None:
        return bound.replace(tzinfo=UTC)
    local = bound.replace(tzinfo=moment.zone or ZoneInfo(zone))
    return _there(local, UTC) or bound.replace(tzinfo=UTC)


def _there(local: datetime, zone: tzinfo) -> datetime | None:
    """A time by the clock of another zone; None in the first or last hours of the calendar."""
    try:
        return local.astimezone(zone)
    except OverflowError:
        return None


def _local(moment: Moment) -> str:
    return " local time" if moment.hour is not None and moment.offset is None else ""


def _either(when: When) -> str:
    choices = when.choices
    words = [_moment(choice) for choice in choices]
    if len({(choice.year, choice.month) for choice in choices}) == 1 and all(map(_plain, choices)):
        words[:-1] = [str(choice.day) for choice in choices[:-1]]
    return f"{', '.join(words[:-1])} or {words[-1]}" if len(words) > 1 else words[0]


def _plain(moment: Moment) -> bool:
    """Whether it is a day and nothing else, so that its month can stand for several."""
    return moment.precision == "day" and not _doubt(moment)


def _open(when: When) -> str:
    if when.start is not None:
        return f"from {_moment(when.start)} on"
    return f"until {_moment(when.end)}" if when.end is not None else "at an unknown time"


def _period(start: Moment, end: Moment) -> str:
    if _plain(start) and end.hour is None and (start.year, start.month) == (end.year, end.month):
        return f"{start.day} to {_moment(end)}"
    if start.hour is not None and end.hour is not None and _date(start) == _date(end):
        return f"{_moment(start)} to {_clock(end)}"
    comma = "," if start.hour is not None else ""
    return f"{_moment(start)}{comma} to {_moment(end)}"


def _moment(moment: Moment) -> str:
    if moment.hour is None:
        return _doubt(moment) + _date(moment)
    return f"{_date(moment)}, {_clock(moment)}"


def _clock(moment: Moment) -> str:
    return f"{_doubt(moment)}{moment.hour:02}:{moment.minute or 0:02}{_zone(moment)}"


def _date(moment: Moment) -> str:
    if moment.month is None:
        return str(moment.year)
    month = f"{_MONTHS[moment.month - 1]} {moment.year}"
    return month if moment.day is None else f"{moment.day} {month}"


def _doubt(moment: Moment) -> str:
    return ("possibly " if moment.uncertain else "") + ("about " if moment.approximate else "")


def _zone(moment: Moment) -> str:
    if moment.offset is None:
        return ""
    sign, minutes = "+-"[moment.offset < 0], abs(moment.offset)
    return " UTC" if minutes == 0 else f" UTC{sign}{minutes // 60:02}:{minutes % 60:02}"
