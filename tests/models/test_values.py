"""What a claim can say: figures, dates, names, words, and four ways to give no value."""

from math import inf
from typing import Any

import pytest
from pydantic import ValidationError
from pydantic_core import PydanticCustomError

from sourcebook.models import Absent, Claim, Figure, RawValue, References, Value, When, Wording
from sourcebook.models.values import read_figure
from sourcebook.vocabulary import Measure, built_in
from tests.graphs import ENGLISH

FIGURES = [
    # text, form, bounds, words
    ("6", "exact", 6, 6, "6"),
    ("0", "exact", 0, 0, "0"),
    ("06", "exact", 6, 6, "6"),
    ("2.5", "exact", 2.5, 2.5, "2.5"),
    ("1200", "exact", 1200, 1200, "1,200"),
    ("2-3", "range", 2, 3, "2 to 3"),
    ("2 - 3", "range", 2, 3, "2 to 3"),
    ("2\u20133", "range", 2, 3, "2 to 3"),
    ("6-6", "exact", 6, 6, "6"),
    (">=6", "at_least", 6, None, "at least 6"),
    (">= 6", "at_least", 6, None, "at least 6"),
    ("<=10", "at_most", None, 10, "at most 10"),
    ("~6", "about", 6, 6, "about 6"),
    ("~ 1000", "about", 1000, 1000, "about 1,000"),
    ("dozens", "words", 24, None, "dozens"),
    ("scores", "words", 40, None, "scores"),
    ("hundreds", "words", 200, None, "hundreds"),
    ("thousands", "words", 2000, None, "thousands"),
    ("999999999999999", "exact", 999999999999999, 999999999999999, "999,999,999,999,999"),
]


@pytest.mark.parametrize(("text", "form", "low", "high", "words"), FIGURES)
def test_a_figure(text: str, form: str, low: float | None, high: float | None, words: str) -> None:
    figure = read_figure(text)
    assert (figure.text, figure.form, figure.low, figure.high) == (text, form, low, high)
    assert ENGLISH.figure(figure) == words


BAD = [
    ("-3", "bad_figure", "a count cannot be negative: '-3'"),
    ("- 3", "bad_figure", "a count cannot be negative: '- 3'"),
    ("1,200", "bad_figure", "a figure has no separators: write 1200"),
    ("1'200'000", "bad_figure", "a figure has no separators: write 1200000"),
    ("5-3", "min_above_max", "in '5-3' the first number is above the second: swap them"),
    ("", "bad_figure", "'' is not a figure: write 6, 2-3, >=6"),
    ("six", "bad_figure", "'six' is not a figure"),
    (">6", "bad_figure", "'>6' is not a figure"),
    (">=6-8", "bad_figure", "'>=6-8' is not a figure"),
    ("~2-3", "bad_figure", "'~2-3' is not a figure"),
    ("6+", "bad_figure", "'6+' is not a figure"),
    ("6 people", "bad_figure", "'6 people' is not a figure"),
    ("1e3", "bad_figure", "'1e3' is not a figure"),
    ("nan", "bad_figure", "'nan' is not a figure"),
    ("inf", "bad_figure", "'inf' is not a figure"),
    ("Dozens", "bad_figure", "'Dozens' is not a figure"),
    ("٦", "bad_figure", "'٦' is not a figure"),
    ("²", "bad_figure", "'²' is not a figure"),
    ("9" * 400, "bad_figure", "9…' is not a figure"),
    ("-3-5", "bad_figure", "'-3-5' is not a figure"),
]


@pytest.mark.parametrize(("text", "kind", "message"), BAD)
def test_no_figure(text: str, kind: str, message: str) -> None:
    with pytest.raises(PydanticCustomError) as caught:
        read_figure(text)
    assert caught.value.type == kind
    assert message in str(caught.value)


def claim(measure: str, value: Any) -> Claim:
    fields = {"id": "a", "by": "b", "cites": [{"source": "c"}]}
    found = Claim.model_validate(fields | {"measure": measure, "value": value})
    return found.read(built_in(Measure)[measure])


