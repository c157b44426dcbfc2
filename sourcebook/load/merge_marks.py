"""What git leaves in a file where two versions of it could not be merged."""

import re
from collections.abc import Iterator

from sourcebook.problems import Problem

_OPEN = re.compile(r"^<{7,}(?=[ \n]|\Z)", re.M)
_CLOSE = re.compile(r"^>{7,}(?=[ \n]|\Z)", re.M)
_ANY = ("<<<<<<<", "=======", ">>>>>>>", "|||||||")
MARKS = "<<<<<<<, ======= and >>>>>>>"
"""The marks as a message names them."""


def is_merge_mark(line: str) -> bool:
    """Whether a line of a file that holds no such lines of its own is a mark of a merge."""
    return line.startswith(_ANY)


def merge_problems(text: str, display_path: str) -> Iterator[Problem]:
    """SB013: the marks of each merge that was not finished."""
    if "<<<<<<<" not in text and ">>>>>>>" not in text:
        return
    end = 0
    for opening in _OPEN.finditer(text):
        for stray in _CLOSE.finditer(text, end, opening.start()):
            yield _problem(text, display_path, stray.start(), stray.start())
        if opening.start() < end:  # within the one before
            continue
        closing = _CLOSE.search(text, opening.start())
        end = closing.end() if closing else len(text)
        yield _problem(
            text, display_path, opening.start(), closing.start() if closing else opening.start()
        )
    for stray in _CLOSE.finditer(text, end):
        yield _problem(text, display_path, stray.start(), stray.start())


def _problem(text: str, display_path: str, start: int, end: int) -> Problem:
    first, last = (text.count("\n", 0, place) + 1 for place in (start, end))
    where = f"from line {first} to line {last}" if last > first else f"on line {first}"
    message = (
        f"there are marks of a merge here, {where}: keep of the versions between them what is "
        f"right, and delete the lines that begin with {MARKS}"
    )
    return Problem(display_path, first, "SB013", message)
