"""Files that nothing is read of: what each is, and the way to a text of it."""

import json
import re
from typing import NamedTuple

from sourcebook.capture.sample import Sample

_AS_PDF = "save it as PDF or as text"
_PICTURE = (
    "a picture: have a program read it (OCR) and capture that text with --read-by ocr, or type out "
    "its words in a text file"
)
_RECORDING = "a recording: capture its captions (.vtt or .srt) or a transcript of it"
_COMPRESSED = "a compressed file: unpack it and capture the file in it"
_SHORTCUT = "a shortcut to an address and not the page: open it and save the page as HTML or PDF"
_DATA = "data and no text: capture the page that shows it, or copy the words into a text file"
_LEGACY = {
    "__properties_version1.0": "a mail of Outlook (.msg): save it as .eml, or print it to PDF",
    "EncryptedPackage": "protected with a password: save it without one",
    "WordDocument": "a document of an old Word: save it as .docx",
    "Workbook": f"a spreadsheet: {_AS_PDF}, or the sheet as CSV",
    "Book": f"a spreadsheet: {_AS_PDF}, or the sheet as CSV",
    "PowerPoint Document": f"a presentation: {_AS_PDF}",
}
"""What the names of its streams say of an OLE file."""


class _Mark(NamedTuple):
    """Bytes at a place of a file, and what a file with them is."""

    place: int
    bytes: bytes
    what: str


_SURE = 4
"""Fewer letters than these a text may begin with, too."""
_MARKS = (
    _Mark(0, b"{\\rtf", "a document in rich text: save it as .docx or PDF"),
    _Mark(0, b"\x89PNG", _PICTURE),
    _Mark(0, b"\xff\xd8\xff", _PICTURE),
    _Mark(0, b"GIF8", _PICTURE),
    _Mark(0, b"BM", _PICTURE),
    _Mark(0, b"II*\0", _PICTURE),
    _Mark(0, b"MM\0*", _PICTURE),
    _Mark(8, b"WEBP", _PICTURE),
    _Mark(0, b"\0\0\0\x0cjP  ", _PICTURE),
    _Mark(0, b"\0\0\x01\0", _PICTURE),
    _Mark(0, b"8BPS", _PICTURE),
    _Mark(0, b"AT&TFORM", "a scanned book (DjVu): convert it to PDF"),
    _Mark(0, b"%!PS", "a print file (PostScript): convert it to PDF"),
    _Mark(4, b"ftypheic", _PICTURE),
    _Mark(4, b"ftypmif1", _PICTURE),
    _Mark(4, b"ftypavif", _PICTURE),
    _Mark(4, b"ftyp", _RECORDING),
    _Mark(0, b"\x1aE\xdf\xa3", _RECORDING),
    _Mark(0, b"OggS", _RECORDING),
    _Mark(0, b"ID3", _RECORDING),
    _Mark(0, b"fLaC", _RECORDING),
    _Mark(8, b"WAVE", _RECORDING),
    _Mark(8, b"AVI ", _RECORDING),
    _Mark(0, b"\x1f\x8b", _COMPRESSED),
    _Mark(0, b"BZh", _COMPRESSED),
    _Mark(0, b"\xfd7zXZ", _COMPRESSED),
    _Mark(0, b"7z\xbc\xaf", _COMPRESSED),
    _Mark(0, b"Rar!", _COMPRESSED),
    _Mark(0, b"(\xb5/\xfd", _COMPRESSED),
    _Mark(257, b"ustar", "an archive (tar): unpack it and capture the file in it"),
    _Mark(0, b'x\x9f>"', "what Outlook sent in place of a mail (winmail.dat): ask for it as .eml"),
    _Mark(0, b"SQLite format 3", f"a database: {_DATA}"),
    _Mark(0, b"PAR1", f"a table (Parquet): {_DATA}"),
    _Mark(0, b"\x7fELF", "a program"),
    _Mark(0, b"MZ\x90\0", "a program"),
)


def by_bytes(sample: Sample) -> str:
    """What a file is by its first bytes, where nothing is read of it; else nothing."""
    for mark in _MARKS:
        if sample.beginning[mark.place :].startswith(mark.bytes) and _is_sure(sample, mark):
            return f"it is {mark.what}"
    if sample.starts_with(b"\xd0\xcf\x11\xe0"):
        return f"it is {_legacy_kind(sample)}"
    if sample.starts_with(b"bplist00"):
        is_page = b"WebMainResource" in sample.data
        page = "a web archive of Safari: open it and save the page as PDF"
        return f"it is {page if is_page else _SHORTCUT}"
    return ""


def _is_sure(sample: Sample, mark: _Mark) -> bool:
    """A text may begin with letters, too; a picture or a recording has bytes that no text has."""
    in_letters = mark.bytes.isalnum() and len(mark.bytes) < _SURE
    return not in_letters or b"\0" in sample.beginning


def _legacy_kind(sample: Sample) -> str:
    for stream, what in _LEGACY.items():
        if stream.encode("utf-16-le") in sample.data:
            return what
    return f"an office document of an old kind: {_AS_PDF}"


_ROOTS = {
    "svg": _PICTURE,
    "rss": "a feed: open the article itself and save that as HTML or PDF",
    "feed": "a feed: open the article itself and save that as HTML or PDF",
    "rdf": "a feed: open the article itself and save that as HTML or PDF",
    "plist": _SHORTCUT,
    "worddocument": "a Word document as one XML file: save it as .docx",
    "package": "a Word document as one XML file: save it as .docx",
    "document": "an office document as one XML file: save it as .odt or .docx",
    "kml": f"a map (KML): {_DATA}",
    "gpx": f"a track (GPX): {_DATA}",
}
"""What the first element of an XML file says of it."""
_BEGINNINGS = (
    (re.compile(r"From \S+ .*\d{4}\r?\n>?[\w-]+:"), "a mailbox: save the one mail as .eml"),
    (re.compile(r"\s*\[(?:InternetShortcut|Desktop Entry)\]", re.IGNORECASE), _SHORTCUT),
    (re.compile(r"window\.YTD\."), f"an archive of posts: {_DATA}"),
    (
        re.compile(r"\[Script Info\]"),
        "captions with effects (.ass): save them as .srt",
    ),
    (re.compile(r"BEGIN:V(?:CALENDAR|CARD)\b"), f"a calendar or an address card: {_DATA}"),
)
"""What a text that begins so is."""
_DATA_NAMES = ("json", "jsonl", "ndjson", "geojson", "har")


def by_text(sample: Sample) -> str:
    """What a file is by the text that it begins with, where nothing is read of it; else nothing."""
    for beginning, what in _BEGINNINGS:
        if beginning.match(sample.text):
            return f"it is {what}"
    if sample.root and (sample.text.lstrip().startswith("<?xml") or sample.root in _ROOTS):
        return f"it is {_ROOTS.get(sample.root, f'XML: {_DATA}')}"
    return f"it is JSON: {_DATA}" if _is_json(sample) else ""


def _is_json(sample: Sample) -> bool:
    if sample.ending in _DATA_NAMES:
        return True
    start = sample.data.removeprefix(b"\xef\xbb\xbf").lstrip()
    return start.startswith((b"{", b"[")) and (_parses(start) or _parses(start.split(b"\n", 1)[0]))


def _parses(data: bytes) -> bool:
    try:
        return isinstance(json.loads(data), dict | list)
    except (ValueError, RecursionError):
        return False
