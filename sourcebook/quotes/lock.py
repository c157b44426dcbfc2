"""`content/quotes.lock`: which quotations were found in which bytes, a line each, sorted.

    raid claims.killed-watch watch-log 3f2a… exact "at least three" before "people were"

Record and place, source, SHA-256 of its capture (`-` where none is on record), verdict, the words
and what stands around them. A checkout without captures trusts the lines that are there; so each
says all that the verdict depends on, and an edit to a quotation leaves it without one.
"""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from sourcebook.load.text import MAX_TABLE, read_text
from sourcebook.problems import Problem
from sourcebook.quotes.passages import Sought

NAME = "quotes.lock"
UNCHECKED, EXACT, NORMALISED, FIGURE = "unchecked", "exact", "normalised", "figure"
NO_CAPTURE = "-"

_HEAD = (
    "# Written by `python build.py quotes`, not by hand: the quotations of the records, and the\n"
    "# SHA-256 of the captured text in which each was found.\n"
)
_TEXT = r'"(?:[^"\\]|\\.)*"'
_LINE = re.compile(
    r"(?P<record>[a-z0-9-]+) (?P<place>\S+) (?P<sources>[a-z0-9,-]+) (?P<digest>[0-9a-f]{64}|-) "
    rf"(?P<verdict>exact|normalised:[a-z,-]+|unchecked|figure) (?P<words>{_TEXT})"
    rf"(?: after (?P<prefix>{_TEXT}))?(?: before (?P<suffix>{_TEXT}))?"
)
_CONFLICT = ("<<<<<<<", "=======", ">>>>>>>", "|||||||")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the lock. `verdict` is exact, normalised:steps, unchecked or figure."""

    record: str
    place: str
    sources: tuple[str, ...]
    digest: str
    verdict: str
    sought: Sought

    @property
    def text(self) -> str:
        """The line as it is written."""
        parts = [self.record, self.place, ",".join(self.sources), self.digest, self.verdict]
        parts.append(_quoted(self.sought.words))
        parts += ["after", _quoted(self.sought.prefix)] if self.sought.prefix else []
        parts += ["before", _quoted(self.sought.suffix)] if self.sought.suffix else []
        return " ".join(parts)

    @property
    def where(self) -> tuple[str, str]:
        """The record and the place in it."""
        return self.record, self.place


@dataclass(frozen=True, slots=True)
class Lock:
    """What a lock says, each line with its number in the file from 1; and what is wrong with it."""

    lines: dict[Line, int]
    problems: tuple[Problem, ...] = ()


def read_lock(content: Path) -> Lock:
    """The lock of a dataset; an empty one where there is no file."""
    file, shown = content / NAME, f"{content.name}/{NAME}"
    if not file.exists() or file.is_symlink():  # the link is reported where files are listed
        return Lock({})
    text = read_text(file, shown, MAX_TABLE)
    if isinstance(text, Problem):
        return Lock({}, (text,))
    lines: dict[Line, int] = {}
    problems = []
    for number, written in enumerate(text.split("\n"), 1):
        line = _read(written)
        if line is not None:
            lines.setdefault(line, number)
        elif written.strip() and not written.startswith("#"):
            problems.append(Problem(shown, number, "SB508", _malformed(written)))
    return Lock(lines, tuple(problems))


def written(lines: Iterable[Line]) -> str:
    """The text of a lock with these lines."""
    return _HEAD + "".join(f"{text}\n" for text in sorted({line.text for line in lines}))


def _read(written: str) -> Line | None:
    match = _LINE.fullmatch(written)
    if match is None:
        return None
    try:
        words, prefix, suffix = (
            json.loads(match[name] or '""') for name in ("words", "prefix", "suffix")
        )
    except ValueError:
        return None
    sources = tuple(match["sources"].split(","))
    sought = Sought(words, prefix, suffix)
    return Line(match["record"], match["place"], sources, match["digest"], match["verdict"], sought)


def _malformed(written: str) -> str:
    mend = "run `python build.py quotes`, which writes the file anew"
    if written.startswith(_CONFLICT):
        return (
            "marks of a merge stand here: delete the lines that begin with <<<<<<<, ======= and "
            f">>>>>>>, keep all others, and {mend}"
        )
    return f"this line is not written as the program writes it: {mend}"


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
