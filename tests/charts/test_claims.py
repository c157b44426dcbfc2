"""The claims chart: each form of a claim where and as it is, and nothing that nobody said."""

import re
from itertools import pairwise
from typing import Any

import pytest

from sourcebook.charts import claims as chart
from sourcebook.derive import Scope, derive
from sourcebook.link import Graph
from tests.drawn import Drawn, Element, href, read, wide
from tests.graphs import claim, graph, record

NAMES = [f"w{n}" for n in range(40)]


def scoped(*claims: dict[str, Any]) -> tuple[Graph, Scope]:
    """The only scope of an incident with these claims."""
    actors = [record("actor", name) for name in NAMES]
    found = graph(record("incident", "raid", claims=list(claims)), *actors)
    (scope,) = derive(found).analyses["raid"].scopes
    return found, scope


def drawn(*claims: dict[str, Any], narrow: bool = False) -> Drawn:
    found, scope = scoped(*claims)
    markup = chart.draw(found, "raid", scope, prefix="c", href=href)
    return read(markup)["narrow"] if narrow else wide(markup)


def said(*values: Any, **fields: Any) -> list[dict[str, Any]]:
    """A claim of each value, each by another claimant."""
    return [claim(f"c{n}", NAMES[n], value, **fields) for n, value in enumerate(values)]


def rows_of(found: Drawn) -> list[Element]:
    """The links of a chart's rows, from the top."""
    return [e for e in found if e.tag == "a"]


def sign(row: Element) -> list[tuple[str, str]]:
    """The shapes of a row's sign: what each is and looks like."""
    (group,) = (e for e in row.iter("g") if "draw-sign" in e.get("class", ""))
    return [(e.tag, e.get("class", "")) for e in group.iter() if e is not group]


def numbers(element: Element) -> list[float]:
    return [float(n) for n in re.findall(r"-?\d+\.?\d*", element.get("d", ""))]


def tick(found: Drawn, label: str) -> float:
    """Where a number of the scale stands, which is not the same number as a value."""
    marks = [e for e in found if e.tag == "text" and e.get("text-anchor") == "middle"]
    return next(float(e.get("x", "")) for e in marks if e.text == label)


def test_figures_stand_on_the_scale_from_the_least_up() -> None:
    found = drawn(*said(10, 0, 6))
    dots = found.shapes("draw-solid", "circle")
    places = [(float(e.get("cx", "")), float(e.get("cy", ""))) for e in dots]
    assert places == sorted(places)
    assert [x for x, _ in places] == [tick(found, label) for label in ("0", "6", "10")]


def test_each_form_has_a_sign_of_its_own() -> None:
    values = [6, "2-3", ">=6", "<=6", "~6", "dozens", "none", "unknown", "not stated"]
    found = drawn(*said(*values))
    signs = [tuple(sign(row)) for row in rows_of(found)]
    assert len(signs) == len(values)
    assert len(set(signs)) == len(values) - 1, "at least and at most are one sign, turned round"


def test_none_and_nought_are_drawn_differently() -> None:
    found = drawn(*said(0, "none"))
    assert sign(rows_of(found)[0]) != sign(rows_of(found)[1])
    assert {"0", "none"} <= set(found.words())


def test_what_gives_no_figure_stands_off_the_scale() -> None:
    found = drawn(*said(4, "not stated", "unknown"))
    box = found.shapes("draw-hollow", "rect")[0]
    assert float(box.get("x", "")) + float(box.get("width", "")) < tick(found, "0")
    assert "no figure" in found.words()


def test_at_least_is_an_arrow_that_leaves_the_scale_open() -> None:
    found = drawn(*said(">=6", 3))
    row = rows_of(found)[1]
    shaft = next(e for e in row.iter("line") if e.get("y1") == e.get("y2"))
    (head,) = row.iter("path")
    point = numbers(head)[2]
    assert float(shaft.get("x1", "")) == tick(found, "6")
    assert point > tick(found, "6") + 20
    assert abs(point - float(shaft.get("x2", ""))) <= 1
    assert numbers(head)[0] < point, "the head points to the right"


