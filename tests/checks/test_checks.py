"""Editorial rules: what each finds, and what it lets pass."""

from typing import Any

import pytest

from sourcebook.checks import run_checks
from sourcebook.derive import derive
from sourcebook.models import Record
from tests.graphs import CITED, claim, graph, record

ACTORS = (record("actor", "ann"), record("actor", "ben"))
QUIET = {"SB405", "SB407"}


def found(*records: Record, quiet: bool = True) -> list[tuple[str, str]]:
    """Code and message of what is wrong with a graph of records."""
    made = graph(*records, *ACTORS)
    problems = sorted(run_checks(made, derive(made)))
    return [(p.code, p.message) for p in problems if not quiet or p.code not in QUIET]


def codes(*records: Record, quiet: bool = True) -> list[str]:
    return [code for code, _ in found(*records, quiet=quiet)]


def strike(*claims: dict[str, Any], **fields: Any) -> Record:
    return record("incident", "strike", claims=claims, **fields)


# ---- locators


def test_a_citation_says_where_unless_the_source_has_no_parts() -> None:
    bare = claim("a", "ann", 1, cites=[{"source": "log"}])
    assert found(strike(bare)) == [
        ("SB111", "the citation of 'log' does not say where in it: write at: para 3")
    ]
    assert codes(strike(bare), record("source", "log", parts=False)) == []
    assert codes(strike(bare, claim("b", "ann", 1))) == ["SB111"]


def test_a_citation_in_prose_says_where() -> None:
    missing = ("SB111", "the citation of 'log' does not say where in it: write [@log, para 3]")
    for body in ("So it was [@log].", "And so [@log, row 1; @log].", "[@log]"):
        assert set(found(strike(body=body))) == {missing}
    assert codes(strike(body="So [@log, row 1].")) == []
    assert codes(strike(body="So [@log]."), record("source", "log", parts=False)) == []


@pytest.mark.parametrize(
    "fields",
    [
        {"roles": [{"actor": "ann", "role": "target", "by": "ben", "cites": [{"source": "log"}]}]},
        {"responds_to": [{"incident": "raid", "by": "ben", "cites": [{"source": "log"}]}]},
        {"claims": [claim("a", "ann", 1, note="See [@log].")]},
    ],
    ids=["role", "response", "note"],
)
def test_every_citation_says_where(fields: dict[str, Any]) -> None:
    assert codes(record("incident", "strike", **fields), record("incident", "raid")) == ["SB111"]


def test_coordinates_cite_too() -> None:
    point = {"lat": 1, "lon": 1, "uncertainty_m": 1, "cites": [{"source": "log"}]}
    near = {"location": "town", "distance_m": 1, "cites": [{"source": "log"}]}
    assert codes(record("location", "x", coordinates=point, near=near)) == ["SB111", "SB111"]


def test_what_nobody_read_is_not_cited() -> None:
    unread = record("source", "log", read="none")
    assert found(strike(claim("a", "ann", 1)), unread) == [
        ("SB402", "nobody read 'log' (read: none): cite the copy that was read")
    ]
    assert codes(unread) == []


# ---- who states it


def test_a_role_is_stated_and_cited_or_inferred() -> None:
    def role(**fields: Any) -> list[str]:
        return codes(strike(roles=[{"actor": "ann", "role": "target"} | fields]))

    assert role(by="ben", cites=[CITED]) == []
    assert role(inferred=True) == []
    assert role(inferred=True, cites=[CITED]) == []
    assert role() == ["SB110", "SB110"]
    assert role(by="ben") == role(cites=[CITED]) == ["SB110"]
    assert role(by="ben", inferred=True) == ["SB115"]


def test_a_relation_and_a_response_too() -> None:
    assert (
        codes(record("actor", "x", relations=[{"type": "backs", "actor": "ann"}])) == ["SB110"] * 2
    )
    raid = record("incident", "raid")
    assert codes(strike(responds_to=[{"incident": "raid"}]), raid) == ["SB110"] * 2


