"""Where an incident was: map, moving map, rows, facts and export give the same places."""

import re
from collections.abc import Callable
from typing import Any

import pytest

from sourcebook.models import Record
from tests.graphs import CITED, claim, graph, record
from tests.readers.published import Published, plain

Places = dict[str, set[str]]
"""The places that are still claimed, beside the record's own: by the id of each, by whom."""

POINTS = {"town": (-48.5, -123.5), "oldtown": (-48.0, -123.0), "newtown": (-48.2, -122.6)}
ALSO = re.compile(r"also placed at (\w+) by ([^,;]+(?:, [^,;]+ and \w+)?), [\d.,]+ k?m away")


def place(name: str, by: str | list[str], where: str, **more: Any) -> dict[str, Any]:
    return claim(name, "ann", where, measure="place", of=None, **more) | {"by": by}


def strike(*claims: dict[str, Any], **more: Any) -> Record:
    return record(
        "incident", "strike", title="Strike", episode="chain", claims=list(claims), **more
    )


def raid(*claims: dict[str, Any]) -> Record:
    return record("incident", "raid", title="Raid", date="2032-02-11", claims=list(claims))


CASES: dict[str, tuple[list[Record], Places]] = {
    "no claim": ([strike()], {}),
    "one": ([strike(place("p", "ann", "oldtown"))], {"oldtown": {"ann"}}),
    "its own place": ([strike(place("p", "ann", "town"))], {}),
    "two who say the same": (
        [strike(place("p", "ann", "oldtown"), place("q", "ben", "oldtown"))],
        {"oldtown": {"ann", "ben"}},
    ),
    "two who differ": (
        [strike(place("p", "ann", "oldtown"), place("q", "ben", "newtown"))],
        {"oldtown": {"ann"}, "newtown": {"ben"}},
    ),
    "replaced by its id": (
        [strike(place("p", "ann", "oldtown"), place("q", "ann", "newtown", supersedes="p"))],
        {"newtown": {"ann"}},
    ),
    "replaced by record and id": (
        [strike(place("p", "ann", "oldtown"), place("q", "ann", "newtown", supersedes="strike.p"))],
        {"newtown": {"ann"}},
    ),
    "replaced in another record": (
        [
            strike(place("p", "ann", "oldtown")),
            raid(place("q", "ann", "newtown", supersedes="strike.p")),
        ],
        {},
    ),
    "one of two replaced by its own place": (
        [
            strike(
                place("p", "ann", "oldtown"),
                place("q", "ben", "oldtown"),
                place("r", "ann", "town", supersedes="p"),
            )
        ],
        {"oldtown": {"ben"}},
    ),
    "withdrawn": ([strike(place("p", "ann", "oldtown", status="withdrawn"))], {}),
    "by an incident that covers it": (
        [strike(), raid(place("p", "ben", "oldtown", covers=["strike"]))],
        {"oldtown": {"ben"}},
    ),
    "not said where": ([strike(place("p", "ann", "not stated"))], {}),
}


def point(lat: float, lon: float) -> dict[str, Any]:
    return {"lat": lat, "lon": lon, "uncertainty_m": 500, "cites": [CITED]}


def published(records: list[Record], *more: Record) -> Published:
    actors = [record("actor", name) for name in ("ann", "ben")]
    towns = [record("location", name, coordinates=point(*at)) for name, at in POINTS.items()]
    there = {each.id for each in more}
    towns = [*more, *(each for each in towns if each.id not in there)]
    return Published(graph(*records, *actors, *towns, record("episode", "chain")))


def _map(site: Published) -> Places:
    """By the words of the map, which are its description and the names of its links."""
    found: Places = {}
    for label, by in ALSO.findall(plain(site.article("strike"))):
        names = re.split(r", | and ", by)
        found.setdefault(label.lower(), set()).update(name.lower() for name in names)
    return found


