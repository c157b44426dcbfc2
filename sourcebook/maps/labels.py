"""Where names stand on a map, so that none covers another: greedy, in the order of asking.

They are placed twice over the same ground, for wide maps and, in larger letters, for phones.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from sourcebook.charts.svg import element
from sourcebook.language import Language
from sourcebook.maps.text_boxes import Box, Placed, meet, round_about

_FULL = 600
"""From this many boxes on no name is tried any more: there is no room, and each try asks all."""
_EDGE = 4.0
"""How near a name may come to the edge of the map."""
_LARGER = 4.0
"""How much farther signs reach on a phone, in units (map.css draws them so much larger)."""


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
        choices = round_about(x, y, away, lines, look, asides=asides, narrow=self.narrow)
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

    language: Language
    wide: Labels
    narrow: Labels

    @classmethod
    def of(cls, language: Language, width: float, height: float) -> "Layouts":
        """Two empty ones."""
        return cls(language, Labels(width, height), Labels(width, height, narrow=True))

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
