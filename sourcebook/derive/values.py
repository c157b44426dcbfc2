"""Whether what two claims say can both be true, and whether it is the same."""

from math import inf

from sourcebook.derive.dates import instants
from sourcebook.models import Absent, Claim, Dataset, Figure, References, Value, When
from sourcebook.vocabulary import Stance

_SLACK = 0.1
"""How far off "about" may be and still be compatible, as a share."""


def compatible(one: Claim, other: Claim, dataset: Dataset) -> bool:
    """Whether two claims of one scope can both be true."""
    zone = dataset.time_zone
    if _one_denies(one, other, dataset):
        return _key(one.value) != _key(other.value)
    first, second = one.value, other.value
    if isinstance(first, When) and isinstance(second, When):
        return _overlap(instants(first, one.zone or zone), instants(second, other.zone or zone))
    found = bounds(first), bounds(second)
    if found[0] and found[1]:
        return _overlap(found[0], found[1])
    return _key(first) == _key(second)


def same(one: Claim, other: Claim, dataset: Dataset) -> bool:
    """Whether two claims of one scope say the same: one date in two calendars is not one day."""
    zone = dataset.time_zone
    calendars = {claim.zone or zone for claim in (one, other) if isinstance(claim.value, When)}
    denied = _one_denies(one, other, dataset)
    return len(calendars) < 2 and not denied and _key(one.value) == _key(other.value)


def _one_denies(one: Claim, other: Claim, dataset: Dataset) -> bool:
    """Whether one of two claims denies what the other one does not."""
    stances = dataset.terms(Stance)
    return stances[one.stance or ""].denies != stances[other.stance or ""].denies


def _key(value: Value) -> object:
    """What a value says, however it is written: `2-3` and `2 - 3` are the same."""
    if isinstance(value, References):
        return frozenset(value.ids)
    if isinstance(value, Figure):
        return value.form, value.low, value.high
    if isinstance(value, When):
        return value.start, value.end, value.choices
    return value.text.casefold()


def bounds(value: Value) -> tuple[float, float] | None:
    """The least and the most that a figure can mean; "about" has some room; None for no figure."""
    if isinstance(value, Absent):
        return (0, 0) if value.counts_as_zero else None
    if not isinstance(value, Figure):
        return None
    low, high = value.low or 0, inf if value.high is None else value.high
    slack = _SLACK if value.form == "about" else 0
    return low * (1 - slack), high * (1 + slack)


def _overlap(one: tuple, other: tuple) -> bool:  # type: ignore[type-arg]
    return bool(one[0] <= other[1] and other[0] <= one[1])
