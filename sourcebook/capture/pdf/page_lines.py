"""The lines of a page in the order of drawing, each with its text, or none where it is not sure."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from sourcebook.capture.pdf.bidi import bidi_class
from sourcebook.capture.pdf.drawing_evidence import mixes_directions
from sourcebook.capture.pdf.glyphs import DrawnPage
from sourcebook.capture.pdf.line_text import Neighbours, count_letters, line_text
from sourcebook.capture.pdf.pieces import Piece, pieces_of
from sourcebook.capture.pdf.rows import rows_from_right
from sourcebook.capture.pdf.seen import SeenGlyphs
from sourcebook.capture.pdf.units import units_of
from sourcebook.capture.pdf.visual_lines import VisualLine, visual_lines

_NEXT = 3.5
"""The next line of a paragraph lies no farther below, in sizes."""
_NEAR = 7
"""How many lines above and below show how wide a column is."""
_SPACE = 0.2
"""The least space between two words, in sizes."""


@dataclass(frozen=True, slots=True)
class PageLine:
    """A line as it is seen, and its text; None where nobody can know in which order to read it."""

    line: VisualLine
    pieces: Sequence[Piece]
    text: str | None


def page_lines(page: DrawnPage, seen: SeenGlyphs) -> list[PageLine]:
    """The lines of a page, in the order in which they were drawn."""
    lines = visual_lines(units_of(page, seen.glyphs))
    pieces = [pieces_of(line, seen.struck) for line in lines]
    left, right = (
        sum(numbers) for numbers in zip((0, 0), *map(count_letters, pieces), strict=True)
    )
    if right > left:
        lines = rows_from_right(lines)
        pieces = [pieces_of(line, seen.struck) for line in lines]
    texts = _texts(lines, pieces, from_right=right > left)
    return [PageLine(*one) for one in zip(lines, pieces, texts, strict=True)]


def _texts(
    lines: Sequence[VisualLine], pieces: Sequence[Sequence[Piece]], from_right: bool
) -> list[str | None]:
    texts: list[str | None] = []
    mixed = mixes_directions(pieces)
    for index, line in enumerate(lines):
        before: tuple[str, ...] = ("",)
        behind: tuple[str, ...] = ("",)
        if index and _follows(lines[index - 1], line):
            before = _strong_before(lines, index, texts[-1], from_right)
        if index + 1 < len(lines) and _follows(line, lines[index + 1]):
            behind = ("", *_first_strong(pieces[index + 1], from_right))
        texts.append(line_text(pieces[index], from_right, Neighbours(before, behind, mixed)))
    return texts


def _follows(line: VisualLine, following: VisualLine) -> bool:
    """Whether a line is the next one of a paragraph, as far as its place goes."""
    down = line.baseline - following.baseline
    size = max(line.size, following.size)
    return (
        line.angle == following.angle
        and 0.5 * size < down < _NEXT * size
        and (min(line.end, following.end) > max(line.start, following.start))
    )


def _strong_before(
    lines: Sequence[VisualLine], index: int, text: str | None, from_right: bool
) -> tuple[str, ...]:
    """What may stand before a line: the last strong letter of the one above it, or nothing.

    A line whose first word would have fitted in the one above begins a paragraph. Any other may
    do so, and some programs lay out each line of a paragraph alone.
    """
    above, line = lines[index - 1], lines[index]
    near = [one for one in lines[max(0, index - _NEAR) : index + _NEAR] if _overlap(one, above)]
    room = (
        above.start - min(one.start for one in near)
        if from_right
        else max(one.end for one in near) - above.end
    )
    if _first_word_width(line, from_right) + _SPACE * line.size <= room:
        return ("",)
    strong = [one for one in text or "" if bidi_class(one) in ("L", "R", "AL")][-1:]
    if not strong:
        return ("", "a", "ا") if text is None else ("",)
    return ("", *strong)


def _overlap(line: VisualLine, other: VisualLine) -> bool:
    """Whether two lines are in one column."""
    return line.angle == other.angle and min(line.end, other.end) > max(line.start, other.start)


def _first_word_width(line: VisualLine, from_right: bool) -> float:
    units = list(reversed(line.units) if from_right else line.units)
    word = list(takewhile(lambda unit: not unit.is_space, units))
    return max(one.end for one in word) - min(one.start for one in word) if word else 0.0


def _first_strong(pieces: Sequence[Piece], from_right: bool) -> tuple[str, ...]:
    """What a line begins with, if that bears on the line above: a letter or a digit."""
    texts = [piece.text[0] for piece in (reversed(pieces) if from_right else pieces)]
    return tuple(one for one in texts if bidi_class(one) in ("L", "R", "AL", "EN"))[:1]
