"""A scale of counts from nought up, or of days, with what it is read by."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from math import ceil, floor, isfinite, log10

_STEPS = (1, 2, 5, 10)


@dataclass(frozen=True, slots=True)
class Mark:
    """A line across a scale at a value, and a label under it or, from there, under `middle`."""

    value: float
    label: str
    middle: float


@dataclass(frozen=True, slots=True)
class Scale:
    """From `low` at `left` to `high` at `right`, in pixels."""

    left: float
    right: float
    low: float
    high: float
    marks: tuple[Mark, ...] = ()

    def x(self, value: float) -> float:
        """Where a value lies; what is beyond an end lies at it."""
        share = (value - self.low) / (self.high - self.low)
        return self.left + (self.right - self.left) * min(max(share, 0.0), 1.0)


def counts(
    values: Iterable[float], left: float, right: float, words: Callable[[float], str]
) -> Scale:
    """The scale from 0 that holds some counts, with as many round numbers as there is room for."""
    high = max((value for value in values if isfinite(value)), default=0.0) or 1.0
    most = max(2, floor((right - left) / max(46.0, 8.0 * len(words(ceil(high))))))
    power = 10.0 ** floor(log10(high / most))
    steps = (factor * power for factor in _STEPS)
    step = next((step for step in steps if high / step <= most), 10 * power)
    if high >= 1:
        step = max(step, 1.0)
    ticks = (step * n for n in range(floor(high / step + 1e-9) + 1))
    return Scale(left, right, 0.0, high, tuple(Mark(tick, words(tick), tick) for tick in ticks))
