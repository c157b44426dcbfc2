"""The id that was meant is offered, and never that of another event or text."""

import pytest

from sourcebook.link.called_ids import CalledIds
from sourcebook.link.nearest_id import NearestId
from tests.graphs import linked, record

IDS = (
    "harbour-rockets-15-may", "harbour-rockets-24-may", "hill-2031-05-24", "hill-2031-05-25",
    "harbour-fire", "watch", "the-gate", "gate-2031",
)  # fmt: skip


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("harbour-fir", "harbour-fire"),
        ("wathc", "watch"),
        ("harbour-rokcets-24-may", "harbour-rockets-24-may"),
        ("hill-2031-5-24", "hill-2031-05-24"),
        ("hil-2031-05-25", "hill-2031-05-25"),
        ("gate", "the-gate"),
    ],
)
def test_what_was_meant(written: str, meant: str) -> None:
    assert NearestId(IDS)(written) == f"; did you mean '{meant}'?"


@pytest.mark.parametrize(
    "written",
    ["harbour-rockets-16-may", "harbour-rockets-24-june", "hill-2031-05-26", "hill-2032-05-24",
     "harbour-rockets", "hill-2031-05", "quite-another"],
)  # fmt: skip
def test_another_date_is_another_event(written: str) -> None:
    assert NearestId(IDS)(written) == ""


def test_a_name_leads_to_the_record_that_has_it() -> None:
    command = record("actor", "comm", names={"en": "Northern Command"}, variants=["NORCOM", "N.C."])
    called = CalledIds([command, record("actor", "north"), record("location", "norcom-hill")])
    for written in ("COMM", "NORCOM", "Norcom", "northern command", "the Northern Command", "N.C."):
        assert called(written, "actor") == "; did you mean 'comm'?"
    assert called("NORCOM", "location") == called("", "actor") == called("South", None) == ""


def test_an_actor_by_its_name_in_a_record() -> None:
    role = {
        "actor": "ann",
        "role": "attacker",
        "by": "NORCOM",
        "cites": [{"source": "log", "at": "1"}],
    }
    named = record("actor", "comm", names={"en": "Northern Command"}, variants=["NORCOM"])
    _, problems = linked(
        record("incident", "strike", roles=[role]), named, record("actor", "ann"),
        record("location", "town"), record("source", "log"),
    )  # fmt: skip
    assert [one.message for one in problems] == ["unknown actor 'NORCOM'; did you mean 'comm'?"]