def _facts(site: Published) -> Places:
    """By what prose can show of it: `{{strike.place.ann}}`."""
    facts = site.derived.facts("strike")
    found: Places = {}
    for name, fact in facts.items():
        measure, _, by = name.partition(".")
        if measure == "place" and by and fact.text.lower() in POINTS.keys() - {"town"}:
            found.setdefault(fact.text.lower(), set()).add(by)
    return found


def _export(site: Published) -> Places:
    found: Places = {}
    incidents = {each["id"]: each for each in site.dataset["incidents"]}
    for scope in incidents["strike"]["computed"].get("matrix", ()):
        for each in scope["claims"] if scope["measure"] == "place" else ():
            where = each["value"].lower()
            if each["status"] == "accepted" and where in POINTS and where != "town":
                found.setdefault(where, set()).update(each["by"])
    return found


READERS: dict[str, Callable[[Published], Places]] = {
    "the map and its words": _map,
    "facts for prose": _facts,
    "the export": _export,
}


@pytest.fixture(scope="module", params=CASES, ids=list(CASES))
def case(request: pytest.FixtureRequest) -> tuple[Published, Places]:
    records, places = CASES[request.param]
    return published(records), places


@pytest.mark.parametrize("reader", READERS, ids=list(READERS))
def test_readers_that_say_by_whom(case: tuple[Published, Places], reader: str) -> None:
    site, places = case
    assert READERS[reader](site) == places


def test_the_rows_of_the_moving_map(case: tuple[Published, Places]) -> None:
    site, places = case
    marks = site.rows["strike"]["marks"]
    assert marks[0] == [*POINTS["town"], 3000, "incident"]
    claimed = {tuple(mark[:2]) for mark in marks if mark[3] == "claimed"}
    assert claimed == {POINTS[each] for each in places}


# -- how closely its own place is known

NEAR = {"location": "oldtown", "distance_m": 12_500, "direction": "north", "cites": [CITED]}
KNOWN: dict[str, tuple[dict[str, Any], dict[str, Any], list[Any], str]] = {
    # fields of the incident, fields of its place, its mark in the rows, why it has none
    "to the settlement": (
        {"location_precision": "settlement"},
        {"coordinates": point(-48.5, -123.5)},
        [-48.5, -123.5, 3000, "incident"],
        "",
    ),
    "exactly, at a place that is not": (
        {"location_precision": "exact"},
        {"coordinates": point(-48.5, -123.5)},
        [-48.5, -123.5, 500, "incident"],
        "",
    ),
    "by what it is near": (
        {"location_precision": "settlement"},
        {"near": NEAR},
        [-48.0, -123.0, 12_500, "near"],
        "",
    ),
    "not at all": (
        {"location_precision": "unknown"},
        {"coordinates": point(-48.5, -123.5)},
        [],
        "its place is not known",
    ),
    "to a place without coordinates": (
        {"location_precision": "settlement"},
        {},
        [],
        "no coordinates of Town are given",
    ),
}


DRAWN = {3000: "within 3 km", 500: "within 500 m", 12_500: "about 13 km from Oldtown, north"}


@pytest.mark.parametrize(("own", "there", "mark", "why"), KNOWN.values(), ids=list(KNOWN))
def test_how_closely_it_is_known(
    own: dict[str, Any], there: dict[str, Any], mark: list[Any], why: str
) -> None:
    other = {"location": "newtown", "location_precision": "locality", "episode": "chain"}
    elsewhere = record("incident", "raid", title="Raid", **other)
    site = published([strike(**own), elsewhere], record("location", "town", **there))
    assert site.rows["strike"]["marks"] == ([mark] if mark else [])
    wanted = DRAWN[mark[2]] if mark else ""
    for page in (site.article("chain"), site.briefing("chain"), site.url("incidents/index.html")):
        words = plain(page.partition('id="map-words"')[2].partition("</desc>")[0])
        assert [each for each in DRAWN.values() if each in words] == [wanted] * bool(wanted)
        assert (f"Strike ({why})" in plain(page)) == bool(why)
