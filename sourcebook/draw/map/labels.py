"""Where names stand on a map, so that none covers another: greedy, in the order of asking."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from sourcebook.draw.lettering import width
from sourcebook.draw.svg import element, escape

Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""


@dataclass(frozen=True, slots=True)
class Look:
    """How a kind of name is lettered: its size where the map is wide, and on a phone, in units.

    A name without a size for the phone is not shown there. `spacing` is between letters, in ems,
    `bold` how much wider they are than plain ones. map.css sets the same sizes.
    """

    wide: float
    narrow: float = 0.0
    spacing: float = 0.0
    bold: float = 1.0


LOOKS = {
    "map-name": Look(13, 20, bold=1.12),
    "map-note": Look(11.5, 18),
    "map-town": Look(11.5, 18),
    "map-country": Look(11.5, 17, 0.12),
    "map-division-name": Look(11),
    "map-river-name": Look(11),
    "map-foot": Look(11.5, 18),
}

LEADING = 1.15
"""From one line to the next, in ems."""
_FULL = 600
"""From this many boxes on no name is tried any more: there is no room, and each try asks all."""
_EDGE = 4.0
"""How near a name may come to the edge of the map."""

_PLACES = (
    ("start", 1, 0), ("end", -1, 0), ("start", 0.7, -0.7), ("start", 0.7, 0.7),
    ("end", -0.7, -0.7), ("end", -0.7, 0.7), ("middle", 0, -1), ("middle", 0, 1),
)  # fmt: skip
"""Where a name may stand beside a point, the best first: anchor, and which way from the point."""


@dataclass(frozen=True, slots=True)
class Placed:
    """Lines of text that have found their place, and the boxes that they fill.

    `first` is how far in ems the first baseline is below y; the last `asides` lines are lettered
    as less than a name. `narrow` are the boxes on a phone; without them it is not shown there.
    """

    x: float
    y: float
    anchor: str
    first: float
    lines: tuple[str, ...]
    look: str
    boxes: tuple[Box, ...]
    narrow: tuple[Box, ...] = ()
    turn: float = 0.0
    asides: int = 0

    def markup(self) -> str:
        """The text."""
        turned = f"rotate({self.turn:g} {self.x:g} {self.y:g})" if self.turn else None
        shape = {
            "class": self.look if self.narrow else f"{self.look} map-minor",
            "x": self.x,
            "y": self.y,
            "dy": _em(self.first),
            "text-anchor": None if self.anchor == "start" else self.anchor,
            "transform": turned,
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
    """The room on a map of a width and height, and what of it is taken: on a phone, by more."""

    width: float
    height: float
    taken: list[Box] = field(default_factory=list)
    narrow: list[Box] = field(default_factory=list)

    def free(self, box: Box, *, major: bool = True) -> bool:
        """Whether a box lies on the map and touches nothing; a major one, on a phone neither."""
        return self._free((box,), [*self.taken, *self.narrow] if major else self.taken)

    def take(self, *boxes: Box) -> None:
        """Keep room for something that is always shown."""
        self.taken += boxes
        self.narrow += boxes

    def beside(
        self, x: float, y: float, gap: float, lines: tuple[str, ...], look: str,
        *, major: bool = True, asides: int = 0, avoid: Sequence[Box] = (),
    ) -> Placed | None:  # fmt: skip
        """Lines of text at the first free place beside a point, `gap` away; None where is none."""
        choices = (
            _beside(x, y, gap, lines, look, place, major=major, asides=asides) for place in _PLACES
        )
        return self.first(choices, avoid)

    def first(self, choices: Iterable[Placed], avoid: Sequence[Box] = ()) -> Placed | None:
        """The first of several choices that is free, if possible one that avoids some boxes."""
        if len(self.taken) > _FULL:
            return None
        free = (placed for placed in choices if self._has_room(placed))
        placed = next(free, None)
        if placed is not None and _touches(placed, avoid):
            placed = next((p for p in free if not _touches(p, avoid)), placed)
        if placed is not None:
            self.taken += placed.boxes
            self.narrow += placed.narrow
        return placed

    def _has_room(self, placed: Placed) -> bool:
        return self._free(placed.boxes, self.taken) and self._free(placed.narrow, self.narrow)

    def _free(self, boxes: Iterable[Box], taken: Sequence[Box]) -> bool:
        return all(self._inside(box) and not any(meet(box, b) for b in taken) for box in boxes)

    def _inside(self, box: Box) -> bool:
        right, bottom = self.width - _EDGE, self.height - _EDGE
        return box[0] >= _EDGE and box[1] >= _EDGE and box[2] <= right and box[3] <= bottom


def _touches(placed: Placed, avoid: Sequence[Box]) -> bool:
    return any(meet(box, other) for box in placed.boxes for other in avoid)


def meet(one: Box, other: Box) -> bool:
    """Whether two boxes have room in common."""
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def around(x: float, y: float, reach: float) -> Box:
    """The box round a circle."""
    return x - reach, y - reach, x + reach, y + reach


def length(text: str, look: str, *, narrow: bool = False) -> float:
    """How wide a text is in the lettering of a look."""
    size = _size(look, narrow=narrow)
    sizes = LOOKS[look]
    return (width(text, size) * sizes.bold) + sizes.spacing * size * len(text)


def centred(x: float, y: float, text: str, look: str) -> Placed:
    """A text in the middle of a point."""
    box = _box(x, y, "middle", 0, (text,), look, narrow=False)
    large = (_box(x, y, "middle", 0, (text,), look, narrow=True),) if LOOKS[look].narrow else ()
    return Placed(x, y, "middle", 0.35, (text,), look, (box,), large)


def along(x: float, y: float, turn: float, boxes: tuple[Box, ...], text: str, look: str) -> Placed:
    """A text on a slope, round a point."""
    return Placed(x, y, "middle", 0.35, (text,), look, boxes, turn=turn)


def slanted(x: float, y: float, right: float, down: float, reach: float) -> tuple[Box, ...]:
    """Boxes that cover a text on a slope: `reach` is half its length, the slope a unit vector."""
    half = 7.0
    count = max(round(reach / half), 1)
    steps = [(reach - half / 2) * (2 * n / count - 1) for n in range(count + 1)]
    return tuple(around(x + right * step, y + down * step, half) for step in steps)


def _beside(
    x: float, y: float, gap: float, lines: tuple[str, ...], look: str,
    place: tuple[str, float, float], *, major: bool, asides: int,
) -> Placed:  # fmt: skip
    anchor, right, down = place
    at_x, at_y = round(x + right * gap, 1), round(y + down * gap, 1)
    boxes, large = (
        (_box(at_x, at_y, anchor, down, lines, look, narrow=narrow),) for narrow in (False, True)
    )
    first = _first_baseline(down, len(lines))
    return Placed(
        at_x, at_y, anchor, first, lines, look, boxes, large if major else (), asides=asides
    )


def _first_baseline(down: float, lines: int) -> float:
    """How far below a point the first of some lines stands, in ems: beside, above or below it."""
    if down == 0:
        return 0.35 - (lines - 1) * LEADING / 2
    return 0.85 if down > 0 else -(lines - 1) * LEADING - 0.2


def _box(
    x: float, y: float, anchor: str, down: float, lines: Sequence[str], look: str, *, narrow: bool
) -> Box:
    wide = max(length(line, look, narrow=narrow) for line in lines)
    high = len(lines) * LEADING * _size(look, narrow=narrow)
    left = {"start": x, "middle": x - wide / 2, "end": x - wide}[anchor]
    top = y - high / 2 if down == 0 else (y - high if down < 0 else y)
    return left, top, left + wide, top + high


def _size(look: str, *, narrow: bool) -> float:
    sizes = LOOKS[look]
    return sizes.narrow if narrow and sizes.narrow else sizes.wide


def _em(value: float) -> str | None:
    return f"{round(value, 2):g}em" if value else None


def wrapped(text: str, most: int) -> tuple[str, ...]:
    """A text in lines of about equal length, none much longer than `most` letters.

    It is broken at blanks, not at those that do not break.
    """
    count = -(-len(text) // most)
    if count < 2:
        return (text,)
    return tuple(_lines(text.split(" "), len(text) / count))


def _lines(words: Iterable[str], wanted: float) -> Iterator[str]:
    line = ""
    for word in words:
        if line and len(line) + len(word) / 2 > wanted:
            yield line
            line = word
        else:
            line = f"{line} {word}".strip()
    yield line