def test_at_most_points_back_to_nought() -> None:
    found = drawn(*said("<=6"))
    (head,) = rows_of(found)[0].iter("path")
    assert numbers(head)[2] == tick(found, "0")
    assert numbers(head)[0] > numbers(head)[2]


def test_a_range_reaches_from_its_low_to_its_high_end() -> None:
    found = drawn(*said("2-3"))
    bar = found.shapes("draw-bar", "rect")[0]
    left = float(bar.get("x", ""))
    assert left == tick(found, "2")
    assert left + float(bar.get("width", "")) == pytest.approx(tick(found, "3"), abs=0.2)


def test_what_is_superseded_or_withdrawn_is_struck_and_says_so() -> None:
    found = drawn(
        claim("old", "w0", 2), claim("new", "w0", 4, supersedes="old"),
        claim("gone", "w1", 3, status="withdrawn"),
    )  # fmt: skip
    current, *old = rows_of(found)
    assert not [e for e in current.iter() if "draw-struck" in e.get("class", "")]
    for row, status in zip(old, ("superseded", "withdrawn"), strict=True):
        texts = [e for e in row.iter("text") if "draw-struck" in e.get("class", "")]
        assert len(texts) == 1, "the value is struck, not the name"
        assert status in ["".join(e.itertext()) for e in row.iter("text")]
        assert sum(e.tag == "line" for e in row.iter()) == 2, "and its sign is crossed"


def test_the_bracket_spans_what_current_claims_span_and_no_more() -> None:
    found = drawn(*said(2, 9), claim("old", "w5", 40, status="withdrawn"))
    (bracket,) = found.shapes("draw-bracket")
    start, end = numbers(bracket)[0], numbers(bracket)[3]
    dots = [float(e.get("cx", "")) for e in found.shapes("draw-solid", "circle")]
    assert [start, end] == pytest.approx(dots[:2], abs=0.2)
    assert end < dots[2], "what is withdrawn is not in it"
    assert "current claims: 2 to 9" in found.words()
    assert not drawn(*said(2)).shapes("draw-bracket"), "one claim is no range"
    assert "current claims: at least 2" in drawn(*said(2, ">=3")).words()


def test_no_number_is_shown_that_nobody_gave() -> None:
    found, scope = scoped(*said(3, 8, 8))
    values = [row.words for row in chart.rows(found, scope)]
    assert values == ["3", "8", "8"]
    drawn_ = wide(chart.draw(found, "raid", scope, prefix="c", href=href))
    shown = [e.text for e in drawn_ if e.tag == "text" and e.get("text-anchor") != "middle"]
    assert [text for text in shown if text and text.isdigit()] == values


def test_rows_lead_to_their_claims() -> None:
    assert drawn(*said(1, 2)).links() == {"raid.html#claim-c0", "raid.html#claim-c1"}


def test_only_forms_that_occur_are_explained() -> None:
    words = drawn(*said(1, ">=2")).words()
    assert "at least, open above" in words
    assert "at most" not in words
    assert "one figure" not in drawn(*said(1, 2)).words(), "dots alone need no legend"


def test_more_rows_than_fit_are_counted() -> None:
    found = drawn(*said(*range(33)))
    assert len(found.shapes("draw-sign")) == chart.MOST == 30
    assert "and 3 more claims" in found.words()
    assert any("#scope-" in link for link in found.links())


@pytest.mark.parametrize("value", ["unknown", "not stated"])
def test_a_scope_without_a_figure_has_no_scale(value: str) -> None:
    found = drawn(*said(value))
    assert not found.shapes("draw-grid")
    assert value in found.words()


def test_claims_in_words_alone_are_no_chart() -> None:
    found, scope = scoped(*said("a shed burnt", "none", measure="damage"))
    assert chart.draw(found, "raid", scope, prefix="c", href=href) == ""
    assert chart.rows(found, scope) == ()


