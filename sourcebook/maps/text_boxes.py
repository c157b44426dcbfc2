"""Lines of text on a map, where they could stand, and the boxes that they would fill."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from sourcebook.charts.svg import element, escape
from sourcebook.maps.letters import LEADING, length, size

Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""

_PLACES = (
    ("start", 1, 0), ("end", -1, 0), ("start", 0.7, -0.7), ("start", 0.7, 0.7),
    ("end", -0.7, -0.7), ("end", -0.7, 0.7), ("middle", 0, -1), ("middle", 0, 1),
)  # fmt: skip
"""Where a name may stand beside a point, the best first: anchor, and which way from the point."""


@dataclass(frozen=True, slots=True)
class Placed:
    """Lines of text that have found their place, and the boxes that they fill.

    `first` is how far in ems the first baseline is below y; the last `asides` lines are lettered
    as less than a name.
    """

    x: float
    y: float
    anchor: str
    first: float
    lines: tuple[str, ...]
    look: str
    boxes: tuple[Box, ...]
    turn: float = 0.0
    asides: int = 0

    def markup(self) -> str:
        """The text."""
        shape = {
            "class": self.look,
            "x": self.x,
            "y": self.y,
            "dy": _em(self.first),
            "text-anchor": None if self.anchor == "start" else self.anchor,
            "transform": f"rotate({self.turn:g} {self.x:g} {self.y:g})" if self.turn else None,
        }
        if len(self.lines) == 1:
            return element("text", shape, escape(self.lines[0]))
        spans = (self._span(number, line) for number, line in enumerate(self.lines))
        return element("text", shape, " ".join(spans))

    def _span(self, number: int, line: str) -> str:
        shape = {
            "class": "map-aside" if number >= len(self.lines) - self.asides else None,
            "x": self.x,
            "dy": _em(LEADING) if number else None,
        }
        return element("tspan", shape, escape(line))


def meet(one: Box, other: Box) -> bool:
    """Whether two boxes have room in common."""
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def around(x: float, y: float, reach: float) -> Box:
    """The box round a circle."""
    return x - reach, y - reach, x + reach, y + reach


def round_about(
    x: float, y: float, gap: float, lines: tuple[str, ...], look: str,
    *, asides: int = 0, narrow: bool = False,
) -> Iterator[Placed]:  # fmt: skip
    """Lines of text beside a point, `gap` away: all places, the best first."""
    for place in _PLACES:
        placed = _beside(x, y, gap, lines, look, place, narrow=narrow)
        yield replace(placed, asides=asides)


def centred(
    x: float, y: float, lines: tuple[str, ...], look: str, *, narrow: bool = False
) -> Placed:
    """Lines of text round a point."""
    return _beside(x, y, 0, lines, look, ("middle", 0, 0), narrow=narrow)


def along(x: float, y: float, turn: float, boxes: tuple[Box, ...], text: str, look: str) -> Placed:
    """A text on a slope, round a point."""
    return Placed(x, y, "middle", 0.35, (text,), look, boxes, turn=turn)


def slanted(
    x: float, y: float, right: float, down: float, reach: float, half: float = 7.0
) -> tuple[Box, ...]:
    """Boxes that cover a text on a slope, a unit vector: half its length and half its height."""
    count = max(round(reach / half), 1)
    steps = [(reach - half / 2) * (2 * n / count - 1) for n in range(count + 1)]
    return tuple(around(x + right * step, y + down * step, half) for step in steps)


def _beside(
    x: float, y: float, gap: float, lines: tuple[str, ...], look: str,
    place: tuple[str, float, float], *, narrow: bool,
) -> Placed:  # fmt: skip
    anchor, right, down = place
    at_x, at_y = round(x + right * gap, 1), round(y + down * gap, 1)
    box = _box(at_x, at_y, anchor, down, lines, look, narrow=narrow)
    return Placed(at_x, at_y, anchor, _first_baseline(down, len(lines)), lines, look, (box,))


def _first_baseline(down: float, lines: int) -> float:
    """How far below a point the first of some lines stands, in ems: beside, above or below it."""
    if down == 0:
        return 0.35 - (lines - 1) * LEADING / 2
    return 0.85 if down > 0 else -(lines - 1) * LEADING - 0.2


def _box(
    x: float, y: float, anchor: str, down: float, lines: Sequence[str], look: str, *, narrow: bool
) -> Box:
    wide = max(length(line, look, narrow=narrow) for line in lines)
    high = len(lines) * LEADING * size(look, narrow=narrow)
    left = {"start": x, "middle": x - wide / 2, "end": x - wide}[anchor]
    top = y - high / 2 if down == 0 else (y - high if down < 0 else y)
    return left, top, left + wide, top + high


def _em(value: float) -> str | None:
    return f"{round(value, 2):g}em" if value else None
