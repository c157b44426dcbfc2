"""What happened and what was said, in order; and distances."""

from random import Random

import pytest

from sourcebook.derive.timeline import timeline
from sourcebook.geo.distance import EARTH_RADIUS_M, great_circle
from sourcebook.models import Record
from tests.graphs import claim, record


def incident(name: str, date: str, *said: tuple[str, str]) -> Record:
    """An incident, and who said something of it when."""
    made = [claim(f"c{number}", by, 1, said=when or None) for number, (by, when) in enumerate(said)]
    return record("incident", name, date=date, claims=made)


def test_events_stand_in_order_of_what_they_can_mean() -> None:
    dates = {
        "open": "../2032-01",
        "year": "2032",
        "month": "2032-02",
        "day": "2032-02-01",
        "midnight": "2032-02-01T00:00",
        "hours": "2032-02-01T04:00/2032-02-01T06:00",
        "hour": "2032-02-01T04:00",
        "later": "2032-02-01T04:01",
        "either": "[2032-02-05,2032-02-02]",
        "on": "2032-02-03/..",
        "third": "2032-02-03",
    }
    records = [incident(name, date) for name, date in dates.items()]
    Random(1).shuffle(records)
    assert [event.record_id for event in timeline(records)] == list(dates)


def test_what_was_said_stands_when_it_was_said() -> None:
    raid = incident("raid", "2032-02-10", ("b", "2032-02-10"), ("a", "2032-02-10"), ("a", ""))
    strike = incident("strike", "2032-02-11", ("a", "2032-02-09"), ("a", "2032-02-09"))
    found = [
        (event.record_id, event.by, event.said, len(event.claims))
        for event in timeline([strike, raid])
    ]
    assert found == [
        ("strike", ("a",), True, 2),
        ("raid", (), False, 0),
        ("raid", ("a",), True, 1),
        ("raid", ("b",), True, 1),
        ("strike", (), False, 0),
    ]


def test_one_statement_is_one_claimant_and_one_date() -> None:
    raid = incident("raid", "2032", ("a", "2032-02"), ("a", "2032-02-01"), ("b", "2032-02"))
    assert [event.day for event in timeline([raid]) if event.said] == ["2032-02-01"] * 3


def test_other_records_have_statements_too() -> None:
    episode = record("episode", "chain", claims=[claim("a", "x", 1, said="2032")])
    assert [(event.record_id, event.said) for event in timeline([episode])] == [("chain", True)]
    assert timeline([]) == timeline([record("actor", "a"), record("source", "b")]) == ()


# ---- distances

QUARTER = EARTH_RADIUS_M * 3.141592653589793 / 2


@pytest.mark.parametrize(
    ("one", "other", "metres"),
    [
        ((0, 0), (0, 0), 0),
        ((0, 0), (0, 90), QUARTER),
        ((0, 0), (90, 0), QUARTER),
        ((90, 0), (-90, 0), 2 * QUARTER),
        ((0, 0), (0, 180), 2 * QUARTER),
        ((45, 10), (-45, -170), 2 * QUARTER),
        ((90, 17), (90, -130), 0),
        ((10, 180), (10, -180), 0),
        ((0, 179.5), (0, -179.5), 111_195.08),
        ((60, 0), (60, 1), 55_596.9),
        ((-43.2, -140.1), (-43.2001, -140.1), 11.12),
    ],
)
def test_great_circles(one: tuple[float, float], other: tuple[float, float], metres: float) -> None:
    assert great_circle(one, other) == pytest.approx(metres, rel=1e-4, abs=1e-3)
    assert great_circle(other, one) == pytest.approx(great_circle(one, other), abs=1e-6)
