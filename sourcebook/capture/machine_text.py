"""What programs that read pictures (OCR) write: hOCR, ALTO and the tables of Tesseract.

Each says how sure it is of each word; the mean goes into the record, the figures are told apart.
"""

import csv
import re
from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from turbohtml import Element, parse

from sourcebook.capture.encoding import decode
from sourcebook.capture.read_text import OCR, ReadText
from sourcebook.capture.xml_tree import Element as XmlElement
from sourcebook.capture.xml_tree import attribute, local_name, xml_tree
from sourcebook.language import FOR_EDITORS
from sourcebook.quotes import asides

_SURE = re.compile(r"\bx_wconf\s+(\d+(?:\.\d+)?)")
_LINES = ".ocr_line, .ocr_header, .ocr_textfloat, .ocr_caption, .ocrx_line, .ocr_footer"


class Word(NamedTuple):
    """A word as a machine read it: the line that it is in, and how sure it is, in per cent."""

    line: tuple[int, ...]
    text: str
    confidence: float | None


def hocr_text(data: bytes, encoding: str | None = None) -> ReadText:
    """The text of a page in hOCR (hOCR 1.2)."""
    return _read([*_hocr_words(decode(data, None, encoding))])


def alto_text(data: bytes) -> ReadText:
    """The text of a page in ALTO (Library of Congress, ALTO 4).

    Raises:
        CaptureError: it is no XML.
    """
    return _read(list(_alto_words(xml_tree(data))))


def table_text(data: bytes, encoding: str | None = None) -> ReadText:
    """The text of the table that Tesseract writes with `tsv`."""
    rows = csv.DictReader(
        decode(data, None, encoding).splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE
    )
    words = []
    for row in rows:
        text, sure = (row.get("text") or "").strip(), float(row.get("conf") or -1)
        if text and sure >= 0:
            place = tuple(int(row[f"{one}_num"]) for one in ("page", "block", "par", "line"))
            words.append(Word(place, text, sure))
    return _read(words)


def _read(words: list[Word]) -> ReadText:
    lines = (
        asides.escape(" ".join(word.text for word in several))
        for _, several in groupby(words, key=lambda word: word.line)
    )
    sure = [word.confidence for word in words if word.confidence is not None]
    figures = [
        word.confidence
        for word in words
        if word.confidence is not None and any(map(str.isdigit, word.text))
    ]
    found = [FOR_EDITORS.count(len(words), "word")]
    if figures:
        count, span = FOR_EDITORS.count(len(figures), "figure"), (min(figures), max(figures))
        found.append(f"{count}, read with a confidence of {span[0]:g} to {span[1]:g} %")
    mean = round(sum(sure) / len(sure), 1) if sure else None
    return ReadText("\n".join(lines), found=tuple(found), read_by=OCR, confidence=mean)


def _hocr_words(page: str) -> Iterator[Word]:
    lines: dict[Element | None, int] = {}
    for one in parse(page, positions=False).select(".ocrx_word, .ocr_word"):
        line = one.closest(_LINES)
        sure = _SURE.search(one.attr("title") or "")
        text = " ".join(one.text.split())
        if text:
            number = lines.setdefault(line, len(lines))
            yield Word((number,), text, float(sure[1]) if sure else None)


def _alto_words(root: XmlElement) -> Iterator[Word]:
    lines = (one for one in root.iter() if local_name(one) == "TextLine")
    for number, line in enumerate(lines):
        for one in line:
            if local_name(one) == "String":
                sure = attribute(one, "WC")
                whole = attribute(one, "SUBS_CONTENT")
                second = attribute(one, "SUBS_TYPE") == "HypPart2"
                text = "" if second and whole else whole or attribute(one, "CONTENT") or ""
                if text:
                    yield Word((number,), text, 100 * float(sure) if sure else None)
