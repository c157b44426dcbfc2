"""The timeline: everything in its order, on its side, as sure as it is and no surer."""

import re
from collections.abc import Iterable
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sourcebook.charts import timeline
from sourcebook.link import Graph
from sourcebook.models import Incident, Record
from tests.drawn import Drawn, Element, attributed, href, read
from tests.graphs import CITED, claim, dataset, graph, record
from tests.strategies import DATES, bounded

WIDTHS = pytest.mark.parametrize("width", ["wide", "narrow"])


def incident(name: str, date: str, by: str = "", answers: Any = (), **fields: Any) -> Record:
    """An incident titled by its id, its attacker named by a watcher."""
    role = {"actor": by, "role": "attacker", "by": "watch", "cites": [CITED]}
    said = {"roles": [role]} if by else {}
    answered = [{"incident": n, "by": "watch", "cites": [CITED]} for n in answers]
    return record("incident", name, title=name, date=date, responds_to=answered, **said, **fields)


def world(*incidents: Record, **described: Any) -> Graph:
    actors = ("reds", "blues", "greys", "watch", "post", "radio")
    arm = record(
        "actor",
        "arm",
        relations=[{"type": "part-of", "actor": "reds"} | {"by": "arm", "cites": [CITED]}],
    )
    return graph(
        *incidents, *(record("actor", n) for n in actors), arm, described=dataset(**described)
    )


def markup_of(found: Graph, records: Iterable[Record], more: str = "") -> str:
    who = attributed(found)
    return timeline.draw(found, records, who, title="a month", prefix="t", href=href, more=more)


def drawn(*incidents: Record, width: str = "wide", more: str = "", **described: Any) -> Drawn:
    found = world(*incidents, **described)
    markup = timeline.draw(
        found, incidents, attributed(found), title="a month", prefix="t", href=href, more=more
    )
    return read(markup)[width]


def height(found: Drawn, title: str) -> float:
    """At which height the title of an incident stands."""
    return float(found.written(title).get("y", ""))


def sign(found: Drawn, name: str) -> Element:
    """The group of an incident's sign."""
    (link,) = (e for e in found if e.tag == "a" and e.get("href") == href(name))
    return next(e for e in link.iter("g") if "draw-side" in e.get("class", ""))


def x_of(group: Element) -> float:
    """Where a sign stands from the left."""
    first = next(e for e in group.iter() if e.tag in ("rect", "circle", "line"))
    ends = {k: float(v) for k, v in first.attrib.items() if k in ("x", "width", "cx", "x1", "x2")}
    if "cx" in ends:
        return ends["cx"]
    return ends["x"] + ends["width"] / 2 if "x" in ends else (ends["x1"] + ends["x2"]) / 2


@WIDTHS
def test_incidents_stand_in_the_order_of_time(width: str) -> None:
    found = drawn(
        incident("third", "2032-02-11T09:00"),
        incident("first", "2032-02-10"),
        incident("second", "2032-02-10T23:00~"),
        incident("fourth", "2032-03"),
        width=width,
    )
    order = [height(found, name) for name in ("first", "second", "third", "fourth")]
    assert order == sorted(order)


FORMS = {
    "instant": "2032-02-10T04:00",
    "about": "2032-02-10T04:00~",
    "range": "2032-02-10T04:00/2032-02-10T06:00",
    "day": "2032-02-10",
    "vague": "2032-02",
    "from": "2032-02-10T04:00/..",
    "until": "../2032-02-10",
}
EXPLAINED = {
    "instant": "at this minute",
    "about": "at about this time",
    "range": "from … to …",
    "day": "that day, hour not known",
    "vague": "day not certain",
    "from": "from then on, end not known",
    "until": "until then, start not known",
}


def test_each_kind_of_time_has_a_sign_of_its_own() -> None:
    signs = {}
    for name, date in FORMS.items():
        found = drawn(incident("raid", date))
        group = sign(found, "raid")
        signs[name] = tuple((e.tag, e.get("class"), len(e.get("d", ""))) for e in group.iter())
        assert EXPLAINED[name] in found.words()
        assert sum(words in found.words() for words in EXPLAINED.values()) == 1
    assert len(set(signs.values())) >= len(FORMS) - 1, "from and until are one, turned round"


def test_a_day_is_as_high_as_its_day() -> None:
    found = drawn(
        incident("whole", "2032-02-10"),
        incident("early", "2032-02-10T04:00"),
        incident("late", "2032-02-10T20:00"),
    )
    (box,) = sign(found, "whole").iter("rect")
    top, high = float(box.get("y", "")), float(box.get("height", ""))
    assert top < height(found, "early") < height(found, "late") < top + high


