"""The text of a PDF, page after page."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Any

from sourcebook.capture.errors import CaptureError
from sourcebook.capture.pdf.document import ReadPage, read_pages
from sourcebook.capture.pdf.joined_letters import check_letters
from sourcebook.capture.pdf.line_text import count_letters
from sourcebook.capture.pdf.page_lines import PageLine, page_lines
from sourcebook.capture.pdf.running_heads import running_heads
from sourcebook.capture.pdf.seen import has_page_picture, seen_glyphs
from sourcebook.quotes.asides import escape, mark

_LEAST = 20
"""A page of a text has more letters than this; a picture of one has a page number at most."""
_MOST_UNREAD = 3
"""Where more than one line in so many is not sure, the whole is not."""
UNREAD = "\ufffd"
"""What stands for a line whose order of reading nobody can know; nothing of it can be quoted."""


@dataclass(frozen=True, slots=True)
class PdfText:
    """The text of a PDF.

    `machine_read`: a program read it in pictures of the pages. `unread` are the lines whose order
    of reading is not sure, as page and line, `pictures` the pages without any text.
    """

    text: str
    machine_read: bool
    unread: tuple[tuple[int, int], ...]
    pictures: tuple[int, ...]

    def to_json(self) -> dict[str, Any]:
        """The same in what JSON has."""
        return asdict(self)

    @classmethod
    def from_json(cls, said: dict[str, Any]) -> "PdfText":
        """What `to_json` gave, after JSON."""
        unread = tuple((page, line) for page, line in said["unread"])
        return cls(said["text"], said["machine_read"], unread, tuple(said["pictures"]))


@dataclass(frozen=True, slots=True)
class _Page:
    number: int
    lines: list[PageLine]
    values: tuple[str, ...]
    machine_read: bool
    picture: bool

    @property
    def from_right(self) -> list[PageLine]:
        """The lines that have letters which run from right to left."""
        return [line for line in self.lines if count_letters(line.pieces)[1]]


def read_pdf(data: bytes) -> PdfText:
    """The text of a PDF, page after page.

    Raises:
        CaptureError: it is encrypted, damaged or scanned, or has letters that run from right to
            left whose order is not known.
    """
    pages = [_page(one) for one in read_pages(data)]
    _check_text(pages)
    heads = running_heads([page.lines for page in pages])
    unread = tuple(_unread(pages, heads))
    text = "\n\n".join(_page_text(*one) for one in zip(pages, heads, strict=True))
    pictures = tuple(page.number for page in pages if page.picture)
    return PdfText(text, any(page.machine_read for page in pages), unread, pictures)


def _page(read: ReadPage) -> _Page:
    seen = seen_glyphs(read.drawn, read.strike_outs)
    lines = page_lines(read.drawn, seen)
    letters = sum(len(line.pieces) for line in lines)
    picture = letters < _LEAST and has_page_picture(read.drawn)
    return _Page(read.drawn.number, lines, read.field_values, seen.machine_read, picture)


def _check_text(pages: list[_Page]) -> None:
    letters = sum(
        piece.text.isalnum() for page in pages for line in page.lines for piece in line.pieces
    )
    letters += sum(
        character.isalnum() for page in pages for value in page.values for character in value
    )
    if (letters < _LEAST * len(pages) and letters < _LEAST * 10) or all(
        page.picture for page in pages
    ):
        raise CaptureError(
            f"the {len(pages)} pages of the PDF hold pictures and no text: have a program read "
            "them (OCR), and capture its text"
        )
    for page in pages:
        if page.machine_read and page.from_right:
            raise CaptureError(
                f"a program read page {page.number} of the PDF off a picture (OCR), and put its "
                "letters there back to front: type out what you quote in a text file, and "
                "capture that"
            )
    check_letters([line.line for page in pages for line in page.lines])


def _unread(pages: list[_Page], heads: list[set[int]]) -> Iterator[tuple[int, int]]:
    """The lines that cannot be read, as page and line; running heads are none."""
    unread = [
        (page.number, index + 1)
        for page, repeated in zip(pages, heads, strict=True)
        for index, line in enumerate(page.lines)
        if line.text is None and index not in repeated
    ]
    if len(unread) * _MOST_UNREAD > sum(len(page.from_right) for page in pages):
        page, line = unread[0]
        raise CaptureError(
            f"the order of reading is not sure in {len(unread)} of the lines of the PDF (line "
            f"{line} of page {page} is the first), where letters from right to left stand beside "
            "others: save the source as HTML, and capture that"
        )
    yield from unread


def _page_text(page: _Page, heads: set[int]) -> str:
    texts = [UNREAD if line.text is None else line.text for line in page.lines]
    lines = [mark("page", text) if index in heads else text for index, text in enumerate(texts)]
    if page.picture:
        lines.append(UNREAD)
    return "\n".join([*lines, *map(escape, page.values)])
