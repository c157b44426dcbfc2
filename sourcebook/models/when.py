"""Dates in a subset of EDTF (ISO 8601-2:2019, Extended Date/Time Format, levels 0 to 2).

    2022                    a year               2022-08-24~             approximate
    2022-08                 a month              2022-08-24?             uncertain
    2022-08-24              a day                2022-08-24%             both
    2022-08-XX              some day of a month  2022-08-24/2022-08-25   from, to
    2022-08-24T04:00        a local time         2022-08-24/..  ../2022  open ends
    2022-08-24T01:00Z       with its zone        [2022-08-15,2022-08-16] one of these

One thing goes beyond the standard: a mark of doubt may follow a time of day
(`2022-08-24T04:00~`), since "at about four in the morning" is what witnesses say.
"""

import re
from calendar import monthrange
from datetime import datetime, timedelta
from functools import lru_cache
from typing import Annotated, Any

from pydantic import PlainSerializer, PlainValidator
from pydantic_core import PydanticCustomError

from sourcebook.models.moments import Moment, When
from sourcebook.models.other_calendars import in_other_calendars
from sourcebook.models.value_errors import value_error
from sourcebook.problems import quoted

_MOMENT = re.compile(
    r"(?P<year>\d{4})(?:-(?P<month>\d\d|XX)(?:-(?P<day>\d\d|XX))?)?"
    r"(?:T(?P<hour>\d\d):(?P<minute>\d\d)(?P<zone>Z|[+-](?:0\d|1[0-4]):[0-5]\d)?)?"
    r"(?P<doubt>[~?%]?)",
    re.ASCII,
)

_FARTHEST = timedelta(hours=14)
"""How far from UTC the clock of a zone can be."""


@lru_cache(maxsize=4096)
def parse_date(text: str) -> When:
    """The date that an EDTF text of the subset above says.

    Raises:
        PydanticCustomError: `bad_date` for another form or a day that does not exist,
            `end_before_start` for a period whose end precedes its start.
    """
    if text.startswith("["):
        return _one_of(text)
    if "/" in text:
        return _period(text)
    moment = _moment(text)
    return When(text, moment, moment)


def _one_of(text: str) -> When:
    if not text.endswith("]"):
        raise bad_date(text)
    choices = tuple(
        sorted((_moment(part.strip(), text) for part in text[1:-1].split(",")), key=_begin)
    )
    return When(text, choices[0], max(choices, key=lambda moment: moment.latest), choices)


def _period(text: str) -> When:
    first, _, last = text.partition("/")
    start = None if first == ".." else _moment(first, text)
    end = None if last == ".." else _moment(last, text)
    if start is None and end is None:
        raise bad_date(text)
    if start and end and _is_before(end, start):
        raise value_error("end_before_start", f"{quoted(text)} ends before it begins")
    return When(text, start, end)


def _is_before(one: Moment, other: Moment) -> bool:
    """Whether one moment is surely over before another begins, in whatever zones they are."""
    if one.offset is None and other.offset is None:
        return one.latest < other.earliest
    slack = _FARTHEST if one.offset is None or other.offset is None else timedelta()
    shift = timedelta(minutes=(other.offset or 0) - (one.offset or 0))
    return other.earliest - one.latest > shift + slack


def _begin(moment: Moment) -> datetime:
    return moment.earliest


def _moment(text: str, whole: str = "") -> Moment:
    """The moment that a text says, which is all or a part of a `whole` that an error repeats."""
    match = _MOMENT.fullmatch(text)
    if match is None or (match["hour"] and not (match["day"] or "X").isdigit()):
        raise bad_date(whole or text)
    doubt = match["doubt"]
    number = {unit: _number(match[unit]) for unit in ("month", "day", "hour", "minute")}
    moment = Moment(
        int(match["year"]),
        **number,
        offset=_offset(match["zone"]),
        approximate=doubt in ("~", "%"),
        uncertain=doubt in ("?", "%"),
    )
    wrong = _impossible(moment)
    if wrong:
        raise bad_date(whole or text, wrong)
    return moment


def _impossible(moment: Moment) -> str:
    """Why a date of the right form is none; empty where it is one."""
    year, month, day = moment.year, moment.month, moment.day
    if year == 0:
        return "there is no year 0"
    if month is None:
        return "" if day is None else "it has a day without a month"
    if not 1 <= month <= 12:
        return f"there is no month {month}{_hint_of_month(year, month, day or 1)}"
    if day is not None and not 1 <= day <= monthrange(year, month)[1]:
        return f"that month has no day {day}"
    clock = (moment.hour or 0) < 24 and (moment.minute or 0) < 60
    return "" if clock else "the time is 00:00 to 23:59"


def _hint_of_month(year: int, month: int, day: int) -> str:
    """What a day of a thirteenth month is in our calendar."""
    readings = in_other_calendars(year, month, day)
    return "".join(f"; in the calendar of {name} it is {when}" for name, when in readings)


def _number(digits: str | None) -> int | None:
    return int(digits) if digits and digits.isdigit() else None


def _offset(zone: str | None) -> int | None:
    if zone is None:
        return None
    if zone == "Z":
        return 0
    minutes = int(zone[1:3]) * 60 + int(zone[4:6])
    return -minutes if zone[0] == "-" else minutes


def bad_date(text: Any, why: str = "") -> PydanticCustomError:
    """The error for a text that is no date."""
    forms = "write 2022-08-24, 2022-08, 2022, 2022-08-24T04:00 or from/to, with ~ for about"
    return value_error("bad_date", f"{quoted(text)} is not a date: {why or forms}")


def read_date(value: Any) -> When:
    """A date from a record's field, which is a text (or a year written as a number).

    Raises:
        PydanticCustomError: `bad_date` or `end_before_start`, as `parse` raises them.
    """
    if isinstance(value, When):
        return value
    if isinstance(value, list | tuple):
        message = 'a choice of dates is put in quotation marks: "[2022-08-15,2022-08-16]"'
        raise value_error("bad_date", message)
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise bad_date(value)
    return parse_date(str(value).strip())


Date = Annotated[When, PlainValidator(read_date), PlainSerializer(str)]
"""The type of a field that holds a date."""
