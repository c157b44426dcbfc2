"""One file to its records: Markdown with front matter, or a table of JSON lines."""

import re
from collections.abc import Iterator

from sourcebook.load.file_locations import FileLocation, LoadedRecord, RefusedRecord
from sourcebook.load.files import RecordFile
from sourcebook.load.json import read_object
from sourcebook.load.merge_marks import merge_problems
from sourcebook.load.text import MAX_RECORD, MAX_TABLE, read_text, split_front_matter
from sourcebook.load.validation import read_model, validate
from sourcebook.models import KINDS, Record
from sourcebook.problems import Problem

_ID_FIELD = re.compile(r'"id"\s*:\s*"([a-z0-9-]+)"')
"""The id in a line that cannot be read as a whole."""
ReadItem = LoadedRecord | Problem | RefusedRecord
ReadResult = tuple[str, ReadItem]
"""A record's id (empty where it is unknown), and the record or what is wrong with it."""


def read_records(file: RecordFile) -> Iterator[ReadResult]:
    """Every record of a file, and everything that keeps one from being read."""
    table = file.path.suffix == ".jsonl"
    text = read_text(file.path, file.display_path, MAX_TABLE if table else MAX_RECORD)
    wrong = [text] if isinstance(text, Problem) else [*merge_problems(text, file.display_path)]
    name = "" if table else file.path.stem
    if wrong or isinstance(text, Problem):
        yield from ((name, problem) for problem in wrong)
    elif table:
        yield from _table(file, text)
    else:
        yield from ((name, item) for item in _record(file, text))


def _record(file: RecordFile, text: str) -> Iterator[ReadItem]:
    halves = split_front_matter(text)
    if halves is None:
        message = (
            "a record begins with its fields between two lines of ---, and one is missing here"
        )
        yield Problem(file.display_path, 1, "SB009", message)
        return
    front, body = halves
    place = FileLocation(
        file.path, file.display_path, body_line=text.count("\n", 0, len(text) - len(body)) + 1
    )
    fixed = {"id": file.path.stem, "body": body}
    for item in read_model(KINDS[file.kind], front, fixed, place):
        yield LoadedRecord(item, place) if isinstance(item, Record) else item


def _table(file: RecordFile, text: str) -> Iterator[ReadResult]:
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            yield from _row(file, line, number)


def _row(file: RecordFile, line: str, number: int) -> Iterator[ReadResult]:
    place = FileLocation(file.path, file.display_path, table_line=number, body_line=number)
    data = read_object(line)
    if isinstance(data, str):
        named = _ID_FIELD.search(line)
        yield named[1] if named else "", Problem(file.display_path, number, "SB010", data)
        return
    name = data["id"] if isinstance(data.get("id"), str) else ""
    for item in validate(KINDS[file.kind], data, place):
        yield name, LoadedRecord(item, place) if isinstance(item, Record) else item
