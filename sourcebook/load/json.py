"""One line of a table: a JSON object (RFC 8259) of plain values, each name once."""

import json
import re
from collections.abc import Iterator
from typing import Any

from sourcebook.load.characters import first_hidden
from sourcebook.problems import quoted

_ESCAPE = re.compile(r"\\[bfu]")
"""An escape that may hide a character which is not allowed in the line itself."""
_DIGITS = 18
"""The longest whole number, which every program reads alike."""


def read_object(line: str) -> dict[str, Any] | str:
    """The object that a line of JSON holds, or what is wrong with it."""
    try:
        data = json.loads(
            line,
            object_pairs_hook=_unique_names,
            parse_constant=_no_number,
            parse_int=_whole_number,
        )
    except json.JSONDecodeError as error:
        return f"bad JSON at character {error.colno}: {_plain_message(error.msg)}"
    except RecursionError:
        return "bad JSON: lists and objects lie in each other too deeply"
    except ValueError as error:
        return f"bad JSON: {error}"
    hidden = _hidden_message(data) if _ESCAPE.search(line) else ""
    if hidden:
        return f"bad JSON: {hidden}"
    return data if isinstance(data, dict) else "bad JSON: a line is one object in braces"


_PLAIN = {
    "Expecting ',' delimiter": "a comma is missing, or a closing brace or bracket",
    "Expecting ':' delimiter": "a colon is missing between a name and its value",
    "Expecting property name enclosed in double quotes": (
        'the name of a field is expected here, in double quotation marks: {"title": "…"}'
    ),
    "Expecting value": "a value is missing; a text is written in double quotation marks",
    "Extra data": "something follows the closing brace: a line is one object",
    "Illegal trailing comma before end of object": "a comma too many before the closing brace",
    "Illegal trailing comma before end of array": "a comma too many before the closing bracket",
    "Invalid \\escape": "a backslash inside a text is written twice",
    "Invalid \\uXXXX escape": "after \\u come four of 0-9 and a-f",
    "Unterminated string starting at": "a quotation mark opens here and is not closed",
}
"""What Python's parser says, and what is reported instead."""


def _plain_message(said: str) -> str:
    plain = next((text for words, text in _PLAIN.items() if said.startswith(words)), None)
    return plain or f"{said[:1].lower()}{said[1:]}"


def _hidden_message(data: Any) -> str:
    """What is wrong with a character that no text may hold, written as an escape."""
    found = (first_hidden(text) for text in _texts(data))
    return next((hidden.message for hidden in found if hidden), "")


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


def _unique_names(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    value = dict(pairs)
    if len(value) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise ValueError(f"duplicate key {quoted(twice)}")
    return value


def _no_number(word: str) -> float:
    raise ValueError(f"{word} is not a number")


def _whole_number(digits: str) -> int:
    if len(digits) > _DIGITS:
        raise ValueError(f"the number {digits[:_DIGITS]}… has too many digits")
    return int(digits)
