"""The claim matrix: what is compared with what, what range comes of it, and how it stands."""

from typing import Any

import pytest

from sourcebook.derive import Scope, derive
from sourcebook.link import Graph
from sourcebook.models import Record
from tests.graphs import ENGLISH, claim, dataset, graph, record

ACTORS = tuple(record("actor", name) for name in ("ann", "ben", "cem"))


def scopes(made: Graph, holder: Record) -> tuple[Scope, ...]:
    return derive(made).analyses[holder.id].scopes


def of(*claims: dict[str, Any], **fields: Any) -> tuple[Scope, ...]:
    """The scopes of an incident with these claims."""
    strike = record("incident", "strike", claims=claims)
    return scopes(graph(strike, *ACTORS, **fields), strike)


def one(*claims: dict[str, Any], **fields: Any) -> Scope:
    (scope,) = of(*claims, **fields)
    return scope


def _range(scope: Scope) -> str | None:
    return scope.range.describe(ENGLISH) if scope.range else None


def by(values: list[Any], **fields: Any) -> list[dict[str, Any]]:
    """A claim by another actor for each value."""
    names = ("ann", "ben", "cem")
    return [claim(f"c{n}", names[n], value, **fields) for n, value in enumerate(values)]


RANGES = [
    # values, range in words, agreement
    (["6"], "6", "single"),
    (["6", "6"], "6", "agreed"),
    (["6", "6.0"], "6", "agreed"),
    (["2-3", "2 \u2013 3"], "2 to 3", "agreed"),
    (["6", "7"], "6 to 7", "disputed"),
    (["2-3", "4"], "2 to 4", "disputed"),
    (["2-3", "3"], "2 to 3", "compatible"),
    (["2-3", "3-5", "3"], "2 to 5", "compatible"),
    (["2-4", "1-3", "4-5"], "1 to 5", "disputed"),
    ([">=6", "10"], "at least 6", "compatible"),
    ([">=6", "5"], "at least 5", "disputed"),
    (["<=10", "4"], "0 to 10", "compatible"),
    (["<=10", "11"], "0 to 11", "disputed"),
    (["<=10", ">=6"], "none to an unstated number", "compatible"),
    (["none", ">=6"], "none to an unstated number", "disputed"),
    (["~10", "11"], "10 to 11", "compatible"),
    (["~10", "12"], "10 to 12", "disputed"),
    (["none", "3"], "0 to 3", "disputed"),
    (["none", "0"], "0", "compatible"),
    (["none", "none"], None, "agreed"),
    (["0"], "0", "single"),
    (["dozens", "6"], "6", "disputed"),
    (["dozens", "30"], "30", "compatible"),
    (["dozens", "dozens"], None, "agreed"),
    (["dozens"], None, "single"),
    (["unknown", "6"], "6", "single"),
    (["not stated", "6", "6"], "6", "agreed"),
    (["unknown", "not stated"], None, "silent"),
]


@pytest.mark.parametrize(("values", "words", "agreement"), RANGES)
def test_a_range_and_how_it_stands(values: list[str], words: str | None, agreement: str) -> None:
    scope = one(*by(values))
    assert (_range(scope), scope.agreement) == (
        words,
        agreement,
    )
    assert len(scope.claims) == len(values)


def test_order_does_not_matter() -> None:
    for values, words, agreement in RANGES:
        scope = one(*by(values[::-1]))
        assert (_range(scope), scope.agreement) == (
            words,
            agreement,
        )


def test_one_origin_does_not_agree_with_itself() -> None:
    assert one(claim("a", "ann", 6), claim("b", "ann", 6)).agreement == "single"
    assert one(claim("a", "ann", 6), claim("b", "ann", 7)).agreement == "disputed"


# ---- equal scope only


def test_measures_populations_and_periods_are_apart() -> None:
    found = of(
        claim("a", "ann", 1),
        claim("b", "ben", 2, of="civilians"),
        claim("c", "cem", 3, of="combatants"),
        claim("d", "ann", 4, measure="wounded"),
        claim("e", "ben", 5, period="2032-02"),
        claim("f", "cem", 6, period="2032-03"),
        claim("g", "cem", 7),
    )
    assert [
        (
            scope.measure.id,
            scope.of,
            scope.period,
            _range(scope),
        )
        for scope in found
    ] == [
        ("killed", None, None, "1 to 7"),
        ("killed", None, "2032-02", "5"),
        ("killed", None, "2032-03", "6"),
        ("killed", "civilians", None, "2"),
        ("killed", "combatants", None, "3"),
        ("wounded", None, None, "4"),
    ]


