"""A single file as PDF, by a library that is installed only where somebody wants it."""

from importlib import import_module
from typing import Any, NoReturn

from sourcebook.outputs.paint import painted

_MISSING = (
    "a PDF needs the library WeasyPrint, which {}: pip install 'sourcebook[pdf]' "
    "(its manual names what it needs of the system), or print the HTML file from a browser"
)


class PdfFault(Exception):  # noqa: N818 - something outside the program stands in the way
    """No PDF can be made here; the message says what to do."""


def library() -> Any:
    """WeasyPrint. Raises PdfFault where it is not installed, or misses what it needs itself."""
    try:
        return import_module("weasyprint")
    except ModuleNotFoundError as error:
        what = "is not installed" if error.name == "weasyprint" else f"misses {error.name}"
        raise PdfFault(_MISSING.format(what)) from None
    except OSError as error:
        raise PdfFault(_MISSING.format(f"does not work here ({error})")) from None


def pdf(html: bytes) -> bytes:
    """An HTML file that holds everything as a tagged PDF (PDF/UA-1), A4. Raises PdfFault."""
    document = library().HTML(string=painted(html.decode()), url_fetcher=_nothing)
    made: bytes = document.write_pdf(pdf_variant="pdf/ua-1")
    return made


def _nothing(url: str, *_: object, **__: object) -> NoReturn:
    raise ValueError(f"{url}: a single file loads nothing")
