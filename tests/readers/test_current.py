"""What is current: a claim that is replaced or withdrawn counts nowhere, and is struck everywhere.

The claim `old` of each case says 6, and is no longer held; `new`, where there is one, says 9.
"""

import re
from typing import Any

import pytest

from sourcebook.models import Record
from tests.graphs import claim, graph, record
from tests.readers.published import Published, plain

CASES: dict[str, tuple[dict[str, Any], dict[str, Any] | None, bool, str]] = {
    # fields of the old claim, of the new one, whether that is in another record, the old's status
    "replaced by its id": ({}, {"supersedes": "old"}, False, "superseded"),
    "replaced by record and id": ({}, {"supersedes": "strike.old"}, False, "superseded"),
    "replaced in another record": ({}, {"supersedes": "strike.old"}, True, "superseded"),
    "replaced in the same hour": (
        {"said": "2032-02-12"}, {"supersedes": "old"}, False, "superseded",
    ),
    "withdrawn": ({"status": "withdrawn"}, None, False, "withdrawn"),
}  # fmt: skip


def published(
    old: dict[str, Any], new: dict[str, Any] | None, elsewhere: bool, *more: Record
) -> Published:
    first = claim("old", "ann", 6, of="civilians", said="2032-02-11") | old
    later = [claim("new", "ann", 9, of="civilians", said="2032-02-12") | new] if new else []
    rival = claim("ben", "ben", 4, of="civilians", said="2032-02-13")
    own = [first, rival] if elsewhere else [first, *later, rival]
    incidents: list[Record] = [
        record("incident", "strike", title="Strike", episode="chain", claims=own),
        record("incident", "raid", title="Raid", claims=later if elsewhere else []),
    ]
    episode = record("episode", "chain", key_figures=["strike.killed.civilians"])
    actors = [record("actor", name) for name in ("ann", "ben")]
    return Published(graph(*incidents, episode, *actors, *more))


@pytest.fixture(scope="module", params=CASES, ids=list(CASES))
def case(request: pytest.FixtureRequest) -> tuple[Published, bool, str]:
    old, new, elsewhere, status = CASES[request.param]
    return published(old, new, elsewhere), new is not None and not elsewhere, status


def test_the_page_strikes_it(case: tuple[Published, bool, str]) -> None:
    site, _, status = case
    row = site.article("strike").partition('id="claim-old"')[2].partition("</tr>")[0]
    struck = re.search(r"<s>(.*?)</s>", row)
    assert struck is not None
    assert plain(struck[1]) == "6"
    assert f">{status}</span>" in row


def test_the_export_says_so(case: tuple[Published, bool, str]) -> None:
    site, _, status = case
    strike = next(each for each in site.dataset["incidents"] if each["id"] == "strike")
    claims = [c for scope in strike["computed"]["matrix"] for c in scope["claims"]]
    assert [c["status"] for c in claims if c["claim"] == "old"] == [status]


def test_no_fact_counts_it(case: tuple[Published, bool, str]) -> None:
    site, has_new, _ = case
    facts = site.derived.facts("strike")
    assert facts["killed.civilians"].text == ("4 to 9" if has_new else "4")
    assert facts["killed.ben"].text == "4"
    assert ("killed.ann" in facts) == has_new


def test_no_key_figure_counts_it(case: tuple[Published, bool, str]) -> None:
    site, has_new, _ = case
    for html in (site.article("chain"), site.briefing("chain"), site.article("strike")):
        words = plain(html)
        assert ("4 to 9" in words) == has_new
        assert "4 to 6" not in words
        assert "6 to 9" not in words


def test_the_figure_of_the_toll_ends_it(case: tuple[Published, bool, str]) -> None:
    site, has_new, status = case
    words = plain(site.article("strike").partition('class="draw')[2])
    said = re.search(r"Ann: (6 \(\d+ February 2032\)[^;.]*)", words)
    assert said is not None
    assert (", then 9" in said[1]) == has_new
    assert (f", later {status}" in said[1]) != has_new


def test_the_source_lists_it_as_such(case: tuple[Published, bool, str]) -> None:
    site, _, status = case
    listed = plain(site.article("log").partition('claim-old"')[2].partition("</li>")[0])
    assert f"({status})" in listed


@pytest.mark.parametrize(("old", "new", "elsewhere", "_status"), CASES.values(), ids=list(CASES))
def test_no_retraction_asks_for_it(
    old: dict[str, Any], new: dict[str, Any] | None, elsewhere: bool, _status: str
) -> None:
    gone = {"status": "retracted", "status_date": "2032-03", "status_note": "Taken back."}
    site = published(old, new, elsewhere, record("source", "log", publisher="Watch", **gone))
    asked = {name for name in ("old", "new", "ben") if _asks(site, name)}
    assert asked == ({"ben", "new"} if new else {"ben"})


def _asks(site: Published, claim_id: str) -> bool:
    return any(f"SB421 claim '{claim_id}' depends on" in each for each in site.problems)
