"""`content/edition.lock`: what each claim said in the last edition, a line for each record.

    edition {"edition": "3", "date": "2032-04-01"}
    raid incident {"killed-watch": "3", "killed-guild": ">=6"}

Values stand as records have them. `facts` writes it when `edition` or `edition_date` of the dataset
changes, and leaves it alone otherwise: what readers of the edition were told does not change.
"""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from sourcebook.load.locks import LockKind, read_lock_lines
from sourcebook.models import Dataset
from sourcebook.problems import Problem

EDITION_LOCK_NAME = "edition.lock"
_HEAD = (
    "# Written by `python build.py facts`, not by hand: what claims said in the last edition, so\n"
    "# that readers of it are told what has changed since.\n\n"
)
_SPOILT = (
    "this is not written as the program writes it, and nothing can work out again what the last "
    "edition said: take the file as git has it"
)
_LINE = re.compile(r"(?P<record>[a-z0-9-]+)(?: (?P<kind>[a-z]+))? (?P<values>\{.*\})")


@dataclass(frozen=True, slots=True)
class PublishedRecord:
    """A record of the last edition: its id, its kind, and the value of each of its claims."""

    record_id: str
    kind: str
    values: Mapping[str, str]

    @property
    def lock_line(self) -> str:
        """The line as it is written."""
        return f"{self.record_id} {self.kind} {_json(self.values)}"


@dataclass(frozen=True, slots=True)
class EditionLock:
    """What a lock says of which edition; and what is wrong with it."""

    edition: str = ""
    date: str = ""
    records: Mapping[str, PublishedRecord] = field(default_factory=dict)
    exists: bool = True
    problems: tuple[Problem, ...] = ()

    def is_of(self, dataset: Dataset) -> bool:
        """Whether it is about the edition that a dataset says it is."""
        return (self.edition, self.date) == edition_of(dataset)


def edition_of(dataset: Dataset) -> tuple[str, str]:
    """The edition of a dataset, and its day."""
    return dataset.edition, str(dataset.edition_date)


def read_edition_lock(content: Path) -> EditionLock:
    """The lock of a dataset; `exists` says whether it has one."""
    found = read_lock_lines(content, _KIND)
    records = {line.record_id: line for _, line in found.lines if line.kind}
    heads = [line.values for _, line in found.lines if not line.kind]
    head = heads[0] if heads else {}
    problems = tuple(replace(one, message=_SPOILT) for one in found.problems)
    return EditionLock(
        head.get("edition", ""), head.get("date", ""), records, found.exists, problems
    )


def format_edition_lock(dataset: Dataset, records: Iterable[PublishedRecord]) -> str:
    """The text of a lock about the edition that a dataset says it is."""
    edition, date = edition_of(dataset)
    lines = [f"edition {_json({'edition': edition, 'date': date})}"]
    lines += [one.lock_line for one in sorted(records, key=lambda one: one.record_id)]
    return _HEAD + "".join(f"{line}\n" for line in lines)


def _parse_line(text: str) -> PublishedRecord | None:
    match = _LINE.fullmatch(text)
    if match is None:
        return None
    try:
        values = json.loads(match["values"])
    except ValueError:
        return None
    if not all(isinstance(value, str) for value in values.values()):
        return None
    return PublishedRecord(match["record"], match["kind"] or "", values)


def _json(values: Mapping[str, str]) -> str:
    return json.dumps(dict(values), ensure_ascii=False)


_KIND = LockKind(EDITION_LOCK_NAME, _parse_line, "facts", "SB702")
