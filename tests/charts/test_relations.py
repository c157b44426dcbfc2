"""Relations: who is above whom, as stated or alleged, and no box upon another."""

import re
from itertools import combinations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sourcebook.charts import relations
from sourcebook.charts.figure import NARROW
from sourcebook.charts.layout import Connection, Layout, NodeSize, find_back_edges, layout
from sourcebook.charts.layout.crossings import count_crossings, neighbours, order_layers
from sourcebook.charts.layout.layers import rank_nodes
from sourcebook.charts.relations import RelationIndex as Index
from sourcebook.link import Graph
from sourcebook.models import Record
from tests.drawn import Drawn, Element, href, read, wide
from tests.graphs import CITED, graph, record
from tests.strategies import bounded

# ---- layers


def lines(*pairs: tuple[str, str]) -> list[Connection]:
    return [Connection(above, below, f"{above}{below}") for above, below in pairs]


def laid(*pairs: tuple[str, str], room: float = 760, wide_: float = 60) -> Layout:
    names = dict.fromkeys(name for pair in pairs for name in pair)
    return layout({name: NodeSize(wide_, 20) for name in names}, lines(*pairs), room)


def test_what_is_above_stands_above() -> None:
    found = laid(("a", "b"), ("b", "c"), ("a", "c"))
    y = {name: centre[1] for name, centre in found.centres.items()}
    assert y["a"] < y["b"] < y["c"]


def test_lines_reach_from_box_to_box() -> None:
    found = laid(("a", "b"), ("b", "c"), ("a", "c"))
    for line, points in found.lines.items():
        for (x, y), name, side in ((points[0], line.upper, 1), (points[-1], line.lower, -1)):
            centre = found.centres[name]
            assert y == pytest.approx(centre[1] + 10 * side)
            assert abs(x - centre[0]) <= 30


def test_a_circle_is_broken_where_it_closes() -> None:
    assert find_back_edges([("a", "b"), ("b", "c"), ("c", "a")]) == {("c", "a")}
    assert find_back_edges([("a", "b"), ("a", "c"), ("b", "c")]) == frozenset()


def test_what_hangs_from_nothing_stands_by_what_it_is_over() -> None:
    found = rank_nodes("abcd", [("a", "b"), ("b", "c"), ("d", "c")])
    assert found["d"] == found["b"]


def test_orders_without_crossings_are_found() -> None:
    segments = [("a", "y"), ("b", "x"), ("c", "z"), ("a", "w")]
    layers = order_layers([["a", "b", "c"], ["x", "y", "z", "w"]], segments)
    assert count_crossings(layers, neighbours(segments)[1]) == 0


def test_a_layer_that_is_too_wide_becomes_two() -> None:
    parts = [f"part{n}" for n in range(9)]
    boxes = {name: NodeSize(100, 20) for name in ("top", *parts)}
    found = layout(boxes, [Connection("top", part, "one") for part in parts], 350)
    heights = {round(found.centres[f"part{n}"][1]) for n in range(9)}
    assert len(heights) == 3
    assert all(50 <= x <= 300 for x, _ in found.centres.values())


NODES = [f"n{n}" for n in range(14)]
PAIRS = st.lists(st.tuples(st.sampled_from(NODES), st.sampled_from(NODES)), max_size=30)


@bounded(150)
@given(
    PAIRS, st.sampled_from([NARROW, 760.0]), st.lists(st.floats(20, 150), min_size=14, max_size=14)
)
def test_any_graph_is_laid_out_apart_and_on_the_sheet(
    pairs: list[tuple[str, str]], room: float, sizes: list[float]
) -> None:
    boxes = {name: NodeSize(size, 20 + size / 10) for name, size in zip(NODES, sizes, strict=True)}
    turned = find_back_edges(pairs)
    ways = [pair[::-1] if pair in turned else pair for pair in pairs if pair[0] != pair[1]]
    given_ = lines(*ways)
    found = layout(boxes, given_, room)
    for (one, a), (other, b) in combinations(found.centres.items(), 2):
        across = abs(a[0] - b[0]) - (boxes[one].width + boxes[other].width) / 2
        down = abs(a[1] - b[1]) - (boxes[one].height + boxes[other].height) / 2
        assert across > 0 or down > 0, (one, other)
    for name, (x, y) in found.centres.items():
        assert x - boxes[name].width / 2 >= -0.1
        assert x + boxes[name].width / 2 <= room + 0.1
        assert 0 <= y <= found.height
    for line in given_:
        upper, lower = (found.centres[n][1] for n in (line.upper, line.lower))
        assert upper < lower
    assert layout(boxes, given_, room) == found


