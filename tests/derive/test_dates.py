"""Dates in words."""

from datetime import UTC, datetime

import pytest

from sourcebook.derive.dates import day_words, elsewhere, in_words, instants
from sourcebook.models.when import parse
from tests.graphs import dataset

WORDS = [
    ("2032", "2032"),
    ("2032-02", "February 2032"),
    ("2032-02-10", "10 February 2032"),
    ("2032-02-01", "1 February 2032"),
    ("2032-02-XX", "February 2032"),
    ("2032-02-10~", "about 10 February 2032"),
    ("2032-02-10?", "possibly 10 February 2032"),
    ("2032-02-10%", "possibly about 10 February 2032"),
    ("2032~", "about 2032"),
    ("2032-02-10T04:05", "10 February 2032, 04:05"),
    ("2032-02-10T00:00", "10 February 2032, 00:00"),
    ("2032-02-10T04:05~", "10 February 2032, about 04:05"),
    ("2032-02-10T04:05Z", "10 February 2032, 04:05 UTC"),
    ("2032-02-10T04:05+03:00", "10 February 2032, 04:05 UTC+03:00"),
    ("2032-02-10T04:05-05:30", "10 February 2032, 04:05 UTC-05:30"),
    ("2032-02-09/2032-02-10", "9 to 10 February 2032"),
    ("2032-02-09/2032-03-10", "9 February 2032 to 10 March 2032"),
    ("2032-02-09~/2032-02-10", "about 9 February 2032 to 10 February 2032"),
    ("2032-02/2032-03", "February 2032 to March 2032"),
    ("2031/2032", "2031 to 2032"),
    ("2032-02-10T04:00/2032-02-10T06:00", "10 February 2032, 04:00 to 06:00"),
    ("2032-02-10/..", "from 10 February 2032 on"),
    ("../2032-02-10", "until 10 February 2032"),
    ("[2032-02-09,2032-02-10]", "9 or 10 February 2032"),
    ("[2031,2032,2033]", "2031, 2032 or 2033"),
    ("[2031]", "2031"),
    ("0001-01-01", "1 January 1"),
]


@pytest.mark.parametrize(("text", "words"), WORDS)
def test_words(text: str, words: str) -> None:
    assert in_words(parse(text)) == words


def test_whose_time_and_what_date_elsewhere() -> None:
    described = dataset(
        time_zone="Asia/Damascus",
        other_zones=[{"zone": "America/New_York", "label": "Washington"}],
    )
    assert (
        in_words(parse("2022-08-24T04:00~"), described)
        == "24 August 2022, about 04:00 local time; 23 August in Washington"
    )
    assert in_words(parse("2022-08-24T12:00"), described) == "24 August 2022, 12:00 local time"
    assert in_words(parse("2022-08-24"), described) == "24 August 2022"
    assert (
        in_words(parse("2022-08-24T01:00Z"), described)
        == "24 August 2022, 01:00 UTC; 23 August in Washington"
    )


def test_several_calendars() -> None:
    described = dataset(
        time_zone="UTC",
        other_zones=[
            {"zone": "Pacific/Kiritimati", "label": "Kiritimati"},
            {"zone": "Etc/UTC", "label": "Greenwich"},
            {"zone": "Pacific/Pago_Pago", "label": "Pago Pago"},
        ],
    )
    assert list(elsewhere(parse("2032-01-01T10:30"), described)) == [
        "2 January in Kiritimati",
        "31 December in Pago Pago",
    ]
    assert list(elsewhere(parse("2032-01-01"), described)) == []
    assert list(elsewhere(parse("[2032-01-01T10:30,2032]"), described)) == []
    assert list(elsewhere(parse("../2032-01-01T10:30"), described)) == []


@pytest.mark.parametrize("text", ["0001-01-01T00:00", "9999-12-31T23:59"])
@pytest.mark.parametrize("zone", ["Asia/Tokyo", "America/New_York", "UTC"])
@pytest.mark.parametrize("other", ["Asia/Tokyo", "America/New_York", "UTC"])
def test_the_ends_of_the_calendar(text: str, zone: str, other: str) -> None:
    described = dataset(time_zone=zone, other_zones=[{"zone": other, "label": "there"}])
    assert in_words(parse(text), described).startswith(in_words(parse(text)))
    first, last = instants(parse(text), zone)
    assert first <= last


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2032-02-10T04:05~", "10 February 2032"),
        ("2032-02-10~", "about 10 February 2032"),
        ("2032-02", "February 2032"),
        ("2032-02-10T04:00/2032-02-10T06:00", "10 February 2032"),
        ("2032-02-10T04:00/2032-02-11T06:00", "10 to 11 February 2032"),
        ("2032-02-10T04:00/..", "from 10 February 2032 on"),
        ("../2032-02-10T04:00", "until 10 February 2032"),
        ("[2032-02-09T04:00,2032-02-10]", "9 or 10 February 2032"),
    ],
)
def test_days_alone(text: str, words: str) -> None:
    assert day_words(parse(text)) == words


@pytest.mark.parametrize(
    ("text", "zone", "first", "last"),
    [
        ("2022-08-23", "America/New_York", "2022-08-23T04:00:00", "2022-08-24T03:59:59"),
        ("2022-08-24T04:00", "Asia/Damascus", "2022-08-24T01:00:00", "2022-08-24T01:00:59"),
        ("2022-08-24T04:00Z", "Asia/Damascus", "2022-08-24T04:00:00", "2022-08-24T04:00:59"),
        ("2022", "UTC", "2022-01-01T00:00:00", "2022-12-31T23:59:59"),
    ],
)
def test_what_instants_a_date_can_mean(text: str, zone: str, first: str, last: str) -> None:
    expected = tuple(datetime.fromisoformat(end).replace(tzinfo=UTC) for end in (first, last))
    assert instants(parse(text), zone) == expected


def test_open_ends_reach_for_ever() -> None:
    assert instants(parse("../2032"), "UTC")[0].replace(tzinfo=None) == datetime.min
    assert instants(parse("2032/.."), "UTC")[1].replace(tzinfo=None) == datetime.max
