"""What pydantic finds wrong with a record, in words that its editor can act on."""

from collections.abc import Callable, Iterator

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from sourcebook.load.fields import (
    describe_parent,
    describe_path,
    field_name,
    in_parent,
    known_fields,
)
from sourcebook.problems import did_you_mean, quoted

FieldProblem = tuple[tuple[str | int, ...], str, str]
"""Where in the record, the code of the rule, the message."""
CodeAndMessage = tuple[str, str]
"""The code of the rule, the message."""
Path = tuple[str | int, ...]

_OWN = {
    "bad_date": "SB105",
    "end_before_start": "SB106",
    "bad_figure": "SB107",
    "min_above_max": "SB108",
    "unknown_measure": "SB114",
    "bad_zone": "SB104",
    "bad_value": "SB103",
    "empty_page": "SB102",
    "inconsistent": "SB115",
    "unknown_rule": "SB104",
    "fixed_rule": "SB116",
}
"""The rules of the errors that types of our own raise."""

_EVIDENCE = {
    "cites": "no citation in {}: give cites, a source and the place in it",
    "by": "no claimant in {}: give by, the id of the actor who says it",
}
_FORMS = {
    "url": ("SB112", "a web address: write it whole, beginning with https://"),
    "archive": ("SB112", "a web address: write it whole, beginning with https://"),
    "licence_url": ("SB112", "a web address: write it whole, beginning with https://"),
    "language": ("SB103", "the tag of a language: write en for English, ar for Arabic"),
    "names": ("SB103", "the tag of a language: write en for English, ar for Arabic"),
    "wikidata": ("SB103", "an item of Wikidata: write Q and its number, such as Q42"),
    "iso_3166": ("SB103", "a code of ISO 3166: write two capitals, such as NZ, or NZ-AUK"),
    "sha256": ("SB103", "a SHA-256: write its 64 characters of 0-9 and a-f"),
    "of": ("SB103", "what a verdict is bound to: have it written by `python build.py assess`"),
    "salt": ("SB103", "a salt: have it written by `python build.py seal`"),
    "original": ("SB103", "a SHA-256: write its 64 characters of 0-9 and a-f"),
    "reader": ("SB103", "a reader and its version: write what `capture` writes, such as html 2"),
    "media_type": ("SB103", "a kind of file: write text/html, application/pdf or text/plain"),
}
_ID = ("SB113", "an id: use a-z, 0-9 and single hyphens")
_TYPES = {
    "string": "a text",
    "int": "a whole number",
    "float": "a number",
    "finite": "a number",
    "bool": "yes or no",
    "tuple": "a list: each item on a line of its own, after '- '",
    "dict": "fields, each `name: value`",
    "model": "fields, each `name: value`",
}


def field_problems(error: ValidationError, model: type[BaseModel]) -> Iterator[FieldProblem]:
    """Each thing that is wrong with what `model` refused."""
    for detail in error.errors(include_url=False):
        if detail["type"] == "too_short" and isinstance(detail["input"], list) and detail["input"]:
            continue  # what it holds is wrong, and told of
        path = tuple(step for step in detail["loc"] if step != "[key]")
        yield path, *_code_and_message(detail, path, model)


def _code_and_message(detail: ErrorDetails, path: Path, model: type[BaseModel]) -> CodeAndMessage:
    kind = detail["type"]
    if kind in _OWN:
        return type_problem(kind, detail["msg"], path)
    if kind == "extra_forbidden":
        return _unknown_field(path, model)
    empty = detail["input"] is None
    if kind in ("missing", "too_short") or (empty and field_name(path) in _EVIDENCE):
        return _missing(detail, path)
    if empty or kind == "string_too_short":
        return "SB102", f"{describe_path(path)} is empty: write its value or delete the line"
    if kind in _SPECIAL:
        return _SPECIAL[kind](detail, path)
    return "SB103", _wrong_type(detail, path)


def type_problem(error_type: str, message: str, path: Path) -> CodeAndMessage:
    """The code and the message for a value that one of our own types refused."""
    named = error_type in ("bad_date", "end_before_start")
    return _OWN[error_type], f"{describe_path(path)}: {message}" if named else message


def _unknown_field(path: Path, model: type[BaseModel]) -> CodeAndMessage:
    name = str(path[-1])
    hint = did_you_mean(name, known_fields(model, path))
    return "SB101", f"unknown field {quoted(name)}{in_parent(path)}{hint}"


def _missing(detail: ErrorDetails, path: Path) -> CodeAndMessage:
    name = field_name(path)
    if name in _EVIDENCE and len(path) > 1 and path[0] != "excused":
        return "SB110", _EVIDENCE[name].format(describe_parent(path))
    if detail["type"] == "too_short":
        return "SB102", f"{describe_path(path)} is empty: it needs at least one"
    return "SB102", f"missing field '{name}'{in_parent(path)}"


def _unknown_word(detail: ErrorDetails, path: Path) -> CodeAndMessage:
    expected = detail["ctx"]["expected"].replace(" or ", ", ").split(", ")
    words = [word.strip("'") for word in expected]
    written = detail["input"]
    guess = did_you_mean(written, words, near=0.75) if isinstance(written, str) else ""
    hint = guess or "; write one of: " + ", ".join(words)
    return "SB104", f"{quoted(written)} is not a word for '{field_name(path)}'{hint}"


def _wrong_form(detail: ErrorDetails, path: Path) -> CodeAndMessage:
    """A text that does not look as it should: an id, an address, a code."""
    keyed = detail["loc"][-1:] == ("[key]",)
    name = str(path[0]) if keyed else field_name(path)
    code, wanted = _FORMS.get(name, _ID)
    return code, f"{quoted(detail['input'])} is not {wanted}"


def _out_of_range(detail: ErrorDetails, path: Path) -> CodeAndMessage:
    bound = detail["msg"].removeprefix("Input should be ")
    for long, short in (("less than or equal to", "at most"), ("greater than", "more than")):
        bound = bound.replace("greater than or equal to", "at least").replace(long, short)
    return "SB109", f"{describe_path(path)} is {detail['input']}, but should be {bound}"


def _too_long(detail: ErrorDetails, path: Path) -> CodeAndMessage:
    most = detail["ctx"]["max_length"]
    return "SB109", f"{describe_path(path)} is longer than {most} characters"


def _wrong_type(detail: ErrorDetails, path: Path) -> str:
    wanted = _TYPES.get(detail["type"].split("_")[0])
    if wanted is None:
        return f"{describe_path(path)}: {detail['msg'].lower()}"
    written = detail["input"]
    shown = str(written) if isinstance(written, bool | int | float) else quoted(written)
    return f"{describe_path(path)} is {shown}, but should be {wanted}"


_SPECIAL: dict[str, Callable[[ErrorDetails, Path], CodeAndMessage]] = {
    "enum": _unknown_word,
    "literal_error": _unknown_word,
    "string_pattern_mismatch": _wrong_form,
    "string_too_long": _too_long,
    "greater_than": _out_of_range,
    "greater_than_equal": _out_of_range,
    "less_than": _out_of_range,
    "less_than_equal": _out_of_range,
}
