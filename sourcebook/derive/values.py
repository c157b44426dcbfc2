"""What claims say, in words, and whether two of them can both be true."""

from math import inf

from sourcebook.derive.dates import in_words, instants
from sourcebook.link import Graph
from sourcebook.models import Absent, Claim, Figure, Named, Value, When

_SLACK = 0.1
"""How far off "about" may be and still be compatible, as a share."""


def number(value: float) -> str:
    """A number as people write it: 1,000 and 2.5."""
    return f"{value:,.0f}" if value == int(value) else f"{value:,}"


def value_words(value: Value, graph: Graph) -> str:
    """A claim's value as a reader sees it."""
    if isinstance(value, Figure):
        return figure_words(value)
    if isinstance(value, When):
        return in_words(value)
    if isinstance(value, Named):
        return " and ".join(map(graph.label, value.ids))
    return value.text


def figure_words(figure: Figure) -> str:
    """A count as a reader sees it: "at least 6", "2 to 3"."""
    low = number(figure.low or 0)
    high = number(figure.high or 0)
    return {
        "at_least": f"at least {low}",
        "at_most": f"at most {high}",
        "about": f"about {low}" if low == high else f"about {low} to {high}",
        "range": f"{low} to {high}",
        "words": figure.text,
    }.get(figure.form, low)


def compatible(one: Claim, other: Claim, zone: str) -> bool:
    """Whether two claims of one scope can both be true; `zone` is the dataset's own."""
    if (one.stance == "denies") != (other.stance == "denies"):
        return _key(one.value) != _key(other.value)
    first, second = one.value, other.value
    if isinstance(first, When) and isinstance(second, When):
        return _overlap(instants(first, one.zone or zone), instants(second, other.zone or zone))
    found = bounds(first), bounds(second)
    if found[0] and found[1]:
        return _overlap(found[0], found[1])
    return _key(first) == _key(second)


def same(one: Claim, other: Claim, zone: str) -> bool:
    """Whether two claims of one scope say the same; `zone` is the dataset's own.

    One date in two calendars is not the same day.
    """
    calendars = {claim.zone or zone for claim in (one, other) if isinstance(claim.value, When)}
    denied = (one.stance == "denies") != (other.stance == "denies")
    return len(calendars) < 2 and not denied and _key(one.value) == _key(other.value)


def _key(value: Value) -> object:
    """What a value says, however it is written: `2-3` and `2 - 3` are the same."""
    if isinstance(value, Named):
        return frozenset(value.ids)
    if isinstance(value, Figure):
        return value.form, value.low, value.high
    if isinstance(value, When):
        return value.start, value.end, value.choices
    return value.text.casefold()


def bounds(value: Value) -> tuple[float, float] | None:
    """The least and the most that a figure can mean; "about" has some room; None for no figure."""
    if isinstance(value, Absent):
        return (0, 0) if value.text == "none" else None
    if not isinstance(value, Figure):
        return None
    low, high = value.low or 0, inf if value.high is None else value.high
    slack = _SLACK if value.form == "about" else 0
    return low * (1 - slack), high * (1 + slack)


def _overlap(one: tuple, other: tuple) -> bool:  # type: ignore[type-arg]
    return bool(one[0] <= other[1] and other[0] <= one[1])
