"""Every marked value in a record, however nested: one generic walker for all kinds.

What a class can hold is worked out once from its annotations; a record is then only walked. The
fields of a record that its class refused are walked the same way, as far as they have its form.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, get_args, get_origin, get_type_hints

from sourcebook.load.yaml import ValuePath
from sourcebook.models import Mark, Model, Ref, References


@dataclass(frozen=True, slots=True)
class MarkedValue:
    """A marked value of a record: its path, the value, and how its field is marked."""

    path: ValuePath
    value: str
    mark: Mark


Walk = Callable[[Any, ValuePath, list[MarkedValue]], None]
"""Adds to a list what is marked in a value at a path."""
Marks = tuple[type[Mark], ...]
ALL_MARKS: Marks = get_args(Mark)


def marked_values(model: Model, *marks: type[Mark]) -> list[MarkedValue]:
    """Every value inside a model with one of some marks (any, if none are given), in order."""
    found: list[MarkedValue] = []
    _model_walk(type(model), marks or ALL_MARKS)(model, (), found)
    return found


def marked_fields(
    kind: type[Model], fields: dict[str, Any], *marks: type[Mark]
) -> list[MarkedValue]:
    """The same of the fields that a model of a kind was to be made of."""
    found: list[MarkedValue] = []
    _model_walk(kind, marks or ALL_MARKS)(fields, (), found)
    return found


@cache
def _model_walk(model: type[Model], marks: Marks) -> Walk:
    hints = get_type_hints(model, include_extras=True)
    fields = {name: _walk(hints[name], marks) for name in model.model_fields}
    marked = [
        (name, model.model_fields[name].alias or name, walk)
        for name, walk in fields.items()
        if walk is not None
    ]

    def walk(value: Any, path: ValuePath, found: list[MarkedValue]) -> None:
        if isinstance(value, model):
            for name, _, inner in marked:
                part = getattr(value, name)
                if part is not None and part != ():
                    inner(part, (*path, name), found)
        elif isinstance(value, dict):
            for _, written, inner in marked:
                inner(value.get(written), (*path, written), found)

    return walk


def _walk(hint: Any, marks: Marks) -> Walk | None:
    """How to walk a value of this type; None where it can hold nothing that has the marks."""
    origin, arguments = get_origin(hint), get_args(hint)
    if origin is Annotated:
        mark = next((m for m in arguments[1:] if isinstance(m, Mark)), None)
        if mark is not None:
            return _leaf(mark) if isinstance(mark, marks) else None
        return _walk(arguments[0], marks)
    if isinstance(hint, type) and issubclass(hint, Model):
        return _model_walk(hint, marks)
    if hint is References:
        return _references if Ref in marks else None
    inner = [walk for walk in (_walk(each, marks) for each in arguments) if walk is not None]
    if not inner:
        return None
    if origin is tuple:
        return _each(inner[0])
    return inner[0] if len(inner) == 1 else _one_of(inner)


def _leaf(mark: Mark) -> Walk:
    def walk(value: Any, path: ValuePath, found: list[MarkedValue]) -> None:
        if isinstance(value, str):
            found.append(MarkedValue(path, value, mark))

    return walk


def _references(value: Any, path: ValuePath, found: list[MarkedValue]) -> None:
    if isinstance(value, References):
        mark = Ref(value.kind, "named_in")
        found += [MarkedValue(path, record_id, mark) for record_id in value.ids]


def _each(inner: Walk) -> Walk:
    def walk(value: Any, path: ValuePath, found: list[MarkedValue]) -> None:
        if isinstance(value, tuple | list):
            for index, item in enumerate(value):
                inner(item, (*path, index), found)

    return walk


def _one_of(inner: list[Walk]) -> Walk:
    def walk(value: Any, path: ValuePath, found: list[MarkedValue]) -> None:
        for one in inner:
            one(value, path, found)

    return walk
