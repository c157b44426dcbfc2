"""A PDF to its text, in the order of reading; what cannot be trusted is refused."""

from sourcebook.capture.pdf.read_pdf import PdfText, read_pdf

__all__ = ["PdfText", "pdf_text", "read_pdf"]


def pdf_text(data: bytes) -> str:
    """The text of a PDF, page after page.

    Raises:
        CaptureError: it is encrypted, damaged or scanned, or has letters that run from right to
            left whose order is not known.
    """
    return read_pdf(data).text
