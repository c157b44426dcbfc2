"""What pydantic finds wrong with a record, in words that its editor can act on."""

from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from sourcebook.problems import did_you_mean

_CODES = {
    "bad_date": "SB105",
    "end_before_start": "SB106",
    "bad_figure": "SB107",
    "min_above_max": "SB108",
    "unknown_measure": "SB114",
    "bad_zone": "SB104",
    "empty_page": "SB102",
    "inconsistent": "SB115",
    "literal_error": "SB104",
    "greater_than": "SB109",
    "greater_than_equal": "SB109",
    "less_than": "SB109",
    "less_than_equal": "SB109",
}
_PATTERNS = {"url": "SB112", "archive": "SB112", "licence_url": "SB112", "id": "SB113"}
_EVIDENCE = {"cites": "a citation", "by": "a claimant"}
_TYPES = {
    "string": "a text",
    "int": "a whole number",
    "float": "a number",
    "bool": "true or false",
    "tuple": "a list",
    "dict": "a mapping",
    "model": "a mapping",
}

Fault = tuple[tuple[str | int, ...], str, str]
"""Where in the record, the code of the rule, the message."""


def faults(error: ValidationError, model: type[BaseModel]) -> Iterator[Fault]:
    """Each thing that is wrong with what `model` refused."""
    for detail in error.errors(include_url=False):
        path = tuple(step for step in detail["loc"] if step != "[key]")
        yield path, *_fault(detail, path, model)


def _fault(detail: ErrorDetails, path: Any, model: type[BaseModel]) -> tuple[str, str]:
    kind, name = detail["type"], _field(path)
    if kind == "extra_forbidden":
        known = _known_fields(model, path)
        return (
            "SB101",
            f"unknown field '{path[-1]}'{_inside(path)}{did_you_mean(str(path[-1]), known)}",
        )
    if kind in ("missing", "too_short") or detail["input"] is None:
        return _missing(name, path)
    if kind == "literal_error":
        return "SB104", _unknown_word(detail, name)
    if kind == "string_pattern_mismatch":
        return _pattern(detail, name, path)
    if kind in _CODES:
        return _CODES[kind], _plain(detail, name)
    return "SB103", _wrong_type(detail, name)


def _missing(name: str, path: Any) -> tuple[str, str]:
    wanted = _EVIDENCE.get(name)
    if wanted and len(path) > 1:
        return "SB110", f"{_holder(path)} has no {name}: it needs at least {wanted}"
    return "SB102", f"missing field '{name}'{_inside(path)}"


def _unknown_word(detail: ErrorDetails, name: str) -> str:
    words = [
        word.strip("'") for word in detail["ctx"]["expected"].replace(" or ", ", ").split(", ")
    ]
    guess = did_you_mean(str(detail["input"]), words)
    return f"'{detail['input']}' is no {name}{guess or '; one of ' + ', '.join(words)}"


def _pattern(detail: ErrorDetails, name: str, path: Any) -> tuple[str, str]:
    shown = str(detail["input"])[:80]
    code = "SB113" if path[-1:] == ("id",) or "aliases" in path else _PATTERNS.get(name, "SB103")
    wanted = {
        "SB112": "; write a whole http or https address",
        "SB113": "; use a-z, 0-9 and single hyphens",
    }.get(code, "")
    return code, f"'{shown}' is no {name}{wanted}"


def _plain(detail: ErrorDetails, name: str) -> str:
    if detail["type"] in ("bad_date", "end_before_start"):
        return f"{name}: {detail['msg']}"
    if _CODES[detail["type"]] == "SB109":
        bound = detail["msg"].removeprefix("Input should be ")
        return f"{name} is {detail['input']}, but should be {bound}"
    return detail["msg"]


def _wrong_type(detail: ErrorDetails, name: str) -> str:
    wanted = _TYPES.get(detail["type"].split("_")[0])
    if wanted is None or detail["type"].endswith(("_too_short", "_too_long")):
        return f"{name}: {detail['msg'].removeprefix('Value error, ').lower()}"
    return f"{name} should be {wanted}"


def _known_fields(model: type[BaseModel], path: Any) -> list[str]:
    """The names that may stand where an unknown one was found."""
    here: Any = model
    for step in path[:-1]:
        here = _inner(here, step)
    fields = getattr(here, "model_fields", {})
    return [field.alias or name for name, field in fields.items()]


def _inner(model: Any, step: str | int) -> Any:
    """The model inside a field: `step` is the field's name, or the number of a list's item."""
    if isinstance(step, int):
        return model
    field = getattr(model, "model_fields", {}).get(step)
    return None if field is None else _model_in(field.annotation)


def _model_in(annotation: Any) -> Any:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    found = (_model_in(inner) for inner in getattr(annotation, "__args__", ()))
    return next((model for model in found if model is not None), None)


def _field(path: Any) -> str:
    """The last name on the way: what the editor calls the place."""
    return next((str(step) for step in reversed(path) if isinstance(step, str)), "record")


def _inside(path: Any) -> str:
    return f" in {_holder(path)}" if len(path) > 1 else ""


def _holder(path: Any) -> str:
    """`claims 2, cites 1` for ('claims', 1, 'cites', 0, 'at')."""
    words: list[str] = []
    for step in path[:-1]:
        if isinstance(step, int):
            words[-1] += f" {step + 1}"
        else:
            words.append(str(step))
    return ", ".join(words) or "the record"
