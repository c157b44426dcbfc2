"""Dates: the subset of EDTF that records are written in, and what each can mean."""

from datetime import datetime, timedelta

import pytest
from pydantic_core import PydanticCustomError

from sourcebook.models import Moment, When
from sourcebook.models.when import parse_date, read_date

DAY = timedelta(days=1)
SECOND = timedelta(seconds=1)

MOMENTS = [
    # text, precision, first second, last second
    ("2032", "year", datetime(2032, 1, 1), datetime(2032, 12, 31, 23, 59, 59)),
    ("2032-02", "month", datetime(2032, 2, 1), datetime(2032, 2, 29, 23, 59, 59)),
    ("2031-02", "month", datetime(2031, 2, 1), datetime(2031, 2, 28, 23, 59, 59)),
    ("2032-XX", "year", datetime(2032, 1, 1), datetime(2032, 12, 31, 23, 59, 59)),
    ("2032-XX-XX", "year", datetime(2032, 1, 1), datetime(2032, 12, 31, 23, 59, 59)),
    ("2032-02-XX", "month", datetime(2032, 2, 1), datetime(2032, 2, 29, 23, 59, 59)),
    ("2032-02-29", "day", datetime(2032, 2, 29), datetime(2032, 2, 29, 23, 59, 59)),
    ("2032-02-10T04:05", "minute", datetime(2032, 2, 10, 4, 5), datetime(2032, 2, 10, 4, 5, 59)),
    ("2032-02-10T00:00", "minute", datetime(2032, 2, 10), datetime(2032, 2, 10, 0, 0, 59)),
    ("0001-01-01", "day", datetime(1, 1, 1), datetime(1, 1, 1, 23, 59, 59)),
    ("9999-12-31", "day", datetime(9999, 12, 31), datetime(9999, 12, 31, 23, 59, 59)),
]


@pytest.mark.parametrize(("text", "precision", "first", "last"), MOMENTS)
def test_a_moment(text: str, precision: str, first: datetime, last: datetime) -> None:
    when = parse_date(text)
    assert str(when) == text
    assert when.start is not None
    assert when.start.precision == precision
    assert (when.earliest, when.latest) == (first, last)
    assert not when.is_period
    assert not when.choices


@pytest.mark.parametrize(
    ("mark", "approximate", "uncertain"),
    [("", False, False), ("~", True, False), ("?", False, True), ("%", True, True)],
)
@pytest.mark.parametrize("text", ["2032", "2032-02", "2032-02-10", "2032-02-10T04:00"])
def test_doubt(text: str, mark: str, approximate: bool, uncertain: bool) -> None:
    start = parse_date(text + mark).start
    assert start is not None
    assert (start.approximate, start.uncertain) == (approximate, uncertain)


@pytest.mark.parametrize(
    ("zone", "offset"),
    [("", None), ("Z", 0), ("+00:00", 0), ("+03:00", 180), ("-05:30", -330), ("+14:00", 840)],
)
def test_a_zone(zone: str, offset: int | None) -> None:
    moment = parse_date(f"2032-02-10T04:00{zone}").start
    assert moment is not None
    assert moment.offset == offset
    assert (moment.zone is None) == (offset is None)


PERIODS = [
    ("2032-02-09/2032-02-10", datetime(2032, 2, 9), datetime(2032, 2, 10, 23, 59, 59)),
    ("2032-02/2032-02-10", datetime(2032, 2, 1), datetime(2032, 2, 10, 23, 59, 59)),
    ("2032-02-10/2032", datetime(2032, 2, 10), datetime(2032, 12, 31, 23, 59, 59)),
    ("2032/2032", datetime(2032, 1, 1), datetime(2032, 12, 31, 23, 59, 59)),
    ("2032-02-10/..", datetime(2032, 2, 10), datetime.max),
    ("../2032-02", datetime.min, datetime(2032, 2, 29, 23, 59, 59)),
    ("2032-02-09~/2032-02-10?", datetime(2032, 2, 9), datetime(2032, 2, 10, 23, 59, 59)),
    # the end is earlier by the clock, and later in fact
    (
        "2032-02-10T10:00+03:00/2032-02-10T08:00Z",
        datetime(2032, 2, 10, 10),
        datetime(2032, 2, 10, 8, 0, 59),
    ),
    # a local time may be of any zone
    (
        "2032-02-10T10:00/2032-02-10T00:00Z",
        datetime(2032, 2, 10, 10),
        datetime(2032, 2, 10, 0, 0, 59),
    ),
]


@pytest.mark.parametrize(("text", "first", "last"), PERIODS)
def test_a_period(text: str, first: datetime, last: datetime) -> None:
    when = parse_date(text)
    assert when.is_period
    assert (when.earliest, when.latest) == (first, last)
    assert (when.start is None) == text.startswith("..")
    assert (when.end is None) == text.endswith("..")


def test_one_of_several() -> None:
    when = parse_date("[2032-02-10, 2032-01,2032-02-09]")
    assert [choice.earliest.day for choice in when.choices] == [1, 9, 10]
    assert (when.earliest, when.latest) == (datetime(2032, 1, 1), datetime(2032, 2, 10, 23, 59, 59))
    assert not when.is_period
    assert parse_date("[2032]").choices == (Moment(2032),)


