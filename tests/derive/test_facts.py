"""The closed list of facts, in words, and the gaps."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from sourcebook.derive import Derived, derive
from sourcebook.derive.grade import GRADES, LADDER_VERSION
from sourcebook.derive.rulebook import rulebook
from sourcebook.models import Record
from tests.graphs import CITED, claim, dataset, graph, record

ACTORS = (record("actor", "ann"), record("actor", "ben"))


def derived(*claims: dict[str, Any], **fields: Any) -> Derived:
    strike = record("incident", "strike", claims=claims, **fields)
    return derive(graph(strike, *ACTORS))


def words(*claims: dict[str, Any], **fields: Any) -> dict[str, str]:
    """The facts of an incident with these claims, but those that every incident has."""
    found = derived(*claims, **fields).facts("strike")
    return {name: fact.text for name, fact in found.items() if fact.anchor}


def test_every_incident_has() -> None:
    found = derived(claim("a", "ann", 1), date="2022-08-24T04:00~").facts("strike")
    assert {name: fact.text for name, fact in found.items() if not fact.anchor} == {
        "name": "Something",
        "date": "24 August 2022, about 04:00 local time; 23 August in Washington",
        "day": "24 August 2022",
        "weekday": "Wednesday",
        "month": "August 2022",
        "year": "2022",
        "time": "about 04:00",
        "place": "Town",
        "grade": "weak",
        "sources": "1",
        "publishers": "1",
        "origins": "1",
        "claimants": "1",
        "claims": "1",
    }
    assert all(fact.record_id == "strike" for fact in found.values())


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
    assert found["killed"].rule == "range over 2 claims of equal scope (range rule 1)"
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
    assert found["date"].text == "10 February 2032"
    assert found["name"].text == "Something"


def test_own_claims_come_before_those_that_cover_it() -> None:
    both = claim("a", "ann", 9, covers=["strike"], measure="wounded")
    other = claim("b", "ann", 8, covers=["strike"], measure="missing")
    raid = record("incident", "raid", claims=[both, other])
    strike = record("incident", "strike", claims=[claim("a", "ann", 1)])
    found = derive(graph(strike, raid, *ACTORS)).facts("strike")
    assert {name: found[name].text for name in ("a", "b", "wounded", "killed")} == {
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
    assert {name: fact.text for name, fact in found.items() if not fact.table} == {
        "actors": "2",
        "claims": "2",
        "claims-assessed": "0",
        "claims-unchecked": "0",
        "claims-vouched": "0",
        "claims-without": "2",
        "episodes": "0",
        "figures": "2",
        "figures-unchecked": "0",
        "figures-vouched": "0",
        "figures-without": "2",
        "incidents": "1",
        "locations": "1",
        "pages": "0",
        "sources": "1",
    }


def test_nobody_has_no_facts() -> None:
    assert derived().facts("nobody") == {}


@pytest.mark.parametrize(
    ("date", "weekday", "month", "time"),
    [
        ("2022-08-24", "Wednesday", "August 2022", None),
        ("2022-08-24T23:30", "Wednesday", "August 2022", "23:30"),
        ("2022-08-24/2022-08-25", None, "August 2022", None),
        ("2022-08-31/2022-09-01", None, None, None),
        ("2022-08", None, "August 2022", None),
        ("2022", None, None, None),
        ("[2022-08-24,2022-08-25]", None, "August 2022", None),
        ("../2022-08-24", None, None, None),
    ],
)
def test_the_parts_of_a_date(
    date: str, weekday: str | None, month: str | None, time: str | None
) -> None:
    found = derived(date=date).facts("strike")
    words = [found[name].text if name in found else None for name in ("weekday", "month", "time")]
    assert words == [weekday, month, time]


def test_a_claim_has_dates() -> None:
    found = derived(
        claim("a", "ann", "2022-08-24T04:00", measure="occurred", said="2022-08-25"),
        claim("b", "ann", 3, as_of="2022-08-26", period="2022-08-24/2022-08-26"),
    ).facts("strike")
    dates = {name: fact.text for name, fact in found.items() if name[:2] in ("a.", "b.")}
    assert dates == {
        "a.said": "25 August 2022",
        "a.day": "24 August 2022",
        "a.weekday": "Wednesday",
        "b.as-of": "26 August 2022",
        "b.period": "24 to 26 August 2022",
    }
    assert (found["a.said"].anchor, found["a.said"].rule) == ("claim-a", "said, of claim a")


@pytest.mark.parametrize(
    ("first", "then", "words"),
    [
        ("2022-08-24T04:00", "2022-08-24T19:20", "15 hours"),
        ("2022-08-24T04:00~", "2022-08-24T05:00", "about 1 hour"),
        ("2022-08-15", "2022-08-24T04:00~", "9 days"),
        ("2022-08-24T04:00~", "2022-08-24T04:10", None),
        ("2022-08-24", "2022-08-24", None),
        ("2022-08-23T12:00", "2022-08-26T12:00", "3 days"),
        ("2022-08", "2022-08-24", None),
        ("2022", "2022-08-24", None),
    ],
)
def test_how_long_after_what_it_answers(first: str, then: str, words: str | None) -> None:
    raid = record("incident", "raid", date=first)
    answer = {"incident": "raid", "inferred": True}
    strike = record("incident", "strike", date=then, responds_to=[answer])
    found = derive(graph(raid, strike)).facts("strike").get("after.raid")
    assert (found and found.text) == words


def test_an_episode_counts_what_belongs_to_it() -> None:
    one = record("incident", "one", episode="chain", claims=[claim("a", "ann", 1)])
    two = record(
        "incident", "two", episode="chain", date="2032-02-14", claims=[claim("a", "ben", 2)]
    )
    chain = record("episode", "chain", as_of="2032-03-01", cut_off="2032-04")
    found = derive(graph(one, two, chain, *ACTORS)).facts("chain")
    assert {name: fact.text for name, fact in found.items()} == {
        "as-of": "1 March 2032",
        "claimants": "2",
        "claims": "2",
        "cut-off": "April 2032",
        "days": "5",
        "end": "14 February 2032",
        "incidents": "2",
        "month": "February 2032",
        "name": "A chain",
        "origins": "2",
        "publishers": "1",
        "sources": "1",
        "start": "10 February 2032",
        "year": "2032",
    }
    assert found["incidents"].place == "incidents"
    assert found["origins"].rule == (
        "counted: the apparent origins of the episode and its incidents"
    )


def test_a_source_and_a_relation_have_dates() -> None:
    lists = {"type": "designated-by", "actor": "ann", "since": "2031-05-02", "inferred": True}
    ben = record("actor", "ben", relations=[lists])
    found = derive(graph(record("source", "log", published="2031-05-02"), ACTORS[0], ben))
    assert found.facts("log")["published"].text == "2 May 2031"
    assert found.facts("log")["weekday"].text == "Friday"
    assert found.facts("ben")["designated-by.ann"].text == "2 May 2031"


def test_a_location_has_distances() -> None:
    point = {"lat": 35.0, "lon": 40.0, "uncertainty_m": 100, "cites": [CITED]}
    near = {"location": "town", "distance_m": 2500, "cites": [CITED]}
    shed = record("location", "shed", near=near)
    yard = record("location", "yard", coordinates=point, rival_coordinates=[point | {"lat": 35.2}])
    found = derive(graph(shed, yard))
    assert found.facts("shed")["near"].text == "2.5 km"
    assert found.facts("yard")["apart"].text == "22 km"


# ---- gaps


def gaps(*records: Record) -> tuple[str, ...]:
    return derive(graph(*records, *ACTORS)).analyses[records[0].id].gaps


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


def test_a_rule_is_a_table_where_it_stands_alone(
    run: Callable[..., Result], project: Path, tmp_path: Path
) -> None:
    page = project / "content" / "pages" / "method.md"
    page.write_text(f"{page.read_text()}\nBy {{{{dataset.grades}}}}:\n\n{{{{dataset.grades}}}}\n")
    assert run("build", "-q", "-o", str(tmp_path / "out")).exit_code == 0
    text = (tmp_path / "out" / "method.html").read_text()
    assert f"ladder of grades, version {LADDER_VERSION}</span>:</p>" in text
    assert '<table><thead><tr><th scope="col">Grade</th><th scope="col">Met if</th></tr>' in text
    for grade, asks in GRADES.items():
        assert f'<th scope="row">{grade}</th><td>{asks}</td>' in text
    assert "<p><table" not in text


@pytest.mark.parametrize("name", sorted(rulebook(dataset())))
def test_every_table_has_heads_and_rows(name: str) -> None:
    heads, *rows = rulebook(dataset())[name].table
    assert rows
    assert all(all(cells) for cells in (heads, *rows))


def test_who_is_accused_and_not_heard_is_a_gap() -> None:
    role = {"actor": "ben", "role": "attacker", "by": ["ann"], "cites": [CITED]}
    found = derived(claim("a", "ann", 1), roles=[role])
    gap = "Said to have attacked in 1 incident, and not heard itself on any."
    assert gap in found.analyses["ben"].gaps
    assert gap not in found.analyses["ann"].gaps
    heard = derived(claim("a", "ben", 1), roles=[role])
    assert gap not in heard.analyses["ben"].gaps


def test_an_episode_shows_the_gaps_of_its_incidents(small_site: Path) -> None:
    page = (small_site / "episodes" / "salt-month.html").read_text()
    missing = page.partition('<details class="missing">')[2].partition("</details>")[0]
    assert 'href="../incidents/testhaven-rockets.html"' in missing
    assert "left without an archived copy on record." in missing
