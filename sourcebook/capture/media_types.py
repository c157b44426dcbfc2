"""What kind of file a capture is made from: by its bytes, or its name where they do not say it.

Media types are those of RFC 2046 and the registry of IANA.
"""

import re

from sourcebook.capture.errors import CaptureError

TEXT, HTML, PDF, MHTML = "text/plain", "text/html", "application/pdf", "multipart/related"

_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_SAVED = re.compile(rb"MIME-Version:.*?multipart/related", re.IGNORECASE | re.DOTALL)
_OTHERS = (
    (b"PK\x03\x04", "a ZIP file or an office document: save it as PDF or as text"),
    (b"\xd0\xcf\x11\xe0", "an office document: save it as PDF or as text"),
    (b"{\\rtf", "a document in rich text: save it as PDF or as text"),
    (b"\x89PNG", "a picture: type out its words in a text file"),
    (b"\xff\xd8\xff", "a picture: type out its words in a text file"),
    (b"GIF8", "a picture: type out its words in a text file"),
    (b"\x1f\x8b", "a compressed file: unpack it"),
)
_BOMS = (b"\xff\xfe", b"\xfe\xff")
_BEGINNING = 4096


def media_type_of(data: bytes, file_name: str) -> str:
    """The media type of a file: text, HTML, PDF, or a page saved with all its parts.

    Raises:
        CaptureError: it holds no text that could be taken out.
    """
    beginning = data[:_BEGINNING]
    if b"%PDF-" in beginning[:1024]:
        return PDF
    for mark, what in _OTHERS:
        if beginning.startswith(mark):
            raise CaptureError(f"it is {what}")
    if _SAVED.search(beginning):
        return MHTML
    if b"\0" in data and not data.startswith(_BOMS):
        raise CaptureError("it is no text: save the source as text, HTML or PDF")
    ending = file_name.lower().rpartition(".")[2]
    page = ending in ("html", "htm", "xhtml") or _HTML.match(beginning.lstrip(b"\xef\xbb\xbf"))
    return HTML if page else TEXT
