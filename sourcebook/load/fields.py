"""What an editor calls a place in a record, and which fields are allowed there."""

from typing import Any

from pydantic import BaseModel

Path = tuple[str | int, ...]

_ONE = {
    "aliases": "alias",
    "by": "name in by",
    "cites": "citation",
    "claims": "claim",
    "derived_from": "entry of derived_from",
    "excused": "excuse",
    "judgements": "judgement",
    "other_zones": "other zone",
    "questions": "question",
    "relations": "relation",
    "responds_to": "response",
    "rival_coordinates": "rival point",
    "roles": "role",
    "variants": "variant",
}
"""What one item of a list is called."""


def field_name(path: Path) -> str:
    """The last name on the way: `at` for ('claims', 1, 'cites', 0, 'at')."""
    return next((str(step) for step in reversed(path) if isinstance(step, str)), "the record")


def describe_path(path: Path) -> str:
    """The place in words: `'at' in citation 1 of claim 2`, or `claim 2` for an item itself."""
    if not path or isinstance(path[-1], int):
        return _path_text(path)
    return f"'{path[-1]}'{in_parent(path)}"


def in_parent(path: Path) -> str:
    """` in citation 1 of claim 2`, or nothing for a field of the record itself."""
    return f" in {describe_parent(path)}" if len(path) > 1 else ""


def describe_parent(path: Path) -> str:
    """What holds the field at a path: `citation 1 of claim 2`."""
    return _path_text(path[:-1])


def _path_text(path: Path) -> str:
    parts: list[str] = []
    for step in path:
        if isinstance(step, int) and parts:
            parts[-1] = f"{_ONE.get(parts[-1], parts[-1])} {step + 1}"
        else:
            parts.append(str(step))
    return " of ".join(reversed(parts)) or "the record"


def known_fields(model: type[BaseModel], path: Path) -> list[str]:
    """The names of fields that are allowed where an unknown one was found."""
    here: Any = model
    for step in path[:-1]:
        here = _inner(here, step)
    fields = getattr(here, "model_fields", {})
    return [field.alias or name for name, field in fields.items()]


def _inner(model: Any, step: str | int) -> Any:
    """The model inside a field: `step` is the field's name, or the number of a list's item."""
    if isinstance(step, int):
        return model
    fields = getattr(model, "model_fields", {})
    return _model_in(fields[step].annotation) if step in fields else model


def _model_in(annotation: Any) -> Any:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    found = (_model_in(inner) for inner in getattr(annotation, "__args__", ()))
    return next((model for model in found if model is not None), None)
