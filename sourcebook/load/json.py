"""One line of a table: a JSON object (RFC 8259) of plain values, each name once."""

import json
import re
from collections.abc import Iterator
from typing import Any

from sourcebook.load.text import CONTROL, invisible
from sourcebook.problems import quoted

_ESCAPE = re.compile(r"\\[bfu]")
"""What may stand for a character that cannot stand in the line itself."""
_DIGITS = 18
"""The longest whole number, which every program reads alike."""


def read_object(line: str) -> dict[str, Any] | str:
    """The object that a line of JSON holds, or what is wrong with it."""
    try:
        data = json.loads(
            line, object_pairs_hook=_unique, parse_constant=_no_number, parse_int=_whole
        )
    except json.JSONDecodeError as error:
        return f"bad JSON at character {error.colno}: {error.msg[:1].lower()}{error.msg[1:]}"
    except RecursionError:
        return "bad JSON: lists and objects lie in each other too deeply"
    except ValueError as error:
        return f"bad JSON: {error}"
    hidden = _hidden(data) if _ESCAPE.search(line) else None
    if hidden:
        return f"bad JSON: {invisible(hidden)}"
    return data if isinstance(data, dict) else "bad JSON: a line is one object in braces"


def _hidden(data: Any) -> str | None:
    """A character that no text may hold, written as an escape."""
    found = (CONTROL.search(text) for text in _texts(data))
    return next((match[0] for match in found if match), None)


def _texts(data: Any) -> Iterator[str]:
    waiting = [data]
    while waiting:
        here = waiting.pop()
        if isinstance(here, dict):
            waiting += [*here, *here.values()]
        elif isinstance(here, list):
            waiting += here
        elif isinstance(here, str):
            yield here


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    value = dict(pairs)
    if len(value) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise ValueError(f"duplicate key {quoted(twice)}")
    return value


def _no_number(word: str) -> float:
    raise ValueError(f"{word} is not a number")


def _whole(digits: str) -> int:
    if len(digits) > _DIGITS:
        raise ValueError(f"the number {digits[:_DIGITS]}… has too many digits")
    return int(digits)