VALUES = [
    ("killed", "6", Figure("6", "exact", 6, 6)),
    ("killed", 6, Figure("6", "exact", 6, 6)),
    ("killed", 6.0, Figure("6.0", "exact", 6, 6)),
    ("killed", " 6 ", Figure("6", "exact", 6, 6)),
    ("killed", "0", Figure("0", "exact", 0, 0)),
    ("killed", "none", Absent("none")),
    ("killed", "unknown", Absent("unknown")),
    ("killed", "not stated", Absent("not stated")),
    ("killed", ["6"], Figure("6", "exact", 6, 6)),
    ("occurred", "none", Absent("none")),
    ("responsibility", "ember", References("actor", ("ember",))),
    ("responsibility", ["ember", "dusk"], References("actor", ("ember", "dusk"))),
    ("responsibility", ["unknown"], Absent("unknown")),
    ("responsibility", ["unknown", "dusk"], References("actor", ("unknown", "dusk"))),
    ("place", "testhaven", References("location", ("testhaven",))),
    ("answers", "clash", References("incident", ("clash",))),
    ("damage", "Two sheds", Wording("Two sheds")),
    ("damage", "None", Wording("None")),
    ("damage", 1984, Wording("1984")),
]


@pytest.mark.parametrize(("measure", "raw", "value"), VALUES)
def test_a_value(measure: str, raw: Any, value: Value) -> None:
    assert claim(measure, raw).value == value


def test_a_date_as_value() -> None:
    value = claim("occurred", "2032-02-10~").value
    assert isinstance(value, When)
    assert value.text == "2032-02-10~"


@pytest.mark.parametrize(
    ("measure", "raw", "message"),
    [
        ("killed", [], "'killed' has one figure as its value, not an empty list"),
        ("responsibility", [], "'responsibility' has one actor as its value, not an empty list"),
        ("killed", ["1", "2"], "'killed' has one figure as its value, not a list"),
        ("occurred", ["2031", "2032"], "'occurred' has one date as its value, not a list"),
        ("damage", ["a", "b"], "'damage' has one text as its value, not a list"),
        ("killed", {"low": 1}, "a value is a text or a number, not a mapping"),
        ("responsibility", [{"id": "ember"}], "a value is a text or a number, not a mapping"),
        ("responsibility", [["ember"]], "a value is a text or a number, not a list"),
        ("killed", True, "a value is a text or a number, not true or false"),
        ("killed", None, "a value is a text or a number, not nothing"),
        ("damage", " ", "a value is empty: write it, or none, unknown or not stated"),
        ("responsibility", ["ember", ""], "a value is empty"),
        ("killed", inf, "'inf' is not a figure"),
        ("killed", 10**16 + 0.0, "'1e+16' is not a figure"),
        ("occurred", "soon", "'soon' is not a date"),
    ],
)
def test_no_value(measure: str, raw: Any, message: str) -> None:
    with pytest.raises((ValidationError, PydanticCustomError)) as caught:
        claim(measure, raw)
    assert message in str(caught.value)


def test_a_value_says_nothing_before_its_measure_is_known() -> None:
    fields = {"id": "a", "by": "b", "cites": [{"source": "c"}], "measure": "killed"}
    found = Claim.model_validate(fields | {"value": "many"})
    assert found.value == RawValue(("many",))
    assert found.model_dump(mode="json")["value"] == "many"


def test_the_value_of_an_unknown_measure_is_a_text() -> None:
    assert claim("kiled", "many").value == Wording("many")


@pytest.mark.parametrize(
    ("measure", "raw"),
    [
        ("killed", ">=6"),
        ("killed", "2 - 3"),
        ("killed", "none"),
        ("occurred", "[2031,2032-02]"),
        ("responsibility", "ember"),
        ("responsibility", ["ember", "dusk"]),
        ("damage", "“Two sheds”, said a man"),
    ],
)
def test_a_value_is_written_as_it_was_read(measure: str, raw: Any) -> None:
    assert claim(measure, raw).model_dump(mode="json")["value"] == raw


def test_unknown_none_zero_and_not_stated_are_four_things() -> None:
    values = [claim("killed", raw).value for raw in ("unknown", "none", "0", "not stated")]
    assert len(set(values)) == 4


@pytest.mark.parametrize(
    ("value", "words"),
    [(0, "0"), (6, "6"), (2.5, "2.5"), (1000, "1,000"), (1234567.5, "1,234,567.5")],
)
def test_numbers_in_words(value: float, words: str) -> None:
    assert ENGLISH.number(value) == words
