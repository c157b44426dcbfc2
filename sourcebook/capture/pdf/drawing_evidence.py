"""What the way in which a line is drawn says about the order in which it is read."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise
from typing import Protocol

from sourcebook.capture.pdf.bidi import bidi_class

_STRONG = ("L", "R", "AL")
_NUMERIC = frozenset("0123456789+-.,:/%$€£")
"""What European numbers are made of; others are divided by some programs for their script."""


class DrawnPiece(Protocol):
    """What is known of a letter of a line: its text, and the run and font that it is drawn in."""

    @property
    def text(self) -> str:
        """The letter with its marks."""

    @property
    def run(self) -> int:
        """The number of the run, -1 for a space that was not drawn."""

    @property
    def font(self) -> int:
        """The number of the font."""

    @property
    def kind(self) -> str:
        """The kind of the aside that it belongs to, if any."""


def mixes_directions(lines: Iterable[Sequence[DrawnPiece]]) -> bool:
    """Whether some run of a page has letters that run from the right beside others or digits.

    A program that places such runs lays out each alone, those of a bold word, too; others place
    anew what runs in the other direction.
    """
    kinds: dict[int, set[str]] = defaultdict(set)
    for piece in (piece for line in lines for piece in line):
        kinds[piece.run].add(bidi_class(piece.text[0]))
    return any(one & {"R", "AL"} and one & {"L", "EN", "AN"} for one in kinds.values())


def drawn_so(pieces: Sequence[DrawnPiece], levels: Sequence[int], *, mixed: bool) -> bool:
    """Whether a line is drawn as one is that has these levels, from left to right.

    Programs draw in one go what runs in one direction, such as a number that is read from left to
    right. Where they lay out words of a font alone (`mixed`), these know nothing of what is before
    them: then their order is not sure.
    """
    runs = list(_runs(pieces, levels))
    if len(runs) > 1 and not all(map(_is_one_level, runs)):
        return False
    if mixed:
        return not (_crosses_runs(pieces, levels) or _leans_on_other_run(pieces, levels))
    return not _divides_number(pieces, levels)


def _runs(
    pieces: Sequence[DrawnPiece], levels: Sequence[int]
) -> Iterator[list[tuple[DrawnPiece, int]]]:
    """Each run with its levels, without the spaces at its ends."""
    for _, group in groupby(zip(pieces, levels, strict=True), key=lambda one: one[0].run):
        run = list(group)
        while run and run[0][0].text == " ":
            del run[0]
        while run and run[-1][0].text == " ":
            del run[-1]
        if run:
            yield run


def _is_one_level(run: list[tuple[DrawnPiece, int]]) -> bool:
    """Whether a run has one level, or letters from right to left, as whole lines have."""
    kinds = {bidi_class(piece.text[0]) for piece, _ in run}
    levels = {level for piece, level in run if piece.kind != "note"}
    return bool(kinds & {"R", "AL"}) or len(levels) <= 1


def _crosses_runs(pieces: Sequence[DrawnPiece], levels: Sequence[int]) -> bool:
    """Whether words that are read from left to right among others are of different runs."""
    last: DrawnPiece | None = None
    for piece, level in zip(pieces, levels, strict=True):
        if piece.kind == "note":
            continue
        if level < 2:
            last = None
        elif piece.text[0].isalnum():
            if last is not None and last.run != piece.run:
                return True
            last = piece
    return False


def _leans_on_other_run(pieces: Sequence[DrawnPiece], levels: Sequence[int]) -> bool:
    """Whether the order within a number depends on Arabic letters of another run."""
    for index, piece in enumerate(pieces):
        kind = bidi_class(piece.text[0])
        if kind not in ("ES", "ET") or levels[index] > 1 or not _beside_digit(pieces, index):
            continue
        before = (one for one in pieces[index + 1 :] if bidi_class(one.text[0]) in _STRONG)
        letter = next(before, None)
        if letter is not None and letter.run != piece.run:
            return True
    return False


def _divides_number(pieces: Sequence[DrawnPiece], levels: Sequence[int]) -> bool:
    """Whether a number of one direction is drawn in several runs, beside one drawn in one."""
    lengths = Counter(piece.run for piece in pieces)
    for (one, level), (two, other) in pairwise(zip(pieces, levels, strict=True)):
        numeric = all(piece.text in _NUMERIC for piece in (one, two))
        if numeric and one.run != two.run and level == other > 1 and one.font == two.font:
            return max(lengths[one.run], lengths[two.run]) > 1
    return False


def _beside_digit(pieces: Sequence[DrawnPiece], index: int) -> bool:
    near = pieces[max(0, index - 1) : index + 2]
    return any(bidi_class(one.text[0]) in ("EN", "AN") for one in near)
