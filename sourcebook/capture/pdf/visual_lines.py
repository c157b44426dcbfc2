"""Units to lines, each as it is seen from left to right.

Lines are found in the order in which they are drawn, which is the order in which nearly all
programs have them read; within a line the places of the letters decide.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from sourcebook.capture.pdf.units import Unit

_SAME_LINE = 0.45
"""How far two baselines may be apart, in sizes of the larger letters: a raised digit's are."""
_GAP = 1.0
"""A wider gap without a space ends a line, in sizes: two cells, or two columns."""
_SPACED_GAP = 4.0
"""So does this where a space was drawn, which is stretched in justified lines."""
_NEAR = 0.5
"""Parts that were not drawn one after the other are one line at this distance."""
_REPEATED = 0.12
"""What is drawn twice to make it bold, or to cast a shadow, lies no farther apart."""


@dataclass(slots=True)
class VisualLine:
    """What stands on one baseline without a wide gap; units are sorted from left to right."""

    angle: int
    units: list[Unit] = field(default_factory=list)
    start: float = 0.0
    end: float = 0.0
    baseline: float = 0.0
    size: float = 0.0

    @property
    def text(self) -> str:
        """Its text from left to right."""
        return "".join(unit.text for unit in self.units)

    def take(self, unit: Unit) -> None:
        """Add a unit."""
        if not self.units or unit.size > self.size * 1.01:
            self.baseline, self.size = unit.baseline, unit.size
        self.start = min(self.start, unit.start) if self.units else unit.start
        self.end = max(self.end, unit.end) if self.units else unit.end
        self.units.append(unit)


def visual_lines(units: Iterable[Unit]) -> list[VisualLine]:
    """The lines of a page, in the order in which they are drawn."""
    lines: list[VisualLine] = []
    for unit in units:
        if lines and _continues(lines[-1], unit):
            lines[-1].take(unit)
        else:
            lines.append(VisualLine(unit.glyph.angle))
            lines[-1].take(unit)
    joined = [line for line in _join_parts(lines) if line.text.strip()]
    for line in joined:
        line.units = _without_repeats(sorted(line.units, key=lambda one: (one.start, one.end)))
    return joined


def _continues(line: VisualLine, unit: Unit) -> bool:
    """Whether a unit that was drawn next belongs to a line."""
    size = max(line.size, unit.size)
    if line.angle != unit.glyph.angle or abs(line.baseline - unit.baseline) > _SAME_LINE * size:
        return False
    gap = max(unit.start - line.end, line.start - unit.end)
    if gap <= _GAP * size:
        return True
    return gap <= _SPACED_GAP * size and (unit.is_space or _edge(line, unit).is_space)


def _edge(line: VisualLine, unit: Unit) -> Unit:
    """The unit of a line that is next to one outside of it."""
    right = unit.start >= line.end
    return max(line.units, key=lambda one: one.end if right else -one.start)


def _join_parts(lines: list[VisualLine]) -> list[VisualLine]:
    """Parts of one line that were drawn at different times, put together."""
    joined: list[VisualLine] = []
    places: dict[tuple[int, int], list[VisualLine]] = {}
    for line in lines:
        key = (line.angle, round(line.baseline))
        near = [one for step in (-1, 0, 1) for one in places.get((key[0], key[1] + step), ())]
        part = next((one for one in near if _touches(one, line)), None)
        if part is None:
            joined.append(line)
            places.setdefault(key, []).append(line)
        else:
            for unit in line.units:
                part.take(unit)
    return joined


def _touches(line: VisualLine, other: VisualLine) -> bool:
    size = max(line.size, other.size)
    gap = max(other.start - line.end, line.start - other.end)
    same = abs(line.baseline - other.baseline) < 0.1 * size
    return same and -_NEAR * size < gap <= _NEAR * size


def _without_repeats(units: list[Unit]) -> list[Unit]:
    kept: list[Unit] = []
    for unit in units:
        twice = any(
            one.text == unit.text
            and abs(one.start - unit.start) < _REPEATED * unit.size
            and one.glyph.run != unit.glyph.run
            for one in kept[-3:]
        )
        if not twice or unit.is_space:
            kept.append(unit)
    return kept