@pytest.mark.parametrize("value", [10**14, "0.000001", "0-999999999999999", "~900"])
def test_any_figure_has_a_scale_that_can_be_read(value: Any) -> None:
    for narrow in (False, True):
        found = drawn(*said(value), narrow=narrow)
        labels = [e for e in found if e.tag == "text" and e.get("text-anchor") == "middle"]
        places = sorted(float(e.get("x", "")) for e in labels)
        assert 2 <= len(places) <= 12
        assert all(b - a > 20 for a, b in pairwise(places))


def test_a_name_is_cut_with_the_whole_of_it_at_hand() -> None:
    long = "Office of " + "very " * 30 + "long names"
    found = graph(
        record("incident", "raid", claims=said(1)),
        record("actor", "w0", names={"en": long + " <script>"}),
    )
    (scope,) = derive(found).analyses["raid"].scopes
    markup = chart.draw(found, "raid", scope, prefix="c", href=href)
    assert "<script>" not in markup
    (row,) = rows_of(wide(markup))
    assert (row.find("title").text or "").startswith(long)  # type: ignore[union-attr]
    assert any("".join(e.itertext()).endswith("…") for e in row.iter("text"))


# ---- dates


def bars(found: Drawn) -> list[tuple[float, float]]:
    """From where to where the bars of a chart of dates reach, from the top."""
    rects = found.shapes("draw-bar", "rect")
    spans = [(float(e.get("x", "")), float(e.get("width", ""))) for e in rects]
    return [(x, x + wide) for x, wide in spans][: len(rows_of(found))]


def test_a_night_lies_in_the_day_before_of_another_calendar() -> None:
    found = drawn(
        claim("home", "w0", "2032-02-11T04:00~", measure="occurred"),
        claim("away", "w1", "2032-02-10", measure="occurred", zone="America/New_York"),
    )
    (left, right), *_ = bars(found)
    ring = found.shapes("draw-hollow", "circle")[0]
    assert left < float(ring.get("cx", "")) < right
    assert "days as in Damascus" in found.words()
    assert any("in Washington" in words for words in found.words())


def test_a_day_of_the_own_calendar_fills_the_day_of_the_scale() -> None:
    found = drawn(*said("2032-02-10", "2032-02-12", measure="occurred"))
    lines = [numbers(e)[0] for e in found.shapes("draw-grid")]
    for ends in bars(found):
        assert all(min(abs(end - x) for x in lines) < 0.3 for end in ends)
    assert {"10 February", "11 February", "12 February"} <= set(found.words())


def test_on_a_phone_a_date_stands_whole_below_its_claimant() -> None:
    long = "One of the watchers of the far and windy valley"
    found = graph(
        record("incident", "raid", claims=[
            claim("a", "w0", "2032-02-10", measure="occurred", zone="America/New_York"),
            claim("b", "w1", "2032-02-11T04:00~", measure="occurred"),
        ]),
        *(record("actor", name, names={"en": long}) for name in NAMES),
    )  # fmt: skip
    (scope,) = derive(found).analyses["raid"].scopes
    picture = read(chart.draw(found, "raid", scope, prefix="c", href=href))["narrow"]
    words = [
        [t for e in row.iter("text") if (t := "".join(e.itertext()))] for row in rows_of(picture)
    ]
    assert words[0] == [long, "10 February 2032 in Washington"]
    assert words[1] == [long, "11 February 2032, about 04:00"]


@pytest.mark.parametrize(
    ("values", "label"),
    [
        (["2032-02-10", "2032-07"], "April 2032"),
        (["1998", "2032"], "2010"),
        (["0001", "9999"], "2000"),
        (["2032/..", "../2031"], "1 January"),
        (["[2032-02-10,2032-02-14]", "not stated"], "12 February"),
    ],
)
def test_any_dates_have_a_scale(values: list[str], label: str) -> None:
    assert label in drawn(*said(*values, measure="occurred")).words()
