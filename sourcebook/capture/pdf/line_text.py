"""A line as it is seen to its text in the order of reading."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from sourcebook.capture.pdf.bidi import LEFT, RIGHT, bidi_class
from sourcebook.capture.pdf.drawing_evidence import drawn_so
from sourcebook.capture.pdf.letters import MIRRORED
from sourcebook.capture.pdf.pieces import Piece
from sourcebook.capture.pdf.reading_order import readings
from sourcebook.quotes.asides import mark

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