def test_built_in_measures_come_before_declared_ones() -> None:
    described = dataset(measures={"armour": {"label": "Armour", "kind": "figure"}})
    both = [claim("a", "ann", 1, measure="armour"), claim("b", "ann", 1)]
    strike = record("incident", "strike", described=described, claims=both)
    found = scopes(graph(strike, *ACTORS, described=described), strike)
    assert [scope.measure.id for scope in found] == ["killed", "armour"]


def test_what_covers_several_is_shown_on_each_and_never_added() -> None:
    strike = record(
        "incident",
        "strike",
        claims=[claim("both", "ann", 4, covers=["raid"]), claim("own", "ben", 1)],
    )
    raid = record("incident", "raid", claims=[claim("own", "cem", 2)])
    made = graph(strike, raid, *ACTORS)
    for incident, own in ((strike, "1"), (raid, "2")):
        alone, both = sorted(scopes(made, incident), key=lambda scope: len(scope.covers))
        assert (alone.covers, _range(alone)) == (
            (incident.id,),
            own,
        )
        assert (both.covers, _range(both)) == (
            ("raid", "strike"),
            "4",
        )
        assert [position.record_id for position in both.claims] == ["strike"]


def test_claims_of_equal_cover_are_compared_wherever_they_stand() -> None:
    strike = record("incident", "strike", claims=[claim("a", "ann", 4, covers=["raid"])])
    raid = record("incident", "raid", claims=[claim("b", "ben", 5, covers=["strike"])])
    made = graph(strike, raid, *ACTORS)
    for incident in (strike, raid):
        (scope,) = scopes(made, incident)
        assert (scope.agreement, _range(scope)) == (
            "disputed",
            "4 to 5",
        )


def test_covering_itself_is_covering_nothing_more() -> None:
    scope = one(claim("a", "ann", 4, covers=["strike"]), claim("b", "ben", 5))
    assert scope.covers == ("strike",)
    assert [position.claim.id for position in scope.claims] == ["a", "b"]


def test_covering_an_incident_twice_is_covering_it_once() -> None:
    strike = record("incident", "strike", claims=[claim("a", "ann", 4, covers=["raid", "raid"])])
    raid = record("incident", "raid")
    (scope,) = scopes(graph(strike, raid, *ACTORS), raid)
    assert [(position.record_id, scope.covers) for position in scope.claims] == [
        ("strike", ("raid", "strike"))
    ]


# ---- what does not speak any more


def test_what_is_superseded_or_withdrawn_does_not_count() -> None:
    scope = one(
        claim("first", "ann", "2-3"),
        claim("second", "ann", 4, supersedes="first"),
        claim("gone", "ben", 9, status="withdrawn"),
        claim("marked", "cem", 8, status="superseded"),
    )
    assert scope.range is not None
    assert (scope.range.describe(ENGLISH), scope.agreement) == ("4", "single")
    status = {p.claim.id: (p.status, p.replaced_by, p.current) for p in scope.claims}
    assert status == {
        "first": ("superseded", "strike.second", False),
        "second": ("accepted", None, True),
        "gone": ("withdrawn", None, False),
        "marked": ("superseded", None, False),
    }
    assert scope.origins.origins == ("ann",)


def test_a_claim_of_another_record_can_supersede() -> None:
    strike = record("incident", "strike", claims=[claim("first", "ann", 2)])
    later = record("incident", "raid", claims=[claim("new", "ann", 4, supersedes="strike.first")])
    (scope,) = scopes(graph(strike, later, *ACTORS), strike)
    (position,) = scope.claims
    assert (position.status, position.replaced_by) == ("superseded", "raid.new")


def test_an_equal_id_of_another_record_supersedes_nothing() -> None:
    strike = record("incident", "strike", claims=[claim("first", "ann", 2)])
    later = record(
        "incident",
        "raid",
        claims=[claim("first", "ann", 1), claim("new", "ann", 4, supersedes="first")],
    )
    (scope,) = scopes(graph(strike, later, *ACTORS), strike)
    assert [position.current for position in scope.claims] == [True]


def test_replacing_each_other_ends() -> None:
    scope = one(claim("a", "ann", 1, supersedes="b"), claim("b", "ann", 2, supersedes="a"))
    assert scope.agreement == "silent"
    assert one(claim("a", "ann", 1, supersedes="a")).agreement == "silent"


# ---- what is no figure

