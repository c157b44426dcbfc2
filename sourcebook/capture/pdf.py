"""The text of a PDF, page after page."""

from io import BytesIO

from pypdf import PdfReader
from pypdf.errors import PyPdfError

from sourcebook.capture.errors import CaptureError

_LEAST = 20
"""A page of a text has more letters than this; a picture of one has a page number at most."""


def pdf_text(data: bytes) -> str:
    """The text of a PDF, page after page.

    Raises:
        CaptureError: it is encrypted, damaged or scanned.
    """
    try:
        reader = PdfReader(BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise CaptureError("the PDF is encrypted: print it into a new PDF without a password")
        pages = [page.extract_text() for page in reader.pages]
    except CaptureError:
        raise
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, OSError) as error:
        raise CaptureError(f"the PDF cannot be read ({error}): print it into a new PDF") from None
    letters = sum(character.isalnum() for page in pages for character in page)
    if letters < _LEAST * len(pages) and letters < _LEAST * 10:
        raise CaptureError(
            f"the {len(pages)} pages of the PDF hold pictures and no text: have a program read "
            "them (OCR), and capture its text"
        )
    return "\n\n".join(pages)
