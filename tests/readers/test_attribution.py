"""Who is said to have attacked: all who show or weigh it show and weigh the same.

Each case is a small invented world and what follows from it by hand. Each reader below reads what
is published in its own way, and is asked about every case.
"""

import re
from collections.abc import Callable, Iterable
from typing import Any

import pytest

from sourcebook.models import Incident, Record
from sourcebook.render.facets import FACETS
from sourcebook.render.participants import participants_of
from tests.graphs import CITED, claim, graph, record
from tests.readers.published import Published, plain

Named = tuple[str, str, bool]
"""An actor, how it is known that it attacked, and whether it denies it."""

ACCUSED = re.compile(r'<span class="accused">(.*?</span>)\s*</span>', re.S)


def blame(
    name: str, by: str, value: Any, stance: str = "attributes", **more: Any
) -> dict[str, Any]:
    return claim(name, by, value, measure="responsibility", stance=stance, **more)


def attacker(actor: str, *by: str) -> dict[str, Any]:
    said = {"by": list(by), "cites": [CITED]} if by else {"inferred": True}
    return {"actor": actor, "role": "attacker"} | said


def strike(*claims: dict[str, Any], roles: Iterable[dict[str, Any]] = ()) -> Record:
    body = "Three men were killed."
    return record(
        "incident", "strike", title="Strike", episode="chain", claims=list(claims),
        roles=list(roles), body=body,
    )  # fmt: skip


def raid(*claims: dict[str, Any]) -> Record:
    return record("incident", "raid", title="Raid", date="2032-02-11", claims=list(claims))


CASES: dict[str, tuple[list[Record], list[Named]]] = {
    "nobody": ([strike()], []),
    "a role": ([strike(roles=[attacker("reds", "ann")])], [("reds", "alleged", False)]),
    "a claim": ([strike(blame("a", "ann", "reds"))], [("reds", "alleged", False)]),
    "a role and a claim that name two": (
        [strike(blame("a", "ben", "blues"), roles=[attacker("reds", "ann")])],
        [("reds", "alleged", False), ("blues", "alleged", False)],
    ),
    "one claim that names two": (
        [strike(blame("a", "ann", ["reds", "blues"]))],
        [("reds", "alleged", False), ("blues", "alleged", False)],
    ),
    "a claim replaced by its id": (
        [strike(blame("a", "ann", "reds"), blame("b", "ann", "blues", supersedes="a"))],
        [("blues", "alleged", False)],
    ),
    "a claim replaced by record and id": (
        [strike(blame("a", "ann", "reds"), blame("b", "ann", "blues", supersedes="strike.a"))],
        [("blues", "alleged", False)],
    ),
    "a claim replaced in another record": (
        [
            strike(blame("a", "ann", "reds")),
            raid(blame("b", "ann", "blues", supersedes="strike.a")),
        ],
        [],
    ),
    "a claim that is withdrawn": ([strike(blame("a", "ann", "reds", status="withdrawn"))], []),
    "a claim of an incident that covers this one": (
        [strike(), raid(blame("a", "ann", "reds", covers=["strike"]))],
        [("reds", "alleged", False)],
    ),
    "a covering claim that is replaced": (
        [
            strike(),
            raid(
                blame("a", "ann", "reds", covers=["strike"]),
                blame("b", "ann", "blues", covers=["strike"], supersedes="raid.a"),
            ),
        ],
        [("blues", "alleged", False)],
    ),
    "an own denial": (
        [strike(blame("a", "ann", "reds"), blame("b", "reds", "reds", "denies"))],
        [("reds", "alleged", True)],
    ),
    "a denial by an arm of it": (
        [strike(blame("a", "ann", "reds"), blame("b", "arm", "reds", "denies"))],
        [("reds", "alleged", True)],
    ),
    "a denial by somebody else": (
        [strike(blame("a", "ann", "reds"), blame("b", "ben", "reds", "denies"))],
        [("reds", "alleged", False)],
    ),
    "a denial alone": ([strike(blame("a", "reds", "reds", "denies"))], []),
    "a denial that is replaced": (
        [
            strike(
                blame("a", "ann", "reds"),
                blame("b", "reds", "reds", "denies"),
                blame("c", "reds", "reds", "accepts", supersedes="strike.b"),
            )
        ],
        [("reds", "acknowledged", False)],
    ),
    "the word of an arm for the whole": (
        [strike(blame("a", "arm", "reds", "claims"))],
        [("reds", "acknowledged", False)],
    ),
    "the least established last": (
        [strike(blame("a", "ann", "blues"), blame("b", "reds", "reds", "accepts"))],
        [("reds", "acknowledged", False), ("blues", "alleged", False)],
    ),
    "an inference of the editor": (
        [strike(roles=[attacker("reds")])],
        [("reds", "inferred", False)],
    ),
    "an inference that somebody confirms": (
        [strike(blame("a", "ann", "reds"), roles=[attacker("reds")])],
        [("reds", "alleged", False)],
    ),
    "who takes no stance": (
        [
            strike(
                blame("a", "ann", "reds", "silent_as_of"),
                blame("b", "reds", "reds", "declines_comment"),
            )
        ],
        [],
    ),
    "a claim that gives nobody": ([strike(blame("a", "ann", "unknown"))], []),
}  # fmt: skip


