"""A line as letters and spaces from left to right, each with what it is set apart as."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from sourcebook.capture.pdf.raised import note_units
from sourcebook.capture.pdf.units import Unit
from sourcebook.capture.pdf.visual_lines import VisualLine
from sourcebook.quotes.asides import escape

_WORD_GAP = 0.17
"""A gap between two letters that is a space where none was drawn, in sizes."""
_WIDE_GAP = 0.3
"""The same within a run of a line that has spaces of its own."""
_SEEN_SPACE = 0.03
"""A space that was drawn is seen where it leaves so much of a gap between letters, in sizes."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A letter of a line, or a space; `kind` is that of the aside which it belongs to, if any.

    `run` and `font` are those of its glyph; the run of a space that was not drawn is -1.
    """

    text: str
    kind: str = ""
    run: int = -1
    font: int = 0


def pieces_of(line: VisualLine, struck: Collection[int]) -> list[Piece]:
    """What a line has from left to right: letters, and one space wherever there is one.

    `struck` are the places in the order of drawing of what is struck out.
    """
    notes = note_units(line)
    spaced = any(unit.is_space for unit in line.units[1:-1])
    pieces: list[Piece] = []
    end, last = 0.0, 0
    for index, unit in enumerate(line.units):
        if unit.is_space:
            continue
        kind = "note" if index in notes else "struck" if unit.glyph.order in struck else ""
        if pieces and unit.start - end > _least_gap(line.units[last : index + 1], spaced):
            run = line.units[index - 1].glyph.run if index - 1 > last else -1
            pieces.append(Piece(" ", kind if kind == pieces[-1].kind else "", run))
        pieces.append(Piece(escape(unit.text), kind, unit.glyph.run, unit.glyph.font))
        end, last = max(end, unit.end) if pieces[1:] else unit.end, index
    return pieces


def _least_gap(units: Sequence[Unit], spaced: bool) -> float:
    """How wide a gap is that counts, between the first and the last of some units."""
    one, two = units[0], units[-1]
    if len(units) > 2:
        return _SEEN_SPACE * two.size
    digits = one.text[-1:].isdigit() and two.text[:1].isdigit()
    near = digits or not spaced or one.glyph.run != two.glyph.run
    return (_WORD_GAP if near else _WIDE_GAP) * two.size
