"""What a page of a PDF draws: glyphs with their places, lines, filled areas, pictures.

Lengths are in points (1/72 inch).
"""

import math
from dataclasses import dataclass, field

from pdfminer.utils import Rect

UNKNOWN = "\ufffd"
"""What stands for a glyph of which the font does not say what it means."""


@dataclass(frozen=True, slots=True)
class Glyph:
    """One glyph, seen with its own baseline laid from left to right.

    `start` is where it begins on that line, `baseline` how high the line lies, `raised` how far
    the glyph lies above it by the text rise; `angle` is that of the line in degrees. `code` is the
    number of the glyph in its font; `order` counts what was drawn, `run` what was placed anew;
    `span` is the number of the marked part that has a text of its own, -1 where there is none.
    """

    text: str
    start: float
    baseline: float
    width: float
    size: float
    angle: int
    raised: float
    font: int
    code: int
    order: int
    run: int
    span: int
    seen: bool
    white: bool

    @property
    def end(self) -> float:
        """Where it ends on its line."""
        return self.start + self.width

    @property
    def centre(self) -> tuple[float, float]:
        """Its middle on the page."""
        along, up = self.start + self.width / 2, self.baseline + self.raised + self.size / 4
        turn = math.radians(self.angle)
        return (
            along * math.cos(turn) - up * math.sin(turn),
            along * math.sin(turn) + up * math.cos(turn),
        )


@dataclass(frozen=True, slots=True)
class Cover:
    """A filled area or a picture: its box, how many glyphs were drawn before it, how it looks."""

    box: Rect
    order: int
    white: bool = False
    black: bool = False

    def holds(self, point: tuple[float, float]) -> bool:
        """Whether a point lies in it."""
        left, bottom, right, top = self.box
        return left <= point[0] <= right and bottom <= point[1] <= top


@dataclass(slots=True)
class DrawnPage:
    """What a page draws. Boxes are left, bottom, right, top; `spans` has the texts of spans."""

    number: int
    box: Rect
    glyphs: list[Glyph] = field(default_factory=list)
    spans: dict[int, str] = field(default_factory=dict)
    strokes: list[Rect] = field(default_factory=list)
    fills: list[Cover] = field(default_factory=list)
    images: list[Cover] = field(default_factory=list)
