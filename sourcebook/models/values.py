"""What a claim can say: a figure, a date, names of records, words, or that it says nothing.

Unknown, none, zero and not stated are four different things: `unknown` (the claimant says that
it does not know), `none` (there was none), `0` (a counted zero), `not stated` (it spoke of the
event and gave no value).
"""

import re
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationInfo
from pydantic_core import PydanticCustomError

from sourcebook.models.moments import When
from sourcebook.models.refusals import refusal
from sourcebook.models.when import parse
from sourcebook.problems import quoted
from sourcebook.vocabulary import Measure, built_in

_NUMBER = r"[0-9]{1,15}(?:\.[0-9]{1,6})?"
_FIGURE = re.compile(
    rf"(?P<sign>>=|<=|~|)\s*(?P<low>{_NUMBER})(?:\s*[-\u2013]\s*(?P<high>{_NUMBER}))?"
)
_GROUPED = re.compile(r"[0-9]{1,3}(?:[,' ][0-9]{3})+")
_WORDS = {"dozens": 24, "scores": 40, "hundreds": 200, "thousands": 2000}
"""Vague quantities that may stand for a figure, and the least that each can mean."""

ABSENT = ("none", "unknown", "not stated")


@dataclass(frozen=True, slots=True)
class Figure:
    """A count as its claimant put it.

    `low` and `high` are the bounds it sets, None where it sets none; `form` is exact, range,
    at_least, at_most, about or words.
    """

    text: str
    form: str
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True)
class Named:
    """One or several records of a kind, by id."""

    kind: str
    ids: tuple[str, ...]

    @property
    def text(self) -> str:
        """The ids, as they stand in the record."""
        return ", ".join(self.ids)


@dataclass(frozen=True, slots=True)
class Wording:
    """A value in words."""

    text: str


@dataclass(frozen=True, slots=True)
class Absent:
    """The claimant gave no value: none, unknown or not stated."""

    text: str


Value = Figure | When | Named | Wording | Absent


def read_value(raw: Any, info: ValidationInfo) -> Value:
    """A claim's value, read as its measure's kind asks.

    Raises PydanticCustomError `bad_figure`, `min_above_max`, `bad_date`, `bad_value` or
    `unknown_measure`.
    """
    measure = _measure(info)
    items = [_text(item) for item in raw] if isinstance(raw, list | tuple) else [_text(raw)]
    if len(items) == 1 and items[0] in ABSENT:
        return Absent(items[0])
    if items and measure.kind in ("actor", "location", "incident"):
        return Named(measure.kind, tuple(items))
    if len(items) != 1:
        what = "a list" if items else "an empty list"
        raise refusal(
            "bad_value", f"'{measure.id}' has one {measure.kind} as its value, not {what}"
        )
    return _single(items[0], measure.kind)


def _single(text: str, kind: str) -> Value:
    if kind == "figure":
        return read_figure(text)
    return parse(text) if kind == "date" else Wording(text)


def _text(raw: Any) -> str:
    if isinstance(raw, bool) or not isinstance(raw, str | int | float):
        what = {type(None): "nothing", bool: "true or false"}.get(type(raw), quoted(raw))
        raise refusal("bad_value", f"a value is a text or a number, not {what}")
    text = str(raw).strip()
    if not text:
        raise refusal("bad_value", "a value is empty: write it, or none, unknown or not stated")
    return text


def _measure(info: ValidationInfo) -> Measure:
    known: dict[str, Measure] = (info.context or {}).get("measures", built_in(Measure))
    name = info.data.get("measure")
    if name is None:  # its own error has been reported
        return Measure(id="text", label="text", kind="text")
    return known[name]


def read_figure(text: str) -> Figure:
    """A count from its text: 6 · 2-3 · >=6 · <=10 · ~6 · dozens.

    Raises PydanticCustomError `bad_figure` or `min_above_max`.
    """
    if text in _WORDS:
        return Figure(text, "words", _WORDS[text], None)
    match = _FIGURE.fullmatch(text)
    if match is None or (match["sign"] and match["high"]):
        raise _bad_figure(text)
    low, high = float(match["low"]), float(match["high"] or match["low"])
    if high < low:
        message = f"in {quoted(text)} the first number is above the second: turn them round"
        raise refusal("min_above_max", message)
    return _bounded(text, match["sign"], low, high)


def _bounded(text: str, sign: str, low: float, high: float) -> Figure:
    if sign == ">=":
        return Figure(text, "at_least", low, None)
    if sign == "<=":
        return Figure(text, "at_most", None, high)
    if sign == "~":
        return Figure(text, "about", low, high)
    return Figure(text, "exact" if low == high else "range", low, high)


def _bad_figure(text: str) -> PydanticCustomError:
    if re.fullmatch(rf"-\s*{_NUMBER}", text):
        return refusal("bad_figure", f"a count cannot be negative: {quoted(text)}")
    if _GROUPED.fullmatch(text):
        plain = re.sub("[^0-9]", "", text)
        return refusal("bad_figure", f"a figure has no separators: write {plain}")
    forms = "6, 2-3, >=6, <=10, ~6, dozens, none, unknown or not stated"
    return refusal("bad_figure", f"{quoted(text)} is not a figure: write {forms}")


def raw_value(value: Value) -> str | list[str]:
    """A value as a record holds it."""
    return list(value.ids) if isinstance(value, Named) and len(value.ids) > 1 else value.text
