"""A scale of counts from nought up, with round numbers to read it by."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import floor, isfinite, log10

_STEPS = (1, 2, 5, 10)


@dataclass(frozen=True, slots=True)
class Scale:
    """From 0 at `left` to `top` at `right`, in pixels, with a tick at each multiple of `step`."""

    left: float
    right: float
    top: float
    step: float

    def x(self, value: float) -> float:
        """Where a value lies."""
        return self.left + (self.right - self.left) * min(value / self.top, 1.0)

    @property
    def ticks(self) -> tuple[float, ...]:
        """The round numbers on it."""
        return tuple(self.step * n for n in range(floor(self.top / self.step + 1e-9) + 1))


def scale(values: Iterable[float], left: float, right: float, most: int) -> Scale:
    """The scale that holds some values and has at most that many ticks beside 0."""
    high = max((value for value in values if isfinite(value)), default=0.0) or 1.0
    power = 10.0 ** floor(log10(high / most))
    steps = (factor * power for factor in _STEPS)
    step = next((step for step in steps if high / step <= most), 10 * power)
    if high >= 1:
        step = max(step, 1.0)
    return Scale(left, right, high, step)
