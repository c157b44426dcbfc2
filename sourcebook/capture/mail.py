"""A mail to its text: what the sender wrote, and apart from it what the mail quotes of others.

After RFC 5322 and MIME (RFC 2045 to 2049), by the standard library; flowed text after RFC 3676.
"""

from collections.abc import Iterator
from email import message_from_bytes
from email.message import EmailMessage, MIMEPart
from email.policy import default

from sourcebook.capture.encoding import decode
from sourcebook.capture.errors import CaptureError
from sourcebook.capture.quoted_mail import set_quoted_apart
from sourcebook.capture.read_text import ReadText
from sourcebook.quotes import asides

_SHOWN = ("From", "Sender", "Reply-To", "To", "Cc", "Date")
_ENCRYPTED = ("multipart/encrypted", "application/pkcs7-mime", "application/x-pkcs7-mime")


def mail_text(data: bytes, encoding: str | None = None) -> ReadText:
    """The text of a mail: its head as an aside, its subject, and its body as a reader sees it.

    Raises:
        CaptureError: it is encrypted, has no text, or its encoding is unknown or wrong.
    """
    mail = message_from_bytes(data, _class=EmailMessage, policy=default)
    if any(part.get_content_type() in _ENCRYPTED for part in mail.walk()):
        raise CaptureError("the mail is encrypted: open it and save it as text, or print it to PDF")
    bodies = [*_bodies(mail)]
    if not bodies:
        raise CaptureError("there is no text in the mail: capture what is attached to it")
    texts, other = zip(*(_text_of(part, encoding) for part in bodies), strict=True)
    head = "".join(f"{asides.mark('message', line)}\n" for line in _head(mail))
    subject = asides.escape(_header(mail, "Subject"))
    left_out = [*_attached(mail), *(words for words in other if words)]
    return ReadText(f"{head}{subject}\n\n" + "\n\n".join(texts), left_out=tuple(left_out))


def _head(mail: EmailMessage) -> Iterator[str]:
    for name in _SHOWN:
        value = _header(mail, name)
        if value:
            yield asides.escape(f"{name}: {value}")


def _header(mail: EmailMessage, name: str) -> str:
    return " ".join(str(mail.get(name) or "").split())


_Body = tuple[MIMEPart, MIMEPart | None]
"""A part that is shown, and the plain one that stands for it where it is a page."""


def _bodies(part: MIMEPart) -> Iterator[_Body]:
    """The parts that a reader sees one after another."""
    kind = part.get_content_type()
    if kind == "multipart/alternative":
        shown = [*part.iter_parts()]
        plain = next((one for one in shown if one.get_content_type() == "text/plain"), None)
        last = next((body for one in reversed(shown) for body in _bodies(one)), None)
        if last is not None:
            yield last[0], (plain if plain is not last[0] else None)
    elif kind == "multipart/related":
        yield from _bodies(next(part.iter_parts()))
    elif part.is_multipart() and kind != "message/rfc822":
        for one in part.iter_parts():
            yield from _bodies(one)
    elif kind in ("text/plain", "text/html") and part.get_content_disposition() != "attachment":
        yield part, None


def _text_of(body: _Body, encoding: str | None) -> tuple[str, str]:
    """The text of a part, and what is to be said of the plain one beside it."""
    part, plain = body
    text = _read(part, encoding)
    if plain is None:
        return text, ""
    same = _words(text) == _words(_read(plain, encoding))
    return text, "" if same else "the plain text beside the page, which reads otherwise"


def _read(part: MIMEPart, encoding: str | None) -> str:
    content = part.get_payload(decode=True)
    data = content if isinstance(content, bytes) else b""
    declared = part.get_content_charset()
    if part.get_content_type() == "text/html":
        from sourcebook.capture.html import mail_page  # noqa: PLC0415 - not every mail is a page

        return set_quoted_apart(mail_page(data, declared, encoding))
    text = asides.escape(decode(data, declared, encoding)).replace("\r\n", "\n")
    flowed = str(part.get_param("format") or "").lower() == "flowed"
    joined = str(part.get_param("delsp") or "").lower() == "yes"
    return set_quoted_apart(_unflowed(text, joined=joined) if flowed else text)


def _unflowed(text: str, *, joined: bool) -> str:
    """A flowed text with its paragraphs on one line each."""
    lines: list[str] = []
    flows = False
    for line in text.split("\n"):
        depth = len(line) - len(line.lstrip(">"))
        own = line[depth:].removeprefix(" ")
        before = lines[-1] if lines else ""
        if flows and len(before) - len(before.lstrip(">")) == depth:
            lines[-1] = (before.removesuffix(" ") if joined else before) + own
        else:
            lines.append(">" * depth + (" " if depth else "") + own)
        flows = own.endswith(" ") and own != "-- "
    return "\n".join(lines)


def _words(text: str) -> list[str]:
    return "".join(one if one.isalnum() else " " for one in asides.running(text)).split()


def _attached(mail: EmailMessage) -> Iterator[str]:
    for part in mail.walk():
        kind, name = part.get_content_type(), part.get_filename()
        if kind == "message/rfc822":
            yield "a mail attached to it"
        elif part.get_content_disposition() == "attachment" or (name and not part.is_multipart()):
            yield f"the attached {name or kind}"
