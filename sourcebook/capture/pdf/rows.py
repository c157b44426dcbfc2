"""Rows of a page that is read from the right: what stands apart in a row, in that order."""

from collections.abc import Iterator, Sequence

from sourcebook.capture.pdf.letters import runs_from_right
from sourcebook.capture.pdf.units import Unit
from sourcebook.capture.pdf.visual_lines import VisualLine

_GAP = 0.17
"""A gap between two runs is wider, in sizes, where no space is drawn: two cells, for instance."""
_BASELINE = 0.1


def rows_from_right(lines: Sequence[VisualLine]) -> list[VisualLine]:
    """Lines, cut where nothing was drawn between two parts, each row beginning at its right."""
    parts = [part for line in lines for part in _parts(line)]
    ordered: list[VisualLine] = []
    for part in parts:
        place = len(ordered)
        while place and _is_row(ordered[place - 1], part) and part.start > ordered[place - 1].start:
            place -= 1
        ordered.insert(place, part)
    return ordered


def _parts(line: VisualLine) -> Iterator[VisualLine]:
    """The parts of a line of letters that run from the right, where its spaces are drawn."""
    spaced = any(unit.is_space for unit in line.units[1:-1])
    if not spaced or not any(runs_from_right(unit.text) for unit in line.units):
        yield line
        return
    part = VisualLine(line.angle)
    for unit in line.units:
        if part.units and _is_apart(part.units[-1], unit):
            yield part
            part = VisualLine(line.angle)
        part.take(unit)
    yield part


def _is_apart(unit: Unit, following: Unit) -> bool:
    gap = following.start - unit.end > _GAP * max(unit.size, following.size)
    spaced = unit.is_space or following.is_space
    return gap and not spaced and unit.glyph.run != following.glyph.run


def _is_row(line: VisualLine, part: VisualLine) -> bool:
    size = max(line.size, part.size)
    return line.angle == part.angle and abs(line.baseline - part.baseline) < _BASELINE * size