def published(records: list[Record]) -> Published:
    actors = [record("actor", name) for name in ("ann", "ben", "reds", "blues")]
    tie = {"type": "part-of", "actor": "reds", "by": ["arm"], "cites": [CITED]}
    arm = record("actor", "arm", relations=[tie])
    return Published(graph(*records, *actors, arm, record("episode", "chain")))


def _in_html(html: str) -> list[Named]:
    """The attackers in the first list of them."""
    found = (plain(each) for each in ACCUSED.findall(html))
    words = (each.split(" ", 2) for each in found)
    return [(name.lower(), status, bool(rest)) for name, status, *rest in words]


def _page(site: Published) -> list[Named]:
    return _in_html(site.article("strike").split("</dl>")[0])


def _section(site: Published) -> list[Named]:
    section = site.article("strike").partition('id="responsibility"')[2]
    return _in_html(section.split("</p>")[0])


def _story(site: Published) -> list[Named]:
    return _in_html(site.article("chain").partition('class="story__by"')[2].split("</p>")[0])


def _index(site: Published) -> list[Named]:
    row = site.url("incidents/index.html").partition('data-id="strike"')[2].partition("</tr>")[0]
    return _in_html(
        row or site.url("incidents/2032.html").partition("strike.html")[2].split("</tr>")[0]
    )


def _briefing(site: Published) -> list[Named]:
    found = site.briefing("chain").partition('id="incident-strike"')[2].partition("</li>")[0]
    return _in_html(found)


def _rows(site: Published) -> list[Named]:
    return [(name, status, bool(rest)) for name, status, *rest in site.rows["strike"]["attackers"]]


def _ledger(site: Published) -> list[Named]:
    words = site.ledger.get("strike.attackers", "")
    found = [each.split() for each in re.split(r"[;|/·]", words) if each.strip()]
    return [(name, status.strip(","), bool(rest)) for name, status, *rest in found]


def _export(site: Published) -> list[Named]:
    """By what the export has alone: roles, and the claims whose place in a matrix is current."""
    incidents = {each["id"]: each for each in site.dataset["incidents"]}
    one = incidents["strike"]
    roles = {r["actor"] for r in one.get("roles", ()) if r["role"] == "attacker"}
    current = {
        (c["record"], c["claim"])
        for scope in one["computed"].get("matrix", ())
        for c in scope["claims"]
        if scope["measure"] == "responsibility" and c["status"] == "accepted"
    }
    claims = [
        c for i in incidents.values() for c in i.get("claims", ()) if (i["id"], c["id"]) in current
    ]
    silent = ("denies", "declines_comment", "silent_as_of", None)
    named = {n for c in claims if c.get("stance") not in silent for n in _ids(c["value"])}
    return [(name, "", False) for name in roles | named]