# ---- dates

BEFORE = [
    # published, event, code
    ("2032-02-09", "2032-02-10", []),  # the dates of publication have zones of their own
    ("2032-02-09", "2032-02-11", ["SB401"]),
    ("2032-02-10", "2032-02-10", []),
    ("2032-02", "2032-02-10", []),
    ("2031", "2032-02-10", ["SB401"]),
    ("2032-02-09", "2032", []),
    ("2032-02-09", "../2032-02-20", []),
    ("2032-02-01/..", "2032-02-10", []),
    ("2032-02-09~", "2032-02-10T01:00", []),
    ("0001", "9999-12-31", ["SB401"]),
    ("9999-12-31", "0001", []),
    (None, "2032-02-10", []),
]


@pytest.mark.parametrize(("published", "event", "code"), BEFORE)
def test_a_report_follows_what_it_reports(
    published: str | None, event: str, code: list[str]
) -> None:
    log = record("source", "log", published=published)
    assert codes(strike(claim("a", "ann", 1), date=event), log) == code


def test_a_role_is_reported_after_the_event_too() -> None:
    early = record("source", "log", published="2030")
    role = {"actor": "ann", "role": "target", "by": "ben", "cites": [CITED]}
    assert codes(strike(roles=[role]), early) == ["SB401"]
    assert codes(strike(body="There were raids before [@log, row 1]."), early) == []


def test_a_statement_precedes_its_reports() -> None:
    log, late = (
        record("source", "log", published="2032-02-10"),
        record("source", "late", published="2033"),
    )
    said = claim("a", "ann", 1, said="2032-02-20")
    assert codes(strike(said), log) == ["SB404"]
    assert codes(strike(claim("a", "ann", 1, said="2032-02-11")), log) == []
    both = said | {"cites": [CITED, {"source": "late", "at": "row 1"}]}
    assert codes(strike(both), log, late) == ["SB413"]
    assert codes(strike(said)) == []  # nobody knows when it appeared


# ---- what replaces what


def test_a_superseded_claim_is_replaced_by_one_on_record() -> None:
    old = claim("a", "ann", 1, status="superseded")
    assert found(strike(old)) == [
        (
            "SB403",
            "claim 'a' is superseded, but no claim names it: write supersedes: a in the newer one",
        )
    ]
    assert codes(strike(old, claim("b", "ann", 2, supersedes="a"))) == []
    assert codes(strike(claim("a", "ann", 1, status="withdrawn"))) == []


def test_what_is_superseded_is_a_claim() -> None:
    def told(name: str) -> list[tuple[str, str]]:
        other = record("incident", "raid", claims=[claim("x", "ann", 1)])
        return found(strike(claim("a", "ann", 1), claim("b", "ann", 1, supersedes=name)), other)

    assert told("a") == told("strike.a") == told("raid.x") == []
    assert told("aa") == [("SB207", "unknown claim 'aa'; did you mean 'a'?")]
    assert told("zz") == [("SB207", "unknown claim 'zz': the claims of 'strike' are a, b")]
    assert told("raid.y") == [("SB207", "unknown claim 'raid.y': the claims of 'raid' are x")]
    assert told("riad.x") == [
        ("SB207", "unknown claim 'riad.x': there is no record 'riad'; did you mean 'raid'?")
    ]
    assert told("town.x") == [("SB207", "unknown claim 'town.x': 'town' has no claims")]


def test_a_claim_stands_once() -> None:
    assert found(strike(claim("a", "ann", 1), claim("a", "ben", 2))) == [
        ("SB208", "claim id 'a' is used twice in this record: give one another id")
    ]
    other = record("incident", "raid", claims=[claim("a", "ann", 1)])
    assert codes(strike(claim("a", "ann", 1)), other) == []


# ---- circles


