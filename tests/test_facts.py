"""The closed list of facts, in words, and the gaps."""

from typing import Any

import pytest

from sourcebook.derive import Derived, derive
from sourcebook.models import Record
from tests.graphs import CITED, claim, graph, record

ACTORS = (record("actor", "ann"), record("actor", "ben"))


def derived(*claims: dict[str, Any], **fields: Any) -> Derived:
    strike = record("incident", "strike", claims=claims, **fields)
    return derive(graph(strike, *ACTORS))


def words(*claims: dict[str, Any], **fields: Any) -> dict[str, str]:
    """The facts of an incident with these claims, but those that every incident has."""
    found = derived(*claims, **fields).facts("strike")
    always = {"name", "date", "day", "place", "grade"}
    return {name: fact.words for name, fact in found.items() if name not in always}


def test_every_incident_has() -> None:
    found = derived(claim("a", "ann", 1), date="2022-08-24T04:00~").facts("strike")
    assert {name: found[name].words for name in ("name", "date", "day", "place", "grade")} == {
        "name": "Something",
        "date": "24 August 2022, about 04:00 local time; 23 August in Washington",
        "day": "24 August 2022",
        "place": "Town",
        "grade": "weak",
    }
    assert all(fact.record == "strike" for fact in found.values())


def test_a_claim_is_a_fact_by_its_id_and_by_its_claimant() -> None:
    assert words(claim("a", "ann", ">=6")) == {
        "a": "at least 6",
        "killed": "at least 6",
        "killed.ann": "at least 6",
    }


@pytest.mark.parametrize(
    ("values", "whole"),
    [
        (["6"], "6"),
        (["~6"], "about 6"),
        (["<=10"], "at most 10"),
        (["dozens"], "dozens"),
        (["none"], "none"),
        (["unknown"], "unknown"),
        (["not stated"], "not stated"),
        (["6", "6"], "6"),
        (["~6", "~6"], "about 6"),
        (["6", "7"], "6 to 7"),
        (["2-3", "4"], "2 to 4"),
        (["none", "4"], "0 to 4"),
        (["unknown", "4"], "4"),
        (["not stated", "~4"], "about 4"),
        ([">=6", "10"], "at least 6"),
        (["<=10", "4"], "0 to 10"),
        (["dozens", "hundreds"], "dozens / hundreds"),
        (["unknown", "not stated"], "unknown / not stated"),
    ],
)
def test_what_is_said_in_all(values: list[str], whole: str) -> None:
    made = [
        claim(f"c{n}", name, value)
        for n, (name, value) in enumerate(zip(("ann", "ben"), values, strict=False))
    ]
    assert words(*made)["killed"] == whole


def test_what_was_replaced_is_a_fact_but_not_what_is_now_said() -> None:
    found = words(claim("a", "ann", "2-3"), claim("b", "ann", 4, supersedes="a"))
    assert found == {"a": "2 to 3", "b": "4", "killed": "4", "killed.ann": "4"}


def test_how_a_range_came_about_is_said() -> None:
    found = derived(
        claim("a", "ann", "2-3"),
        claim("b", "ann", 4, supersedes="a"),
        claim("c", "ben", 6),
    ).facts("strike")
    assert found["killed"].rule == "range over 2 claims of equal scope"
    assert found["killed"].anchor == "scope-1-killed"
    assert (found["a"].rule, found["a"].anchor) == ("claim a", "claim-a")


def test_populations_are_facts_apart_and_their_sum_is_none() -> None:
    found = words(claim("a", "ann", 1, of="civilians"), claim("b", "ann", 2, of="combatants"))
    assert found == {
        "a": "1",
        "b": "2",
        "killed.civilians": "1",
        "killed.combatants": "2",
    }


def test_equal_facts_of_several_scopes_are_one() -> None:
    found = words(claim("a", "ann", 1, of="civilians"), claim("b", "ann", 1, of="combatants"))
    assert found["killed"] == found["killed.ann"] == "1"


def test_what_an_incident_is_comes_before_what_is_claimed() -> None:
    found = derived(claim("date", "ann", 7), claim("name", "ann", 7)).facts("strike")
    assert found["date"].words == "10 February 2032"
    assert found["name"].words == "Something"


