"""What every picture keeps, whatever it draws: sound markup, same bytes, words on every link."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sourcebook.charts.figure import Caption, Drawing, Fragment, render_figure, uncut
from sourcebook.charts.svg import element, escape, px
from sourcebook.charts.text import text_element, text_height, text_width, wrap_text
from sourcebook.link import Graph
from sourcebook.models import Record
from sourcebook.site import Prepared
from sourcebook.vocabulary import DerivationType, RelationType, built_in
from tests.conftest import REPOSITORY
from tests.drawn import every, read
from tests.graphs import CITED, claim, dataset, graph, record
from tests.strategies import ABSENT, DATES, FIGURES, TEXT, ZONES, bounded

ACTORS, INCIDENTS, SOURCES = ([f"{kind}{n}" for n in range(8)] for kind in "ais")


def stated(by: list[str]) -> dict[str, Any]:
    """Who says so, and where."""
    return {"by": by, "cites": [CITED]}


RELATIONS = tuple(built_in(RelationType))
DERIVATIONS = built_in(DerivationType).written()


@st.composite
def worlds(draw: st.DrawFn) -> Graph:
    """Actors, incidents and sources that name each other at random, in circles too."""
    records: list[Record] = []
    names = st.lists(st.sampled_from(ACTORS), max_size=2)
    for name in ACTORS:
        ties = st.tuples(st.sampled_from(RELATIONS), st.sampled_from(ACTORS), names)
        relations = [
            {"type": kind, "actor": other, "inferred": draw(st.booleans())} | stated(by)
            for kind, other, by in draw(st.lists(ties, max_size=3))
        ]
        own = {"names": {"en": draw(TEXT)}, "type": draw(st.sampled_from(["person", "state"]))}
        records.append(record("actor", name, relations=relations, **own))
    records += [draw(incidents(name)) for name in INCIDENTS]
    for name in SOURCES:
        froms = st.tuples(st.sampled_from(SOURCES), st.sampled_from(DERIVATIONS))
        derived = [
            {"source": other, "relation": how} for other, how in draw(st.lists(froms, max_size=2))
        ]
        own = {"title": draw(TEXT), "read": draw(st.sampled_from(["none", "whole"]))}
        copied = {"copy_of": draw(st.sampled_from(SOURCES))} if draw(st.booleans()) else {}
        records.append(record("source", name, derived_from=derived, **own, **copied))
    return graph(*records, described=dataset(time_zone=draw(st.sampled_from(ZONES))))


@st.composite
def incidents(draw: st.DrawFn, name: str) -> Record:
    """An incident with its date, attackers, what it answered and what is claimed of it."""
    status = st.sampled_from(["accepted", "superseded", "withdrawn"])
    claims = []
    for measure, made in (("killed", FIGURES), ("occurred", DATES)):
        for n in range(draw(st.integers(0, 3))):
            value, who = draw(st.one_of(made, ABSENT)), draw(st.sampled_from(ACTORS))
            more = {"measure": measure, "said": draw(DATES), "status": draw(status)}
            claims.append(claim(f"{measure}{n}", who, value, **more))
    answered = draw(st.lists(st.sampled_from(INCIDENTS), max_size=2))
    attackers = draw(st.lists(st.sampled_from(ACTORS), max_size=2))
    return record(
        "incident",
        name,
        title=draw(TEXT),
        date=draw(DATES),
        claims=claims,
        responds_to=[{"incident": n, "inferred": draw(st.booleans())} for n in answered],
        roles=[{"actor": n, "role": "attacker"} | stated(["a0"]) for n in attackers],
    )


@bounded(25)
@given(worlds())
def test_any_graph_is_drawn_soundly(found: Graph) -> None:
    for markup in every(found):
        if markup:
            read(markup)


@bounded(5)
@given(worlds())
def test_the_same_graph_gives_the_same_bytes(found: Graph) -> None:
    assert list(every(found)) == list(every(found))


def test_the_pictures_of_the_small_dataset(small_prepared: Prepared) -> None:
    drawn = [markup for markup in every(small_prepared.graph) if markup]
    assert len(drawn) > 20
    ids: set[str] = set()
    for markup in drawn:
        for found in read(markup).values():
            own = {e.get("id", "") for e in found if e.get("id")}
            assert not own & ids, "a prefix keeps the ids of two pictures apart"
            ids |= own
            for link in (e for e in found if e.tag == "a"):
                assert link.get("href")
                assert "".join(link.itertext()).strip(), "a link has words"


def test_every_class_of_a_shape_has_its_look(small_prepared: Prepared) -> None:
    css = (REPOSITORY / "sourcebook/theme/styles/draw.css").read_text("utf-8")
    shapes = {"path", "rect", "circle", "line", "text"}
    used = {
        name
        for markup in every(small_prepared.graph)
        if markup
        for found in read(markup).values()
        for e in found
        if e.tag in shapes
        for name in (e.get("class") or "none").split()
    }
    assert {name for name in used if f".{name}" not in css} == set()


def test_an_element_is_escaped_and_rounded() -> None:
    written = element(
        "a", {"x": 1.04, "y": -0.01, "n": 3, "t": "<\0\"'&", "no": None}, escape("<b>")
    )
    assert written == '<a x="1" y="0" n="3" t="&lt;&quot;&#x27;&amp;">&lt;b&gt;</a>'
    assert element("g", {}) == "<g/>"
    assert [px(value) for value in (2.0, 2.25, 2.75, -0.04, 1e6)] == [
        "2", "2.2", "2.8", "0", "1000000",
    ]  # fmt: skip


@given(st.text(max_size=60), st.floats(10, 300), st.integers(1, 4))
def test_lines_keep_to_their_room_and_lose_nothing_unseen(
    text: str, room: float, most: int
) -> None:
    lines = wrap_text(text, room, 12.0, most)
    assert len(lines) <= most
    assert all(text_width(line, 12.0) <= room or len(line) == 1 for line in lines)
    if lines and not lines[-1].endswith("…"):
        assert "".join("".join(lines).split()) == "".join(text.split())


def test_words_are_broken_between_letters_only_where_they_must_be() -> None:
    assert wrap_text("one two", 1000, 12) == ("one two",)
    assert wrap_text("one two", 30, 12) == ("one", "two")
    assert wrap_text("", 30, 12) == ()
    assert wrap_text("one two three", 30, 12)[-1].endswith("…")
    assert "".join(wrap_text("a" * 20, 40, 12, 9)) == "a" * 20
    assert text_width("\u0301", 12) == 0
    assert text_width("漢", 12) > text_width("a", 12)


def test_lines_of_one_text_are_heard_as_separate_words() -> None:
    assert "one <" in text_element(("one", "two"), 0, 0)
    assert text_element((), 0, 0) == ""
    assert text_height(("one", "two"), "s") == 2 * text_height(("one",), "s")


def caption() -> Caption:
    return Caption("test", "p", "A <title>", "What it shows & says")


def test_a_picture_says_what_it_is_in_both_widths() -> None:
    found = read(render_figure(caption(), lambda room: uncut(room / 2, "")))
    assert set(found) == {"wide", "narrow"}
    for one in found.values():
        assert one.slices[0][0].text == "A <title>"
    assert found["wide"].slices[0][1].text == "What it shows & says"
    assert set(read(render_figure(caption(), lambda _: uncut(10, ""), small=True))) == {"both"}


def test_a_long_picture_is_cut_between_its_parts() -> None:
    rows = [Fragment(n * 100.4, (n + 1) * 100.4, element("g", {"id": f"r{n}"})) for n in range(9)]
    line = Fragment(0, 903.6, element("line", {}))

    def paint(room: float) -> Drawing:
        parts = [Fragment(p.top, p.bottom, p.markup.replace("r", f"{room:.0f}-")) for p in rows]
        return Drawing(903.6, [line, *parts], tuple(part.top for part in rows))

    found = read(render_figure(caption(), paint))["wide"]
    assert len(found.slices) == 3
    assert found.height == 904
    assert [len(one.findall("line")) for one in found.slices] == [1, 1, 1]
    assert [e.get("id") for e in found if e.tag == "g"] == [f"760-{n}" for n in range(9)]


@pytest.mark.parametrize("height", [0.0, 0.2])
def test_an_empty_picture_has_a_size(height: float) -> None:
    assert read(render_figure(caption(), lambda _: uncut(height, "")))["wide"].height == 1
