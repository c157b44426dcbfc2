"""Which pages there are and where: each record once, long tables in parts, no address twice."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from sourcebook.link import Graph
from sourcebook.models import KINDS, Incident
from sourcebook.pages import Page, frame_stubs, plan_pages
from sourcebook.problems import Problem
from sourcebook.render import PAGE_KINDS
from sourcebook.site import Prepared, prepare
from tests.conftest import REPOSITORY, SMALL

Row = dict[str, Any]
Tables = Callable[..., Prepared]


@pytest.fixture
def tables(tmp_path: Path) -> Tables:
    """Prepare a dataset of rows: one table of each kind that is named."""

    def write(**rows: list[Row]) -> Prepared:
        content = tmp_path / "content"
        content.mkdir()
        described = (SMALL / "dataset.yml").read_text("utf-8")
        (content / "dataset.yml").write_text(described.replace("latest_episode: salt-month\n", ""))
        for kind, found in rows.items():
            text = "".join(f"{json.dumps(row)}\n" for row in found)
            (content / f"{kind}.jsonl").write_text(text, "utf-8")
        return prepare(tmp_path)

    return write


def incident(name: str, date: str, **more: object) -> Row:
    return {
        "id": name,
        "title": name.title(),
        "type": "mixed",
        "date": date,
        "location": "hill",
        "location_precision": "unknown",
    } | more


def place(name: str, label: str = "", **more: object) -> Row:
    return {"id": name, "names": {"en": label or name}, "type": "region"} | more


def by_url(prepared: Prepared) -> dict[str, Page]:
    return {page.url: page for page in prepared.pages}


def parts(prepared: Prepared, url: str) -> list[tuple[str, str, int]]:
    return list(by_url(prepared)[url].parts)


def test_the_small_site_has_these_pages(small_prepared: Prepared) -> None:
    folders = {
        "actors": "dora-sample duskland ember-watch index lantern-wire marrow-gazette pine-brigade "
        "pinecone-brigade quellmark quellmark-command",
        "briefings": "index",
        "episodes": "index quiet-year salt-month",
        "incidents": "2031 2032 convoy-bomb convoy-mine depot-nine-strike depot-strike "
        "harbour-alarm index lost-patrol salt-flat-clash testhaven-rockets undated village-drone",
        "locations": "depot-nine index north-quell quellmark-land salt-flat test-village testhaven",
        "sources": "brigade-leaflet brigade-post command-statement command-statement-mirror "
        "digest-2032 duskland-transcript ember-log-2032 gazette-almanac index "
        "lantern-wire-2032-02-11 marrow-2032-02-11 old-atlas",
    }
    expected = {f"{folder}/{name}" for folder, names in folders.items() for name in names.split()}
    expected |= {"404", "about", "corrections", "data", "index", "method", "timeline"}
    assert [page.url for page in small_prepared.pages] == sorted(f"{url}.html" for url in expected)


def test_every_kind_of_page_has_a_template() -> None:
    kinds = {page_kind.name for page_kind in PAGE_KINDS} | {"part"}
    there = {path.stem for path in (REPOSITORY / "sourcebook/theme/pages").glob("*.html")}
    assert kinds <= there
    assert kinds >= set(KINDS)


def test_a_page_knows_the_way_to_the_root(small_prepared: Prepared) -> None:
    for page in small_prepared.pages:
        assert page.root == ("../" if "/" in page.url else "")


def test_no_record_can_be_taken_for_the_subject_of_another_page(small_prepared: Prepared) -> None:
    """A page's own record is no link on it: one called `actor` still has to be, on the index."""
    for page in small_prepared.pages:
        known = page.subject in small_prepared.graph.records
        assert known or " " in page.subject, page.url


def test_incidents_are_split_by_year_however_few(small_prepared: Prepared) -> None:
    assert parts(small_prepared, "incidents/index.html") == [
        ("2031", "incidents/2031.html", 2),
        ("2032", "incidents/2032.html", 4),
        ("without a date", "incidents/undated.html", 1),
    ]
    assert by_url(small_prepared)["incidents/index.html"].rows == (
        "lost-patrol",
        "salt-flat-clash",
        "harbour-alarm",
        "village-drone",
        "depot-nine-strike",
        "testhaven-rockets",
        "convoy-mine",
    )


