"""A single file as PDF, by a library that is installed only where somebody wants it."""

from importlib import import_module
from typing import Any

from sourcebook.briefing.pdf_style import painted

_MISSING = (
    "a PDF needs the library WeasyPrint, which {}: pip install 'sourcebook[pdf]' "
    "(its manual names what it needs of the system), or print the HTML file from a browser"
)


class PdfError(Exception):
    """No PDF can be made here; the message says what to do."""


def library() -> Any:
    """WeasyPrint. Raises PdfError where it is not installed, too old, or misses what it needs."""
    try:
        found = import_module("weasyprint")
    except ModuleNotFoundError as error:
        what = "is not installed" if error.name == "weasyprint" else f"misses {error.name}"
        raise PdfError(_MISSING.format(what)) from None
    except OSError as error:
        raise PdfError(_MISSING.format(f"does not work here ({error})")) from None
    if not hasattr(found, "URLFetcher"):  # before 68.0
        raise PdfError(_MISSING.format("is too old here"))
    return found


def pdf(html: bytes) -> bytes:
    """An HTML file that holds everything as a tagged PDF (PDF/UA-1), A4. Raises PdfError."""
    weasyprint = library()
    inside = weasyprint.URLFetcher(allowed_protocols=["data"])
    document = weasyprint.HTML(string=painted(html.decode()), url_fetcher=inside)
    made: bytes = document.write_pdf(pdf_variant="pdf/ua-1")
    return made
