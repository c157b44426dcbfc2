"""Records to a graph: each reference known from both ends, or told."""

from pathlib import Path
from typing import Any

import pytest

from sourcebook.link import Graph, link
from sourcebook.link.marked_values import marked_values
from sourcebook.link.nearest_id import NearestId
from sourcebook.load import FileLocation, LoadedDataset, LoadedRecord
from sourcebook.models import (
    ClaimRef,
    Episode,
    FactRef,
    Incident,
    Markup,
    PlainMarkup,
    Record,
    Ref,
    TermRef,
)
from sourcebook.problems import Problem
from tests.graphs import CITED, claim, dataset, graph, linked, record


def told(*records: Record, **fields: Any) -> list[str]:
    described = dataset(**fields)
    problems = linked(*records, described=described)[1]
    return [
        f"{problem.path}:{problem.line} {problem.code} {problem.message}" for problem in problems
    ]


def sample() -> tuple[Record, ...]:
    incident = record(
        "incident",
        "strike",
        date="2032-02-10",
        location="town",
        episode="chain",
        responds_to=[{"incident": "raid", "by": "dusk", "cites": [CITED]}],
        roles=[{"actor": "dusk", "role": "target", "by": ["watch", "dusk"], "cites": [CITED]}],
        claims=[
            claim("killed", "watch", 1, covers=["raid"], note="Of [[dusk]] [@log, row 2]."),
            claim("who", "watch", ["dusk", "watch"], measure="responsibility"),
            claim("where", "watch", "town", measure="place"),
        ],
        body="It began [@log, row 3].\n\nThen [[raid]] and {{strike.killed}} [@log, row 4].",
    )
    return (
        incident,
        record("incident", "raid"),
        record("actor", "dusk"),
        record("actor", "watch", relations=[{"type": "backs", "actor": "dusk", "by": "watch"}]),
        record("location", "town"),
        record("source", "log", issued_by="watch"),
        record("episode", "chain"),
    )


@pytest.fixture
def made() -> Graph:
    found, problems = linked(*sample())
    assert problems == ()
    return found


def test_records_stand_by_id(made: Graph) -> None:
    assert list(made.records) == sorted(made.records)
    assert [incident.id for incident in made.all_of(Incident)] == ["raid", "strike"]
    assert [(record.id, claim.id) for record, claim in made.claims()] == [
        ("strike", "killed"),
        ("strike", "who"),
        ("strike", "where"),
    ]


BACK = [
    ("town", "incidents", ["raid", "strike"]),
    ("chain", "incidents", ["strike"]),
    ("raid", "answered_by", ["strike"]),
    ("raid", "covered_by", ["strike"]),
    ("raid", "mentions", ["strike"]),
    ("dusk", "roles", ["strike"]),
    ("dusk", "related", ["watch"]),
    ("dusk", "named_in", ["strike"]),
    ("dusk", "mentions", ["strike"]),
    ("dusk", "statements", ["strike", "strike"]),
    ("watch", "statements", ["strike", "strike", "strike", "strike", "watch"]),
    ("watch", "published", ["log"]),
    ("town", "named_in", ["strike"]),
    ("town", "contains", []),
    ("nobody", "incidents", []),
]


@pytest.mark.parametrize(("name", "reverse", "sources"), BACK)
def test_each_link_is_known_at_its_other_end(
    made: Graph, name: str, reverse: str, sources: list[str]
) -> None:
    assert [link.record_id for link in made.backlinks_to(name, reverse)] == sources


def test_a_link_knows_what_holds_it(made: Graph) -> None:
    links = made.backlinks_to("log", "citations")
    holders = [
        (link.path[0], link.claim, type(made.linking_element(link)).__name__) for link in links
    ]
    assert holders[:3] == [
        ("responds_to", None, "Response"),
        ("roles", None, "Role"),
        ("claims", 0, "Claim"),
    ]
    assert made.linking_element(links[2], 4).at == "row 1"


def test_a_citation_in_prose_knows_its_sentence(made: Graph) -> None:
    links = [link for link in made.backlinks_to("log", "citations") if link.path == ("body",)]
    texts = [
        "".join(part for part in link.sentence.parts if isinstance(part, str))
        for link in links
        if link.sentence
    ]
    assert texts == ["It began .", "Then  and  ."]
    assert [link.hole.line for link in links if link.hole] == [0, 2]


def test_prose_is_parsed_once_and_kept(made: Graph) -> None:
    assert set(made.prose) == {
        ("strike", ("title",)),
        ("strike", ("body",)),
        ("strike", ("claims", 0, "note")),
        ("raid", ("title",)),
        ("chain", ("title",)),
        ("chain", ("summary",)),
        ("chain", ("bottom_line", 0)),
    }
    assert made.prose_at("strike", "claims", 0, "note").holes
    assert made.prose_at("strike", "claims", 1, "note").parts == ()


def test_a_problem_stands_at_its_value(made: Graph) -> None:
    assert made.problem("strike", ("claims", 0), "SB110", "x", 2) == Problem(
        "content/incidents.jsonl", 1, "SB110", "x"
    )


# ---- one walker for every kind