DATES = [
    # values with the zone of each, agreement
    ([("2032-02-10", None), ("2032-02-10", None)], "agreed"),
    ([("2032-02-10", None), ("2032-02-11", None)], "disputed"),
    ([("2032-02-10", None), ("2032-02", None)], "compatible"),
    ([("2032-02-10T04:00", None), ("2032-02-10", None)], "compatible"),
    ([("2032-02-10T04:00~", None), ("2032-02-10T05:00", None)], "disputed"),
    # at four in the morning in Damascus it was still the day before in New York
    ([("2022-08-24T04:00~", None), ("2022-08-23", "America/New_York")], "compatible"),
    ([("2022-08-24T04:00~", None), ("2022-08-24", "America/New_York")], "disputed"),
    # one date in two calendars is not the same day
    ([("2022-08-24", None), ("2022-08-24", "America/New_York")], "compatible"),
    ([("2022-08-24", None), ("2022-08-24", "Asia/Damascus")], "agreed"),
    ([("2022-08-24T08:00", None), ("2022-08-24", "America/New_York")], "compatible"),
    ([("2022-08-24T04:00", None), ("2022-08-24T01:00Z", None)], "compatible"),
    ([("2032-02-10/..", None), ("../2032-01", None)], "disputed"),
    ([("2032-02-10/..", None), ("2040", None)], "compatible"),
    ([("[2032-02-10,2032-02-12]", None), ("2032-02-12", None)], "compatible"),
    ([("[2032-02-10,2032-02-12]", None), ("[2032-02-12, 2032-02-10]", None)], "agreed"),
    # where the calendar of the program ends
    ([("0001-01-01T00:00", "Asia/Tokyo"), ("0001-01-01", "America/New_York")], "disputed"),
    ([("9999-12-31T23:59", "America/New_York"), ("9999-12-31", "Asia/Tokyo")], "disputed"),
    ([("0001", "Asia/Tokyo"), ("0001", "America/New_York")], "compatible"),
]


@pytest.mark.parametrize(("values", "agreement"), DATES)
def test_dates_of_several_calendars(values: list[tuple[str, str | None]], agreement: str) -> None:
    names = ("ann", "ben")
    claims = [
        claim(f"c{n}", names[n], value, measure="occurred", zone=zone)
        for n, (value, zone) in enumerate(values)
    ]
    for given in (claims, claims[::-1]):
        scope = one(*given)
        assert (scope.agreement, scope.range) == (agreement, None)


def test_names_are_agreed_or_disputed() -> None:
    def who(*values: Any) -> str:
        return one(*by(list(values), measure="responsibility")).agreement

    assert who("ann", "ann") == "agreed"
    assert who("ann", "ben") == "disputed"
    assert who(["ann", "ben"], ["ben", "ann"]) == "agreed"
    assert who(["ann", "ben"], "ann") == "disputed"
    assert who("ann", "unknown") == "single"
    assert one(*by(["ann", "none"], measure="responsibility")).range is None


def test_a_denial_contradicts_what_it_denies() -> None:
    accuse = claim("a", "ann", "ben", measure="responsibility", stance="attributes")
    deny = claim("b", "ben", "ben", measure="responsibility", stance="denies")
    accept = claim("b", "ben", "ben", measure="responsibility", stance="accepts")
    other = claim("b", "ben", "cem", measure="responsibility", stance="denies")
    assert one(accuse, deny).agreement == "disputed"
    assert one(accuse, accept).agreement == "agreed"
    assert one(accuse, other).agreement == "compatible"


@pytest.mark.parametrize("stance", ["declines_comment", "silent_as_of"])
@pytest.mark.parametrize("value", ["none", "ben", "not stated"])
def test_who_takes_no_stand_contradicts_nobody(stance: str, value: str) -> None:
    accuse = claim("a", "ann", "ben", measure="responsibility", stance="attributes")
    silent = claim("b", "ben", value, measure="responsibility", stance=stance)
    assert one(accuse, silent).agreement == "single"
    assert one(silent).agreement == "silent"


def test_no_rule_weighs_words() -> None:
    assert one(*by(["Two sheds", "two sheds"], measure="damage")).agreement == "agreed"
    assert one(*by(["Two sheds", "A crane"], measure="damage")).agreement == "differing"
    assert one(*by(["Two sheds", "not stated"], measure="damage")).agreement == "single"
    assert one(*by(["Two sheds", "none"], measure="damage")).agreement == "differing"


def test_every_record_with_claims_has_a_matrix() -> None:
    holders: list[Record] = [
        record("actor", "x", claims=[claim("a", "ann", 900, measure="troops")]),
        record("location", "x", claims=[claim("a", "ann", "ben", measure="operator")]),
        record("episode", "x", claims=[claim("a", "ann", "War", measure="expectation")]),
    ]
    for holder in holders:
        made: Graph = graph(holder, *ACTORS)
        assert [scope.agreement for scope in scopes(made, holder)] == ["single"]
    page = record("page", "x")
    assert scopes(graph(page), page) == ()
