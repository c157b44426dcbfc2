"""A fact in a title or summary, and a marked name, read the same wherever they are shown."""

from dataclasses import astuple
from typing import Any

import pytest

from sourcebook.link import Graph
from sourcebook.models import Record
from tests.graphs import claim, graph, record
from tests.readers.published import Published, plain

TITLE = "{{strike.killed-ann}} dead at [CS1033]{.name} & co"
SUMMARY = "{{strike.killed-ann|Six}} died on {{strike.day}}; an [F-15]{.name} came. <b> stays."
MARKS = ("{{", "{.name}", "]{", "|Six")


def made(value: Any = 6, words: str = "Six", **fields: Any) -> Graph:
    summary = SUMMARY.replace("|Six", f"|{words}" if words else "")
    strike = record(
        "incident", "strike", title=TITLE, summary=summary, episode="chain", aliases=["old-strike"],
        claims=[claim("killed-ann", "ann", value)], body="It was cold. [@log, row 1]", **fields,
    )  # fmt: skip
    return graph(strike, *_others())


def _others() -> tuple[Record, ...]:
    named = {"summary": "Named in {{strike.name}}, with {{strike.killed-ann}} dead."}
    return (
        record("actor", "ann", **named),
        record("location", "town", summary="Where {{strike.killed-ann}} died."),
        record("page", "about", title="About {{strike.killed-ann}}", summary="See {{strike.day}}."),
        record(
            "episode", "chain", title="The chain of {{strike.year}}",
            summary="{{chain.incidents|One}} incident, {{strike.killed-ann}} dead.",
            bottom_line=["{{strike.killed-ann}} died, says Ann. [@log, row 1]"],
            questions=[{"ask": "Were {{strike.killed-ann}} killed?", "see": ["strike.killed"]}],
        ),
    )  # fmt: skip


@pytest.fixture(scope="module")
def published() -> Published:
    return Published(made())


def everything(published: Published) -> dict[str, str]:
    """Every page and file that is published, as text."""
    bodies = {page.url: published.renderer.render(page) for page in published.pages}
    texts = {url: " ".join(map(str, astuple(body))) for url, body in bodies.items()}
    return texts | {path: data.decode() for path, data in published.files.items()}


def test_no_mark_is_left_anywhere(published: Published) -> None:
    for place, text in everything(published).items():
        left = [mark for mark in MARKS if mark in text]
        assert not left or place == "dataset.json", (place, left)  # that has texts as written


def test_a_title_is_its_words_in_every_place(published: Published) -> None:
    title = "6 dead at CS1033 & co"
    assert "<h1>6 dead at CS1033 &amp; co</h1>" in published.article("strike")
    assert title in plain(published.url("incidents/index.html"))
    assert title in plain(published.article("town"))
    assert published.rows["strike"]["title"] == title
    assert published.dataset["incidents"][0]["title"] == title
    assert title in plain(published.briefing("chain"))
    assert title in published.found_by["incidents/strike.html"]
    assert published.ledger["strike.is"].startswith(TITLE)
    (moved,) = (page for page in published.pages if page.url == "incidents/old-strike.html")
    assert title in moved.title


def test_a_summary_is_its_words_in_every_place(published: Published) -> None:
    words = "Six died on 10 February 2032; an F-15 came. <b> stays."
    assert words in plain(published.article("strike"))
    assert published.dataset["incidents"][0]["summary"] == words
    assert words in plain(published.briefing("chain"))
    assert words in " ".join(published.found_by["incidents/strike.html"])
    assert "Named in 6 dead at CS1033 & co, with 6 dead." in plain(published.article("ann"))
    assert "Were 6 killed?" in plain(published.article("chain"))


def test_a_summary_leads_to_the_claims_of_its_facts(published: Published) -> None:
    assert 'href="#claim-killed-ann"' in published.article("strike")
    assert ">Six</a>" in published.article("strike")


def test_what_is_claimed_is_what_every_sentence_says() -> None:
    before, after = everything(Published(made())), everything(Published(made(41, words="")))
    assert before.keys() == after.keys()
    for place, text in after.items():
        for was in ("6 dead", "6 died", "6 killed", "Six died"):
            assert was not in plain(text), place
    assert "41 dead at CS1033" in plain(after["incidents/strike.html"])


def test_words_that_no_longer_say_the_fact_are_an_error() -> None:
    (told,) = (line for line in Published(made(7)).problems if line.startswith("SB622"))
    assert told == (
        "SB622 'Six' does not say strike.killed-ann, which is '7': write words that say it, or "
        "{{strike.killed-ann}} alone"
    )


def test_titles_that_go_round_are_told() -> None:
    one = record("incident", "one", title="After {{two.name}}")
    two = record("incident", "two", title="Before {{one.name}}")
    told = [line for line in Published(graph(one, two)).problems if line.startswith("SB206")]
    assert len(told) == 2


def test_a_name_made_of_facts_can_be_stated() -> None:
    one = record("incident", "one", title="After {{two.name}}")
    two = record("incident", "two", title="Of {{two.year}}")
    assert Published(graph(one, two)).graph.label("one") == "After Of 2032"
