"""Plain files with a form of their own: tables (CSV) and Markdown."""

import csv
import re

from sourcebook.capture.encoding import decode
from sourcebook.capture.errors import CaptureError
from sourcebook.capture.read_text import ReadText
from sourcebook.language import FOR_EDITORS
from sourcebook.quotes import asides

_BETWEEN = " | "
"""Between two cells: what nobody takes for a separator within a figure."""
_NOTE_TEXT = re.compile(r"^\[\^([^\]\s]{1,20})\]:", re.MULTILINE)
_NOTE = re.compile(r"\[\^([^\]\s]{1,20})\](?!:)")


def table_rows(data: bytes, encoding: str | None = None) -> ReadText:
    """The rows of a table (CSV, RFC 4180), a line each.

    Raises:
        CaptureError: it is no table, or the encoding is unknown or wrong.
    """
    text = decode(data, None, encoding)
    try:
        form = csv.Sniffer().sniff(text[:20_000], ",;\t|")
    except csv.Error:
        form = csv.excel
    try:
        rows = [*csv.reader(text.splitlines(keepends=True), form)]
    except csv.Error as error:
        raise CaptureError(f"the table cannot be read ({error}): save it as CSV again") from None
    lines = (_BETWEEN.join(" ".join(asides.escape(cell).split()) for cell in row) for row in rows)
    return ReadText("\n".join(lines), found=(FOR_EDITORS.count(len(rows), "row"),))


def markdown_text(data: bytes, encoding: str | None = None) -> ReadText:
    """The text of Markdown as a page of it shows it.

    Raises:
        CaptureError: the encoding is unknown or wrong.
    """
    from markdown_it import MarkdownIt  # noqa: PLC0415 - a build does not pay for it

    from sourcebook.capture.html.page import read_page  # noqa: PLC0415 - as above

    text = _NOTE_TEXT.sub(r"<sup>[\1]</sup> ", decode(data, None, encoding))
    text = _NOTE.sub(r"<sup>[\1]</sup>", text)
    page = MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(text)
    return read_page(f"<!doctype html><body>{page}", {})