def test_circles_are_told_once() -> None:
    ring = [record("location", f"l{n}", within=f"l{(n + 1) % 4}") for n in range(4)]
    assert found(*ring) == [
        (
            "SB206",
            "following what it lies in (within) leads in a circle, so one step is wrong: "
            "l0 → l1 → l2 → l3 → l0",
        )
    ]


def test_two_circles_through_one_record() -> None:
    def source(name: str, *above: str) -> Record:
        derived = [{"source": other, "relation": "quotation"} for other in above]
        return record("source", name, derived_from=derived)

    messages = [
        text for _, text in found(source("a", "b", "c"), source("b", "a"), source("c", "a"))
    ]
    assert [message.rpartition(": ")[2] for message in messages] == ["a → b → a", "a → c → a"]


def test_ways_that_meet_are_no_circle() -> None:
    def source(name: str, *above: str) -> Record:
        derived = [{"source": other, "relation": "quotation"} for other in above]
        return record("source", name, derived_from=derived)

    assert codes(source("a", "b", "c"), source("b", "d"), source("c", "d"), source("d")) == []


def test_a_copy_of_what_quotes_it_is_a_circle() -> None:
    quotes = record("source", "a", derived_from=[{"source": "b", "relation": "quotation"}])
    assert codes(quotes, record("source", "b", copy_of="a")) == ["SB206"]


def test_voices_and_parts_make_one_circle() -> None:
    def actor(name: str, kind: str, above: str) -> Record:
        return record("actor", name, relations=[{"type": kind, "actor": above, "inferred": True}])

    assert codes(actor("a", "speaks-for", "b"), actor("b", "part-of", "a")) == ["SB206"]
    assert codes(actor("a", "speaks-for", "b"), actor("b", "backs", "a")) == []


@pytest.mark.parametrize(
    ("kind", "fields", "where"),
    [
        ("location", {"within": "x"}, "'within'"),
        ("source", {"copy_of": "x"}, "'copy_of'"),
        (
            "source",
            {"derived_from": [{"source": "x", "relation": "quotation"}]},
            "'source' in entry of derived_from 1",
        ),
        (
            "actor",
            {"relations": [{"type": "part-of", "actor": "x", "inferred": True}]},
            "'actor' in relation 1",
        ),
        (
            "actor",
            {"relations": [{"type": "backs", "actor": "x", "inferred": True}]},
            "'actor' in relation 1",
        ),
        (
            "incident",
            {"responds_to": [{"incident": "x", "inferred": True}]},
            "'incident' in response 1",
        ),
        (
            "location",
            {"near": {"location": "x", "distance_m": 1, "cites": [CITED]}},
            "'location' in near",
        ),
    ],
)
def test_no_record_refers_to_itself(kind: str, fields: dict[str, Any], where: str) -> None:
    assert found(record(kind, "x", **fields)) == [("SB206", f"{where} names the record itself")]


def test_an_actor_speaks_of_itself() -> None:
    own = [claim("a", "x", "x", measure="operator")]
    relation = {"type": "backs", "actor": "ann", "by": "x", "cites": [CITED]}
    assert codes(record("actor", "x", claims=own, relations=[relation])) == []


def test_claims_do_not_replace_each_other() -> None:
    one = claim("a", "ann", 1, supersedes="b")
    two = claim("b", "ann", 2, supersedes="strike.a")
    assert found(strike(one, two)) == [
        (
            "SB206",
            "following what it replaces (supersedes) leads in a circle, so one step is wrong: "
            "strike.a → strike.b → strike.a",
        )
    ]


def test_long_chains_are_no_circles() -> None:
    line = [record("location", f"l{n:04}", within=f"l{n + 1:04}") for n in range(3000)]
    assert codes(*line, record("location", "l3000")) == []
    assert codes(*line, record("location", "l3000", within="l0000")) == ["SB206"]


# ---- facts


