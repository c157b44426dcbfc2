"""Whether the letters of a PDF that run from right to left stand in their order on the page.

A program that knows nothing of Arabic or Hebrew draws their letters from left to right, unjoined:
such a page shows every word back to front. It is told by what no word does: the same shape of a
letter within and at the end of words, a final letter at their beginning.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from sourcebook.capture.errors import CaptureError
from sourcebook.capture.pdf.letters import runs_from_right
from sourcebook.capture.pdf.units import Unit
from sourcebook.capture.pdf.visual_lines import VisualLine

_JOINING = frozenset("بتثجحخسشصضطظعغفقكلمنهيئپچکگیھ")
"""Letters of Arabic that are joined on both sides, so that each has a shape within words."""
_LEVEL = 0.02
"""How far letters of one word may lie above one another, in sizes."""
_FEW = 10
"""One pair of letters in so many may do so."""
_LAST = frozenset("ךםןףץةىًٌ")
"""Letters of Hebrew and Arabic with which words end."""


def check_letters(lines: Sequence[VisualLine]) -> None:
    """Nothing, where letters stand in their order.

    Raises:
        CaptureError: they are drawn back to front.
    """
    inner: dict[tuple[int, str], set[int]] = {}
    ending: dict[tuple[int, str], set[int]] = {}
    right = wrong = 0
    for word in (word for line in lines for word in _words(line)):
        first, last = word[-1].text[0], word[0].text[0]
        right, wrong = right + (last in _LAST), wrong + (first in _LAST)
        for unit, shapes in ((word[0], ending), *((one, inner) for one in word[1:-1])):
            shapes.setdefault((unit.glyph.font, unit.text[0]), set()).add(unit.glyph.code)
    _check_heights(lines)
    known = [(inner[key], ending[key]) for key in inner if key in ending and key[1] in _JOINING]
    unjoined = sum(bool(one & other) for one, other in known)
    if wrong > right or unjoined * 2 > len(known):
        raise CaptureError(
            "the PDF shows its Arabic or Hebrew letters back to front and unjoined, as a program "
            "draws them that does not know the script: save the source as HTML, and capture that"
        )


def _check_heights(lines: Sequence[VisualLine]) -> None:
    """Nothing, where the letters of words stand beside one another."""
    pairs = higher = 0
    for line in lines:
        for one, two in pairwise(line.units):
            if runs_from_right(one.text) and runs_from_right(two.text) and one.size == two.size:
                pairs += 1
                higher += abs(_height(one) - _height(two)) > _LEVEL * one.size
    if higher * _FEW > pairs:
        raise CaptureError(
            "the PDF has letters that stand above one another (Nastaliq), whose order is not "
            "sure: save the source as HTML, and capture that"
        )


def _height(unit: Unit) -> float:
    return unit.baseline + unit.glyph.raised


def _words(line: VisualLine) -> Iterator[list[Unit]]:
    """Words of two letters or more that run from the right, as they are seen."""
    word: list[Unit] = []
    for unit in line.units:
        gap = word and unit.start - word[-1].end > 0.2 * unit.size
        if gap or not runs_from_right(unit.text):
            if len(word) > 1:
                yield word
            word = []
        if runs_from_right(unit.text):
            word.append(unit)
    if len(word) > 1:
        yield word
