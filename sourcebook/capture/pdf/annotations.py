"""What annotations add to a page: words struck out, and the values of form fields.

Comments and notes are not the text of a source, and left out.
"""

from collections.abc import Iterator
from typing import Any

from pdfminer.pdfpage import PDFPage
from pdfminer.pdftypes import resolve1
from pdfminer.psparser import literal_name
from pdfminer.utils import Rect, decode_text

_HIDDEN = 0b100010
"""The flags of an annotation that is hidden, or not shown (ISO 32000-1, 12.5.3)."""


def strike_outs(page: PDFPage) -> tuple[Rect, ...]:
    """The boxes of what annotations strike out on a page."""
    boxes = []
    for note in _annotations(page):
        if _name(note.get("Subtype")) == "StrikeOut":
            numbers = [float(resolve1(one)) for one in resolve1(note.get("QuadPoints")) or ()]
            for start in range(0, len(numbers) - 7, 8):
                across, up = numbers[start : start + 8 : 2], numbers[start + 1 : start + 8 : 2]
                boxes.append((min(across), min(up), max(across), max(up)))
    return tuple(boxes)


def field_values(page: PDFPage) -> tuple[str, ...]:
    """What is written in the text fields of the forms on a page."""
    values = (_field_value(note) for note in _annotations(page))
    return tuple(value for value in values if value.strip())


def _field_value(note: dict[str, Any]) -> str:
    if _name(note.get("Subtype")) != "Widget":
        return ""
    owner = resolve1(note.get("Parent"))
    fields = [note, owner] if isinstance(owner, dict) else [note]
    kind = next((_name(one["FT"]) for one in fields if "FT" in one), "")
    value = next((resolve1(one["V"]) for one in fields if "V" in one), None)
    return decode_text(value) if kind in ("Tx", "Ch") and isinstance(value, bytes) else ""


def _annotations(page: PDFPage) -> Iterator[dict[str, Any]]:
    for reference in resolve1(page.annots) or ():
        note = resolve1(reference)
        if isinstance(note, dict) and not _flags(note) & _HIDDEN:
            yield note


def _flags(note: dict[str, Any]) -> int:
    flags = resolve1(note.get("F"))
    return flags if isinstance(flags, int) else 0


def _name(value: object) -> str:
    value = resolve1(value)
    return str(literal_name(value)) if value is not None else ""
