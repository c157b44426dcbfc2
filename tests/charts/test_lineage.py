"""Lineage: what goes back to what, from the origins down."""

import re
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sourcebook.charts import lineage
from sourcebook.charts.lineage import tree
from sourcebook.charts.lineage.tree import Node, columns, families
from sourcebook.link import Graph
from sourcebook.models import Record
from tests.drawn import Drawn, href, read, wide
from tests.graphs import graph, record
from tests.strategies import bounded


def source(name: str, *parents: str, copy: str = "", **fields: Any) -> Record:
    """A source titled by its id, made from some and a copy of one."""
    derived = [{"source": parent, "relation": "syndication"} for parent in parents]
    copied = {"copy_of": copy} if copy else {}
    return record("source", name, title=name, derived_from=derived, **copied, **fields)


def family() -> Graph:
    """A release, not read; a wire that carries it; two copies of the wire; a digest of two."""
    return graph(
        source("release", read="none", published="2032-02-10"),
        source("wire", "release", published="2032-02-11"),
        source("paper", copy="wire", published="2032-02-12"),
        source("site", copy="wire", published="2032-02-13"),
        source("other", published="2032-02-11"),
        source("digest", "other", "wire", published="2032-02-20"),
        source("alone", published="2032-02-01"),
    )


def around(found: Graph, name: str, **more: Any) -> Drawn:
    return wide(lineage.around(found, name, prefix="l", href=href, **more))


def among(found: Graph, *names: str, **more: Any) -> str:
    return lineage.among(found, names, title="x", prefix="l", href=href, **more)


def y(found: Drawn, title: str) -> float:
    return float(found.written(title).get("y", ""))


def test_a_source_shows_what_it_goes_back_to_and_what_goes_back_to_it() -> None:
    found = family()
    names = [node.id for node in tree.around(found, "wire")]
    assert set(names) == {"release", "wire", "paper", "site", "digest"}
    assert [node.id for node in tree.around(found, "paper")] == ["release", "wire", "paper"]


def test_everything_stands_below_what_it_goes_back_to() -> None:
    found = around(family(), "wire")
    heights = [y(found, name) for name in ("release", "wire", "paper", "site", "digest")]
    assert heights == sorted(heights)


def test_origins_and_what_was_not_read_are_marked() -> None:
    found = around(family(), "wire")
    assert "Nobody, 10 February 2032 · origin · not read" in found.words()
    assert {"origin, itself not read", "goes back to what it hangs from"} <= set(found.words())
    assert "origin" not in found.words(), "no origin was read: the legend has no such sign"


def test_copies_are_told_from_what_is_made_of_a_text() -> None:
    found = around(family(), "wire")
    looks = [e.get("class") for e in found.shapes("draw-branch") if "q" in e.get("d", "")]
    assert sorted(looks, key=str) == ["draw-branch"] * 2 + ["draw-branch draw-copy"] * 2
    assert "Nobody, 12 February 2032 · copy of Nobody" in found.words()
    assert "Nobody, 11 February 2032 · syndicated from Nobody" in found.words()


def test_branches_leave_the_trunk_of_their_parent_and_end_at_their_sign() -> None:
    found = around(family(), "paper")
    signs = sorted(
        {(float(e.get("cy", "")), float(e.get("cx", ""))) for e in found if e.tag == "circle"}
    )[:3]
    branches = [e.get("d", "") for e in found.shapes("draw-branch") if "q" in e.get("d", "")]
    for branch, (above, below) in zip(branches, pairwise(signs), strict=True):
        numbers = [float(n) for n in re.findall(r"-?[\d.]+", branch)]
        assert numbers[0] == above[1], "it leaves below the parent's sign"
        assert numbers[1] + numbers[3] == pytest.approx(below[0], abs=0.2)
        assert 0 < below[1] - numbers[-1] < 8


def test_the_page_s_own_source_is_no_link() -> None:
    found = around(family(), "wire")
    assert "wire.html" not in found.links()
    assert {"release.html", "paper.html"} <= found.links()
    assert "draw-strong" in (found.written("wire").get("class") or "")


def test_a_source_of_its_own_has_no_picture() -> None:
    assert lineage.around(family(), "alone", prefix="l", href=href) == ""


def test_among_several_only_those_with_an_origin_in_common_are_shown() -> None:
    found = family()
    shown = {node.id for node in tree.among(found, ["paper", "site", "other", "alone"])}
    assert shown == {"release", "wire", "paper", "site"}
    assert among(found, "paper", "other", "alone") == ""
    assert among(found, "paper", "release") != "", "an origin that is cited itself counts"


def test_several_texts_of_one_publisher_are_counted() -> None:
    parts = [source(f"part{n}", publisher="Bureau") for n in range(3)]
    found = around(graph(*parts, source("sum", "part0", "part1", "part2")), "sum")
    assert "Nobody, not dated · syndicated from 3 texts of Bureau" in found.words()


def test_many_sources_are_cut_and_counted() -> None:
    copies = [source(f"copy{n:03}", copy="wire") for n in range(100)]
    found = graph(source("wire"), *copies)
    picture = around(found, "wire", more="#list")
    assert len([link for link in picture.links() if link.startswith("copy")]) == 59
    assert "and 41 more sources" in picture.words()
    assert "#list" in picture.links()
    assert "copy099" in around(found, "copy099").words()
    assert len(picture.slices) > 5, "it can go on on the next page"


def test_a_title_is_marked_with_its_language() -> None:
    found = graph(source("wire"), source("paper", copy="wire", language="ar"))
    marked = [e for e in around(found, "wire") if e.get("lang") == "ar"]
    assert ["".join(e.itertext()).strip() for e in marked] == ["paper"]


def test_a_circle_is_drawn_all_the_same() -> None:
    found = graph(source("one", "two"), source("two", "three"), source("three", "one", "three"))
    assert {node.id for node in tree.around(found, "one")} == {"one", "two", "three"}
    assert len(around(found, "one").links()) == 2


def test_nothing_gives_nothing() -> None:
    assert among(graph()) == ""
    assert among(graph(), "nothing", "log") == ""


NAMES = [f"s{n}" for n in range(12)]


@bounded(100)
@given(st.lists(st.lists(st.sampled_from(NAMES), max_size=3), min_size=12, max_size=12))
def test_no_trunk_runs_through_a_sign(parents: list[list[str]]) -> None:
    made = [source(n, *dict.fromkeys(p)) for n, p in zip(NAMES, parents, strict=True)]
    found = graph(*made)
    for name in NAMES:
        rows = tree.around(found, name)
        for together in families(rows):
            apart(together)
        for picture in read(lineage.around(found, name, prefix="l", href=href) or EMPTY).values():
            titles = [w for w in picture.words() if w in NAMES]
            assert sorted(titles) == sorted(row.id for row in rows)


EMPTY = "<div/>"


def apart(rows: list[Node]) -> None:
    column, number = columns(rows), {row.id: n for n, row in enumerate(rows)}
    for row in rows:
        for parent, _ in row.parents:
            if number.get(parent, len(rows)) < number[row.id]:
                assert column[parent] < column[row.id]
                between = rows[number[parent] + 1 : number[row.id] + 1]
                assert all(column[each.id] != column[parent] for each in between)
