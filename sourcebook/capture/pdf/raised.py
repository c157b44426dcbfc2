"""Raised digits: note numbers, which belong to no word and no figure."""

import re
from collections.abc import Sequence

from sourcebook.capture.pdf.units import Unit
from sourcebook.capture.pdf.visual_lines import VisualLine

_SMALLER = 0.95
"""A raised digit is smaller than this part of its line's letters."""
_HIGHER = 0.12
"""It lies so much higher than these, in their sizes."""
_NOTE = re.compile(r"[\d*†‡§¶]")
_BETWEEN = re.compile(r"[\d*†‡§¶,;.\-–\s()\[\]]")


def note_units(line: VisualLine) -> frozenset[int]:
    """Which units of a line, by their place in it, are a raised note number or mark."""
    raised = [_is_raised(line, unit) for unit in line.units]
    found: set[int] = set()
    start = 0
    while start < len(raised):
        end = start
        while end < len(raised) and raised[end]:
            end += 1
        group = line.units[start:end]
        if _is_note(group):
            found.update(range(start, end))
        start = max(end, start + 1)
    return frozenset(found)


def _is_raised(line: VisualLine, unit: Unit) -> bool:
    height = unit.baseline + unit.glyph.raised - line.baseline
    return unit.size < _SMALLER * line.size and height > _HIGHER * line.size


def _is_note(group: Sequence[Unit]) -> bool:
    text = "".join(unit.text for unit in group)
    return bool(_NOTE.search(text)) and all(map(_BETWEEN.match, text))
