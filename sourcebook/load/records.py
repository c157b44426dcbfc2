"""One file to its records: Markdown with front matter, or a table of JSON lines."""

from collections.abc import Iterator
from typing import Any

from sourcebook.load.checked import checked, validated
from sourcebook.load.files import RecordFile
from sourcebook.load.json import read_object
from sourcebook.load.places import Entry, Place
from sourcebook.load.text import MAX_RECORD, MAX_TABLE, read_text, split_front
from sourcebook.models import KINDS
from sourcebook.problems import Problem

Read = tuple[str, Entry | Problem]
"""A record's id (empty where it cannot be made out), and the record or what is wrong with it."""


def read_records(file: RecordFile, context: dict[str, Any]) -> Iterator[Read]:
    """Every record of a file, and everything that keeps one from being read.

    `context` holds the measures and populations by which the values of claims are read.
    """
    table = file.path.suffix == ".jsonl"
    text = read_text(file.path, file.shown, MAX_TABLE if table else MAX_RECORD)
    if table:
        yield from [("", text)] if isinstance(text, Problem) else _table(file, text, context)
        return
    found = [text] if isinstance(text, Problem) else _record(file, text, context)
    for item in found:
        yield file.path.stem, item


def _record(file: RecordFile, text: str, context: dict[str, Any]) -> Iterator[Entry | Problem]:
    halves = split_front(text)
    if halves is None:
        message = (
            "a record begins with its fields between two lines of ---, and one is missing here"
        )
        yield Problem(file.shown, 1, "SB009", message)
        return
    front, body = halves
    place = Place(file.path, file.shown, body_line=text.count("\n", 0, len(text) - len(body)) + 1)
    fixed = {"id": file.path.stem, "body": body}
    for item in checked(KINDS[file.kind], front, fixed, place, context):
        yield item if isinstance(item, Problem) else Entry(item, place)


def _table(file: RecordFile, text: str, context: dict[str, Any]) -> Iterator[Read]:
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            yield from _row(file, line, number, context)


def _row(file: RecordFile, line: str, number: int, context: dict[str, Any]) -> Iterator[Read]:
    place = Place(file.path, file.shown, row=number, body_line=number)
    data = read_object(line)
    if isinstance(data, str):
        yield "", Problem(file.shown, number, "SB010", data)
        return
    name = data["id"] if isinstance(data.get("id"), str) else ""
    for item in validated(KINDS[file.kind], data, place, context):
        yield name, item if isinstance(item, Problem) else Entry(item, place)
