"""A page that a browser saved with all its parts (MHTML, RFC 2557)."""

from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default

from sourcebook.capture.encoding import decode
from sourcebook.capture.errors import CaptureError
from sourcebook.capture.html.page import declared_encoding, read_page
from sourcebook.capture.read_text import ReadText


def saved_page_text(data: bytes, encoding: str | None = None) -> ReadText:
    """The text of a saved page, with that of its frames where they stand.

    Raises:
        CaptureError: there is no HTML page in it, or its encoding is unknown or wrong.
    """
    message = message_from_bytes(data, _class=EmailMessage, policy=default)
    pages = [part for part in message.walk() if _is_page(part)]
    if not pages:
        raise CaptureError("there is no page in it: save the source as HTML or PDF")
    start = str(message.get_param("start") or "")
    first = next((part for part in pages if start and part["Content-ID"] == start), pages[0])
    written = {part: _page_of(part, encoding) for part in pages}
    others = [part for part in pages if part is not first]
    frames = {address: written[part] for part in others for address in _addresses(part)}
    return read_page(written[first], frames)


def _is_page(part: EmailMessage) -> bool:
    return part.get_content_type() in ("text/html", "application/xhtml+xml")


def _page_of(part: EmailMessage, encoding: str | None) -> str:
    page = part.get_payload(decode=True)
    data = page if isinstance(page, bytes) else b""
    return decode(data, part.get_content_charset() or declared_encoding(data), encoding)


def _addresses(part: EmailMessage) -> list[str]:
    """What a frame may call a part: by its id as cid:, or by the address that it had."""
    name = str(part["Content-ID"] or "").strip("<> ")
    place = str(part["Content-Location"] or "").strip()
    return [one for one in (f"cid:{name}" if name else "", place) if one]