def test_whole_days_follow_each_other() -> None:
    one, next_one = parse_date("2032-02-28"), parse_date("2032-02-29")
    assert one.latest + SECOND == next_one.earliest == one.earliest + DAY


BAD = [
    ("", "is not a date: write 2022-08-24"),
    ("yesterday", "is not a date: write"),
    ("32-02-10", "is not a date: write"),
    ("2032-2-10", "is not a date: write"),
    ("10.2.2032", "is not a date: write"),
    ("2032/02/10", "is not a date: write"),
    ("20320210", "is not a date: write"),
    ("2032-02-10 04:00", "is not a date: write"),
    ("2032-02-10T04:00:30", "is not a date: write"),
    ("2032-02-10T4:00", "is not a date: write"),
    ("2032-02T04:00", "is not a date: write"),
    ("2032-02-XXT04:00", "is not a date: write"),
    ("2032T04:00", "is not a date: write"),
    ("~2032", "is not a date: write"),
    ("2032~?", "is not a date: write"),
    ("203X", "is not a date: write"),
    ("-2032", "is not a date: write"),
    ("Y20320", "is not a date: write"),
    ("٢٠٣٢-٠٢-١٠", "is not a date: write"),
    ("2032-02-10T04:00+15:00", "is not a date: write"),
    ("2032-02-10T04:00+03:75", "is not a date: write"),
    ("2032-02-10T04:00+03", "is not a date: write"),
    ("2032-02-09..2032-02-10", "is not a date: write"),
    ("../..", "is not a date: write"),
    ("/2032", "is not a date: write"),
    ("2032/", "is not a date: write"),
    ("2032/2033/2034", "is not a date: write"),
    ("[]", "'[]' is not a date: write"),
    ("[2032,]", "'[2032,]' is not a date: write"),
    ("[2032", "'[2032' is not a date: write"),
    ("{2031,2032}", "is not a date: write"),
    ("2032-02-10\n", "'2032-02-10\\n' is not a date: write"),
    ("0000", "is not a date: there is no year 0"),
    ("2032-00", "is not a date: there is no month 0"),
    ("2032-00-10", "is not a date: there is no month 0"),
    ("2032-13", "is not a date: there is no month 13"),
    ("2032-21", "is not a date: there is no month 21"),  # a season in EDTF, and no month
    ("2032-02-00", "is not a date: that month has no day 0"),
    ("2032-02-30", "is not a date: that month has no day 30"),
    ("2031-02-29", "is not a date: that month has no day 29"),
    ("1900-02-29", "is not a date: that month has no day 29"),
    ("2032-XX-10", "is not a date: it has a day without a month"),
    ("2032-02-10T24:00", "is not a date: the time is 00:00 to 23:59"),
    ("2032-02-10T04:60", "is not a date: the time is 00:00 to 23:59"),
    ("2032-02-09/2032-02-30", "'2032-02-09/2032-02-30' is not a date: that month has no day 30"),
    ("9" * 500, "9…' is not a date: write"),
]


@pytest.mark.parametrize(("text", "message"), BAD)
def test_no_date(text: str, message: str) -> None:
    with pytest.raises(PydanticCustomError) as caught:
        parse_date(text)
    assert caught.value.type == "bad_date"
    assert message in str(caught.value)


@pytest.mark.parametrize(
    "text",
    [
        "2032-02-10/2032-02-09",
        "2032-02/2032-01",
        "2033/2032",
        "2032-02-10T04:00/2032-02-10T03:59",
        "2032-02-10T04:00Z/2032-02-10T04:00+01:00",
        "2032-02-11T15:00/2032-02-11T00:00Z",
    ],
)
def test_the_end_before_the_start(text: str) -> None:
    with pytest.raises(PydanticCustomError) as caught:
        parse_date(text)
    assert caught.value.type == "end_before_start"
    assert str(caught.value) == f"'{text}' ends before it begins"


def test_what_a_field_may_hold() -> None:
    assert read_date(" 2032-02 ") == parse_date("2032-02")
    assert read_date(2032) == parse_date("2032")
    assert read_date(parse_date("2032")) is parse_date("2032")


@pytest.mark.parametrize(
    ("value", "message"),
    [
        (True, "'True' is not a date"),
        (2032.5, "'2032.5' is not a date"),
        ({"year": 2032}, "a mapping is not a date"),
        (["2032"], "a choice of dates is put in quotation marks"),
        (20320210, "'20320210' is not a date"),
        (None, "'None' is not a date"),
    ],
)
def test_what_a_field_may_not_hold(value: object, message: str) -> None:
    with pytest.raises(PydanticCustomError) as caught:
        read_date(value)
    assert message in str(caught.value)


def test_dates_sort_by_what_they_can_mean() -> None:
    texts = ["../2031", "2031", "2032", "2032-02-10", "2032-02-10T04:00", "2032-02-11/.."]
    dates: list[When] = [parse_date(text) for text in reversed(texts)]
    ordered = sorted(dates, key=lambda when: (when.earliest, -len(when.text)))
    assert [when.text for when in ordered] == texts


def test_equal_dates_are_equal() -> None:
    assert parse_date("2032-02-10") == parse_date("2032-02-10")
    assert parse_date("2032-02-10") != parse_date("2032-02-10~")
    assert len({parse_date("2032"), parse_date("2032")}) == 1
