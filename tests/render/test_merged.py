"""Many reports of one origin say so, and why two count as one is told."""

import re
from pathlib import Path
from typing import Any

import pytest

from sourcebook.briefing import render_briefing
from sourcebook.models import Episode
from tests.browser.markup import Document
from tests.rendering import LEAST, Row, Tables, bodies, renderer, write


def actor(name: str, **above: str) -> Row:
    """An actor and those above it, each by its relation."""
    relations = [
        {"type": kind.replace("_", "-"), "actor": other, "inferred": True}
        for kind, other in above.items()
    ]
    named = {"id": name, "names": {"en": name.title()}, "type": "person"}
    return named | {"relations": relations}


def source(name: str, **fields: Any) -> Row:
    told = {"id": name, "title": name.title(), "publisher": name.title()}
    return LEAST["sources"][0] | told | fields


def derived(name: str, above: str, relation: str) -> Row:
    return source(name, derived_from=[{"source": above, "relation": relation}])


def claim(name: str, by: str, value: str, *sources: str) -> Row:
    cites = [{"source": each, "at": "page 1"} for each in sources]
    return {"id": name, "by": by, "measure": "killed", "value": value, "cites": cites}


SOURCES = [
    source("wire"),
    source("twin", copy_of="wire"),
    derived("ledger", "wire", "press_release"),
    derived("digest", "wire", "syndication"),
    derived("echo", "digest", "quotation"),
]
ACTORS = [
    actor("hall"),
    actor("guild", part_of="hall"),
    actor("clerk", speaks_for="guild"),
    actor("miller"),
]
ALL = tuple(row["id"] for row in SOURCES)


def drawn(folder: Path, *claims: Row) -> dict[str, Document]:
    """The pages of a flood with these claims, and of the year that it belongs to."""
    flood = LEAST["incidents"][0] | {"episode": "wet-year", "claims": list(claims)}
    episode = LEAST["episodes"][0] | {"key_figures": ["flood.killed"]}
    tables = LEAST | {
        "incidents": [flood],
        "episodes": [episode],
        "sources": SOURCES,
        "actors": ACTORS,
    }
    prepared = write(folder, Tables(tables))
    assert not prepared.failed, prepared.problems
    found = bodies(prepared)
    briefed = render_briefing(renderer(prepared), prepared.graph.all_of(Episode)[0]).decode()
    return {
        "incidents": Document("incidents/flood.html", found["incidents/flood.html"].article),
        "episodes": Document("episodes/wet-year.html", found["episodes/wet-year.html"].article),
        "briefings": Document("briefings/wet-year.html", briefed),
    }


def badges(page: Document, place: str) -> list[str]:
    return [" ".join(each.text.split()) for each in page.select(f"{place} .badge--single")]


def words(page: Document, place: str) -> str:
    return " ".join(" ".join(each.text.split()) for each in page.select(place))


ECHO = "3 reports, one origin"


def test_many_reports_of_one_origin_say_so_wherever_they_are_shown(tmp_path: Path) -> None:
    pages = drawn(tmp_path, claim("one", "clerk", "3", "wire", "twin", "ledger"))
    assert badges(pages["incidents"], ".facts") == [ECHO]
    assert badges(pages["incidents"], ".scope__sum") == [ECHO]
    assert badges(pages["incidents"], ".matrix") == []
    assert badges(pages["episodes"], ".key-figure__value") == [ECHO]
    assert badges(pages["briefings"], ".figures") == [ECHO]
    assert badges(pages["briefings"], ".annex-table") == [ECHO]
    (badge, *_) = pages["incidents"].select(".facts .badge--single")
    assert badge.attrs["title"] == "However many carry it, all go back to one apparent origin"


@pytest.mark.parametrize(
    ("claims", "badge"),
    [
        ([claim("one", "clerk", "3", "wire")], ["one origin"]),
        (
            [claim("one", "clerk", "3", "wire"), claim("two", "hall", "3", "twin")],
            ["2 reports, one origin"],
        ),
        ([claim("one", "clerk", "3", "wire"), claim("two", "miller", "3", "twin")], []),
        # who says nothing of it is no second report of it
        (
            [claim("one", "clerk", "3", "wire"), claim("two", "miller", "not stated", "twin")],
            ["one origin"],
        ),
    ],
    ids=["one report", "one voice", "two voices", "one silent"],
)
def test_it_counts_the_reports_of_who_gives_a_value(
    tmp_path: Path, claims: list[Row], badge: list[str]
) -> None:
    assert badges(drawn(tmp_path, *claims)["incidents"], ".scope__sum") == badge


def test_each_claim_among_others_tells_of_its_own_reports(tmp_path: Path) -> None:
    pages = drawn(
        tmp_path,
        claim("one", "clerk", "3", "wire", "twin", "ledger"),
        claim("two", "miller", "5", "wire"),
    )
    assert badges(pages["incidents"], ".matrix") == [ECHO]
    assert badges(pages["incidents"], ".scope__sum") == []


def test_why_they_are_one_is_told(tmp_path: Path) -> None:
    pages = drawn(tmp_path, claim("one", "clerk", "3", *ALL), claim("two", "hall", "3", "wire"))
    spoken = "Hall: Clerk speaks for Guild; Guild is part of Hall"
    texts = "copied in Twin; syndicated to Digest; carried by Ledger; at second hand in Echo"
    why = words(pages["incidents"], "details.merged")
    assert why.startswith("Why 5 reports make 1 apparent origin")
    assert spoken in why
    assert texts in why
    assert spoken.removeprefix("Hall: ") in words(pages["episodes"], "dl.shared > div")
    assert texts in words(pages["episodes"], "dl.shared > div")
    briefed = words(pages["briefings"], "dl.pairs > div")
    assert spoken.removeprefix("Hall: ") in briefed
    assert "; syndicated to Digest" in re.sub(r"\[\d+\]", "", briefed)
