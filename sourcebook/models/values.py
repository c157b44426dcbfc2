"""What a claim can say: a figure, a date, names of records, words, or that it says nothing.

Unknown, none, zero and not stated are four different things: `unknown` (the claimant says that
it does not know), `none` (there was none), `0` (a counted zero), `not stated` (it spoke of the
event and gave no value).
"""

import re
from dataclasses import dataclass
from typing import Any

from pydantic_core import PydanticCustomError

from sourcebook.models.moments import When
from sourcebook.models.value_errors import value_error
from sourcebook.models.when import parse_date
from sourcebook.problems import quoted
from sourcebook.vocabulary import Absence, Measure, built_in

_NUMBER = r"[0-9]{1,15}(?:\.[0-9]{1,6})?"
_FIGURE = re.compile(
    rf"(?P<sign>>=|<=|~|)\s*(?P<low>{_NUMBER})(?:\s*[-\u2013]\s*(?P<high>{_NUMBER}))?"
)
_GROUPED = re.compile(r"[0-9]{1,3}(?:[,' ][0-9]{3})+")
_WORDS = {"dozens": 24, "scores": 40, "hundreds": 200, "thousands": 2000}
"""Vague quantities that are allowed as a figure, and the least that each can mean."""


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
class References:
    """One or several records of a kind, by id."""

    kind: str
    ids: tuple[str, ...]

    @property
    def text(self) -> str:
        """The ids, as the record has them."""
        return ", ".join(self.ids)


@dataclass(frozen=True, slots=True)
class Wording:
    """A value in words."""

    text: str


@dataclass(frozen=True, slots=True)
class Absent:
    """The claimant gave no value: none, unknown or not stated."""

    text: str

    @property
    def term(self) -> Absence:
        """What that means."""
        return built_in(Absence)[self.text]

    @property
    def counts_as_zero(self) -> bool:
        """Whether the claimant says that there was nothing, which can be compared with a figure."""
        return self.term.counts_as_zero


@dataclass(frozen=True, slots=True)
class RawValue:
    """A value as it is written: it says nothing until it is read as its measure's kind asks."""

    items: tuple[str, ...]

    @property
    def text(self) -> str:
        """What is written, as one text."""
        return ", ".join(self.items)


Value = Figure | When | References | Wording | Absent | RawValue


def as_written(raw: Any) -> Value:
    """A claim's value as a record has it, or one that was read already.

    Raises:
        PydanticCustomError: `bad_value`, for what is no text, number or list of these.
    """
    if isinstance(raw, Value):
        return raw
    return RawValue(tuple(map(_text, raw if isinstance(raw, list | tuple) else [raw])))


def read_value(raw: RawValue, measure: Measure) -> Value:
    """What a value says, read as its measure's kind asks.

    Raises:
        PydanticCustomError: `bad_figure`, `min_above_max`, `bad_date` or `bad_value`.
    """
    items = raw.items
    if len(items) == 1 and items[0] in built_in(Absence):
        return Absent(items[0])
    if items and measure.kind in ("actor", "location", "incident"):
        return References(measure.kind, items)
    if len(items) != 1:
        what = "a list" if items else "an empty list"
        raise value_error(
            "bad_value", f"'{measure.id}' has one {measure.kind} as its value, not {what}"
        )
    return _single(items[0], measure.kind)


def _single(text: str, kind: str) -> Value:
    if kind == "figure":
        return read_figure(text)
    return parse_date(text) if kind == "date" else Wording(text)


def _text(raw: Any) -> str:
    if isinstance(raw, bool) or not isinstance(raw, str | int | float):
        what = {type(None): "nothing", bool: "true or false"}.get(type(raw), quoted(raw))
        raise value_error("bad_value", f"a value is a text or a number, not {what}")
    text = str(raw).strip()
    if not text:
        raise value_error("bad_value", "a value is empty: write it, or none, unknown or not stated")
    return text


def read_figure(text: str) -> Figure:
    """A count from its text: 6 · 2-3 · >=6 · <=10 · ~6 · dozens.

    Raises:
        PydanticCustomError: `bad_figure` for another form, `min_above_max` for 5-3.
    """
    if text in _WORDS:
        return Figure(text, "words", _WORDS[text], None)
    match = _FIGURE.fullmatch(text)
    if match is None or (match["sign"] and match["high"]):
        raise _bad_figure(text)
    low, high = float(match["low"]), float(match["high"] or match["low"])
    if high < low:
        message = f"in {quoted(text)} the first number is above the second: swap them"
        raise value_error("min_above_max", message)
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
        return value_error("bad_figure", f"a count cannot be negative: {quoted(text)}")
    if _GROUPED.fullmatch(text):
        plain = re.sub("[^0-9]", "", text)
        return value_error("bad_figure", f"a figure has no separators: write {plain}")
    forms = "6, 2-3, >=6, <=10, ~6, dozens, none, unknown or not stated"
    return value_error("bad_figure", f"{quoted(text)} is not a figure: write {forms}")


def raw_value(value: Value) -> str | list[str]:
    """A value as a record holds it."""
    items = value.ids if isinstance(value, References) else ()
    items = value.items if isinstance(value, RawValue) else items
    return list(items) if len(items) > 1 else value.text
