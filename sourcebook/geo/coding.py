"""How the lines of the basemap are written down: see data/README.md for the format."""

from base64 import b64encode
from collections.abc import Iterable, Iterator
from itertools import pairwise
from math import ceil

Points = list[tuple[float, float]]

_STEP = 127
"""The longest step along either axis, in units: what a signed byte holds."""


def encode(points: Iterable[tuple[float, float]], scale: int) -> list[object] | None:
    """A line of longitudes and latitudes as start and steps in units of 1/scale degree.

    None where nothing of the line is left in those units. Steps too long for a byte are split.
    """
    units = [(round(x * scale), round(y * scale)) for x, y in points]
    steps = bytearray()
    for one, other in pairwise(units):
        for x, y in _steps(other[0] - one[0], other[1] - one[1]):
            steps += x.to_bytes(1, signed=True) + y.to_bytes(1, signed=True)
    return [*units[0], b64encode(bytes(steps)).decode()] if steps else None


def _steps(x: int, y: int) -> Iterator[tuple[int, int]]:
    parts = ceil(max(abs(x), abs(y)) / _STEP)
    done_x = done_y = 0
    for part in range(1, parts + 1):
        to_x, to_y = round(x * part / parts), round(y * part / parts)
        yield to_x - done_x, to_y - done_y
        done_x, done_y = to_x, to_y
