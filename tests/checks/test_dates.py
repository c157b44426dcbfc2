"""Dates that cannot be: the order of things, the edition, other calendars, and local times."""

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from sourcebook.checks.calendars import check_calendars, check_local_times, times_shown
from sourcebook.checks.dates import check_carriers, check_dates, check_event_dates
from sourcebook.checks.own_statements import check_own_statements, check_whole_people
from sourcebook.checks.record_dates import check_edition_date, check_order
from sourcebook.derive import derive
from sourcebook.load import FileLocation
from sourcebook.models import Record
from sourcebook.models.other_calendars import in_other_calendars
from sourcebook.models.when import parse_date
from tests.graphs import claim, graph, record

CHECKS = (
    check_dates, check_carriers, check_event_dates, check_edition_date, check_order,
    check_calendars, check_local_times, check_own_statements, check_whole_people,
)  # fmt: skip
PLACE = FileLocation(Path("dataset.yml"), "dataset.yml")
POST = {"source": "post", "at": "para 1"}


def reported(*records: Record) -> list[str]:
    """The codes and messages, without the advice."""
    made = replace(graph(record("actor", "watch"), *records), dataset_location=PLACE)
    derived = derive(made)
    problems = [problem for check in CHECKS for problem in check(made, derived)]
    return [f"{one.code} {one.message}" for one in problems]


def codes(*records: Record) -> list[str]:
    return [line.partition(" ")[0] for line in reported(*records)]


def source(name: str = "log", **fields: Any) -> Record:
    return record("source", name, **fields)


def incident(*claims: dict[str, Any], **fields: Any) -> Record:
    return record("incident", "fire", claims=claims, **fields)


def occurred(name: str, value: str, by: str = "watch", **fields: Any) -> dict[str, Any]:
    return claim(name, by, value, measure="occurred", **fields)


def test_what_is_later_than_the_edition_is_reported_once() -> None:
    assert codes(source(published="2032-12-31"), source("post", published="2032-02")) == []
    assert reported(
        source(published="2033-02-11", accessed="2033-03-01"),
        incident(claim("killed", "watch", 1, said="2033-02-12"), date="2033-02-10"),
    ) == [
        "SB411 edition_date (2032) is before 4 dates on record, the latest 2033-03-01 (accessed of "
        "'log'): give the day of this edition, or correct that date"
    ]


@pytest.mark.parametrize("field", ["accessed", "updated", "status_date"])
def test_nothing_is_done_to_a_source_before_it_appeared(field: str) -> None:
    assert codes(source(published="2032-02-11", **{field: "2032-02-10"})) == []
    assert codes(source(published="2032-02-11", **{field: "2032-02-01"})) == ["SB412"]


def test_a_source_is_captured_after_it_appeared() -> None:
    capture = {"sha256": "0" * 64, "captured": "2032-02-01"}
    assert reported(source(published="2032-02-11", capture=capture)) == [
        "SB412 captured (2032-02-01) is before published (2032-02-11): one of the dates is wrong"
    ]


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"said": "2032-02-09"}, []),
        ({"said": "2032-02-01"}, ["SB412"]),
        ({"as_of": "2032-02-01"}, ["SB412"]),
        ({"said": "2032-02-12", "as_of": "2032-02-20"}, ["SB412"]),
        ({"said": "2032-02-01", "measure": "expectation", "value": "more of it"}, []),
    ],
)
def test_harm_is_counted_after_it_was_done(fields: dict[str, Any], expected: list[str]) -> None:
    assert codes(source(), incident(claim("one", "watch", 1) | fields)) == expected


def test_no_report_carries_what_was_said_after_it_appeared() -> None:
    later = claim(
        "one", "watch", 1, said="2032-03-09", cites=[{"source": "log", "at": "row 1"}, POST]
    )
    log = source(published="2032-03-10")
    assert codes(log, source("post", published="2032-03-08"), incident(later)) == []
    assert codes(log, source("post", published="2032-03-01"), incident(later)) == ["SB413"]
    live = source("post", published="2032-03-01", updated="2032-03-10")
    assert codes(log, live, incident(later)) == []
    alone = source(published="2032-03-01")
    assert codes(alone, source("post", published="2032-03-01"), incident(later)) == ["SB404"]


