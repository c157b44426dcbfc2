"""Changes of one thing in a record, each of a kind: where they can be made, and what then stands.

A record is its fields, as YAML has them, and its text; a change gives another such pair. It is
written back as JSON, which is YAML: what is told of it is compared without the lines.
"""

import copy
import json
import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from sourcebook.load.text import split_front_matter
from sourcebook.load.yaml import ValuePath, read_yaml

Fields = dict[str, Any]
_DIGIT = re.compile(r"\d")
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


@dataclass(frozen=True)
class Written:
    """A record as it is written."""

    kind: str
    file: Path
    fields: Fields
    body: str

    @property
    def text(self) -> str:
        """A file of it."""
        return f"---\n{json.dumps(self.fields, ensure_ascii=False)}\n---\n{self.body}"

    def at(self, path: ValuePath) -> Any:
        """The value at a path of its fields."""
        here: Any = self.fields
        for step in path:
            here = here[step]
        return here

    def put(self, path: ValuePath, value: Any) -> "Written":
        """It with another value at a path; without it where that is None."""
        fields = copy.deepcopy(self.fields)
        here: Any = fields
        for step in path[:-1]:
            here = here[step]
        if value is None:
            del here[path[-1]]
        else:
            here[path[-1]] = value
        return Written(self.kind, self.file, fields, self.body)

    def with_body(self, body: str) -> "Written":
        """It with another text."""
        return Written(self.kind, self.file, self.fields, body)


@dataclass(frozen=True)
class Records:
    """All records of a dataset."""

    content: Path

    @cached_property
    def all(self) -> tuple[Written, ...]:
        """Every record of a file of its own, sorted by file."""
        files = sorted(self.content.glob("*/*.md"))
        return tuple(_read(file) for file in files)

    @cached_property
    def ids(self) -> dict[str, list[str]]:
        """The ids of each kind."""
        found: dict[str, list[str]] = {}
        for one in self.all:
            found.setdefault(one.kind, []).append(one.file.stem)
        return found

    @cached_property
    def facts(self) -> list[str]:
        """Every fact that is named in a text."""
        return sorted({name for one in self.all for name in re.findall(r"{{(.+?)}}", one.body)})


def _read(file: Path) -> Written:
    halves = split_front_matter(file.read_text("utf-8"))
    assert halves is not None
    return Written(file.parent.name, file, read_yaml(halves[0]), halves[1])


@dataclass(frozen=True)
class Place:
    """Where a change can be made: a record, and a path in its fields or a span of its text."""

    record: Written
    path: ValuePath = ()
    span: tuple[int, int] = (0, 0)

    @property
    def value(self) -> Any:
        """What stands there."""
        start, end = self.span
        whole = self.record.at(self.path) if self.path else self.record.body
        return whole[start:end] if end else whole

    def to(self, value: Any) -> Written:
        """The record with another value there, or none."""
        start, end = self.span
        if self.path and end:
            whole = self.record.at(self.path)
            return self.record.put(self.path, whole[:start] + (value or "") + whole[end:])
        if self.path:
            return self.record.put(self.path, value)
        return self.record.with_body(
            self.record.body[:start] + (value or "") + self.record.body[end:]
        )


Places = Callable[[Records], Iterator[Place]]
Change = Callable[[Any, Records, random.Random], Any]


def values(*patterns: str) -> Places:
    """Every value whose path fits a pattern: a star stands for one step, two for some."""
    steps = {"**": r".+", "*": r"[^.]+"}
    wanted = [
        re.compile(r"\.".join(steps.get(step, step) for step in pattern.split(".")))
        for pattern in patterns
    ]

    def places(records: Records) -> Iterator[Place]:
        for record in records.all:
            for path in _paths(record.fields, ()):
                name = ".".join([record.kind, *map(str, path)])
                if any(each.fullmatch(name) for each in wanted):
                    yield Place(record, path)

    return places


