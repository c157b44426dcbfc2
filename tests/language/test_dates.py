"""Dates in words."""

import pytest

from sourcebook.models.when import parse_date
from tests.graphs import ENGLISH, dataset

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
    assert ENGLISH.date(parse_date(text)) == words


def test_whose_time_and_what_date_elsewhere() -> None:
    described = dataset(
        time_zone="Asia/Damascus",
        other_zones=[{"zone": "America/New_York", "label": "Washington"}],
    )
    assert (
        ENGLISH.date(parse_date("2022-08-24T04:00~"), described)
        == "24 August 2022, about 04:00 local time; 23 August in Washington"
    )
    assert (
        ENGLISH.date(parse_date("2022-08-24T12:00"), described)
        == "24 August 2022, 12:00 local time"
    )
    assert ENGLISH.date(parse_date("2022-08-24"), described) == "24 August 2022"
    assert (
        ENGLISH.date(parse_date("2022-08-24T01:00Z"), described)
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
    assert list(ENGLISH.elsewhere(parse_date("2032-01-01T10:30"), described)) == [
        "2 January in Kiritimati",
        "31 December in Pago Pago",
    ]
    assert list(ENGLISH.elsewhere(parse_date("2032-01-01"), described)) == []
    assert list(ENGLISH.elsewhere(parse_date("[2032-01-01T10:30,2032]"), described)) == []
    assert list(ENGLISH.elsewhere(parse_date("../2032-01-01T10:30"), described)) == []


@pytest.mark.parametrize("text", ["0001-01-01T00:00", "9999-12-31T23:59"])
@pytest.mark.parametrize("zone", ["Asia/Tokyo", "America/New_York", "UTC"])
@pytest.mark.parametrize("other", ["Asia/Tokyo", "America/New_York", "UTC"])
def test_the_ends_of_the_calendar(text: str, zone: str, other: str) -> None:
    described = dataset(time_zone=zone, other_zones=[{"zone": other, "label": "there"}])
    assert ENGLISH.date(parse_date(text), described).startswith(ENGLISH.date(parse_date(text)))


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
    assert ENGLISH.day(parse_date(text)) == words
