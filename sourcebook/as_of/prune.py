"""A record without what it may not name: what needs a thing that is gone goes with it.

How a class is pruned is worked out once from its annotations, as `link.references` does for
walking it: an optional value becomes None, an item leaves its list, and what cannot be without
the value (a citation without its source) is gone itself.
"""

from collections.abc import Callable
from functools import cache
from types import NoneType
from typing import Annotated, Any, Protocol, get_args, get_origin, get_type_hints

from annotated_types import MinLen
from pydantic.fields import FieldInfo

from sourcebook.models import Mark, Markup, Model, Ref, References


class PrunePolicy(Protocol):
    """Who decides what stays."""

    def keep_value(self, mark: Mark, value: str) -> bool:
        """Whether a marked value stays."""

    def rebuild(self, was: Model, now: Model) -> Model | None:
        """What becomes of a part whose own parts are settled; None where it goes."""


class _Gone:
    """Stands for a value that does not stay."""


GONE = _Gone()
Pruner = Callable[[Any, PrunePolicy], Any]


def prune(model: Model, policy: PrunePolicy) -> Any:
    """A model with all that the policy keeps; None where it cannot be without what goes."""
    found = _model_pruner(type(model))(model, policy)
    return None if found is GONE else found


@cache
def _model_pruner(kind: type[Model]) -> Pruner:
    hints = get_type_hints(kind, include_extras=True)
    fields = {name: _pruner(hints[name]) for name in kind.model_fields}
    prunable = [(name, prune) for name, prune in fields.items() if prune is not None]

    def prune(value: Any, policy: PrunePolicy) -> Any:
        if not isinstance(value, kind):
            return value
        changes = {}
        for name, inner in prunable:
            was = getattr(value, name)
            now = inner(was, policy)
            if now is GONE:
                return GONE
            if now is not was:
                changes[name] = now
        settled = policy.rebuild(value, value.model_copy(update=changes) if changes else value)
        return GONE if settled is None else settled

    return prune


def _pruner(hint: Any) -> Pruner | None:
    """How to prune a value of this type; None where it can hold nothing marked."""
    origin, arguments = get_origin(hint), get_args(hint)
    if origin is Annotated:
        return _annotated_pruner(arguments)
    if isinstance(hint, type) and issubclass(hint, Model):
        return _model_pruner(hint)
    if hint is References:
        return _prune_references
    if origin is tuple:
        inner = _pruner(arguments[0])
        return None if inner is None else _tuple_pruner(inner, needed=False)
    found = [prune for prune in map(_pruner, arguments) if prune is not None]
    return _union_pruner(found, optional=NoneType in arguments) if found else None


def _annotated_pruner(arguments: tuple[Any, ...]) -> Pruner | None:
    mark = next((each for each in arguments[1:] if isinstance(each, Mark)), None)
    if mark is not None:
        return _marked_pruner(mark)
    if get_origin(arguments[0]) is not tuple:
        return _pruner(arguments[0])
    inner = _pruner(get_args(arguments[0])[0])
    # A list of texts may be left empty: its record shows nothing there, and stays.
    needed = any(map(_needs_one, arguments[1:])) and not _holds_markup(get_args(arguments[0])[0])
    return None if inner is None else _tuple_pruner(inner, needed=needed)


def _needs_one(note: Any) -> bool:
    found = note.metadata if isinstance(note, FieldInfo) else ()
    return any(isinstance(each, MinLen) and each.min_length > 0 for each in found)


def _holds_markup(hint: Any) -> bool:
    return any(isinstance(each, Markup) for each in get_args(hint)[1:])


def _marked_pruner(mark: Mark) -> Pruner:
    def prune(value: Any, policy: PrunePolicy) -> Any:
        return GONE if isinstance(value, str) and not policy.keep_value(mark, value) else value

    return prune


def _prune_references(value: Any, policy: PrunePolicy) -> Any:
    if not isinstance(value, References):
        return value
    mark = Ref(value.kind, "named_in")
    return value if all(policy.keep_value(mark, name) for name in value.ids) else GONE


def _tuple_pruner(inner: Pruner, *, needed: bool) -> Pruner:
    def prune(value: Any, policy: PrunePolicy) -> Any:
        if not value:
            return value
        now = [inner(item, policy) for item in value]
        if all(one is other for one, other in zip(now, value, strict=True)):
            return value
        kept = tuple(item for item in now if item is not GONE)
        return kept if kept or not needed else GONE

    return prune


def _union_pruner(inner: list[Pruner], *, optional: bool) -> Pruner:
    def prune(value: Any, policy: PrunePolicy) -> Any:
        for one in inner:
            value = one(value, policy)
            if value is GONE:
                return None if optional else GONE
        return value

    return prune