def test_a_range_reaches_down_to_its_end() -> None:
    found = drawn(
        incident("long", "2032-02-10T04:00/2032-02-10T20:00"), incident("noon", "2032-02-10T12:00")
    )
    (bar,) = sign(found, "long").iter("rect")
    low = float(bar.get("y", "")) + float(bar.get("height", ""))
    assert low > height(found, "noon")
    assert low == pytest.approx(height(found, "until here: long") - 4, abs=1)


def test_a_range_over_days_ends_in_the_last_of_them() -> None:
    found = drawn(incident("siege", "2032-02-10/2032-02-20"), incident("after", "2032-02-25"))
    (bar,) = found.shapes("draw-full", "rect")[:1]
    low = float(bar.get("y", "")) + float(bar.get("height", ""))
    assert height(found, "20 February 2032") < low < height(found, "25 February 2032")
    assert "9 days without an entry" in found.words()
    assert "4 days without an entry" in found.words()


def test_local_time_stands_over_utc() -> None:
    found = drawn(incident("raid", "2032-02-10T04:00~"))
    local, utc = found.written("about 04:00"), found.written("01:00 UTC")
    assert float(local.get("y", "")) < float(utc.get("y", ""))
    assert "Damascus time" in found.words()
    narrow = drawn(incident("raid", "2032-02-10T04:00~"), width="narrow")
    assert "about 04:00 · 01:00 UTC" in narrow.words()


@pytest.mark.parametrize(
    ("zone", "date", "words"),
    [
        ("Asia/Damascus", "2032-02-10T01:00", {"01:00", "22:00 UTC, day before"}),
        ("Pacific/Kiritimati", "2032-02-10T23:00Z", {"13:00", "23:00 UTC, day before"}),
        ("America/New_York", "2032-02-10T23:00", {"23:00", "04:00 UTC, day after"}),
        ("UTC", "2032-02-10T04:00", {"04:00 UTC"}),
        ("Asia/Damascus", "9999-12-31T23:59", {"23:59"}),
    ],
)
def test_the_hour_of_any_zone(zone: str, date: str, words: set[str]) -> None:
    assert words <= set(drawn(incident("raid", date), time_zone=zone).words())


def test_a_time_with_its_zone_stands_on_the_local_day() -> None:
    found = drawn(incident("raid", "2032-02-10T23:00Z"))
    assert "11 February 2032" in found.words()


def test_nothing_is_said_of_an_hour_that_is_not_known() -> None:
    found = drawn(incident("raid", "2032-02-10"))
    assert "hour not known" in found.words()
    assert not [words for words in found.words() if re.search(r"\d\d:\d\d", words)]


def test_lanes_are_the_sides_behind_the_attackers() -> None:
    found = drawn(
        incident("one", "2032-02-10", "reds"),
        incident("two", "2032-02-11", "blues"),
        incident("three", "2032-02-12", "arm"),
        incident("four", "2032-02-13"),
    )
    place = {name: x_of(sign(found, name)) for name in ("one", "two", "three", "four")}
    assert place["one"] == place["three"] < place["two"] < place["four"]
    assert {"Reds", "Blues", "Attacker not named", "Reds, alleged"} <= set(found.words())
    assert "Arm, alleged" in found.words(), "the words are of the actor, the lane of its principal"


def test_who_acknowledges_is_told_from_who_is_accused() -> None:
    own = {
        "id": "c",
        "by": "reds",
        "measure": "responsibility",
        "value": "reds",
        "stance": "claims",
    }
    found = drawn(
        incident("accused", "2032-02-10", "reds"),
        incident("claimed", "2032-02-11", "reds", claims=[own | {"cites": [CITED]}]),
    )
    assert {"Reds, alleged", "Reds, acknowledged"} <= set(found.words())


def test_an_attack_that_several_are_named_for_is_on_no_side() -> None:
    roles = [{"actor": n, "role": "attacker", "inferred": True} for n in ("reds", "blues")]
    found = drawn(record("incident", "raid", title="raid", date="2032", roles=roles))
    assert {"Several sides named", "Reds and Blues, inferred; 2032"} <= set(found.words())