def test_everything_marked_is_found() -> None:
    marks = {type(found.mark) for one in sample() for found in marked_values(one)}
    assert marks == {Ref, TermRef, Markup, PlainMarkup}
    episode = record(
        "episode",
        "chain",
        key_figures=["strike.killed"],
        judgements=[
            {
                "text": "So.",
                "likelihood": "likely",
                "confidence": "low",
                "because": "It is.",
                "rests_on": ["strike.killed", "who"],
            }
        ],
        questions=[{"ask": "Who?", "see": ["strike.who"]}],
    )
    assert isinstance(episode, Episode)
    found = [(one.path, one.value) for one in marked_values(episode, ClaimRef, FactRef)]
    assert found == [
        (("key_figures", 0), "strike.killed"),
        (("questions", 0, "see", 0), "strike.who"),
        (("judgements", 0, "rests_on", 0, "claim"), "strike.killed"),
        (("judgements", 0, "rests_on", 1, "claim"), "who"),
    ]
    kinds = {type(one.mark) for one in marked_values(episode)}
    assert kinds == {ClaimRef, FactRef, Markup, PlainMarkup, TermRef}


# ---- what leads nowhere


def test_unknown_ids_wrong_kinds_and_old_names() -> None:
    log = record("source", "log")
    town = record("location", "town", aliases=["village"])
    assert told(record("incident", "a", location="twon"), town) == [
        "content/incidents.jsonl:1 SB201 unknown location 'twon'; did you mean 'town'?"
    ]
    assert told(record("incident", "a", location="zzzz"), town) == [
        "content/incidents.jsonl:1 SB201 unknown location 'zzzz': no record has this id"
    ]
    assert told(record("incident", "a", location="village"), town) == [
        "content/incidents.jsonl:1 SB201 'village' is an old id: write 'town'"
    ]
    assert told(record("incident", "a", location="log"), log) == [
        "content/incidents.jsonl:1 SB202 'log' is a source, but a location is wanted here"
    ]
    assert told(record("page", "a", body="[[twon]] [@town, 1] [@lgo, 1]"), town, log) == [
        "content/pages.jsonl:1 SB301 unknown id 'twon'; did you mean 'town'?",
        "content/pages.jsonl:1 SB202 'town' is a location, but a source is wanted here",
        "content/pages.jsonl:1 SB302 unknown source 'lgo'; did you mean 'log'?",
    ]


def test_the_latest_episode_is_a_reference() -> None:
    described = dataset(latest_episode="chian")
    place = FileLocation(Path("nowhere"), "content/dataset.yml", 9)
    loaded = LoadedDataset(described, (), (), frozenset(), place)
    _, problems = link(loaded, described)
    (problem,) = problems
    assert (problem.line, problem.code) == (9, "SB201")


def test_what_could_not_be_read_makes_no_errors_of_what_names_it() -> None:
    page = record("page", "about", body="[[broken]], [@broken, 1], {{broken.killed}}")
    strike = record("incident", "strike", location="broken", episode="broken")
    place = FileLocation(Path("nowhere"), "x", 1)
    loaded = LoadedDataset(
        dataset(),
        (LoadedRecord(page, place), LoadedRecord(strike, place)),
        (),
        frozenset({"broken"}),
    )
    found, problems = link(loaded, dataset())
    assert problems == ()
    assert found.unloadable_ids == {"broken"}
    assert found.backlinks == {}


def test_an_id_belongs_to_one_record() -> None:
    town, other = record("location", "town"), record("actor", "town")
    problems = told(
        record("incident", "a", claims=[claim("x", "town", 1, cites=[CITED])]),
        town,
        other,
        record("source", "log"),
    )
    assert problems == [
        "content/locations.jsonl:2 SB203 duplicate id 'town': content/actors.jsonl:3 has it "
        "already; choose another"
    ]


def test_no_record_is_the_dataset() -> None:
    assert told(record("actor", "dataset"), record("actor", "a", aliases=["dataset"])) == [
        "content/actors.jsonl:1 SB203 duplicate id 'dataset': "
        "the dataset as a whole has it already; choose another",
        "content/actors.jsonl:2 SB204 alias 'dataset' stands for the dataset as a whole",
    ]


def test_aliases_belong_to_one_record() -> None:
    found, problems = linked(
        record("actor", "a", aliases=["a", "b", "old", "old", "older"]),
        record("actor", "b", aliases=["old"]),
    )
    assert [problem.message for problem in problems] == [
        "alias 'a' is the record's own id: leave it out",
        "alias 'b' is the id of content/actors.jsonl:2",
        "alias 'old' is already an alias of this record",
        "alias 'old' is already an alias of content/actors.jsonl:1",
    ]
    assert found.aliases == {"old": "a", "older": "a"}


# ---- rows of tables


def test_links_of_rows_stand_on_their_line() -> None:
    rows = [record("page", f"p{number}", body="\n\n[[nowhere-at-all]]") for number in range(3)]
    assert [line.split()[0] for line in told(*rows)] == [
        f"content/pages.jsonl:{number}" for number in (1, 2, 3)
    ]


# ---- the nearest id


def test_the_nearest_is_found_among_many() -> None:
    nearest = NearestId(f"record-{number}" for number in range(10_000))
    assert NearestId(["town", "tower", "a-much-longer-town"])("twon") == "; did you mean 'town'?"
    assert nearest("recrod-1234") == "; did you mean 'record-1234'?"
    assert nearest("zzz") == ""
    assert nearest("") == ""
    assert NearestId(())("a") == ""


def test_a_graph_of_a_test_holds_what_it_names() -> None:
    assert set(graph(record("incident", "a")).records) == {"a", "town", "log"}
