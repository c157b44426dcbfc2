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
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from functools import cached_property, lru_cache
from typing import Annotated, Any

from pydantic import PlainSerializer, PlainValidator
from pydantic_core import PydanticCustomError

_MOMENT = re.compile(
    r"(?P<year>\d{4})(?:-(?P<month>\d\d|XX)(?:-(?P<day>\d\d|XX))?)?"
    r"(?:T(?P<hour>\d\d):(?P<minute>\d\d)(?P<zone>Z|[+-]\d\d:\d\d)?)?(?P<doubt>[~?%]?)"
)


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

    def __str__(self) -> str:
        return self.text


@lru_cache(maxsize=4096)
def parse(text: str) -> When:
    """The date that an EDTF text of the subset above says.

    Raises PydanticCustomError `bad_date` for another form or a day that does not exist, and
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
    choices = tuple(sorted((_moment(part.strip()) for part in text[1:-1].split(",")), key=_begin))
    return When(text, choices[0], max(choices, key=lambda moment: moment.latest), choices)


def _period(text: str) -> When:
    first, _, last = text.partition("/")
    start = None if first == ".." else _moment(first)
    end = None if last == ".." else _moment(last)
    if start is None and end is None:
        raise bad_date(text)
    if start and end and end.latest < start.earliest:
        message = "the period '{text}' ends before it begins"
        raise PydanticCustomError("end_before_start", message, {"text": text})
    return When(text, start, end)


def _begin(moment: Moment) -> datetime:
    return moment.earliest


def _moment(text: str) -> Moment:
    match = _MOMENT.fullmatch(text)
    if match is None or (match["hour"] and not (match["day"] or "X").isdigit()):
        raise bad_date(text)
    doubt = match["doubt"]
    number = {unit: _number(match[unit]) for unit in ("month", "day", "hour", "minute")}
    moment = Moment(
        int(match["year"]),
        **number,
        offset=_offset(match["zone"]),
        approximate=doubt in ("~", "%"),
        uncertain=doubt in ("?", "%"),
    )
    return _existing(text, moment)


def _existing(text: str, moment: Moment) -> Moment:
    if moment.month is None and moment.day is not None:
        raise bad_date(text)
    try:
        _ = moment.earliest, moment.latest, moment.zone
    except ValueError as error:
        raise bad_date(text, f" ({error})") from None
    return moment


def _number(digits: str | None) -> int | None:
    return int(digits) if digits and digits.isdigit() else None


def _offset(zone: str | None) -> int | None:
    if zone is None:
        return None
    if zone == "Z":
        return 0
    minutes = int(zone[1:3]) * 60 + int(zone[4:6])
    return -minutes if zone[0] == "-" else minutes


def bad_date(text: str, why: str = "") -> PydanticCustomError:
    """The error for a text that is no date."""
    message = (
        "'{text}' is not a date{why}; write 2022-08-24, 2022-08, 2022, 2022-08-24T04:00, "
        "from/to, and ~ for about or ? for uncertain"
    )
    return PydanticCustomError("bad_date", message, {"text": text, "why": why})


def read_when(value: Any) -> When:
    """A date from a record's field, which is a text (or a year written as a number)."""
    if isinstance(value, When):
        return value
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise bad_date(str(value))
    return parse(str(value).strip())


Date = Annotated[When, PlainValidator(read_when), PlainSerializer(str)]
"""The type of a field that holds a date."""
