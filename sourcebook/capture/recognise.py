"""What kind of file a capture is made from: by its bytes, or its name where they do not say it."""

import re
from collections.abc import Callable

from sourcebook.capture import archives, refusals
from sourcebook.capture.chats import is_whatsapp, telegram_messages
from sourcebook.capture.errors import CaptureError
from sourcebook.capture.file_kinds import (
    ALTO,
    CAPTIONS,
    HOCR,
    HTML,
    MAIL,
    MARKDOWN,
    MHTML,
    OCR_TABLE,
    PDF,
    SUBTITLES,
    TABLE,
    TELEGRAM,
    TEXT,
    TIMED_TEXT,
    WARC,
    WHATSAPP,
    FileKind,
)  # fmt: skip
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
_MAIL_FIELDS = re.compile(
    r"^(?:Received|Message-ID|MIME-Version|Return-Path|Delivered-To|DKIM-Signature|Content-Type):",
    re.IGNORECASE | re.MULTILINE,
)
_FIELD = re.compile(r"[A-Za-z][\w-]*:(?: |$)")
_SAVED = re.compile(
    r"^(?:Snapshot-Content-Location|From: <Saved by)\b", re.IGNORECASE | re.MULTILINE
)
_CLOCK = r"\d+:\d{2}:\d{2}[,.]\d{1,3}"
_SUBRIP = re.compile(rf"\s*(?:\d+\s*\n)?\s*{_CLOCK}\s*(?:-->|,)\s*{_CLOCK}")
_OCR_COLUMNS = "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num"


def _is_mail(one: Sample) -> bool:
    """Whether it begins with the fields of a mail, one of which no person writes."""
    head = one.text.lstrip("\n\r").split("\n\n")[0].split("\r\n\r\n")[0]
    return bool(_FIELD.match(head)) and (one.ending == "eml" or bool(_MAIL_FIELDS.search(head)))


def _is_saved_page(one: Sample) -> bool:
    if not one.matches(rb"MIME-Version:.*?multipart/related"):
        return False
    return one.ending in ("mht", "mhtml") or _SAVED.search(one.text) is not None


_BY_TEXT: _Rows = (
    (_is_saved_page, MHTML),
    (_is_mail, MAIL),
    (lambda one: one.text.startswith("WEBVTT"), CAPTIONS),
    (lambda one: _SUBRIP.match(one.text) is not None, SUBTITLES),
    (lambda one: one.text.startswith(_OCR_COLUMNS), OCR_TABLE),
    (lambda one: one.root == "alto", ALTO),
    (lambda one: one.root == "tt", TIMED_TEXT),
    (lambda one: one.is_page and one.matches(rb"ocr-system|class=.ocr_page"), HOCR),
    (lambda one: is_whatsapp(one.text), WHATSAPP),
    (lambda one: one.starts_with_brace and telegram_messages(one.data) is not None, TELEGRAM),
    (lambda one: one.ending in ("csv", "tsv"), TABLE),
    (lambda one: one.ending in ("md", "markdown"), MARKDOWN),
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
