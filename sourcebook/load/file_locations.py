"""Where a record was written, and the line of anything in it."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from yaml import Node

from sourcebook.load.text import MAX_RECORD, read_text, split_front_matter
from sourcebook.load.yaml import ValuePath, YamlError, line_of, line_range_of, parse_tree
from sourcebook.models import Model, Record
from sourcebook.problems import Problem


@dataclass(frozen=True, slots=True)
class FileLocation:
    """Where a record was written: its file, the path shown for it, and its line in a table.

    `body_line` is the line of the file on which the record's text begins.
    """

    file: Path
    display_path: str
    table_line: int = 0
    body_line: int = 0

    def line(self, path: ValuePath = ()) -> int:
        """The line of the value at a path; the file is read again, since few lines are asked."""
        return self.table_line or (_line_in(self.file, path) if path else 1)

    def line_at_offset(self, path: ValuePath, offset: int) -> int:
        """The line `offset` lines down in the text at a path; a field counts as one line."""
        if self.table_line or path != ("body",):
            return self.line(path)
        return self.body_line + offset

    def line_of_text(self, path: ValuePath, offset: int, text: str) -> int:
        """The line of words in the text at a path, `offset` lines down in it where that is known.

        A field may be folded: then it is the first of its lines that holds the words.
        """
        if self.table_line or path == ("body",):
            return self.line_at_offset(path, offset)
        return _line_of_text(self.file, path, text)

    def problem(self, code: str, message: str, path: ValuePath = ()) -> Problem:
        """A problem of the value at a path, or of the record as a whole."""
        return Problem(self.display_path, self.line(path), code, message)

    def __str__(self) -> str:
        return self.display_path + (f":{self.table_line}" if self.table_line else "")


@dataclass(frozen=True, slots=True)
class LoadedRecord:
    """A record and where it was read."""

    record: Record
    file_location: FileLocation


@dataclass(frozen=True, slots=True)
class RefusedRecord:
    """The fields of a record that the class of its kind refused, and where they were read."""

    kind: type[Model]
    fields: dict[str, Any]
    file_location: FileLocation


def _line_in(file: Path, path: ValuePath) -> int:
    return line_of(_node_and_lines(file)[0], path)


_FAR = 300
"""So many lines of a field are searched for words."""


def _line_of_text(file: Path, path: ValuePath, text: str) -> int:
    node, lines = _node_and_lines(file)
    first, last = line_range_of(node, path)
    pieces = text.split()
    for count in range(len(pieces), 0, -1):  # a line may end between them
        wanted = " ".join(pieces[:count])
        for number in range(first, min(last, len(lines), first + _FAR) + 1):
            if wanted in lines[number - 1]:
                return number
    return first


_NodeAndLines = tuple[Node | None, tuple[str, ...]]
"""The places of a file's values, and its lines."""


def _node_and_lines(file: Path) -> _NodeAndLines:
    try:
        stat = file.stat()
    except OSError:  # it was there a moment ago
        return None, ()
    return _parsed_file(file, (stat.st_mtime_ns, stat.st_size))


@lru_cache(maxsize=8)
def _parsed_file(file: Path, _version: tuple[int, int]) -> _NodeAndLines:
    """What is read of a file; kept for the next problem, which is often of the same file."""
    text = read_text(file, "", MAX_RECORD)
    if isinstance(text, Problem):
        return None, ()
    halves, lines = split_front_matter(text), tuple(text.split("\n"))
    try:
        return parse_tree(halves[0] if halves else text), lines
    except YamlError:
        return None, lines
