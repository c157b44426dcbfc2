"""What reads each kind of file; each reader is imported when a file of its kind is captured."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from importlib import import_module
from typing import cast

from sourcebook.capture import file_kinds as kinds
from sourcebook.capture.encoding import decode
from sourcebook.capture.errors import CaptureError
from sourcebook.capture.file_kinds import FileKind
from sourcebook.capture.read_text import OCR, ReadText
from sourcebook.capture.recognise import recognise
from sourcebook.capture.web_archive import archived_page
from sourcebook.quotes import asides


@dataclass(frozen=True, slots=True)
class Asked:
    """What the editor says of a file: its encoding, and which page of an archive it is."""

    encoding: str | None = None
    address: str | None = None


Reader = Callable[[bytes, Asked], ReadText]


def _text(data: bytes, asked: Asked) -> ReadText:
    return ReadText(asides.escape(decode(data, None, asked.encoding)))


def _pdf(data: bytes, _asked: Asked) -> ReadText:
    from sourcebook.capture.pdf.apart import (  # noqa: PLC0415 - a build does not pay for it
        read_apart,
    )

    read = read_apart(data)
    left_out = [f"line {line} of page {page}" for page, line in read.unread]
    left_out += [f"the picture that page {page} is" for page in read.pictures]
    return ReadText(read.text, left_out=tuple(left_out), read_by=OCR if read.machine_read else "")


def _archive(data: bytes, asked: Asked) -> ReadText:
    page = archived_page(data, asked.address)
    kind = recognise(page.body, page.address)
    if kind is kinds.WARC:
        raise CaptureError("the web archive holds another one: take that out of it")
    read = READERS[kind](page.body, Asked(asked.encoding or page.encoding))
    return replace(read, found=(f"the page {page.address}", *read.found))


def _later(module: str, name: str, *, encoded: bool = True) -> Reader:
    """A reader that is imported when it is called; `encoded`: it is told the encoding."""

    def read(data: bytes, asked: Asked) -> ReadText:
        reader = getattr(import_module(f"sourcebook.capture.{module}"), name)
        return cast(ReadText, reader(data, asked.encoding) if encoded else reader(data))

    return read


READERS: Mapping[FileKind, Reader] = {
    kinds.TEXT: _text,
    kinds.PDF: _pdf,
    kinds.WARC: _archive,
    kinds.HTML: _later("html", "page_text"),
    kinds.MHTML: _later("html", "saved_page_text"),
    kinds.WORD: _later("word", "word_text", encoded=False),
    kinds.MAIL: _later("mail", "mail_text"),
    kinds.CAPTIONS: _later("captions", "captions_text"),
    kinds.SUBTITLES: _later("captions", "captions_text"),
    kinds.TIMED_TEXT: _later("captions", "timed_text", encoded=False),
    kinds.WHATSAPP: _later("chats", "whatsapp_text"),
    kinds.TELEGRAM: _later("chats", "telegram_text", encoded=False),
    kinds.HOCR: _later("machine_text", "hocr_text"),
    kinds.ALTO: _later("machine_text", "alto_text", encoded=False),
    kinds.OCR_TABLE: _later("machine_text", "table_text"),
    kinds.TABLE: _later("tables", "table_rows"),
    kinds.MARKDOWN: _later("tables", "markdown_text"),
}
"""The reader of each kind of file; one that is not imported yet by its module and its name."""
