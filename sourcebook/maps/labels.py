"""Where labels stand on a map, so that none covers another: greedy, in the order of asking.

They are placed twice over the same basemap, for wide maps and, in larger letters, for phones.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from sourcebook.charts.svg import element
from sourcebook.language import Language
from sourcebook.maps.text_boxes import Box, PlacedText, TextBlock, meet, place_around

_FULL = 600
"""From this many boxes on no label is tried any more: there is no room, and each try asks all."""
_EDGE = 4.0
"""How near a label may come to the edge of the map, in units."""
_LARGER = 4.0
"""How much farther symbols reach on a phone, in units (map.css draws them so much larger)."""


@dataclass(slots=True)
class Labels:
    """A map of a width and height in units, and the boxes on it that are taken."""

    width: float
    height: float
    narrow: bool = False
    taken: list[Box] = field(default_factory=list)

    def free(self, *boxes: Box) -> bool:
        """Whether boxes lie on the map and touch nothing."""
        right, bottom = self.width - _EDGE, self.height - _EDGE
        return all(
            left >= _EDGE and top >= _EDGE and far <= right and low <= bottom
            for left, top, far, low in boxes
        ) and not any(meet(box, other) for box in boxes for other in self.taken)

    def take(self, *boxes: Box, symbols: bool = False) -> None:
        """Keep boxes for something; symbols are larger on a phone."""
        more = _LARGER if symbols and self.narrow else 0.0
        self.taken += [(a - more, b - more, c + more, d + more) for a, b, c, d in boxes]

    def beside(
        self, x: float, y: float, gap: float, lines: tuple[str, ...], css_class: str,
        *, asides: int = 0, avoid: Sequence[Box] = (),
    ) -> PlacedText | None:  # fmt: skip
        """Lines of text at the first free place beside a point, `gap` away; None where is none."""
        block = TextBlock(lines, css_class, self.narrow, asides)
        choices = place_around(x, y, gap + _LARGER if self.narrow else gap, block)
        return self.first(choices, avoid)

    def first(self, choices: Iterable[PlacedText], avoid: Sequence[Box] = ()) -> PlacedText | None:
        """The first of several choices that is free, if possible one that avoids some boxes."""
        if len(self.taken) > _FULL:
            return None
        free = (placed for placed in choices if self.free(*placed.boxes))
        placed = next(free, None)
        if placed is not None and _touches(placed, avoid):
            placed = next((other for other in free if not _touches(other, avoid)), placed)
        if placed is not None:
            self.taken += placed.boxes
        return placed


def _touches(placed: PlacedText, avoid: Sequence[Box]) -> bool:
    return any(meet(box, other) for box in placed.boxes for other in avoid)


@dataclass(frozen=True, slots=True)
class LabelPair:
    """The labels of the same map twice: where it is wide, and on a phone."""

    language: Language
    wide: Labels
    narrow: Labels

    def free(self, box: Box) -> bool:
        """Whether a box is free on both."""
        return self.wide.free(box) and self.narrow.free(box)

    def take(self, *boxes: Box, symbols: bool = False) -> None:
        """Keep boxes on both."""
        self.wide.take(*boxes, symbols=symbols)
        self.narrow.take(*boxes, symbols=symbols)

    def beside(self, x: float, y: float, gap: float, text: str) -> str:
        """A note beside a point on both, wherever each has room for it."""
        both = (each.beside(x, y, gap, (text,), "map-note") for each in (self.wide, self.narrow))
        return for_both(*both)


def for_both(wide: PlacedText | None, narrow: PlacedText | None) -> str:
    """A label as it stands on a wide map and on a phone: once, where it stands alike."""
    one, other = (placed.markup() if placed else "" for placed in (wide, narrow))
    return one if one == other else only_for("wide", one) + only_for("narrow", other)


def only_for(width: str, drawn: str) -> str:
    """What is drawn on `wide` maps only, or on `narrow` ones, where a style sheet asks for it."""
    hidden = "none" if width == "narrow" else None
    return element("g", {"class": f"map-{width}", "display": hidden}, drawn) if drawn else ""
