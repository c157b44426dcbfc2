"""Text on a map: how large it is on wide maps and on phones, and what boxes it fills where.

All lengths are in units of the map. On a phone 390 pixels wide a unit is 0.56 of a pixel.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sourcebook.charts.svg import element, escape
from sourcebook.charts.text import text_width

Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""


@dataclass(frozen=True, slots=True)
class TextStyle:
    """The font size of a class of text where the map is wide, and on a phone, as map.css has it.

    `spacing` is between letters, in ems, `bold` how much wider they are than plain ones.
    """

    wide: float
    narrow: float
    spacing: float = 0.0
    bold: float = 1.0


STYLES = {
    "map-name": TextStyle(13, 22, bold=1.12),
    "map-note": TextStyle(11.5, 20),
    "map-town": TextStyle(11.5, 20),
    "map-country": TextStyle(11.5, 20, 0.12),
    "map-division-name": TextStyle(11, 20),
    "map-river-name": TextStyle(11, 20),
    "map-foot": TextStyle(11.5, 20),
}
LEADING = 1.15
"""From one line to the next, in ems."""
_PLACES = (
    ("start", 1, 0), ("end", -1, 0), ("start", 0.7, -0.7), ("start", 0.7, 0.7),
    ("end", -0.7, -0.7), ("end", -0.7, 0.7), ("middle", 0, -1), ("middle", 0, 1),
)  # fmt: skip
"""Where a name may stand beside a point, the best first: anchor, and which way from the point."""


@dataclass(frozen=True, slots=True)
class TextBlock:
    """Lines of text of a class; the last `asides` lines look like less than a name."""

    lines: tuple[str, ...]
    css_class: str
    narrow: bool = False
    asides: int = 0

    @property
    def size(self) -> float:
        """Its font size."""
        style = STYLES[self.css_class]
        return style.narrow if self.narrow else style.wide

    @property
    def width(self) -> float:
        """How wide its longest line is."""
        style, size = STYLES[self.css_class], self.size
        return max(
            text_width(line, size) * style.bold + style.spacing * size * len(line)
            for line in self.lines
        )

    @property
    def height(self) -> float:
        """How high all lines are."""
        return len(self.lines) * LEADING * self.size


@dataclass(frozen=True, slots=True)
class PlacedText:
    """A block of text that has found its place, and the boxes that it fills.

    `first` is how far in ems the first baseline is below y, `turn` an angle in degrees.
    """

    block: TextBlock
    x: float
    y: float
    anchor: str
    first: float
    boxes: tuple[Box, ...]
    turn: float = 0.0

    def markup(self) -> str:
        """The text."""
        lines = self.block.lines
        attributes = {
            "class": self.block.css_class,
            "x": self.x,
            "y": self.y,
            "dy": _em(self.first),
            "text-anchor": None if self.anchor == "start" else self.anchor,
            "transform": f"rotate({self.turn:g} {self.x:g} {self.y:g})" if self.turn else None,
        }
        if len(lines) == 1:
            return element("text", attributes, escape(lines[0]))
        spans = (self._span(number, line) for number, line in enumerate(lines))
        return element("text", attributes, " ".join(spans))

    def _span(self, number: int, line: str) -> str:
        aside = number >= len(self.block.lines) - self.block.asides
        attributes = {"class": "map-aside" if aside else None, "x": self.x}
        return element("tspan", attributes | {"dy": _em(LEADING) if number else None}, escape(line))


def _em(value: float) -> str | None:
    return f"{round(value, 2):g}em" if value else None


def meet(one: Box, other: Box) -> bool:
    """Whether two boxes have room in common."""
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def box_around(x: float, y: float, reach: float) -> Box:
    """The box round a circle."""
    return x - reach, y - reach, x + reach, y + reach


def slanted_boxes(
    x: float, y: float, right: float, down: float, reach: float, half: float = 7.0
) -> tuple[Box, ...]:
    """Boxes that cover a text on a slope, a unit vector: half its length and half its height."""
    count = max(round(reach / half), 1)
    steps = [(reach - half / 2) * (2 * n / count - 1) for n in range(count + 1)]
    return tuple(box_around(x + right * step, y + down * step, half) for step in steps)


def place_around(x: float, y: float, gap: float, block: TextBlock) -> Iterator[PlacedText]:
    """A block of text beside a point, `gap` away: all places, the best first."""
    for anchor, right, down in _PLACES:
        yield _place(round(x + right * gap, 1), round(y + down * gap, 1), block, anchor, down)


def place_centred(x: float, y: float, block: TextBlock) -> PlacedText:
    """A block of text round a point."""
    return _place(round(x, 1), round(y, 1), block, "middle", 0)


def _place(x: float, y: float, block: TextBlock, anchor: str, down: float) -> PlacedText:
    """A block beside a point by its anchor, and level with it, above (-) or below it (+)."""
    width, height, more = block.width, block.height, (len(block.lines) - 1) * LEADING
    left = {"start": x, "middle": x - width / 2, "end": x - width}[anchor]
    if down == 0:
        top, first = y - height / 2, 0.35 - more / 2
    elif down > 0:
        top, first = y, 0.85
    else:
        top, first = y - height, -more - 0.2
    return PlacedText(block, x, y, anchor, first, ((left, top, left + width, top + height),))


def split_evenly(text: str, most: int) -> tuple[str, ...]:
    """A text in lines of about equal length, none much longer than `most` letters.

    It is broken at blanks, not at those that do not break.
    """
    count = -(-len(text) // most)
    return tuple(_lines(text.split(" "), len(text) / count)) if count > 1 else (text,)


def _lines(words: Iterable[str], wanted: float) -> Iterator[str]:
    line = ""
    for word in words:
        if line and len(line) + len(word) / 2 > wanted:
            yield line
            line = word
        else:
            line = f"{line} {word}".strip()
    yield line
