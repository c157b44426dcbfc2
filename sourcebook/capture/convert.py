"""A file to the text that is captured of it."""

import re
from dataclasses import dataclass

from sourcebook.capture import kinds
from sourcebook.capture.encoding import decoded
from sourcebook.capture.errors import CaptureError
from sourcebook.quotes.captures import MAX_CAPTURE

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff]")
_LINE = re.compile(r"\r\n?|[\x0c\x85\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class Converted:
    """The text of a file in lines, each ended, and the media type of the file."""

    text: str
    media_type: str


def converted(data: bytes, name: str, encoding: str | None = None) -> Converted:
    """The whole text of a file with this name. Raises CaptureError where it has none."""
    if not data.strip():
        raise CaptureError("it is empty")
    if len(data) > MAX_CAPTURE:
        raise CaptureError(f"it has {len(data):,} bytes, but may have {MAX_CAPTURE:,}: divide it")
    kind = kinds.kind_of(data, name)
    text = _LINE.sub("\n", _text(kind, data, encoding))
    text = "\n".join(line.rstrip() for line in _CONTROL.sub("", text).split("\n")).strip("\n")
    if not text.strip():
        raise CaptureError("there is no text in it")
    return Converted(f"{text}\n", kind)


def _text(kind: str, data: bytes, encoding: str | None) -> str:
    if kind == kinds.TEXT:
        return decoded(data, None, encoding)
    if kind == kinds.PDF:
        from sourcebook.capture.pdf import pdf_text  # noqa: PLC0415 - a build does not pay for it

        return pdf_text(data)
    from sourcebook.capture import html  # noqa: PLC0415 - a build does not pay for it

    return (html.saved_text if kind == kinds.SAVED else html.page_text)(data, encoding)
