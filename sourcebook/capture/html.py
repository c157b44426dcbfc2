"""The visible text of a page, all of it: a line for each paragraph, heading, cell and item."""

import re
import warnings
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default

from bs4 import BeautifulSoup, Comment, XMLParsedAsHTMLWarning
from bs4.dammit import EncodingDetector

from sourcebook.capture.encoding import decode
from sourcebook.capture.errors import CaptureError

_UNSEEN = ["script", "style", "template", "noscript", "svg", "math", "iframe", "object"]
_BLOCKS = re.compile(
    "^(address article aside blockquote body br caption dd details dialog div dl dt fieldset "
    "figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr legend li main nav ol option p pre "
    "section summary table tbody td tfoot th thead title tr ul)$".replace(" ", "|")
)
_OPEN = ("p", "li", "dt", "dd", "td", "th", "tr", "option", "html", "head", "body")
"""What need not be closed: a hidden one could take along what is seen, so it is kept."""
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_BREAK = "\x1e"
_SPACE = re.compile(r"[ \t\r\n\f]+")


def html_text(data: bytes, encoding: str | None = None) -> str:
    """The visible text of an HTML page, a line for each block.

    Raises:
        CaptureError: its encoding is unknown or wrong.
    """
    declared = EncodingDetector.find_declared_encoding(data, is_html=True)
    with warnings.catch_warnings():  # of XHTML, which is read well enough
        warnings.simplefilter("ignore", XMLParsedAsHTMLWarning)
        soup = BeautifulSoup(decode(data, declared, encoding), "html.parser")
    for comment in soup.find_all(string=lambda text: isinstance(text, Comment)):
        comment.extract()
    _remove_hidden(soup)
    for pre in soup.find_all("pre"):
        for text in pre.find_all(string=True):
            text.replace_with(text.replace("\n", _BREAK))
    for block in soup.find_all(_BLOCKS):
        block.insert_before(_BREAK)
        block.insert_after(_BREAK)
    flat = _SPACE.sub(" ", soup.get_text())
    return "\n".join(line.strip() for line in flat.split(_BREAK) if line.strip())


def _remove_hidden(soup: BeautifulSoup) -> None:
    hidden = (*soup.find_all(hidden=True), *soup.find_all(style=_HIDDEN))
    closed = [tag for tag in hidden if tag.name not in _OPEN]
    for tag in [*soup.find_all(_UNSEEN), *closed]:
        if not tag.decomposed:
            tag.decompose()


def mhtml_text(data: bytes, encoding: str | None = None) -> str:
    """The text of a page that a browser saved with all its parts (MHTML, RFC 2557).

    Raises:
        CaptureError: there is no HTML page in it, or its encoding is unknown or wrong.
    """
    message = message_from_bytes(data, _class=EmailMessage, policy=default)
    for part in message.walk():
        if part.get_content_type() == "text/html":
            page = part.get_payload(decode=True)
            return html_text(page, encoding or part.get_content_charset())  # type: ignore[arg-type]
    raise CaptureError("there is no page in it: save the source as HTML or PDF")
