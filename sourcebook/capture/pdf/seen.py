"""Which glyphs of a page a reader sees, which lie over a picture of the text, which are struck."""

import math
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from pdfminer.utils import Rect

from sourcebook.capture.pdf.glyphs import Cover, DrawnPage, Glyph

_LEAST_SIZE = 0.8
"""Smaller letters cannot be seen, in points."""
_PAGE_PICTURE = 0.5
"""A picture that is so large a part of the page is the page."""
_STRIKE = (0.12, 0.48)
"""How high above the baseline a line strikes words out, in sizes."""
_THIN = 0.2
"""It is no thicker than this, in sizes."""
_LONG = 0.9
"""It is at least so long, in widths of a letter."""
_THICKEST = 20.0
_ROW, _ROWS = 10.0, 2000
"""How high a row of the page is, in points, and how many there are at most."""


@dataclass(frozen=True, slots=True)
class SeenGlyphs:
    """The glyphs of a page that are read; `machine_read`: a program read them off a picture."""

    glyphs: list[Glyph]
    machine_read: bool = False
    struck: frozenset[int] = field(default_factory=frozenset)


class _Covers:
    """Areas by their height on the page, so that a glyph is compared with few of them."""

    def __init__(self, covers: Iterable[Cover]) -> None:
        self._rows: dict[int, list[Cover]] = defaultdict(list)
        for cover in covers:
            bottom, top = (
                max(-_ROWS, min(_ROWS, end / _ROW)) for end in (cover.box[1], cover.box[3])
            )
            for row in range(math.floor(bottom), math.floor(top) + 1):
                self._rows[row].append(cover)

    def crossing(self, across: float, low: float, high: float) -> list[Cover]:
        """The areas whose middle lies between two heights and which a place lies within."""
        rows = range(math.floor(low / _ROW), math.floor(high / _ROW) + 1)
        found = (cover for row in rows for cover in self._rows.get(row, ()))
        return [
            one
            for one in found
            if one.box[0] <= across <= one.box[2] and low <= (one.box[1] + one.box[3]) / 2 <= high
        ]

    def at(self, point: tuple[float, float]) -> list[Cover]:
        """The areas in which a point lies."""
        row = self._rows.get(math.floor(point[1] / _ROW), ())
        return [cover for cover in row if cover.holds(point)]


def seen_glyphs(page: DrawnPage, strike_outs: Iterable[Rect] = ()) -> SeenGlyphs:
    """What a reader sees of a page, or what a machine read in the picture that it is."""
    inside = [glyph for glyph in page.glyphs if _is_inside(page.box, glyph)]
    pictures = [one for one in page.images if _share(one.box, page.box) >= _PAGE_PICTURE]
    areas = _Covers(one for one in page.fills if one.box[3] - one.box[1] >= _LEAST_SIZE)
    images = _Covers(page.images)
    visible = [one for one in inside if not _is_hidden(one, areas, images, pictures)]
    if pictures and len(visible) * 2 < len(inside):
        return SeenGlyphs(inside, machine_read=True)
    marked = _Covers(Cover(box, 0) for box in strike_outs)
    lines = _Covers(Cover(box, 0) for box in page.strokes if box[3] - box[1] <= _THICKEST)
    struck = frozenset(one.order for one in visible if _is_struck(one, lines, marked))
    return SeenGlyphs(visible, struck=struck)


def has_page_picture(page: DrawnPage) -> bool:
    """Whether a picture is the page, or most of it."""
    return sum(_share(one.box, page.box) for one in page.images) >= _PAGE_PICTURE


def _is_inside(box: Rect, glyph: Glyph) -> bool:
    across, up = glyph.centre
    inside = box[0] <= across <= box[2] and box[1] <= up <= box[3]
    return inside and glyph.size >= _LEAST_SIZE


def _is_hidden(glyph: Glyph, areas: _Covers, images: _Covers, pictures: list[Cover]) -> bool:
    """Whether a glyph is not drawn, is white on paper, or lies under something."""
    if not glyph.seen:
        return True
    fills, shown = areas.at(glyph.centre), images.at(glyph.centre)
    over = [one for one in fills if one.white or one.black]
    over += [one for one in shown if one in pictures]
    if any(one.order > glyph.order for one in over):
        return True
    ground = [one for one in (*fills, *shown) if one.order <= glyph.order]
    return glyph.white and (not ground or ground[-1].white)


def _is_struck(glyph: Glyph, lines: _Covers, marked: _Covers) -> bool:
    if marked.at(glyph.centre):
        return True
    if glyph.angle or not glyph.text.strip():
        return False
    middle = glyph.start + glyph.width / 2
    low, high = (glyph.baseline + part * glyph.size for part in _STRIKE)
    near = lines.crossing(middle, low, high)
    return any(
        one.box[3] - one.box[1] <= _THIN * glyph.size
        and one.box[2] - one.box[0] >= _LONG * glyph.width
        for one in near
    )


def _share(box: Rect, page: Rect) -> float:
    """What part of a page a box covers."""
    wide = max(0.0, min(box[2], page[2]) - max(box[0], page[0]))
    high = max(0.0, min(box[3], page[3]) - max(box[1], page[1]))
    area = (page[2] - page[0]) * (page[3] - page[1])
    return wide * high / area if area else 0.0