# ---- relations


def tie(kind: str, actor: str, *by: str, **fields: Any) -> dict[str, Any]:
    said = {"by": list(by), "cites": [CITED]} if by else {"inferred": True}
    return {"type": kind, "actor": actor} | said | fields


def actor(name: str, *ties: dict[str, Any], **fields: Any) -> Record:
    return record("actor", name, relations=list(ties), **fields)


def world(*actors: Record) -> Graph:
    return graph(*actors, *(record("actor", n) for n in ("watch", "realm")))


def around(found: Graph, name: str, **more: Any) -> Drawn:
    return wide(relations.around(Index(found), name, prefix="r", href=href, **more))


def box(found: Drawn, name: str) -> tuple[float, float, float, float]:
    """Where the box of an actor begins and ends, across and down."""
    text = found.written(name)
    x, y = float(text.get("x", "")), float(text.get("y", ""))
    for e in found.shapes("draw-box", "rect"):
        left, top, across, down = (float(e.get(k, "")) for k in ("x", "y", "width", "height"))
        if left < x < left + across and top < y < top + down:
            return left, left + across, top, top + down
    raise AssertionError(name)


def heads(found: Drawn) -> list[tuple[float, float, bool]]:
    """The points of arrow heads, and whether each points up."""
    made = []
    for e in found.shapes("draw-head"):
        x, y = map(float, re.findall(r"L(-?[\d.]+),(-?[\d.]+)Z", e.get("d", ""))[0])
        made.append((x, y, float(re.findall(r"M[-\d.]+,(-?[\d.]+)", e.get("d", ""))[0]) > y))
    return made


@pytest.mark.parametrize(
    ("kind", "above"),
    [
        ("part-of", True), ("speaks-for", True), ("member-of", True), ("designated-by", True),
        ("recruited-by", True), ("leads", False), ("backs", False), ("opposes", False),
    ],
)  # fmt: skip
def test_principals_stand_above_and_arrows_land_on_them(kind: str, above: bool) -> None:
    found = around(world(actor("arm", tie(kind, "realm", "arm"))), "arm")
    arm, realm = box(found, "Arm"), box(found, "Realm")
    assert (realm[2] < arm[2]) == above
    ((x, y, up),) = heads(found)
    assert up == above
    assert realm[0] < x < realm[1]
    assert y == pytest.approx(realm[3] if above else realm[2], abs=0.2)


@pytest.mark.parametrize(
    ("by", "status", "look"),
    [
        (["arm"], "", "draw-tie"), (["realm"], "", "draw-tie"), (["watch", "arm"], "", "draw-tie"),
        (["watch"], "say others", "draw-tie draw-dashed"), ([], "inferred", "draw-tie draw-dotted"),
    ],
)  # fmt: skip
def test_what_is_stated_alleged_or_inferred_looks_and_reads_so(
    by: list[str], status: str, look: str
) -> None:
    found = around(world(actor("arm", tie("backs", "realm", *by))), "arm")
    assert found.shapes("draw-tie")[0].get("class") == look
    assert [w for w in ("say others", "inferred") if w in found.words()] == [status] * bool(status)
    assert "backs" in found.words()


