"""`content/facts.lock`: what is published as fact, a line each, the lines of a record together.

    raid = incident
    raid.is = The raid; airstrike; at harrow; locality
    raid.killed.people = 2 to 3; disputed; apparent origins: 2
    raid.killed-watch = 3; killed; of people; by vale-watch; watch-log, row 7 “three were killed”

A name and what it means, in parts between semicolons. The first line of a record never changes, and
those of a record that is gone say so in its place: two branches that change different records
change no lines that touch. Lines may stand in any order, and a name several times with what two
branches say of it. A dataset that keeps no such file says so.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import groupby
from operator import attrgetter
from pathlib import Path

from sourcebook.ledger.published_fact import SEPARATOR, PublishedFact
from sourcebook.load.locks import LockKind, format_groups, read_lock_lines
from sourcebook.problems import Problem

LOCK_NAME = "facts.lock"
_HEAD = (
    "# Written by `python build.py facts`, not by hand: what is published as fact, so that a\n"
    "# reviewer sees here what a change to the records means.\n"
)
_LINE = re.compile(r"(?P<key>(?P<record>[a-z0-9-]+)(?:\.\S.*?)?) = (?P<words>\S.*)")


@dataclass(frozen=True, slots=True)
class LockedFact:
    """One line of the lock, and its number in the file from 1."""

    key: str
    record_id: str
    text: str
    line: int = field(default=0, compare=False)

    @property
    def parts(self) -> list[str]:
        """What it says, piece by piece."""
        return self.text.split(SEPARATOR)


@dataclass(frozen=True, slots=True)
class FactsLock:
    """What a lock says by the name of each fact; and what is wrong with it.

    `repeated` has all the lines of a name of which several say different things, as after a merge.
    """

    exists: bool
    facts: dict[str, LockedFact] = field(default_factory=dict)
    repeated: dict[str, list[LockedFact]] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()

    @property
    def record_ids(self) -> frozenset[str]:
        """The ids of the records that it has facts of."""
        return frozenset(line.record_id for line in self.facts.values())

    def kind_of(self, record_id: str) -> str:
        """The kind of a record as its first line has it."""
        first = self.facts.get(record_id)
        return first.text if first else "record"


def read_lock(content: Path) -> FactsLock:
    """The lock of a dataset; `exists` says whether it has one."""
    found = read_lock_lines(content, _KIND)
    facts: dict[str, LockedFact] = {}
    repeated: dict[str, list[LockedFact]] = {}
    for number, read in found.lines:
        line = LockedFact(read.key, read.record_id, read.text, number)
        first = facts.setdefault(line.key, line)
        if first.text != line.text and line not in repeated.get(line.key, ()):
            repeated.setdefault(line.key, [first]).append(line)
    return FactsLock(found.exists, facts, repeated, tuple(found.problems))


def format_lock(facts: Iterable[PublishedFact]) -> str:
    """The text of a lock with these facts, which are sorted by record."""
    groups = groupby(facts, key=attrgetter("record_id"))
    return format_groups(
        _HEAD, ((f"{fact.key} = {fact.text}" for fact in some) for _, some in groups)
    )


def _parse_line(text: str) -> LockedFact | None:
    match = _LINE.fullmatch(text)
    return match and LockedFact(match["key"], match["record"], match["words"])


_KIND = LockKind(LOCK_NAME, _parse_line, "facts", "SB702")