def test_facts_in_prose_and_in_fields() -> None:
    def told(fact: str) -> list[tuple[str, str]]:
        prose = record("page", "about", body=f"Ann counted {{{{{fact}}}}}.")
        return found(strike(claim("a", "ann", 1)), prose)

    def figure(fact: str) -> list[tuple[str, str]]:
        return found(strike(claim("a", "ann", 1)), record("episode", "chain", key_figures=[fact]))

    for ask in (told, figure):
        assert ask("strike.killed") == ask("strike.a") == []
        assert ask("strike.kiled") == [
            ("SB303", "unknown fact 'strike.kiled'; did you mean 'strike.killed'?")
        ]
        assert ask("strik.killed") == [
            (
                "SB303",
                "unknown fact 'strik.killed': there is no record 'strik'; did you mean 'strike'?",
            )
        ]
    assert told("strike.date") == told("dataset.claims") == []
    assert told("strike.wounded") == [
        (
            "SB303",
            "unknown fact 'strike.wounded': its facts are a, killed, killed.ann, claimants, "
            "claims, date, day, grade, month, name, origins, place and more",
        )
    ]
    assert figure("strike.date") == [
        (
            "SB303",
            "'strike.date' has no positions to show: the claims of 'strike' are a, killed, "
            "killed.ann",
        )
    ]
    assert figure("dataset.claims") == [
        ("SB303", "'dataset.claims' has no positions to show: 'dataset' has no claims")
    ]
    assert figure("strike")[0][1].startswith("unknown fact 'strike': the claims of 'strike' are")


def test_why_a_figure_has_no_fact_of_its_own() -> None:
    other = record("incident", "other")
    claims = (claim("a", "ann", 1), claim("b", "ann", 4, covers=["other"]))
    page = record("page", "about", body="Ann counted {{strike.killed}}.")
    told = [message for code, message in found(strike(*claims), other, page) if code == "SB303"]
    assert told == [
        "unknown fact 'strike.killed': several scopes have claims of it, which no one figure "
        "covers ({{strike.b}}, covers other; {{strike.a}}, of this alone): name the claim that is "
        "meant, or give claims of one thing the same of, covers and period"
    ]


# ---- sources and sentences


def test_a_source_serves_something() -> None:
    idle = record("source", "idle")
    assert (
        "SB405",
        "nothing cites 'idle', and no other source is derived from it: cite it or delete it",
    ) in found(idle, quiet=False)
    copy = record("source", "copy", copy_of="idle")
    page = record("page", "about", body="So it is [@copy, row 1; @log, row 1].")
    assert codes(idle, copy, page, quiet=False) == []


def test_a_copy_was_read() -> None:
    unread = record("source", "copy", copy_of="log", read="none")
    assert ("SB406", "it is a copy of 'log' that nobody read: leave out the copy") in found(unread)


def test_a_sentence_of_an_incident_cites_or_is_made_of_facts() -> None:
    def told(body: str) -> list[str]:
        made = found(strike(claim("a", "ann", 1), body=body), quiet=False)
        return [message for code, message in made if code == "SB407"]

    assert told("It was cold [@log, row 1]. It was {{strike.killed}}. So. [@log, row 1]") == []
    assert told("## It was cold\n\n    It was cold.\n\n![It was cold.](a.png)") == []
    assert told("It was cold. [[town]] was colder.") == [
        "this sentence cites no source: 'It was cold.'",
        "this sentence cites no source: 'town was colder.'",
    ]
    assert told(f"It {'was ' * 30}cold.")[0].endswith("w…'")


def test_a_bottom_line_and_the_text_of_an_episode_cite_too() -> None:
    chain = record("episode", "chain", bottom_line=["So {{chain.year}}. It was."], body="And.")
    made = found(chain, quiet=False)
    assert [message for code, message in made if code == "SB407"] == [
        "this sentence cites no source: 'And.'",
        "this sentence cites no source: 'It was.'",
    ]


def test_only_narratives_have_to_cite() -> None:
    page = record("page", "about", body="This is a page.")
    assert codes(page, strike(body="So [@log, row 1]."), quiet=False) == []
