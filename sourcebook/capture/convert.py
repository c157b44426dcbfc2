"""A file to the text that is captured of it."""

import re
from dataclasses import dataclass

from sourcebook.capture import media_types
from sourcebook.capture.encoding import decode
from sourcebook.capture.errors import CaptureError
from sourcebook.quotes.captures import MAX_CAPTURE

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff]")
_LINE = re.compile(r"\r\n?|[\x0c\x85\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class ConvertedFile:
    """The text of a file in lines, each ended, and the media type of the file."""

    text: str
    media_type: str


def convert_file(data: bytes, file_name: str, encoding: str | None = None) -> ConvertedFile:
    """The whole text of a file, whose name says what it is where its bytes do not.

    Raises:
        CaptureError: it is empty, too large, of another kind, or holds no text.
    """
    if not data.strip():
        raise CaptureError("it is empty")
    if len(data) > MAX_CAPTURE:
        raise CaptureError(f"it has {len(data):,} bytes, but may have {MAX_CAPTURE:,}: divide it")
    kind = media_types.media_type_of(data, file_name)
    text = _LINE.sub("\n", _text(kind, data, encoding))
    text = "\n".join(line.rstrip() for line in _CONTROL.sub("", text).split("\n")).strip("\n")
    if not text.strip():
        raise CaptureError("there is no text in it")
    return ConvertedFile(f"{text}\n", kind)


def _text(kind: str, data: bytes, encoding: str | None) -> str:
    if kind == media_types.TEXT:
        return decode(data, None, encoding)
    if kind == media_types.PDF:
        from sourcebook.capture.pdf import pdf_text  # noqa: PLC0415 - a build does not pay for it

        return pdf_text(data)
    from sourcebook.capture import html  # noqa: PLC0415 - a build does not pay for it

    return (html.mhtml_text if kind == media_types.MHTML else html.html_text)(data, encoding)
