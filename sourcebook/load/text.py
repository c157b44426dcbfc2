"""The text of one file within bounds, and its two halves: front matter and body."""

import re
from itertools import islice
from pathlib import Path
from stat import S_ISDIR, S_ISREG

from sourcebook.load.characters import find_hidden
from sourcebook.problems import Problem

MAX_RECORD = 1_000_000
MAX_TABLE = 512_000_000
NOT_A_FILE = "this is neither a file nor a folder: delete it"
_MOST = 20
"""So many invisible characters of a file are counted."""
_FRONT = re.compile(r"---[ \t]*(?:#[^\n]*)?\n(?P<front>.*?)^---[ \t]*(?:\n|\Z)", re.S | re.M)


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
    return _without_hidden(text, display_path)


def _without_hidden(text: str, display_path: str) -> str | Problem:
    """The text, or the problem of the first invisible character in it."""
    found = list(islice(find_hidden(text), _MOST + 2))
    if not found:
        return text
    line = text.count("\n", 0, found[0].place) + 1
    others = f"more than {_MOST}" if len(found) > _MOST + 1 else len(found) - 1
    more = f"; so for {others} others in this file" if others else ""
    return Problem(display_path, line, "SB001", found[0].message + more)


def split_front_matter(text: str) -> tuple[str, str] | None:
    """Front matter, as many lines down as in the file, and body; None where there is none."""
    match = _FRONT.match(text)
    return None if match is None else ("\n" + match["front"], text[match.end() :])
