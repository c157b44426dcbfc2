"""Dates in words: "24 August 2022, about 04:00 local time; 23 August in Washington"."""

import re
from collections.abc import Iterator
from datetime import datetime
from functools import cached_property
from zoneinfo import ZoneInfo

from sourcebook.language.calendar_names import CalendarNames
from sourcebook.models import Dataset, Moment, When

_CLOCK = r"\d\d:\d\d(?: UTC(?:[+-]\d\d:\d\d)?)?"


class Dates(CalendarNames):
    """Dates of a locale, with what is doubtful in them."""

    def date(self, when: When, dataset: Dataset | None = None) -> str:
        """A date as a reader expects it; with a dataset, times say whose and what date elsewhere.

        `2022-08-24T04:00~` is "24 August 2022, about 04:00", `2022/..` is "from 2022 on".
        """
        if when.choices:
            return self._either(when)
        if when.start is None or when.end is None:
            return self._open(when)
        words = self._period(when.start, when.end) if when.is_period else self._moment(when.start)
        if dataset is None:
            return words
        if when.start.hour is not None and when.start.offset is None:
            words = self.text("{time} local time", time=words)
        return "; ".join([words, *self.elsewhere(when, dataset)])

    def day(self, when: When) -> str:
        """Only the calendar dates, without a time of day: what is doubtful about it goes too."""
        start, end = without_time(when.start), without_time(when.end)
        if when.start is when.end or start == end:
            end = start
        choices = tuple(_bare(choice) for choice in when.choices)
        return self.date(When(when.text, start, end, choices))

    def weekday(self, when: When) -> str:
        """The weekday of a single day, by the calendar that it is written in; else nothing."""
        start, end = without_time(when.start), without_time(when.end)
        if start is None or start != end or start.day is None or when.choices:
            return ""
        return self.weekday_name(start.earliest.weekday())

    def month(self, when: When) -> str:
        """The month and year of a date that lies in one month; else nothing."""
        start, end = when.start, when.end
        if start is None or end is None or start.month is None:
            return ""
        same = (start.year, start.month) == (end.year, end.month)
        return self._date(Moment(start.year, start.month)) if same else ""

    def day_in_year(self, month: int, day: int) -> str:
        """A day without its year.

        >>> Dates().day_in_year(8, 24)
        '24 August'
        """
        return self.text("{day} {month}", day=day, month=self.month_name(month))

    def clock(self, when: When) -> str:
        """The time of day of a moment, as its date in words has it; nothing where it has none."""
        start = when.start
        if start is None or start.hour is None or when.is_period or when.choices:
            return ""
        return self._clock(start)

    @cached_property
    def unbroken(self) -> re.Pattern[str]:
        """The parts of a date in words that stay in one line: each day, and each time of day.

        >>> Dates().unbroken.findall("24 August 2022, about 04:00 UTC; 23 August in Washington")
        ['24 August 2022', 'about 04:00 UTC', '23 August']
        """
        months = "|".join(re.escape(self.month_name(number)) for number in range(1, 13))
        about = re.escape(self.text("about {value}", value=""))
        clock = rf"(?:{about})?{_CLOCK}"
        return re.compile(rf"{clock}|(?:\d{{1,2}} )?(?:{months}) \d{{4}}|\d{{1,2}} (?:{months})")

    def elsewhere(self, when: When, dataset: Dataset) -> Iterator[str]:
        """The date that the dataset's other zones had, where it was another than the local one."""
        moment = when.start
        if moment is None or moment.hour is None or when.choices:
            return
        local = moment.earliest.replace(tzinfo=moment.zone or ZoneInfo(dataset.time_zone))
        for other in dataset.other_zones:
            there = _in_zone(local, other.zone)
            if there is not None and there.date() != local.date():
                date = self.day_in_year(there.month, there.day)
                yield self.text("{date} in {place}", date=date, place=other.label)

    def _either(self, when: When) -> str:
        choices = when.choices
        words = [self._moment(choice) for choice in choices]
        one_month = len({(choice.year, choice.month) for choice in choices}) == 1
        if one_month and all(map(_plain, choices)):
            words[:-1] = [str(choice.day) for choice in choices[:-1]]
        return self.join_list(words, "or")

    def _open(self, when: When) -> str:
        if when.start is not None:
            return self.text("from {start} on", start=self._moment(when.start))
        if when.end is not None:
            return self.text("until {end}", end=self._moment(when.end))
        return self.text("at an unknown time")

    def _period(self, start: Moment, end: Moment) -> str:
        first, last = self._moment(start), self._moment(end)
        if _plain(start) and end.hour is None and _month_of(start) == _month_of(end):
            first = str(start.day)
        elif (
            start.hour is not None and end.hour is not None and self._date(start) == self._date(end)
        ):
            last = self._clock(end)
        elif start.hour is not None:
            return self.text("{start}, to {end}", start=first, end=last)
        return self.text("{start} to {end}", start=first, end=last)

    def _moment(self, moment: Moment) -> str:
        if moment.hour is None:
            return self._doubted(moment, self._date(moment))
        return self.text("{date}, {time}", date=self._date(moment), time=self._clock(moment))

    def _clock(self, moment: Moment) -> str:
        return self._doubted(moment, f"{moment.hour:02}:{moment.minute or 0:02}{_zone(moment)}")

    def _date(self, moment: Moment) -> str:
        if moment.month is None:
            return str(moment.year)
        month = self.month_name(moment.month)
        if moment.day is None:
            return self.text("{month} {year}", month=month, year=moment.year)
        return self.text("{day} {month} {year}", day=moment.day, month=month, year=moment.year)

    def _doubted(self, moment: Moment, words: str) -> str:
        if moment.approximate:
            words = self.text("about {value}", value=words)
        return self.text("possibly {value}", value=words) if moment.uncertain else words


def without_time(moment: Moment | None) -> Moment | None:
    """A moment to the day."""
    return None if moment is None else _bare(moment)


def _bare(moment: Moment) -> Moment:
    return moment if moment.hour is None else Moment(moment.year, moment.month, moment.day)


def _plain(moment: Moment) -> bool:
    """Whether it is a day and nothing else, so that its month can stand for several."""
    return moment.precision == "day" and not (moment.uncertain or moment.approximate)


def _month_of(moment: Moment) -> tuple[int, int | None]:
    return moment.year, moment.month


def _in_zone(local: datetime, zone: str) -> datetime | None:
    """A time by the clock of another zone; None in the first or last hours of the calendar."""
    try:
        return local.astimezone(ZoneInfo(zone))
    except OverflowError:
        return None


def _zone(moment: Moment) -> str:
    if moment.offset is None:
        return ""
    sign, minutes = "+-"[moment.offset < 0], abs(moment.offset)
    return " UTC" if minutes == 0 else f" UTC{sign}{minutes // 60:02}:{minutes % 60:02}"