def test_own_claims_come_before_those_that_cover_it() -> None:
    both = claim("a", "ann", 9, covers=["strike"], measure="wounded")
    other = claim("b", "ann", 8, covers=["strike"], measure="missing")
    raid = record("incident", "raid", claims=[both, other])
    strike = record("incident", "strike", claims=[claim("a", "ann", 1)])
    found = derive(graph(strike, raid, *ACTORS)).facts("strike")
    assert {name: found[name].words for name in ("a", "b", "wounded", "killed")} == {
        "a": "1",
        "b": "8",
        "wounded": "9",
        "killed": "1",
    }
    assert found["b"].anchor == "claim-raid.b"


def test_values_of_every_kind() -> None:
    found = words(
        claim("when", "ann", "2032-02-09/2032-02-10", measure="occurred"),
        claim("who", "ann", ["ann", "ben"], measure="responsibility"),
        claim("where", "ann", "town", measure="place"),
        claim("what", "ann", "Two sheds", measure="damage"),
        claim("why", "ann", "strike", measure="answers"),
    )
    assert found["occurred"] == "9 to 10 February 2032"
    assert found["responsibility"] == "Ann and Ben"
    assert found["place.ann"] == "Town"
    assert (found["damage"], found["answers"]) == ("Two sheds", "Something")


def test_the_dataset_counts_itself() -> None:
    found = derived(claim("a", "ann", 1), claim("b", "ann", 1)).facts("dataset")
    assert {name: fact.words for name, fact in found.items()} == {
        "actors": "2",
        "claims": "2",
        "episodes": "0",
        "incidents": "1",
        "locations": "1",
        "pages": "0",
        "sources": "1",
    }


def test_nobody_has_no_facts() -> None:
    assert derived().facts("nobody") == {}


# ---- gaps


def gaps(*records: Record) -> tuple[str, ...]:
    return derive(graph(*records, *ACTORS)).standings[records[0].id].gaps


def test_an_incident_of_which_nothing_is_known() -> None:
    assert gaps(record("incident", "strike")) == (
        "No claim about anyone killed or wounded was found.",
        "No coordinates of Town were found in any source that was read.",
        "The hour is not known.",
        "No source is cited for it.",
    )


def test_an_incident_of_which_much_is_known() -> None:
    point = {"lat": -43, "lon": -140, "uncertainty_m": 50, "cites": [CITED]}
    known = record(
        "incident",
        "strike",
        date="2032-02-10T04:00",
        claims=[claim("a", "ann", 1), claim("b", "ben", 1)],
        roles=[{"actor": "ann", "role": "attacker", "by": "ben", "cites": [CITED]}],
    )
    town = record("location", "town", coordinates=point)
    log = record("source", "log", archive="https://archive.example/log")
    assert gaps(known, town, log) == ()


def test_who_is_named_and_not_heard() -> None:
    roles = [
        {"actor": "ann", "role": role, "by": "ben", "cites": [CITED]}
        for role in ("attacker", "victim")
    ]
    found = gaps(record("incident", "strike", roles=roles))
    assert "Not heard, though named as attacker: Ann." in found
    assert not [gap for gap in found if "victim" in gap]


def test_what_rests_on_one_origin() -> None:
    found = gaps(record("incident", "strike", claims=[claim("a", "ann", 1, of="civilians")]))
    assert "On the word of one origin alone (Ann): killed, civilians." in found


def test_sources_read_in_part_and_not_archived() -> None:
    strike = record("incident", "strike", claims=[claim("a", "ann", 1)])
    found = gaps(strike, record("source", "log", read="part"))
    assert "Its one source was read only in part." in found
    assert "Its one source was left without an archived copy on record." in found


def test_places() -> None:
    point = {"lat": -43, "lon": -140, "uncertainty_m": 50, "cites": [CITED]}
    assert gaps(record("location", "x"))[0] == (
        "Its coordinates were not found in any source that was read."
    )
    both = record("location", "x", coordinates=point, rival_coordinates=[point])
    assert gaps(both)[0] == "Sources place it at different points."
