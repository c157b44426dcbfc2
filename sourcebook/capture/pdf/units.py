"""Glyphs to units: a letter with its marks, or a ligature, or a space."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from sourcebook.capture.pdf.glyphs import UNKNOWN, DrawnPage, Glyph
from sourcebook.capture.pdf.letters import (
    has_characters,
    is_mark,
    plain_letters,
    runs_from_right,
    same_characters,
)

_MOST_IN_SPAN = 8
"""A part with a text of its own that has more glyphs is no letter: its glyphs are read."""
_OF_SHIN = re.compile("[\u05c1\u05c2]")
"""Points that no letter has but shin; some fonts name other points by them."""
_FARTHEST = 1.5
"""A mark lies no farther from its letter, in sizes."""


@dataclass(frozen=True, slots=True)
class Unit:
    """What is not taken apart when a line is read. Lengths are those of `Glyph`."""

    text: str
    start: float
    end: float
    glyph: Glyph

    @property
    def is_space(self) -> bool:
        """Whether it is white space."""
        return not self.text.strip()

    @property
    def is_mark(self) -> bool:
        """Whether it is marks only, or a glyph without a width that may be one."""
        return is_mark(self.text) or (self.text == UNKNOWN and self.end - self.start < 0.01)

    @property
    def baseline(self) -> float:
        """How high it lies."""
        return self.glyph.baseline

    @property
    def size(self) -> float:
        """The size of its letters."""
        return self.glyph.size


def units_of(page: DrawnPage, glyphs: Sequence[Glyph]) -> list[Unit]:
    """The units of the glyphs of a page, in the order in which these were drawn."""
    clusters = [
        unit
        for span, part in groupby(glyphs, key=lambda glyph: glyph.span)
        for unit in _clusters(list(part), page.spans.get(span))
    ]
    return _with_marks([unit for unit in clusters if not _is_invisible(unit)])


def _is_invisible(unit: Unit) -> bool:
    """Whether it is a character without a shape, such as a joiner or a mark of direction."""
    narrow = unit.end - unit.start < 0.01
    if unit.is_space or unit.text == "\u00ad":
        return narrow
    return all(unicodedata.category(one) == "Cf" for one in unit.text)


def _clusters(glyphs: list[Glyph], spoken: str | None) -> list[Unit]:
    """Each glyph alone, or what the PDF itself says that several stand for."""
    alone = [Unit(plain_letters(one.text), one.start, one.end, one) for one in glyphs]
    if not spoken or len(glyphs) > _MOST_IN_SPAN:
        return alone
    drawn = "".join(one.text for one in glyphs if one.width or is_mark(one.text))
    if not drawn.strip() and all(unicodedata.category(one) == "Cf" for one in spoken):
        return []
    known = drawn.replace(UNKNOWN, "")
    unknown = any(one.text == UNKNOWN for one in glyphs)
    if not (has_characters(spoken, known) if unknown else same_characters(known, spoken)):
        return alone
    letters = [one for one in glyphs if not is_mark(one.text)] or glyphs
    start, end = min(one.start for one in letters), max(one.end for one in letters)
    return [Unit(plain_letters(spoken), start, end, letters[0])]


def _with_marks(clusters: list[Unit]) -> list[Unit]:
    """Marks put to their letters: each to the one beside it in the order of drawing."""
    first = _marks_come_first(clusters)
    marks: dict[int, list[Unit]] = {}
    for index, unit in enumerate(clusters):
        if unit.is_mark:
            marks.setdefault(_letter_of(clusters, index, first), []).append(unit)
    return [
        _marked(unit, marks.get(index, [])) if marks else unit
        for index, unit in enumerate(clusters)
        if not unit.is_mark
    ]


def _marks_come_first(clusters: list[Unit]) -> bool:
    """Whether the marks of letters that run from the right are drawn before them.

    Programs that shape text draw it from left to right, each mark before its letter: so no mark
    ends a word, seen from left to right.
    """
    at_end = at_start = 0
    for before, unit, behind in zip(clusters, clusters[1:], [*clusters[2:], None], strict=False):
        if unit.is_mark:
            at_end += runs_from_right(before.text) and (behind is None or behind.is_space)
            at_start += before.is_space and behind is not None and runs_from_right(behind.text)
    return at_start >= at_end


def _letter_of(clusters: list[Unit], index: int, first: bool) -> int:
    """The index of the letter that a mark belongs to; -1 where there is none near it."""
    before = next((i for i in range(index - 1, -1, -1) if not clusters[i].is_mark), -1)
    behind = next((i for i in range(index + 1, len(clusters)) if not clusters[i].is_mark), -1)
    leftward = (
        min(before, behind) >= 0
        and runs_from_right(clusters[behind].text)
        and (clusters[behind].start >= clusters[before].start or clusters[before].is_space)
    )
    order = (
        (behind, before) if behind >= 0 and (leftward or before < 0) and first else (before, behind)
    )
    mark = clusters[index]
    near = [one for one in order if one >= 0 and _is_near(mark, clusters[one])]
    return near[0] if near else -1


def _is_near(mark: Unit, letter: Unit) -> bool:
    size = max(mark.size, letter.size)
    distance = max(letter.start - mark.end, mark.start - letter.end)
    return (
        not letter.is_space
        and mark.glyph.angle == letter.glyph.angle
        and distance <= _FARTHEST * size
        and abs(mark.baseline - letter.baseline) <= _FARTHEST * size
    )


def _marked(letter: Unit, marks: list[Unit]) -> Unit:
    each = dict.fromkeys(character for one in marks for character in one.text)
    text = plain_letters(letter.text + "".join(each))
    if letter.text[:1] != "ש":
        text = _OF_SHIN.sub("", text)
    return Unit(text, letter.start, letter.end, letter.glyph)
