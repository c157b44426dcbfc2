"""What a reader of files makes of one: its text, and what it tells the editor of it."""

from dataclasses import dataclass

OCR = "ocr"
"""The method of what was read from a picture, as a term of `CaptureMethod`."""


@dataclass(frozen=True, slots=True)
class ReadText:
    """The text of a file in lines, with what it sets apart marked (`quotes/asides.py`).

    `found` says what else was counted, `left_out` what is not in the text, both in words.
    `read_by` is how a machine made it out (a term of `CaptureMethod`), empty where it was text
    already; `confidence` how sure that was of its words, in per cent.
    """

    text: str
    found: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    read_by: str = ""
    confidence: float | None = None
