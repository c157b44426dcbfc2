"""The pages of a PDF drawn, and what is drawn written down.

The reader is pdfminer.six: it hands out each glyph with its own place and the text that the font
says it stands for, in no order but that in which they are drawn.
"""

# ruff: noqa: ARG002 - the class that is extended says which arguments there are
import math
import re
from collections.abc import Sequence

from pdfminer.pdfcolor import PDFColorSpace
from pdfminer.pdfdevice import PDFTextDevice, PDFTextSeq
from pdfminer.pdffont import PDFFont, PDFUnicodeNotDefined
from pdfminer.pdfinterp import PDFGraphicState, PDFStackT, PDFTextState
from pdfminer.pdfpage import PDFPage
from pdfminer.pdftypes import PDFStream, resolve1
from pdfminer.psparser import PSLiteral
from pdfminer.utils import (
    MATRIX_IDENTITY,
    Matrix,
    PathSegment,
    Point,
    Rect,
    apply_matrix_pt,
    decode_text,
)

from sourcebook.capture.errors import CaptureError
from sourcebook.capture.pdf.boxes import bounds, corners, subpaths
from sourcebook.capture.pdf.fills import is_black, is_white
from sourcebook.capture.pdf.glyphs import UNKNOWN, Cover, DrawnPage, Glyph

_UNSEEN_MODES = (3, 7)
"""The text rendering modes that draw nothing (ISO 32000-1, 9.3.6)."""
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
_MOST_GLYPHS = 500_000
"""A page that draws more letters is none that anybody reads."""


class GlyphDevice(PDFTextDevice):
    """Collects what the pages that it is shown draw."""

    def begin_page(self, page: PDFPage, ctm: Matrix) -> None:
        """Start a page."""
        box = bounds([apply_matrix_pt(ctm, point) for point in corners(page.cropbox)])
        self.page = DrawnPage(0, box)
        self._tags: list[int] = []
        self._run = self._span = 0
        self._mode = 0
        self._matrix = MATRIX_IDENTITY

    def begin_tag(self, tag: PSLiteral, props: PDFStackT | None = None) -> None:
        """Start a marked part; one that names its own text is remembered."""
        words = resolve1(props.get("ActualText")) if isinstance(props, dict) else None
        if isinstance(words, bytes):
            self._span += 1
            self.page.spans[self._span] = decode_text(words)
            self._tags.append(self._span)
        else:
            self._tags.append(self._tags[-1] if self._tags else -1)

    def end_tag(self) -> None:
        """End the marked part."""
        if self._tags:
            self._tags.pop()

    def render_string(
        self,
        textstate: PDFTextState,
        seq: PDFTextSeq,
        ncs: PDFColorSpace,
        graphicstate: PDFGraphicState,
    ) -> None:
        """Draw a string; where it begins at a place of its own, a run begins."""
        self._run += textstate.matrix != self._matrix
        self._matrix = textstate.matrix
        self._mode = textstate.render
        super().render_string(textstate, seq, ncs, graphicstate)

    def render_char(
        self,
        matrix: Matrix,
        font: PDFFont,
        fontsize: float,
        scaling: float,
        rise: float,
        cid: int,
        ncs: PDFColorSpace,
        graphicstate: PDFGraphicState,
    ) -> float:
        """Draw a glyph; gives how far the next one begins behind it."""
        if len(self.page.glyphs) > _MOST_GLYPHS:
            raise CaptureError("a page of the PDF draws too many letters: print it into a new PDF")
        advance = font.char_width(cid) * fontsize * scaling
        a, b, c, d, x, y = matrix
        if font.is_vertical():
            a, b = -c, -d
        angle = round(math.degrees(math.atan2(b, a))) if a or b else 0
        turn = math.radians(angle)
        start = x * math.cos(turn) + y * math.sin(turn)
        width = (-advance if font.is_vertical() else advance) * math.hypot(a, b)
        up = math.hypot(c, d) if a * d - b * c > 0 else -math.hypot(c, d)
        self.page.glyphs.append(
            Glyph(
                _text(font, cid),
                min(start, start + width),
                y * math.cos(turn) - x * math.sin(turn),
                abs(width),
                math.hypot(c, d) * abs(fontsize),
                angle % 360,
                rise * up,
                id(font),
                cid,
                len(self.page.glyphs),
                self._run,
                self._tags[-1] if self._tags else -1,
                self._mode not in _UNSEEN_MODES,
                is_white(graphicstate),
            )
        )
        return float(advance)

    def paint_path(
        self,
        graphicstate: PDFGraphicState,
        stroke: bool,
        fill: bool,
        evenodd: bool,
        path: Sequence[PathSegment],
    ) -> None:
        """Draw lines, or fill an area."""
        for points in subpaths(path) if stroke or fill else ():
            box = self._box(points)
            self.page.strokes.append(box)
            if fill:
                white, black = is_white(graphicstate), is_black(graphicstate)
                self.page.fills.append(Cover(box, len(self.page.glyphs), white, black))

    def render_image(self, name: str, stream: PDFStream) -> None:
        """Draw a picture, in the unit square as it then lies."""
        box = self._box(corners((0, 0, 1, 1)))
        self.page.images.append(Cover(box, len(self.page.glyphs)))

    def _box(self, points: Sequence[Point]) -> Rect:
        ctm = self.ctm or MATRIX_IDENTITY
        return bounds([apply_matrix_pt(ctm, point) for point in points])


def _text(font: PDFFont, cid: int) -> str:
    try:
        text = font.to_unichr(cid)
    except PDFUnicodeNotDefined:
        return UNKNOWN
    return text if text and not _CONTROL.search(text) else UNKNOWN