def _paths(value: Any, path: ValuePath) -> Iterator[ValuePath]:
    items = value.items() if isinstance(value, dict) else enumerate(value)
    for step, inner in items:
        yield (*path, step)
        if isinstance(inner, dict | list):
            yield from _paths(inner, (*path, step))


def words(pattern: str, *kinds: str) -> Places:
    """Every place in texts where a pattern fits; its group, where it has one."""
    wanted = re.compile(pattern)

    def places(records: Records) -> Iterator[Place]:
        for record in records.all:
            for match in wanted.finditer(record.body) if record.kind in kinds else ():
                yield Place(record, span=match.span(wanted.groups))

    return places


def words_in(pattern: str, *patterns: str) -> Places:
    """Every place in values whose path fits one of some patterns, where a pattern of text fits."""
    wanted = re.compile(pattern)

    def places(records: Records) -> Iterator[Place]:
        for place in only(values(*patterns), text())(records):
            for match in wanted.finditer(place.value):
                yield Place(place.record, place.path, match.span(wanted.groups))

    return places


def only(places: Places, fits: Callable[[Place], Any]) -> Places:
    """The places of which something is so."""
    return lambda records: (place for place in places(records) if fits(place))


def text(fits: str = "") -> Callable[[Place], Any]:
    """Whether a text stands at a place, in which a pattern fits."""
    return lambda place: isinstance(place.value, str) and re.search(fits, place.value)


def digit(value: str, _records: Records, chance: random.Random) -> str:
    """One digit changed into another."""
    place = chance.choice([match.start() for match in _DIGIT.finditer(value)])
    other = chance.choice([d for d in "0123456789" if d != value[place]])
    return value[:place] + other + value[place + 1 :]


_NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def other_number(value: str, _records: Records, chance: random.Random) -> str:
    """Another number in words."""
    other = chance.choice([each for each in _NUMBERS if each != value.lower()])
    return other.capitalize() if value[0].isupper() else other


def digit_of_hash(value: str, _records: Records, _chance: random.Random) -> str:
    """A SHA-256 with another first digit."""
    return ("0" if value[0] != "0" else "1") + value[1:]


def letter(value: str, _records: Records, chance: random.Random) -> str:
    """One letter changed into another."""
    place = chance.choice([n for n, c in enumerate(value) if c.isalpha()])
    other = chance.choice([c for c in "aeioust" if c != value[place].lower()])
    return value[:place] + other + value[place + 1 :]


def another(kind: str) -> Change:
    """Another id of a kind, in the place of one or of one of several."""

    def change(value: Any, records: Records, chance: random.Random) -> Any:
        many = [value] if isinstance(value, str) else value
        place = chance.randrange(len(many))
        other = chance.choice([name for name in records.ids[kind] if name not in many])
        return [*many[:place], other, *many[place + 1 :]] if value is many else other

    return change


def one_of(*choices: str) -> Change:
    """Another of some words."""
    return lambda value, _, chance: chance.choice([each for each in choices if each != value])


def misspelt(value: str, _records: Records, chance: random.Random) -> str:
    """An id without one of its letters."""
    place = chance.randrange(1, len(value) - 1)
    return value[:place] + "x" + value[place:]


def gone(_value: Any, _records: Records, _chance: random.Random) -> None:
    """Nothing."""


def withdrawn(value: Fields, _records: Records, _chance: random.Random) -> Fields:
    """A claim that its claimant took back."""
    return {**value, "status": "withdrawn"}


def other_fact(value: str, records: Records, chance: random.Random) -> str:
    """Another fact that a text names."""
    return chance.choice([name for name in records.facts if name != value])


def other_word(value: str, _records: Records, _chance: random.Random) -> str:
    """Another word."""
    return "otherwise" if value != "otherwise" else "likewise"


def shape(place: Place) -> str:
    """The kind of record and the path of a value, with a star for each number and language."""
    steps = ["*" if isinstance(step, int) else step for step in place.path]
    if steps[0] == "names":
        steps = ["names", "*"]
    return ".".join([place.record.kind, *map(str, steps)])
