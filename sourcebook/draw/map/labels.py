"""Where names stand on a map, so that none covers another: greedy, in the order of asking.

They are placed twice over the same ground, for wide maps and, in larger letters, for phones.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from sourcebook.draw.map.letters import LEADING, length, size
from sourcebook.draw.svg import element, escape

Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""

_FULL = 600
"""From this many boxes on no name is tried any more: there is no room, and each try asks all."""
_EDGE = 4.0
"""How near a name may come to the edge of the map."""
_LARGER = 4.0
"""How much farther signs reach on a phone, in units (map.css draws them so much larger)."""

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


@dataclass(slots=True)
class Labels:
    """The room on a map of a width and height, and what of it is taken."""

    width: float
    height: float
    narrow: bool = False
    taken: list[Box] = field(default_factory=list)

    def free(self, *boxes: Box) -> bool:
        """Whether boxes lie on the map and touch nothing."""
        return all(
            self._inside(box) and not any(meet(box, other) for other in self.taken) for box in boxes
        )

    def take(self, *boxes: Box) -> None:
        """Keep room for something."""
        self.taken += boxes

    def sign(self, *boxes: Box) -> None:
        """Keep room for signs, which are larger on a phone."""
        more = _LARGER if self.narrow else 0.0
        self.taken += [(a - more, b - more, c + more, d + more) for a, b, c, d in boxes]

    def beside(
        self, x: float, y: float, gap: float, lines: tuple[str, ...], look: str,
        *, asides: int = 0, avoid: Sequence[Box] = (),
    ) -> Placed | None:  # fmt: skip
        """Lines of text at the first free place beside a point, `gap` away; None where is none."""
        away = gap + _LARGER if self.narrow else gap
        choices = (
            replace(_beside(x, y, away, lines, look, place, narrow=self.narrow), asides=asides)
            for place in _PLACES
        )
        return self.first(choices, avoid)

    def first(self, choices: Iterable[Placed], avoid: Sequence[Box] = ()) -> Placed | None:
        """The first of several choices that is free, if possible one that avoids some boxes."""
        if len(self.taken) > _FULL:
            return None
        free = (placed for placed in choices if self.free(*placed.boxes))
        placed = next(free, None)
        if placed is not None and _touches(placed, avoid):
            placed = next((p for p in free if not _touches(p, avoid)), placed)
        if placed is not None:
            self.taken += placed.boxes
        return placed

    def _inside(self, box: Box) -> bool:
        right, bottom = self.width - _EDGE, self.height - _EDGE
        return box[0] >= _EDGE and box[1] >= _EDGE and box[2] <= right and box[3] <= bottom


@dataclass(frozen=True, slots=True)
class Layouts:
    """The same map lettered twice: where it is wide, and on a phone."""

    wide: Labels
    narrow: Labels

    @classmethod
    def of(cls, width: float, height: float) -> "Layouts":
        """Two empty ones."""
        return cls(Labels(width, height), Labels(width, height, narrow=True))

    def free(self, box: Box) -> bool:
        """Whether a box is free on both."""
        return self.wide.free(box) and self.narrow.free(box)

    def take(self, *boxes: Box) -> None:
        """Keep room on both."""
        self.wide.take(*boxes)
        self.narrow.take(*boxes)

    def sign(self, *boxes: Box) -> None:
        """Keep room for signs on both."""
        self.wide.sign(*boxes)
        self.narrow.sign(*boxes)

    def beside(self, x: float, y: float, gap: float, lines: tuple[str, ...], look: str) -> str:
        """Lines of text beside a point on both, wherever each has room for them."""
        return both(
            self.wide.beside(x, y, gap, lines, look), self.narrow.beside(x, y, gap, lines, look)
        )


def both(wide: Placed | None, narrow: Placed | None) -> str:
    """A name as it stands on a wide map and on a phone: once, where it stands alike."""
    one, other = (placed.markup() if placed else "" for placed in (wide, narrow))
    return one if one == other else only("wide", one) + only("narrow", other)


def only(room: str, drawn: str) -> str:
    """What is drawn on `wide` maps only, or on `narrow` ones, where a style sheet asks for it."""
    hidden = "none" if room == "narrow" else None
    return element("g", {"class": f"map-{room}", "display": hidden}, drawn) if drawn else ""


def _touches(placed: Placed, avoid: Sequence[Box]) -> bool:
    return any(meet(box, other) for box in placed.boxes for other in avoid)


def meet(one: Box, other: Box) -> bool:
    """Whether two boxes have room in common."""
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def around(x: float, y: float, reach: float) -> Box:
    """The box round a circle."""
    return x - reach, y - reach, x + reach, y + reach


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
