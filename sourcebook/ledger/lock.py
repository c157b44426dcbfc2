"""`content/facts.lock`: what is published as fact, a line each, sorted.

    raid.killed.people = 2 to 3; disputed; current claims: 2; apparent origins: 2
    raid.killed-watch = 3; killed; of people; by vale-watch; said 24 August 2031

A name and what it stands for, in pieces between semicolons. A dataset without the file is not
compared with anything.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from sourcebook.ledger.told import BETWEEN, Told
from sourcebook.load.locks import LockKind, read_lock_lines
from sourcebook.problems import Problem

NAME = "facts.lock"
_HEAD = (
    "# Written by `python build.py facts`, not by hand: what is published as fact, so that a\n"
    "# reviewer sees here what a change to the records means.\n"
)
_LINE = re.compile(r"(?P<key>(?P<record>[a-z0-9-]+)\.\S.*?) = (?P<words>\S.*)")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the lock."""

    key: str
    record: str
    words: str

    @property
    def pieces(self) -> list[str]:
        """What it says, piece by piece."""
        return self.words.split(BETWEEN)


@dataclass(frozen=True, slots=True)
class FactLock:
    """What a lock says by the name of each fact, with the line in the file; and what is wrong."""

    there: bool
    lines: dict[str, Line] = field(default_factory=dict)
    numbers: dict[str, int] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()

    @property
    def records(self) -> frozenset[str]:
        """The records that it tells facts of."""
        return frozenset(line.record for line in self.lines.values())


def read_lock(content: Path) -> FactLock:
    """The lock of a dataset; `there` tells whether it has one."""
    found = read_lock_lines(content, _KIND)
    lock = FactLock(found.exists)
    problems = [*found.problems]
    for number, line in found.lines:
        if line.key in lock.lines:
            message = (
                f"'{line.key}' stands twice: run `python build.py facts`, which writes the file "
                "anew"
            )
            problems.append(Problem(f"{content.name}/{NAME}", number, "SB702", message))
        lock.lines[line.key], lock.numbers[line.key] = line, number
    return FactLock(lock.there, lock.lines, lock.numbers, tuple(problems))


def written(facts: Iterable[Told]) -> str:
    """The text of a lock with these facts."""
    return _HEAD + "".join(f"{fact.key} = {fact.words}\n" for fact in facts)


def _read(written: str) -> Line | None:
    match = _LINE.fullmatch(written)
    return match and Line(match["key"], match["record"], match["words"])


_KIND = LockKind(NAME, _read, "facts", "SB702")
