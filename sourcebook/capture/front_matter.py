"""The `capture` of a source's front matter, written into it with every other byte left alone."""

import json
import re

import yaml

from sourcebook.load.text import split_front_matter
from sourcebook.load.yaml import parse_tree
from sourcebook.models import Capture

_PLAIN = re.compile(r"[\w./+-]+(?: [\w./+-]+)*")
_COMMENT = re.compile(r"\s*(?:#.*)?$")


def with_capture(text: str, capture: Capture) -> str:
    """The text of a source's file with this capture, in the place of one that it had."""
    end = "\r\n" if "\r\n" in text else "\n"
    lines = text.split(end)
    start, stop = _line_range(text)
    lines[start:stop] = _capture_lines(capture)
    return end.join(lines)


def _capture_lines(capture: Capture) -> list[str]:
    fields = capture.model_dump(mode="json", exclude_none=True)
    return ["capture:", *(f"  {name}: {_scalar(value)}" for name, value in fields.items())]


def _scalar(value: object) -> str:
    """A value as YAML has it: as it is, where that cannot be taken for anything else."""
    text = str(value)
    return text if _PLAIN.fullmatch(text) else json.dumps(text, ensure_ascii=False)


def _line_range(text: str) -> tuple[int, int]:
    """The lines of the old capture, from 0; or the line of the second --- where there is none."""
    plain = text.removeprefix("\ufeff").replace("\r\n", "\n")
    front, _ = split_front_matter(plain) or ("", "")
    closing = front.count("\n")
    node = parse_tree(front)
    pairs = node.value if isinstance(node, yaml.MappingNode) else ()
    for key, value in pairs:
        if key.value == "capture":
            stop = value.end_mark.line + (value.end_mark.column > 0)
            lines = plain.split("\n")
            while _COMMENT.match(lines[stop - 1]):
                stop -= 1
            return key.start_mark.line, min(stop, closing)
    return closing, closing