def test_a_spokesman_speaks_for_himself_and_his_principal() -> None:
    found = world(
        actor("voice", tie("speaks-for", "arm", "watch")),
        actor("arm", tie("backs", "realm", "voice")),
    )
    (stated,) = (
        row
        for row in relations.edges(Index(found), ["voice", "arm", "realm"])
        if row.source == "arm"
    )
    assert stated.status == "stated", "what he says is said by the one he speaks for"


def test_what_several_are_to_one_is_said_once() -> None:
    parts = [actor(f"part{n}", tie("part-of", "realm", "watch")) for n in range(4)]
    found = around(world(*parts), "realm")
    assert found.words().count("is part of") == 1
    assert len(heads(found)) == 1
    mixed = [*parts[:2], actor("own", tie("part-of", "realm", "own"))]
    assert around(world(*mixed), "realm").words().count("is part of") == 2


def test_all_that_two_are_to_each_other_stands_on_one_line() -> None:
    found = around(
        world(actor("chief", tie("leads", "realm", "watch"), tie("speaks-for", "realm", "watch"))),
        "realm",
    )
    assert "speaks for and leads" in found.words()
    assert len(found.shapes("draw-tie")) == 2, "the line and its sample"


def test_the_page_s_own_actor_is_marked_and_no_link() -> None:
    found = around(world(actor("arm", tie("part-of", "realm", "arm"))), "arm")
    assert len(found.shapes("draw-chief")) == 1
    assert "arm.html" not in found.links()
    assert {"realm.html", "arm.html#relations"} <= found.links()


def test_a_person_has_a_rounded_box() -> None:
    found = around(
        world(actor("voice", tie("speaks-for", "realm", "watch"), type="person")), "realm"
    )
    assert "a person" in found.words()
    shapes = [float(e.get("rx", "")) for e in found.shapes("draw-box", "rect")]
    assert max(shapes) > 10 > min(shapes)


def test_neighbours_of_neighbours_are_shown_as_far_as_there_is_room() -> None:
    near = [actor(f"near{n}", tie("part-of", "realm", "watch")) for n in range(6)]
    far = [actor(f"far{n:02}", tie("part-of", f"near{n % 6}", "watch")) for n in range(30)]
    found = around(world(*near, *far), "realm", more="#list")
    assert len(found.shapes("draw-box", "rect")) == 16
    assert "and 21 more actors" in found.words()
    assert "#list" in found.links()


def test_actors_without_relations_have_no_picture() -> None:
    assert relations.around(Index(world()), "realm", prefix="r", href=href) == ""
    assert relations.among(Index(world()), {"realm": ""}, title="x", prefix="r", href=href) == ""
    assert relations.among(Index(world()), {}, title="x", prefix="r", href=href) == ""


def among(found: Graph, *names: str, **more: Any) -> dict[str, Drawn]:
    """A picture among actors whose part is that they were there."""
    parts = dict.fromkeys(names, "was there")
    return read(relations.among(Index(found), parts, title="x", prefix="r", href=href, **more))


def test_among_several_those_behind_them_are_shown() -> None:
    found = world(
        actor("arm", tie("part-of", "realm", "arm")),
        actor("band", tie("recruited-by", "agent", "watch"), tie("opposes", "foe", "watch")),
        actor("agent", tie("part-of", "arm", "watch")),
        actor("chief", tie("leads", "arm", "watch")),
        actor("foe", tie("designated-by", "realm", "realm")),
        actor("hermit"),
    )
    picture = among(found, "arm", "band", "hermit", "gone")["wide"]
    assert {"Arm", "Realm", "Band", "Agent", "Chief", "Hermit"} <= set(picture.words())
    assert "No relation on record:" in picture.words()
    assert "hermit.html" in picture.links()
    assert not {"Watch", "Foe"} & set(picture.words()), "whom one opposes is not behind it"