def _ids(value: str | list[str]) -> list[str]:
    ids = [value] if isinstance(value, str) else value
    return [each for each in ids if each != "unknown"]


def _participants(site: Published) -> list[Named]:
    strikes = [each for each in site.graph.all_of(Incident) if each.id == "strike"]
    members = participants_of(site.view("chain"), strikes).members
    parts = ((m.actor_id, p.known) for m in members for p in m.parts if p.role == "attacker")
    return [(actor, known[0], "denied" in known) for actor, known in parts]


READERS: dict[str, Callable[[Published], list[Named]]] = {
    "the head of the page": _page,
    "the section of the page": _section,
    "the page of the episode": _story,
    "the index": _index,
    "the briefing": _briefing,
    "rows of table and moving map": _rows,
    "facts.lock": _ledger,
    "who is who": _participants,
}


@pytest.fixture(scope="module", params=CASES, ids=list(CASES))
def case(request: pytest.FixtureRequest) -> tuple[Published, list[Named]]:
    records, named = CASES[request.param]
    return published(records), named


@pytest.mark.parametrize("reader", READERS, ids=list(READERS))
def test_readers_that_say_how_it_is_known(case: tuple[Published, list[Named]], reader: str) -> None:
    site, named = case
    found = READERS[reader](site)
    ordered = reader != "who is who"  # its own order is by weight
    assert (found if ordered else sorted(found)) == (named if ordered else sorted(named))


def test_the_timeline(case: tuple[Published, list[Named]]) -> None:
    site, named = case
    weakest = max((status for _, status, _ in named), key=_WEIGHT.index, default="")
    attackers = " and ".join(name.capitalize() for name, _, _ in named) or "Attacker not named"
    drawn = plain(site.url("timeline.html"))
    assert f"Strike ({attackers}{', ' if weakest else ''}{weakest})" in drawn


_WEIGHT = ("acknowledged", "alleged", "inferred")


def test_the_export_holds_what_they_are_worked_out_from(
    case: tuple[Published, list[Named]],
) -> None:
    site, named = case
    assert {name for name, _, _ in _export(site)} == {name for name, _, _ in named}


def test_filter_search_and_rows_find_it_by_them(case: tuple[Published, list[Named]]) -> None:
    site, named = case
    incident = site.graph.records["strike"]
    (facet,) = (each for each in FACETS[type(incident)] if each.name == "actor")
    names = {name for name, _, _ in named}
    assert {code for code, _ in facet.codes(site.view("strike"), incident)} == names
    assert set(site.rows["strike"]["actors"]) == names
    texts = site.found_by["incidents/strike.html"]
    assert {name for name in ("reds", "blues") if name.capitalize() in texts} == names


def test_the_grade_weighs_them(case: tuple[Published, list[Named]]) -> None:
    site, named = case
    grade = site.derived.analyses["strike"].grade
    assert grade is not None
    accused = [(status, denied) for _, status, denied in named if status != "inferred"]
    assert (grade.name == "confirmed") == ("acknowledged" in {status for status, _ in accused})
    if grade.name != "confirmed":
        contested = len(accused) > 1 or any(denied for _, denied in accused)
        assert (grade.name == "contested") == contested


def test_the_check_of_passive_verbs_and_the_gaps_ask_for_them(
    case: tuple[Published, list[Named]],
) -> None:
    site, named = case
    nobody = any("nobody is said to have done it" in each for each in site.problems)
    assert nobody == (not named)
    gaps = site.derived.analyses
    unheard = [gap for gap in gaps["strike"].gaps if "named as attacker" in gap]
    of_reds = [gap for gap in gaps["reds"].gaps if gap.startswith("Said to have attacked")]
    heard = any(
        {"reds", "arm"} & {*entry.claim.by}
        for scope in gaps["strike"].scopes
        for entry in scope.claims
    )
    names = {name for name, _, _ in named}
    assert any("Reds" in gap for gap in unheard) == ("reds" in names and not heard)
    assert any("Blues" in gap for gap in unheard) == ("blues" in names)
    if not heard:
        assert bool(of_reds) == ("reds" in names)
