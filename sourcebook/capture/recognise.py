"""What kind of file a capture is made from: by its bytes, or its name where they do not say it."""

from collections.abc import Callable

from sourcebook.capture import archives, refusals
from sourcebook.capture.errors import CaptureError
from sourcebook.capture.file_kinds import HTML, MHTML, PDF, TEXT, WARC, FileKind
from sourcebook.capture.sample import Sample
from sourcebook.capture.web_archive import is_archive

_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_PAGE_NAMES = ("html", "htm", "xhtml", "xht")
_Rows = tuple[tuple[Callable[[Sample], bool], FileKind], ...]

_BY_BYTES: _Rows = (
    (lambda one: b"%PDF-" in one.beginning[:1024], PDF),
    (lambda one: is_archive(one.data), WARC),
)
"""Kinds of files that are no text, each with what it is known by."""
_BY_TEXT: _Rows = (
    (lambda one: one.matches(rb"MIME-Version:.*?multipart/related"), MHTML),
    (lambda one: one.ending in _PAGE_NAMES or one.is_page, HTML),
)
"""Kinds of texts, each with what it is known by, in the order in which that is asked."""


def recognise(data: bytes, file_name: str) -> FileKind:
    """The kind of a file.

    Raises:
        CaptureError: nothing is read of such a file; the message says what to do with it.
    """
    sample = Sample(data, file_name)
    kind = _first(_BY_BYTES, sample)
    if kind is not None:
        return kind
    if sample.starts_with(*_ZIP):
        return archives.kind_of_zip(data)
    if refusal := refusals.by_bytes(sample):
        raise CaptureError(refusal)
    if b"\0" in data and not sample.is_utf16:
        raise CaptureError("it is no text: save the source as text, HTML or PDF")
    kind = _first(_BY_TEXT, sample)
    if kind is None and (refusal := refusals.by_text(sample)):
        raise CaptureError(refusal)
    return kind or TEXT


def _first(rows: _Rows, sample: Sample) -> FileKind | None:
    return next((kind for test, kind in rows if test(sample)), None)