def test_who_stands_between_is_shown_where_nothing_else_ties() -> None:
    apart = [actor("arm", tie("partner-of", "friend", "arm")), actor("friend")]
    band = actor("band", tie("partner-of", "friend", "watch"))
    assert "Friend" in among(world(*apart, band), "arm", "band")["both"].words()
    tied = actor("band", tie("partner-of", "friend", "watch"), tie("part-of", "arm", "watch"))
    assert "Friend" not in among(world(*apart, tied), "arm", "band")["both"].words()


def test_each_part_stands_in_its_box() -> None:
    found = among(world(actor("arm", tie("part-of", "realm", "arm"))), "arm")["both"]
    assert found.words().count("was there") == 1
    left, right, top, bottom = box(found, "Arm")
    text = found.written("was there")
    assert left < float(text.get("x", "")) < right
    assert top < float(text.get("y", "")) < bottom
    assert len(found.shapes("draw-cast")) == 2, "the box and its sample"
    assert "has a part in the incidents" in found.words()
    assert {"arm.html", "realm.html"} <= found.links()


def test_too_many_are_left_out_from_the_last_on() -> None:
    parts = [actor(f"arm{n:02}", tie("part-of", "realm", "watch")) for n in range(30)]
    names = [f"arm{n:02}" for n in range(30)]
    found = among(world(*parts), *names[::-1], more="#list")["wide"]
    assert "and 11 more actors" in found.words()
    assert {"Arm29", "Arm11", "Realm"} <= set(found.words())
    assert "Arm10" not in found.words()
    assert relations.some_with_those_behind(Index(world(*parts)), names).left_out == 11


def test_what_nothing_ties_together_stands_apart_on_a_phone() -> None:
    families = [
        [actor(f"{side}{n}", tie("part-of", side, "watch")) for n in range(3)]
        for side in ("east", "west")
    ]
    found = graph(
        *(each for family in families for each in family),
        *(record("actor", name) for name in ("east", "west", "watch")),
    )
    narrow = among(found, *(each.id for family in families for each in family))["narrow"]
    low = max(box(narrow, name)[3] for name in ("East", "East0", "East1", "East2"))
    assert low < min(box(narrow, name)[2] for name in ("West", "West0", "West1", "West2"))


def test_a_small_picture_is_drawn_once() -> None:
    found = world(actor("arm", tie("part-of", "realm", "arm")))
    assert set(read(relations.around(Index(found), "arm", prefix="r", href=href))) == {"both"}


@pytest.mark.parametrize("width", ["wide", "narrow"])
def test_no_words_lie_outside_or_on_each_other(width: str) -> None:
    names = [f"office-{n}" for n in range(9)]
    parts = [
        actor(n, tie("part-of", "realm", "watch"), names={"en": f"Office of {'Long ' * i} Names"})
        for i, n in enumerate(names)
    ]
    found = read(relations.around(Index(world(*parts)), "realm", prefix="r", href=href))[width]
    room = 760 if width == "wide" else NARROW
    boxes = [
        tuple(float(e.get(k, "")) for k in ("x", "y", "width", "height"))
        for e in found.shapes("draw-box", "rect")
    ]
    for x, _, across, _ in boxes:
        assert x >= 0
        assert x + across <= room
    for a, b in combinations(boxes, 2):
        apart_x = a[0] + a[2] <= b[0] or b[0] + b[2] <= a[0]
        assert apart_x or a[1] + a[3] <= b[1] or b[1] + b[3] <= a[1]


def test_the_description_tells_every_relation() -> None:
    found = around(world(actor("arm", tie("part-of", "realm", "watch"))), "arm")
    told: Element = found.slices[0][1]
    assert told.text == "Arm is part of Realm (alleged, only others say so)."


def test_edges_say_the_same() -> None:
    found = world(actor("arm", tie("part-of", "realm", "watch"), tie("backs", "watch", "arm")))
    edges = relations.edges(Index(found), ["arm", "realm", "watch"])
    rows = [(e.source, e.label, e.target, e.status, e.by) for e in edges]
    assert rows == [
        ("arm", "is part of", "realm", "alleged", ("watch",)),
        ("arm", "backs", "watch", "stated", ("arm",)),
    ]
