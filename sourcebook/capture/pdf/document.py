"""A PDF opened, and its pages drawn; whatever a broken one does is an error with a way out."""

import logging
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from pdfminer.pdfdocument import PDFDocument, PDFPasswordIncorrect
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import resolve1
from pdfminer.utils import Rect

from sourcebook.capture.errors import CaptureError
from sourcebook.capture.pdf.annotations import field_values, strike_outs
from sourcebook.capture.pdf.drawing import GlyphDevice
from sourcebook.capture.pdf.glyphs import DrawnPage

MOST_PAGES = 5000


@dataclass(frozen=True, slots=True)
class ReadPage:
    """A page as drawn, and what annotations add: words struck out, values of form fields."""

    drawn: DrawnPage
    strike_outs: tuple[Rect, ...]
    field_values: tuple[str, ...]


def read_pages(data: bytes) -> Iterator[ReadPage]:
    """The pages of a PDF, one after the other.

    Raises:
        CaptureError: it is encrypted, damaged, or has too many pages.
    """
    logging.getLogger("pdfminer").setLevel(logging.CRITICAL)
    try:
        yield from _pages(_open(data))
    except CaptureError:
        raise
    except PDFPasswordIncorrect:
        message = "the PDF is encrypted: print it into a new PDF without a password"
        raise CaptureError(message) from None
    except RecursionError:
        raise _unreadable("its parts contain one another") from None
    except MemoryError:
        raise _unreadable("it takes more memory than there is") from None
    except Exception as error:
        raise _unreadable(str(error) or type(error).__name__) from None


def _unreadable(why: str) -> CaptureError:
    return CaptureError(f"the PDF cannot be read ({why[:200]}): print it into a new PDF")


def _open(data: bytes) -> PDFDocument:
    document = PDFDocument(PDFParser(BytesIO(data)))
    form: Any = resolve1(document.catalog.get("AcroForm"))
    if isinstance(form, dict) and "XFA" in form and not resolve1(form.get("Fields")):
        raise CaptureError(
            "the PDF is a form that only Adobe's programs show (XFA): print it into a new PDF there"
        )
    return document


def _pages(document: PDFDocument) -> Iterator[ReadPage]:
    resources = PDFResourceManager()
    device = GlyphDevice(resources)
    interpreter = PDFPageInterpreter(resources, device)
    number = 0
    for number, page in enumerate(PDFPage.create_pages(document), 1):
        if number > MOST_PAGES:
            raise CaptureError(f"the PDF has more than {MOST_PAGES:,} pages: divide it")
        interpreter.process_page(page)
        device.page.number = number
        yield ReadPage(device.page, strike_outs(page), field_values(page))
    if not number:
        raise _unreadable("it has no pages")
