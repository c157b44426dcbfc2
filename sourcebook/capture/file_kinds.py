"""The kinds of files that are read, each with its reader and that reader's version.

A reader gets a new version when it makes another text of the same bytes. A capture says which one
made it; where it says none, that was the first. Media types are those of RFC 2046 and the registry
of IANA; those with x- are ours.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FileKind:
    """A kind of file: what people call it, its media type, and the reader's name and version."""

    label: str
    media_type: str
    reader: str
    version: int = 1

    @property
    def reader_version(self) -> str:
        """The reader as a capture names it."""
        return f"{self.reader} {self.version}"


TEXT = FileKind("text", "text/plain", "text")
HTML = FileKind("a page", "text/html", "html", 2)
MHTML = FileKind("a saved page", "multipart/related", "html", 2)
PDF = FileKind("a PDF", "application/pdf", "pdf", 2)
WARC = FileKind("a web archive", "application/warc", "html", 2)
WORD = FileKind(
    "a Word document",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "word",
)
MAIL = FileKind("a mail", "message/rfc822", "mail")
CAPTIONS = FileKind("captions", "text/vtt", "captions")
SUBTITLES = FileKind("captions", "application/x-subrip", "captions")
TIMED_TEXT = FileKind("captions", "application/ttml+xml", "captions")
WHATSAPP = FileKind("a chat of WhatsApp", "text/x-whatsapp", "chat")
TELEGRAM = FileKind("a chat of Telegram", "application/x-telegram", "chat")
HOCR = FileKind("what a machine read (hOCR)", "text/x-hocr", "ocr")
ALTO = FileKind("what a machine read (ALTO)", "application/x-alto", "ocr")
OCR_TABLE = FileKind("what a machine read (Tesseract)", "text/x-tesseract", "ocr")
TABLE = FileKind("a table", "text/csv", "table")
MARKDOWN = FileKind("a text in Markdown", "text/markdown", "html", 2)

KINDS = (
    TEXT, HTML, MHTML, PDF, WARC, WORD, MAIL, CAPTIONS, SUBTITLES, TIMED_TEXT, WHATSAPP, TELEGRAM,
    HOCR, ALTO, OCR_TABLE, TABLE, MARKDOWN,
)  # fmt: skip
_BY_MEDIA_TYPE = {kind.media_type: kind for kind in KINDS}


def outdated_reader(media_type: str | None, reader: str | None) -> str:
    """The reader that a file of a media type has now, where another one is named; else nothing."""
    kind = _BY_MEDIA_TYPE.get(media_type or "")
    if kind is None:
        return ""
    return "" if (reader or f"{kind.reader} 1") == kind.reader_version else kind.reader_version
