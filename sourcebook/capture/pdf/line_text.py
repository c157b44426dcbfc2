"""A line as it is seen to its text in the order of reading."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from sourcebook.capture.pdf.bidi import LEFT, RIGHT, bidi_class
from sourcebook.capture.pdf.drawing_evidence import drawn_so
from sourcebook.capture.pdf.letters import MIRRORED
from sourcebook.capture.pdf.raised import note_units
from sourcebook.capture.pdf.reading_order import readings
from sourcebook.capture.pdf.units import Unit
from sourcebook.capture.pdf.visual_lines import VisualLine
from sourcebook.quotes.asides import escape, mark

_WORD_GAP = 0.17
"""A gap between two letters that is a space where none was drawn, in sizes."""
_WIDE_GAP = 0.3
"""The same within a run of a line that has spaces of its own."""
_ENDS = frozenset(".,:;!?،؛؟。")
"""What no text begins with."""


@dataclass(frozen=True, slots=True)
class Neighbours:
    """The strong characters that may stand before and behind a line in its paragraph.

    `mixed` is whether its page has runs of letters of both directions.
    """

    before: tuple[str, ...] = ("",)
    behind: tuple[str, ...] = ("",)
    mixed: bool = False


@dataclass(frozen=True, slots=True)
class Piece:
    """A letter of a line, or a space; `kind` is that of the aside which it belongs to, if any.

    `run` and `font` are those of its glyph.
    """

    text: str
    kind: str = ""
    run: int = -1
    font: int = 0


def pieces_of(line: VisualLine, struck: Collection[int]) -> list[Piece]:
    """What a line has from left to right: letters, and one space wherever there is one.

    `struck` are the places in the order of drawing of what is struck out.
    """
    units = line.units
    notes = note_units(line)
    least = _WIDE_GAP if any(unit.is_space for unit in units[1:-1]) else _WORD_GAP
    pieces: list[Piece] = []
    end = units[0].start
    for index, unit in enumerate(units):
        anew = index > 0 and _stand_apart(units[index - 1], unit)
        gap = unit.start - end > (_WORD_GAP if anew else least) * unit.size
        end = max(end, unit.end)
        if unit.is_space and any(one.start <= unit.start for one in units[index + 1 : index + 2]):
            continue
        kind = "note" if index in notes else "struck" if unit.glyph.order in struck else ""
        if (unit.is_space or gap) and pieces and pieces[-1].text != " ":
            run = unit.glyph.run if unit.is_space else -1
            pieces.append(Piece(" ", kind, run, unit.glyph.font))
        if not unit.is_space:
            if kind == "struck" and pieces[-2:-1] and pieces[-1].text == " ":
                between = "struck" if pieces[-2].kind == "struck" else ""
                pieces[-1] = replace(pieces[-1], kind=between)
            pieces.append(Piece(escape(unit.text), kind, unit.glyph.run, unit.glyph.font))
    return pieces[:-1] if pieces[-1:] and pieces[-1].text == " " else pieces


def _stand_apart(unit: Unit, following: Unit) -> bool:
    """Whether a small gap between two letters counts: both are digits, or of different runs."""
    digits = unit.text[-1:].isdigit() and following.text[:1].isdigit()
    return digits or unit.glyph.run != following.glyph.run


def count_letters(pieces: Sequence[Piece]) -> tuple[int, int]:
    """How many letters run from left to right, and from right to left."""
    kinds = [bidi_class(piece.text[0]) for piece in pieces]
    return kinds.count("L"), sum(kind in ("R", "AL", "AN") for kind in kinds)


def line_text(pieces: Sequence[Piece], from_right: bool, around: Neighbours) -> str | None:
    """The text of a line of a page that runs from the right or the left; None where none is sure.

    A line that has more letters of the other direction may be a paragraph of its own: then it is
    read both ways, and has to say the same.
    """
    left, right = count_letters(pieces)
    if not right and not from_right:
        return _joined(pieces)
    paragraph = RIGHT if from_right else LEFT
    texts = _texts(pieces, paragraph, around)
    if texts is not None and (left >= right if from_right else right >= left):
        others = _texts(pieces, LEFT if from_right else RIGHT, Neighbours(mixed=around.mixed))
        texts = None if others is None else texts | others
    likely = {text for text in texts or () if text[0] not in _ENDS} or texts
    return likely.pop() if likely and len(likely) == 1 else None


def _texts(pieces: Sequence[Piece], paragraph: int, around: Neighbours) -> set[str] | None:
    """What a line may say; None where it is not drawn as a line is that says any of it."""
    seen = [piece.text for piece in pieces]
    found = readings(seen, paragraph, around.before, around.behind)
    drawn = [one for one in found if drawn_so(pieces, one.levels, mixed=around.mixed)]
    if found and not drawn:
        return None
    return {_joined(_with_brackets([pieces[index] for index in one.places])) for one in drawn}


def _joined(pieces: Iterable[Piece]) -> str:
    groups = groupby(pieces, key=lambda piece: piece.kind)
    parts = [(kind, "".join(piece.text for piece in group)) for kind, group in groups]
    return "".join(_apart(kind, text) if kind else text for kind, text in parts)


def _apart(kind: str, text: str) -> str:
    """What is set apart, with the spaces around it."""
    start, end = len(text) - len(text.lstrip()), len(text.rstrip())
    return f"{text[:start]}{mark(kind, text.strip())}{text[max(start, end) :]}"


def _with_brackets(pieces: list[Piece]) -> list[Piece]:
    """Brackets turned round where that pairs them: some fonts name them as they look."""
    turned = [replace(piece, text=MIRRORED.get(piece.text, piece.text)) for piece in pieces]
    texts = ["".join(piece.text for piece in one) for one in (pieces, turned)]
    return turned if _is_paired(texts[1]) and not _is_paired(texts[0]) else pieces


def _is_paired(text: str) -> bool:
    stack: list[str] = []
    for character in text:
        if character in "([{«":
            stack.append(character)
        elif character in ")]}»" and (not stack or MIRRORED[stack.pop()] != character):
            return False
    return not stack