def test_many_sides_share_what_is_left() -> None:
    names = [f"side{n}" for n in range(7)]
    raids = [incident(f"raid{n}", f"2032-02-{10 + n}", name) for n, name in enumerate(names)]
    found = graph(*raids, *(record("actor", n) for n in (*names, "watch")))
    picture = read(markup_of(found, raids))["wide"]
    assert "Other sides" in picture.words()
    assert len({x_of(sign(picture, raid.id)) for raid in raids}) == 5


# ---- arrows


def ends(path: Element) -> tuple[tuple[float, float], tuple[float, float]]:
    """Where an arrow begins and ends."""
    numbers = [float(n) for n in re.findall(r"-?\d+\.?\d*", path.get("d", ""))]
    (last,) = re.findall(r"H(-?[\d.]+)$", path.get("d", ""))
    corner = re.findall(r"Q(-?[\d.]+),(-?[\d.]+)", path.get("d", ""))[-1]
    return (numbers[0], numbers[1]), (float(last), float(corner[1]))


@WIDTHS
@pytest.mark.parametrize("second", ["blues", "reds", ""])
def test_arrows_leave_an_incident_and_land_on_its_answer(width: str, second: str) -> None:
    found = drawn(
        incident("attack", "2032-02-10T04:00", "reds"),
        incident("between", "2032-02-10T10:00", "greys"),
        incident("answer", "2032-02-10T20:00", second, answers=["attack"]),
        width=width,
    )
    (arrow,) = (e for e in found.shapes("draw-arrow", "path"))
    start, end = ends(arrow)
    for point, name in ((start, "attack"), (end, "answer")):
        (line,) = sign(found, name).iter("line")
        assert abs(point[0] - x_of(sign(found, name))) <= 16
        assert abs(point[1] - float(line.get("y1", ""))) <= 5
    (head,) = found.shapes("draw-head")[:1]
    tip = [float(n) for n in re.findall(r"-?\d+\.?\d*", head.get("d", ""))][2:4]
    assert abs(tip[0] - x_of(sign(found, "answer"))) <= 10
    assert abs(tip[1] - end[1]) < 0.2


def test_an_inferred_answer_is_dashed_and_explained() -> None:
    inferred = [{"incident": "attack", "inferred": True}]
    first = incident("attack", "2032-02-10T04:00", "reds")
    second = record("incident", "answer", title="answer", date="2032-02-11", responds_to=inferred)
    found = drawn(first, second)
    assert found.shapes("draw-arrow", "path")[0].get("class") == "draw-arrow draw-dashed"
    assert "as the editor infers" in found.words()
    assert "answered by, as stated" not in found.words()


@pytest.mark.parametrize(
    ("time", "words"),
    [("T04:00", ["04:00", "01:00 UTC", "the same time"]), ("", ["hour not known"] * 2)],
)
def test_a_time_is_told_once_of_steps_that_share_it(time: str, words: list[str]) -> None:
    two = [incident(name, f"2032-02-10{time}") for name in ("raid", "shelling")]
    known = {*words, "the same time"}
    assert [each for each in drawn(*two).words() if each in known] == words


def test_an_answer_of_the_same_time_stands_below() -> None:
    found = drawn(
        incident("b-attack", "2032-02-10T04:00", "reds"),
        incident("a-answer", "2032-02-10T04:00", "blues", answers=["b-attack"]),
    )
    assert height(found, "b-attack") < height(found, "a-answer")


def test_answers_in_a_circle_are_drawn_all_the_same() -> None:
    found = drawn(
        incident("one", "2032-02-10", answers=["two", "one"]),
        incident("two", "2032-02-10", answers=["one"]),
    )
    assert len(found.shapes("draw-arrow", "path")) == 2


def test_signs_of_one_lane_do_not_lie_on_each_other() -> None:
    raids = [incident(f"raid{n}", f"2032-02-10T0{n}:00/2032-02-10T09:00", "reds") for n in range(4)]
    found = drawn(*raids)
    assert len({x_of(sign(found, raid.id)) for raid in raids}) == 4


# ---- statements


def said(name: str, by: str, day: str, **fields: Any) -> dict[str, Any]:
    return claim(name, by, 1, said=day, **fields)


@WIDTHS
def test_statements_stand_on_the_day_they_were_made(width: str) -> None:
    claims = [
        said("a", "radio", "2032-02-12"), said("b", "radio", "2032-02-12"),
        said("c", "post", "2032-02-12"), said("d", "post", "[2032-02-12,2032-02-13]"),
        said("e", "watch", "2032-02-20"),
    ]  # fmt: skip
    found = drawn(incident("raid", "2032-02-10", claims=claims), width=width)
    assert height(found, "12 February 2032") < height(found, "20 February 2032")
    assert height(found, "Radio") < height(found, "20 February 2032") <= height(found, "Watch") + 2
    counts = [w for w in found.words() if w in ("1", "2")]
    assert counts == ["2", "2", "1"]
    assert "or 13 February" in found.words()
    assert href("radio") in found.links()


