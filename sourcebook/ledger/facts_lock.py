"""`content/facts.lock`: what is published as fact, a line each, sorted.

    raid.killed.people = 2 to 3; disputed; current claims: 2; apparent origins: 2
    raid.killed-watch = 3; killed; of people; by vale-watch; said 24 August 2031

A name and what it means, in parts between semicolons. A dataset without the file is not
compared with anything.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from sourcebook.ledger.published_fact import SEPARATOR, PublishedFact
from sourcebook.load.locks import LockKind, read_lock_lines
from sourcebook.problems import Problem

LOCK_NAME = "facts.lock"
_HEAD = (
    "# Written by `python build.py facts`, not by hand: what is published as fact, so that a\n"
    "# reviewer sees here what a change to the records means.\n"
)
_LINE = re.compile(r"(?P<key>(?P<record>[a-z0-9-]+)\.\S.*?) = (?P<words>\S.*)")


@dataclass(frozen=True, slots=True)
class LockedFact:
    """One line of the lock."""

    key: str
    record_id: str
    text: str

    @property
    def parts(self) -> list[str]:
        """What it says, piece by piece."""
        return self.text.split(SEPARATOR)


@dataclass(frozen=True, slots=True)
class FactsLock:
    """What a lock says by the name of each fact, with the line in the file; and what is wrong."""

    exists: bool
    facts: dict[str, LockedFact] = field(default_factory=dict)
    line_numbers: dict[str, int] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()

    @property
    def record_ids(self) -> frozenset[str]:
        """The ids of the records that it has facts of."""
        return frozenset(line.record_id for line in self.facts.values())


def read_lock(content: Path) -> FactsLock:
    """The lock of a dataset; `exists` says whether it has one."""
    found = read_lock_lines(content, _KIND)
    lock = FactsLock(found.exists)
    problems = [*found.problems]
    for number, line in found.lines:
        if line.key in lock.facts:
            message = (
                f"'{line.key}' is there twice: run `python build.py facts`, which writes the file "
                "again"
            )
            problems.append(Problem(f"{content.name}/{LOCK_NAME}", number, "SB702", message))
        lock.facts[line.key], lock.line_numbers[line.key] = line, number
    return FactsLock(lock.exists, lock.facts, lock.line_numbers, tuple(problems))


def format_lock(facts: Iterable[PublishedFact]) -> str:
    """The text of a lock with these facts."""
    return _HEAD + "".join(f"{fact.key} = {fact.text}\n" for fact in facts)


def _parse_line(text: str) -> LockedFact | None:
    match = _LINE.fullmatch(text)
    return match and LockedFact(match["key"], match["record"], match["words"])


_KIND = LockKind(LOCK_NAME, _parse_line, "facts", "SB702")
