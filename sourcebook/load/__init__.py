"""Files to records, with the line of every value; what is wrong with them becomes problems."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ValidationError

from sourcebook.load.faults import faults
from sourcebook.load.files import RecordFile, record_files
from sourcebook.load.text import MAX_RECORD, MAX_TABLE, read_text, split_front
from sourcebook.load.yaml import ValuePath, YamlFault, compose, locate, read_yaml
from sourcebook.models import KINDS, Dataset, Record
from sourcebook.problems import Problem

__all__ = ["Entry", "Loaded", "Place", "load"]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a record was written: its file, the name shown for it, and its line in a table.

    `body_line` is the line of the file on which the record's text begins.
    """

    file: Path
    shown: str
    row: int = 0
    body_line: int = 0

    def line(self, path: ValuePath = ()) -> int:
        """The line of the value at a path; the file is read again, since few lines are asked."""
        return self.row or (_line_in(self.file, path) if path else 1)

    def text_line(self, path: ValuePath, offset: int) -> int:
        """The line `offset` lines down in the text at a path; a field counts as one line."""
        if self.row or path != ("body",):
            return self.line(path)
        return self.body_line + offset


@dataclass(frozen=True, slots=True)
class Entry:
    """A record and where it stands."""

    record: Record
    place: Place


@dataclass(frozen=True, slots=True)
class Loaded:
    """All that was read: the dataset's description (None where it is unusable) and records.

    `unread` holds the ids of files that could not be: they exist, so naming one is no error.
    """

    dataset: Dataset | None
    entries: tuple[Entry, ...]
    problems: tuple[Problem, ...]
    unread: frozenset[str] = frozenset()


def load(content: Path) -> Loaded:
    """Every record below `content`, and everything that keeps one from being read."""
    dataset, problems = _dataset(content)
    context = _context(dataset)
    entries: list[Entry] = []
    for found in record_files(content) if content.is_dir() else ():
        for item in _read(found, context) if isinstance(found, RecordFile) else (found,):
            (entries if isinstance(item, Entry) else problems).append(item)  # type: ignore[arg-type]
    unread = _stems(problems) - {entry.record.id for entry in entries}
    return Loaded(dataset, tuple(entries), tuple(problems), unread)


def _stems(problems: Iterable[Problem]) -> frozenset[str]:
    return frozenset(Path(problem.path).stem for problem in problems)


def _context(dataset: Dataset | None) -> dict[str, Any]:
    """What the values of claims are read by; without a dataset only the built-in measures."""
    if dataset is None:
        return {}
    return {"measures": dataset.all_measures, "populations": dataset.all_populations}


def _dataset(content: Path) -> tuple[Dataset | None, list[Problem]]:
    file, shown = content / "dataset.yml", f"{content.name}/dataset.yml"
    if not file.is_file() or file.is_symlink():
        message = "there is no dataset.yml, which gives title, publisher, licence and time zone"
        return None, [Problem(shown, 0, "SB011", message)]
    text = read_text(file, shown, MAX_RECORD)
    if isinstance(text, Problem):
        return None, [text]
    found = tuple(_checked(Dataset, text, {}, Place(file, shown), {}))
    problems = [item for item in found if isinstance(item, Problem)]
    return next((item for item in found if isinstance(item, Dataset)), None), problems


def _read(file: RecordFile, context: dict[str, Any]) -> Iterator[Entry | Problem]:
    table = file.path.suffix == ".jsonl"
    text = read_text(file.path, file.shown, MAX_TABLE if table else MAX_RECORD)
    if isinstance(text, Problem):
        yield text
    else:
        yield from (_table if table else _record)(file, text, context)


def _record(file: RecordFile, text: str, context: dict[str, Any]) -> Iterator[Entry | Problem]:
    halves = split_front(text)
    if halves is None or not halves[0].strip():
        message = "a record begins with front matter: fields between two lines of ---"
        yield Problem(file.shown, 1, "SB009", message)
        return
    front, body = halves
    place = Place(file.path, file.shown, body_line=text.count("\n", 0, len(text) - len(body)) + 1)
    fixed = {"id": file.path.stem, "body": body}
    for item in _checked(KINDS[file.kind], front, fixed, place, context):
        yield item if isinstance(item, Problem) else Entry(item, place)  # type: ignore[arg-type]


def _checked(
    model: type[BaseModel], text: str, fixed: dict[str, Any], place: Place, context: dict[str, Any]
) -> Iterator[BaseModel | Problem]:
    """The model of a YAML mapping and what is `fixed` beside it, or what is wrong with them."""
    try:
        data = read_yaml(text)
    except YamlFault as fault:
        yield Problem(place.shown, fault.line, fault.code, fault.message)
        return
    if not isinstance(data, dict):
        yield Problem(place.shown, 1, "SB006", "bad YAML: expected fields, each `name: value`")
        return
    clash = [
        Problem(place.shown, place.line((name,)), "SB101", _fixed(name))
        for name in fixed
        if name in data
    ]
    yield from clash or _validated(model, data | fixed, place, context)


def _fixed(name: str) -> str:
    where = "is the file's name" if name == "id" else "is the text below the front matter"
    return f"unknown field '{name}': it {where}"


def _validated(
    model: type[BaseModel], data: dict[str, Any], place: Place, context: dict[str, Any]
) -> Iterator[BaseModel | Problem]:
    try:
        yield model.model_validate(data, context=context)
    except ValidationError as error:
        for path, code, message in faults(error, model):
            yield Problem(place.shown, place.line(path), code, message)


def _table(file: RecordFile, text: str, context: dict[str, Any]) -> Iterator[Entry | Problem]:
    for number, line in enumerate(text.splitlines(), 1):
        if line.strip():
            yield from _row(file, line, number, context)


def _row(
    file: RecordFile, line: str, number: int, context: dict[str, Any]
) -> Iterator[Entry | Problem]:
    place = Place(file.path, file.shown, row=number, body_line=number)
    try:
        data = json.loads(line, object_pairs_hook=_unique, parse_constant=_no_number)
        json.dumps(data, ensure_ascii=False).encode()  # a lone half of a surrogate pair fails
    except (ValueError, RecursionError) as error:
        yield Problem(file.shown, number, "SB010", f"bad JSON: {error}")
        return
    if not isinstance(data, dict):
        yield Problem(file.shown, number, "SB010", "bad JSON: a line is one object in braces")
        return
    for item in _validated(KINDS[file.kind], data, place, context):
        yield item if isinstance(item, Problem) else Entry(item, place)  # type: ignore[arg-type]


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    value = dict(pairs)
    if len(value) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise ValueError(f"duplicate key '{twice}'")
    return value


def _no_number(word: str) -> float:
    raise ValueError(f"{word} is no number")


def _line_in(file: Path, path: ValuePath) -> int:
    text = read_text(file, "", MAX_RECORD)
    if isinstance(text, Problem):
        return 1
    halves = split_front(text)
    return locate(compose(halves[0] if halves else text), path)