def test_a_page_that_is_written_on_may_tell_of_what_came_after_its_first_day() -> None:
    event = incident(claim("one", "watch", 1))
    assert codes(source(published="2032-02-01"), event) == ["SB401"]
    assert codes(source(published="2032-02-01", updated="2032-02-20"), event) == []


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        (["2032-02-10"], []),
        (["2032-02"], []),
        (["2032-02-10T04:00~"], []),
        (["2032-02-12"], ["SB414"]),
        (["2032-02-12", "2032-02-10"], []),
        (["2032-02-12", "2032-02-13"], ["SB414"]),
        (["not stated"], []),
    ],
)
def test_the_date_of_an_incident_is_one_that_a_claim_gives(
    values: list[str], expected: list[str]
) -> None:
    claims = [occurred(f"on-{n}", value, f"by-{n}") for n, value in enumerate(values)]
    actors = [record("actor", f"by-{n}") for n in range(len(values))]
    assert codes(source(), *actors, incident(*claims)) == expected


IN_OURS = [
    # Worked out by others: tables of the national calendars, and the days on which years began.
    ("Iran", (1401, 6, 2), "2022-08-24"),
    ("Iran", (1400, 1, 1), "2021-03-21"),
    ("Iran", (1403, 12, 30), "2025-03-20"),
    ("the Islamic calendar", (1444, 1, 26), "2022-08-24"),
    ("the Islamic calendar", (1445, 9, 1), "2024-03-11"),
    ("Ethiopia", (2014, 12, 18), "2022-08-24"),
    ("Ethiopia", (2016, 1, 1), "2023-09-12"),
    ("Ethiopia", (2015, 1, 1), "2022-09-11"),
    ("Thailand", (2565, 8, 24), "2022-08-24"),
]


@pytest.mark.parametrize(("name", "given", "ours"), IN_OURS)
def test_dates_of_other_calendars(name: str, given: tuple[int, int, int], ours: str) -> None:
    assert dict(in_other_calendars(*given))[name] == date.fromisoformat(ours)


def test_a_calendar_has_no_day_that_it_has_not() -> None:
    assert dict(in_other_calendars(2014, 13, 5)).keys() == {"Ethiopia"}
    assert not dict(in_other_calendars(2014, 13, 6))
    assert "Iran" not in dict(in_other_calendars(1400, 8, 31))


@pytest.mark.parametrize(
    ("published", "guess"),
    [
        ("1410-11-22", "in that of Iran it is 2032-02-11"),
        ("1453-10-29", "in that of the Islamic calendar it is 2032-02-11"),
        ("2575-02-11", "in that of Thailand it is 2032-02-11"),
        ("1410", "in that of Iran it is about 2031"),
    ],
)
def test_a_date_of_another_calendar_is_guessed(published: str, guess: str) -> None:
    lines = [line for line in reported(source(published=published)) if "SB415" in line]
    assert lines == [
        f"SB415 {published} looks like a date of another calendar: {guess}, so write that"
    ]


@pytest.mark.parametrize("published", ["1850-01-02", "1999-05", "2032-01-01", "2033-05-05"])
def test_an_old_or_future_date_is_not_taken_for_another_calendar(published: str) -> None:
    assert not [line for line in reported(source(published=published)) if "SB415" in line]


def test_a_report_before_its_event_may_be_dated_in_ethiopia() -> None:
    event = incident(claim("one", "watch", 1))
    lines = reported(source(published="2024-06-05"), event)
    assert lines[0].endswith("one of the dates is wrong; in that of Ethiopia it is 2032-02-13")
    assert reported(source(published="2024-01-05"), event)[0].endswith("one of the dates is wrong")


