"""Files that the program writes and keeps beside the records: a line for each thing, by record.

Two changes to different records have to merge by themselves, so no line is touched by both. The
lines of a record stand together, between a first line that never changes and an empty one: git
sees two changes as one where nothing lies between them. Each line stands for itself, in any order,
since what two branches add at one place is put there one after the other.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from sourcebook.load.characters import first_hidden
from sourcebook.load.merge_marks import MARKS, is_merge_mark
from sourcebook.load.text import MAX_TABLE, read_text
from sourcebook.problems import Problem

L = TypeVar("L")
_ESCAPE = re.compile(r"\\u([0-9a-fA-F]{4})")


@dataclass(frozen=True, slots=True)
class LockKind(Generic[L]):
    """A kind of lock: its file name, how a line is read, and the command that writes the file.

    `read` gives None for what is no line of it; `code` is the rule that such a line breaks.
    """

    name: str
    read: Callable[[str], L | None]
    command: str
    code: str


@dataclass(frozen=True, slots=True)
class LockLines(Generic[L]):
    """The lines of a lock, each with its number in the file from 1; and what is wrong with it.

    `there` is whether there is such a file.
    """

    lines: tuple[tuple[int, L], ...] = ()
    problems: tuple[Problem, ...] = ()
    exists: bool = True


def read_lock_lines(content: Path, kind: LockKind[L]) -> LockLines[L]:
    """What a lock of a dataset holds. Lines that begin with # are comments."""
    file, display_path = content / kind.name, f"{content.name}/{kind.name}"
    if not file.exists() or file.is_symlink():  # the link is reported where files are listed
        return LockLines(exists=False)
    text = read_text(file, display_path, MAX_TABLE)
    if isinstance(text, Problem):
        return LockLines((), (text,))
    lines, problems = [], []
    for number, written in enumerate(text.split("\n"), 1):
        unread = written.startswith("#") or _hides_character(written)
        line = None if unread else kind.read(written)
        if line is not None:
            lines.append((number, line))
        elif written.strip() and not written.startswith("#"):
            problems.append(
                Problem(
                    display_path, number, kind.code, malformed_line_message(written, kind.command)
                )
            )
    return LockLines(tuple(lines), tuple(problems))


def format_groups(head: str, groups: Iterable[Iterable[str]]) -> str:
    """The text of a lock: its head, and the lines of each record with an empty line before them."""
    return head + "".join("\n" + "".join(f"{line}\n" for line in lines) for lines in groups)


def _hides_character(written: str) -> bool:
    """Whether a line has the escape of a character that no text may hold."""
    escapes = _ESCAPE.finditer(written) if "\\u" in written else ()
    return any(first_hidden(chr(int(escape[1], 16))) for escape in escapes)


def malformed_line_message(written: str, command: str) -> str:
    """What is wrong with a line of a lock, and how to correct it."""
    correction = f"run `python build.py {command}`, which writes the file again"
    if is_merge_mark(written):
        return (
            f"there are marks of a merge here: delete the lines that begin with {MARKS}, keep all "
            f"others, and {correction}"
        )
    return f"this line is not written as the program writes it: {correction}"