def test_a_long_year_is_split_by_month(tables: Tables, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sourcebook.pages.indexes.MOST_ROWS", 2)
    prepared = tables(
        locations=[place("hill")],
        incidents=[
            incident("a", "2031-05-02"),
            incident("b", "2031-05-01"),
            incident("c", "2031-07"),
            incident("d", "2032"),
        ],
    )
    found = by_url(prepared)
    assert found["incidents/index.html"].rows == ()
    assert found["incidents/index.html"].total == 4
    assert parts(prepared, "incidents/index.html") == [
        ("2031", "incidents/2031.html", 3),
        ("2032", "incidents/2032.html", 1),
    ]
    assert found["incidents/2031.html"].rows == ()
    assert parts(prepared, "incidents/2031.html") == [
        ("May 2031", "incidents/2031-05.html", 2),
        ("July 2031", "incidents/2031-07.html", 1),
    ]
    assert found["incidents/2031-05.html"].rows == ("b", "a")
    assert found["incidents/2032.html"].rows == ("d",)


def test_a_long_index_of_names_is_split_by_letter(
    tables: Tables, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sourcebook.pages.indexes.MOST_ROWS", 2)
    names = {"x1": "Aa", "x2": "ab", "x3": "Éa", "x4": "قرية", "x5": "9", "x6": "Ba"}
    prepared = tables(locations=[place(name, label) for name, label in names.items()])
    assert parts(prepared, "locations/index.html") == [
        ("A", "locations/letter-a.html", 2),
        ("B", "locations/letter-b.html", 1),
        ("OTHER", "locations/letter-other.html", 3),
    ]
    listed = {page.subject: page.rows for page in prepared.pages if page.kind == "part"}
    assert sorted(name for rows in listed.values() for name in rows) == sorted(names)
    assert listed["location letter-a"] == ("x1", "x2")


def test_a_short_index_of_names_is_not_split(small_prepared: Prepared) -> None:
    for folder, count in (("actors", 8), ("locations", 6), ("sources", 11), ("episodes", 2)):
        page = by_url(small_prepared)[f"{folder}/index.html"]
        assert (len(page.rows), page.total, page.parts) == (count, count, ())


def test_each_long_index_still_lists_every_record(
    small_prepared: Prepared, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sourcebook.pages.indexes.MOST_ROWS", 1)
    found, problems = plan_pages(small_prepared.graph, PAGE_KINDS)
    assert problems == ()
    listed = [name for page in found if page.kind == "part" for name in page.rows]
    records = small_prepared.graph.records.values()
    assert sorted(listed) == sorted(record.id for record in records if record.kind != "page")


def problems_of(prepared: Prepared) -> list[Problem]:
    return [problem for problem in prepared.problems if problem.code == "SB205"]


@pytest.mark.parametrize("name", ["index", "2031", "undated"])
def test_a_record_cannot_take_the_place_of_an_index(name: str, tables: Tables) -> None:
    prepared = tables(
        locations=[place("hill")],
        incidents=[incident(name, "2031-05-02"), incident("b", "../2031-05")],
    )
    (problem,) = problems_of(prepared)
    assert (problem.path, problem.line) == ("content/incidents.jsonl", 1)
    assert problem.message.startswith(f"two pages want the address incidents/{name}.html: ")
    assert prepared.failed


def test_a_page_cannot_take_the_place_of_another(tables: Tables) -> None:
    rows = [{"id": name, "title": name, "body": "Text."} for name in ("data", "index", "fine")]
    prepared = tables(pages=rows)
    found = problems_of(prepared)
    assert [(p.path, p.line) for p in found] == [
        ("content/pages.jsonl", 1),
        ("content/pages.jsonl", 2),
    ]
    assert "two pages want the address data.html: 'Data' and 'data'" in found[0].message
    assert "two pages want the address index.html: 'index' and 'Home'" in found[1].message


def test_an_alias_cannot_take_the_place_of_an_index(tables: Tables) -> None:
    prepared = tables(locations=[place("hill", aliases=["index", "old-hill"])])
    (problem,) = problems_of(prepared)
    assert "two pages want the address locations/index.html" in problem.message
    assert "locations/old-hill.html" in by_url(prepared)


def test_a_redirect_is_beside_its_record(small_prepared: Prepared) -> None:
    redirects = [page for page in small_prepared.pages if page.kind == "redirect"]
    assert [(page.url, page.subject, page.title) for page in redirects] == [
        ("actors/pine-brigade.html", "pinecone-brigade", "Pinecone Brigade has moved"),
        ("incidents/convoy-bomb.html", "convoy-mine", "A mine under the convoy has moved"),
        ("incidents/depot-strike.html", "depot-nine-strike", "The strike on Depot Nine has moved"),
    ]


def test_frames_are_needed_for_sections_only(small_prepared: Prepared) -> None:
    assert frame_stubs(small_prepared.pages) == {
        "404.html": "Page not found",
        "about.md": "About",
        "actors/index.md": "Actors",
        "briefings/index.md": "Briefings",
        "corrections.md": "Corrections",
        "data.md": "Data",
        "episodes/index.md": "Episodes",
        "incidents/index.md": "Incidents",
        "index.md": "Home",
        "locations/index.md": "Locations",
        "method.md": "Method",
        "sources/index.md": "Sources",
        "timeline.md": "Timeline",
    }


def test_an_empty_dataset_has_its_indexes(tables: Tables) -> None:
    prepared = tables()
    assert [page.url for page in prepared.pages] == [
        "404.html",
        "actors/index.html",
        "briefings/index.html",
        "corrections.html",
        "data.html",
        "episodes/index.html",
        "incidents/index.html",
        "index.html",
        "locations/index.html",
        "sources/index.html",
        "timeline.html",
    ]


def test_the_plan_is_the_same_whatever_the_order_of_records(graph: Graph) -> None:
    backwards = dict(reversed(list(graph.records.items())))
    turned = Graph(
        graph.dataset, backwards, graph.file_locations, graph.backlinks, graph.prose, graph.aliases
    )
    assert plan_pages(turned, PAGE_KINDS) == plan_pages(graph, PAGE_KINDS)
    assert turned.all_of(Incident)[0].id != graph.all_of(Incident)[0].id