def test_a_thirteenth_month_is_one_of_ethiopia() -> None:
    with pytest.raises(Exception, match="in the calendar of Ethiopia it is 2022-09-10"):
        parse_date("2014-13-05")


SHOWN = [
    ("2032-03-14T01:59", 1),
    ("2032-03-14T02:00", 0),
    ("2032-03-14T02:59", 0),
    ("2032-03-14T03:00", 1),
    ("2032-11-07T00:59", 1),
    ("2032-11-07T01:00", 2),
    ("2032-11-07T01:59", 2),
    ("2032-11-07T02:00", 1),
]


@pytest.mark.parametrize(("local", "times"), SHOWN)
def test_how_often_a_clock_shows_a_time(local: str, times: int) -> None:
    assert times_shown(datetime.fromisoformat(local), "America/New_York") == times
    assert times_shown(datetime.fromisoformat(local), "UTC") == 1


def test_times_at_the_ends_of_the_calendar_can_be_asked() -> None:
    for zone in ("Pacific/Kiritimati", "America/New_York"):
        assert times_shown(datetime.min, zone) == times_shown(datetime.max, zone) == 1


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2022-03-25T00:15", ["SB416"]),
        ("2022-03-25T00:15+02:00", []),
        ("2022-03-24/2022-03-25T00:15", ["SB416"]),
        ("2021-10-28T23:30", ["SB417"]),
        ("2021-10-28T23:30~", ["SB417"]),
        ("2021-10-28T23:30+03:00", []),
        ("2021-10-28", []),
    ],
)
def test_a_local_time_is_one_that_the_clocks_of_damascus_showed_once(
    value: str, expected: list[str]
) -> None:
    assert codes(source(), incident(occurred("at", value), date=value[:10])) == expected


@pytest.mark.parametrize(
    ("value", "expected"), [("2.5", ["SB419"]), ("2-3.5", ["SB419"]), (">=2.0", []), ("3", [])]
)
def test_people_are_counted_in_whole_numbers(value: str, expected: list[str]) -> None:
    assert codes(source(), incident(claim("one", "watch", value))) == expected
    uncounted = claim("one", "watch", value, measure="troops")
    assert codes(source(), incident(uncounted)) == []
    assert codes(source(), incident(uncounted | {"of": "people"})) == expected


def test_one_claimant_gives_one_date() -> None:
    twice = [occurred("a", "2032-02-10"), occurred("b", "2032-02-12")]
    assert reported(source(), incident(*twice)) == [
        "SB433 claims 'a' (10 February 2032) and 'b' (12 February 2032) of one claimant exclude "
        "each other: let the later one supersede the other, or give them different scopes"
    ]
    replaced = incident(twice[0], twice[1] | {"supersedes": "a"}, date="2032-02-12")
    assert codes(source(), replaced) == []
    assert codes(source(), incident(twice[0], occurred("b", "2032-02"))) == []
    other = record("actor", "post")
    assert codes(source(), other, incident(twice[0], occurred("b", "2032-02-12", "post"))) == []


def test_one_claimant_gives_one_place_or_one_within_it() -> None:
    places = [
        record("location", "town"),
        record("location", "square", within="town"),
        record("location", "hill"),
    ]

    def told(*values: str) -> list[str]:
        claims = [claim(f"in-{value}", "watch", value, measure="place") for value in values]
        return codes(source(), *places, incident(*claims))

    assert told("town", "square") == told("square", "town") == []
    assert told("town", "hill") == told("square", "hill") == ["SB433"]


def test_one_claimant_does_not_claim_and_deny_at_once() -> None:
    claims = [
        claim(name, "watch", "watch", measure="responsibility", stance=stance)
        for name, stance in (("first", "claims"), ("then", "denies"))
    ]
    lines = reported(source(), incident(*claims))
    assert [line.partition(" ")[0] for line in lines] == ["SB433"]
    assert codes(source(), incident(claims[0], claims[1] | {"supersedes": "first"})) == []