@WIDTHS
def test_a_long_name_takes_two_lines_and_what_is_open_a_third(width: str) -> None:
    raid = incident("raid", "2032-02-10", claims=[
        said("a", "office", "[2032-02-12,2032-02-13]"), said("b", "radio", "2032-02-12"),
    ])  # fmt: skip
    office = record("actor", "office", names={"en": "Bureau of the quiet northern valley roads"})
    found = graph(raid, office, record("actor", "radio"), record("actor", "watch"))
    picture = read(markup_of(found, [raid]))[width]
    (name,) = [words for words in picture.words() if words.startswith("Bureau")]
    assert name.split() == ["Bureau", "of", "the", "quiet", "northern", "valley", "roads"]
    (text,) = [e for e in picture if e.tag == "text" and "".join(e.itertext()).strip() == name]
    last = float(text.get("y", "")) + 15.6 * (len(text) - 1)
    assert len(text) == 2
    assert last + 9 < height(picture, "or 13 February") < height(picture, "Radio") - 9


def test_a_day_names_some_of_many_speakers() -> None:
    names = [f"voice{n}" for n in range(30)]
    claims = [said(f"c{n}", name, "2032-02-12") for n, name in enumerate(names)]
    raid = incident("raid", "2032-02-10", claims=claims)
    found = graph(raid, *(record("actor", n) for n in names))
    markup = timeline.draw(
        found, [raid], attributed(found), title="x", prefix="t", href=href, more="#list"
    )
    assert "and 22 more speakers that day" in read(markup)["wide"].words()
    assert "#list" in read(markup)["wide"].links()


def test_statements_alone_are_a_timeline() -> None:
    chain = record("episode", "chain", claims=[said("a", "radio", "2032-02-12")])
    found = graph(chain, record("actor", "radio"))
    markup = markup_of(found, [chain])
    assert "Radio" in read(markup)["narrow"].words()


def test_nothing_gives_nothing() -> None:
    assert markup_of(graph(), []) == ""


# ---- bounds and words


def test_a_long_timeline_is_cut_and_says_what_is_left_out() -> None:
    raids = [incident(f"raid{n:03}", f"2032-02-10T{n // 60:02}:{n % 60:02}") for n in range(200)]
    found = drawn(*raids, more="#all")
    assert len([link for link in found.links() if link.startswith("raid")]) == 60
    assert "later: 140 more incidents" in found.words()
    assert "#all" in found.links()


def test_years_without_an_entry_take_no_room() -> None:
    found = drawn(incident("old", "1999-02-10"), incident("new", "2032-02-10"))
    assert "about 33 years without an entry" in found.words()
    assert found.height < 400


def test_the_time_of_utc_is_known_where_an_hour_is() -> None:
    times = [
        timeline.start_in_utc(each, "Asia/Damascus")
        for each in (incident("attack", "2032-02-10T04:00~"), incident("answer", "2032-02-11"))
        if isinstance(each, Incident)
    ]
    assert times == ["01:00 UTC", ""]


def test_the_description_tells_what_happened() -> None:
    raids = (
        incident("attack", "2032-02-10T04:00~", "reds"),
        incident("answer", "2032-02-11", "blues", answers=["attack"]),
    )
    told = drawn(*raids).slices[0][1].text or ""
    assert "10 February 2032, about 04:00: attack (Reds, alleged)" in told
    assert "“attack” was answered by “answer”, as stated by Watch" in told


@bounded(60)
@given(st.lists(DATES, min_size=1, max_size=12), st.booleans())
def test_words_never_lie_on_each_other(dates: list[str], spoken: bool) -> None:
    raids = [
        incident(f"raid{n}", date, claims=[said("c", "radio", date)] if spoken else [])
        for n, date in enumerate(dates)
    ]
    found = world(*raids)
    markup = markup_of(found, raids)
    for picture in read(markup).values():
        columns: dict[str, list[float]] = {}
        for e in picture:
            if e.tag == "text" and e.get("text-anchor") is None:
                columns.setdefault(e.get("x", ""), []).append(float(e.get("y", "")))
        for heights in columns.values():
            assert all(b - a > 9 for a, b in pairwise(sorted(heights)))
