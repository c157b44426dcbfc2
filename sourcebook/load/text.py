"""The text of one file within bounds, and its two halves: front matter and body."""

import re
from pathlib import Path

from sourcebook.problems import Problem

MAX_RECORD = 1_000_000
MAX_TABLE = 512_000_000
_FRONT = re.compile(r"---[ \t]*(?:#[^\n]*)?\n(?P<front>.*?)^---[ \t]*(?:\n|\Z)", re.S | re.M)
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff]")
"""Characters that HTML and XML have no place for."""


def read_text(path: Path, shown: str, limit: int) -> str | Problem:
    """The text of a file with Unix line ends, or the problem that keeps it unread."""
    try:
        if path.stat().st_size > limit:
            return Problem(shown, 0, "SB002", f"the file is larger than {limit:,} bytes")
        data = path.read_bytes()
    except OSError as error:
        return Problem(shown, 0, "SB012", f"cannot be read: {error.strerror}")
    try:
        text = data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        message = f"not UTF-8: byte 0x{data[error.start]:02x} cannot stand here"
        return Problem(shown, line, "SB001", message)
    return _without_controls(text, shown)


def _without_controls(text: str, shown: str) -> str | Problem:
    match = CONTROL.search(text)
    if match is None:
        return text
    line = text.count("\n", 0, match.start()) + 1
    message = f"the control character U+{ord(match[0]):04X} cannot stand in a text"
    return Problem(shown, line, "SB001", message)


def split_front(text: str) -> tuple[str, str] | None:
    """Front matter, as many lines down as in the file, and body; None where there is none."""
    match = _FRONT.match(text)
    return None if match is None else ("\n" + match["front"], text[match.end() :])
