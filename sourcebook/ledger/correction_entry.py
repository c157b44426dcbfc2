"""A correction, written into the text of a record with every other byte left alone."""

import json
import re
from collections.abc import Mapping

import yaml

from sourcebook.load.text import split_front_matter
from sourcebook.load.yaml import parse_tree

_BARE = re.compile(r"[0-9a-z](?:[0-9a-z-]*[0-9a-z])?")
Entry = Mapping[str, str]
"""The fields of a correction."""


def with_correction(text: str, entry: Entry) -> str:
    """The text of a record's file with one more entry under `corrections`."""
    end = "\r\n" if "\r\n" in text else "\n"
    mark = "\ufeff" if text.startswith("\ufeff") else ""
    plain = text.removeprefix("\ufeff").replace("\r\n", "\n")
    front, _ = split_front_matter(plain) or ("", "")
    node = _corrections(front)
    lines = plain.split("\n")
    if node is None:
        closing = front.count("\n")
        lines[closing:closing] = ["corrections:", *_block(entry, 2)]
    elif node.flow_style or not node.value:
        _into_flow(lines, node, entry)
    else:
        at = _end_of(lines, node)
        lines[at:at] = _block(entry, node.start_mark.column)
    return mark + end.join(lines)


def with_correction_in_row(row: str, entry: Entry) -> str:
    """A line of a table with one more entry under `corrections`."""
    fields = json.loads(row)
    fields.setdefault("corrections", []).append(dict(entry))
    separators = None if '": ' in row else (",", ":")
    return json.dumps(fields, ensure_ascii=False, separators=separators)


def _corrections(front: str) -> yaml.SequenceNode | None:
    """The list that the record has, with its place."""
    root = parse_tree(front)
    pairs = root.value if isinstance(root, yaml.MappingNode) else ()
    return next(
        (value for key, value in pairs if key.value == "corrections" and value.value != ""), None
    )


def _block(entry: Entry, indent: int) -> list[str]:
    """An item of a list, a line for each field."""
    lines = [f"{name}: {_scalar(value)}" for name, value in entry.items()]
    before = [" " * indent + "- ", *[" " * (indent + 2)] * (len(lines) - 1)]
    return [start + line for start, line in zip(before, lines, strict=True)]


def _scalar(value: str) -> str:
    """A text as YAML reads it again: bare where it is a date or an id, else in quotation marks."""
    bare = _BARE.fullmatch(value) and value != "null"
    return value if bare else json.dumps(value, ensure_ascii=False)


def _into_flow(lines: list[str], node: yaml.SequenceNode, entry: Entry) -> None:
    """One more item before the bracket that closes a list in brackets."""
    number, column = node.end_mark.line, node.end_mark.column - 1
    fields = ", ".join(f"{name}: {_scalar(value)}" for name, value in entry.items())
    comma = ", " if node.value else ""
    line = lines[number]
    lines[number] = f"{line[:column].rstrip()}{comma}{{{fields}}}{line[column:]}"


def _end_of(lines: list[str], node: yaml.SequenceNode) -> int:
    """The line after the last one of a list; comments and empty lines below it are not its own."""
    stop = node.end_mark.line + (node.end_mark.column > 0)
    while stop > node.start_mark.line + 1 and _is_aside(lines[stop - 1]):
        stop -= 1
    return stop


def _is_aside(line: str) -> bool:
    return not line.strip() or line.lstrip().startswith("#")
