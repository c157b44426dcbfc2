"""The text of one file within bounds, and its two halves: front matter and body."""

import re
from pathlib import Path
from stat import S_ISDIR, S_ISREG

from sourcebook.problems import Problem

MAX_RECORD = 1_000_000
MAX_TABLE = 512_000_000
NOT_A_FILE = "this is neither a file nor a folder: delete it"
_FRONT = re.compile(r"---[ \t]*(?:#[^\n]*)?\n(?P<front>.*?)^---[ \t]*(?:\n|\Z)", re.S | re.M)
CONTROL = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)
"""Characters that HTML and XML have no place for, and two that some programs take for a line's
end and others do not."""


def read_text(path: Path, display_path: str, limit: int) -> str | Problem:
    """The text of a file with Unix line ends, or the problem that keeps it unread."""
    try:
        state = path.stat()
        if not (S_ISREG(state.st_mode) or S_ISDIR(state.st_mode)):
            return Problem(display_path, 0, "SB012", NOT_A_FILE)  # to read a pipe may never end
        if state.st_size > limit:
            size = state.st_size
            message = f"the file has {size:,} bytes, but may have {limit:,}: shorten or split it"
            return Problem(display_path, 0, "SB002", message)
        data = path.read_bytes()
    except OSError as error:
        return Problem(display_path, 0, "SB012", f"the file cannot be read: {error.strerror}")
    try:
        text = data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        byte = f"0x{data[error.start]:02x}"
        message = f"the file is not UTF-8 text: byte {byte} is on this line; save it as UTF-8"
        return Problem(display_path, line, "SB001", message)
    return _without_controls(text, display_path)


def _without_controls(text: str, display_path: str) -> str | Problem:
    match = CONTROL.search(text)
    if match is None:
        return text
    line = text.count("\n", 0, match.start()) + 1
    return Problem(display_path, line, "SB001", invisible_character_message(match[0]))


def invisible_character_message(character: str) -> str:
    """What is wrong with a text that holds a character of `CONTROL`."""
    return f"an invisible character, U+{ord(character):04X}, is here: delete it"


def split_front_matter(text: str) -> tuple[str, str] | None:
    """Front matter, as many lines down as in the file, and body; None where there is none."""
    match = _FRONT.match(text)
    return None if match is None else ("\n" + match["front"], text[match.end() :])
