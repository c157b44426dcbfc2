"""A page as a file: its characters decoded, and what is not in its text counted."""

import codecs
import re

from sourcebook.capture.encoding import decode
from sourcebook.capture.html.visible_text import PageText
from sourcebook.capture.read_text import ReadText

_BEGINNING = 4096
_COMMENT = re.compile(rb"<!--.*?-->", re.DOTALL)
_DECLARED = re.compile(
    rb"<meta\b[^>]*?\bcharset\s*=\s*[\"']?\s*([\w.:-]+)|<\?xml[^>]*?\bencoding\s*=\s*[\"']([\w.:-]+)",
    re.IGNORECASE,
)


def page_text(data: bytes, encoding: str | None = None) -> ReadText:
    """The visible text of an HTML page, a line for each block.

    Raises:
        CaptureError: its encoding is unknown or wrong.
    """
    return read_page(decode(data, declared_encoding(data), encoding), {})


def mail_page(data: bytes, declared: str | None, encoding: str | None) -> str:
    """The text of a mail that is a page, with what it quotes as asides.

    Raises:
        CaptureError: its encoding is unknown or wrong.
    """
    page = decode(data, declared or declared_encoding(data), encoding)
    return PageText(is_mail=True).read(page)


def read_page(page: str, saved: dict[str, str]) -> ReadText:
    """The visible text of a page; `saved` are the pages of its frames, by their addresses."""
    reading = PageText(saved)
    text = reading.read(page)
    left_out = []
    if reading.unseen:
        left_out.append(f"passages that the page hides ({reading.unseen})")
    if reading.frames:
        left_out.append(f"frames that are pages of their own ({reading.frames})")
    return ReadText(text, left_out=tuple(left_out))


def declared_encoding(data: bytes) -> str | None:
    """The encoding that a page says it has, where that is a known one (HTML, 13.2.3.2)."""
    match = _DECLARED.search(_COMMENT.sub(b"", data[:_BEGINNING]))
    name = (match[1] or match[2]).decode("ascii", "replace").lower() if match else ""
    try:
        codecs.lookup(name)
    except (LookupError, ValueError):
        return None
    return "utf-8" if name.startswith("utf-16") else name
