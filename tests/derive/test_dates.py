"""The instants that dates of two calendars are compared by."""

from datetime import UTC, datetime

import pytest

from sourcebook.derive.dates import instants
from sourcebook.models.when import parse_date


@pytest.mark.parametrize("text", ["0001-01-01T00:00", "9999-12-31T23:59"])
@pytest.mark.parametrize("zone", ["Asia/Tokyo", "America/New_York", "UTC"])
def test_the_ends_of_the_calendar(text: str, zone: str) -> None:
    first, last = instants(parse_date(text), zone)
    assert first <= last


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
    assert instants(parse_date(text), zone) == expected


def test_open_ends_reach_for_ever() -> None:
    assert instants(parse_date("../2032"), "UTC")[0].replace(tzinfo=None) == datetime.min
    assert instants(parse_date("2032/.."), "UTC")[1].replace(tzinfo=None) == datetime.max
