"""Every reference and text in a record, however nested: one generic walker for all kinds.

What a class can hold is worked out once from its annotations; records then only follow it.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, get_args, get_origin, get_type_hints

from sourcebook.load.yaml import ValuePath
from sourcebook.models import Mark, Model, Named, Ref


@dataclass(frozen=True, slots=True)
class MarkedValue:
    """A marked value of a record: where it stands, what it is, and how its field is marked."""

    path: ValuePath
    value: str
    mark: Mark


Walk = Callable[[Any, ValuePath], Iterator[MarkedValue]]


def marked_values(model: Model) -> Iterator[MarkedValue]:
    """Every marked value inside a model, in the order of its fields."""
    return _model_walk(type(model))(model, ())


@cache
def _model_walk(model: type[Model]) -> Walk:
    hints = get_type_hints(model, include_extras=True)
    fields = {name: _walk(hints[name]) for name in model.model_fields}
    marked = [(name, walk) for name, walk in fields.items() if walk is not None]

    def walk(value: Any, path: ValuePath) -> Iterator[MarkedValue]:
        if isinstance(value, model):
            for name, inner in marked:
                yield from inner(getattr(value, name), (*path, name))

    return walk


def _walk(hint: Any) -> Walk | None:
    """How to walk a value of this type; None where it can hold nothing marked."""
    origin, arguments = get_origin(hint), get_args(hint)
    if origin is Annotated:
        mark = next((m for m in arguments[1:] if isinstance(m, Mark)), None)
        return _leaf(mark) if mark is not None else _walk(arguments[0])
    if isinstance(hint, type) and issubclass(hint, Model):
        return _model_walk(hint)
    if hint is Named:
        return _named
    inner = [walk for walk in map(_walk, arguments) if walk is not None]
    if not inner:
        return None
    return _each(inner[0]) if origin is tuple else _one_of(inner)


def _leaf(mark: Mark) -> Walk:
    def walk(value: Any, path: ValuePath) -> Iterator[MarkedValue]:
        if isinstance(value, str):
            yield MarkedValue(path, value, mark)

    return walk


def _named(value: Any, path: ValuePath) -> Iterator[MarkedValue]:
    if isinstance(value, Named):
        for name in value.ids:
            yield MarkedValue(path, name, Ref(value.kind, "named_in"))


def _each(inner: Walk) -> Walk:
    def walk(value: Any, path: ValuePath) -> Iterator[MarkedValue]:
        for index, item in enumerate(value or ()):
            yield from inner(item, (*path, index))

    return walk


def _one_of(inner: list[Walk]) -> Walk:
    def walk(value: Any, path: ValuePath) -> Iterator[MarkedValue]:
        for one in inner:
            yield from one(value, path)

    return walk
