"""Fields to a model, or to the problems that keep them from being one."""

from collections.abc import Iterator
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from sourcebook.load.places import Place
from sourcebook.load.validation_messages import field_problems
from sourcebook.load.yaml import YamlError, read_yaml
from sourcebook.problems import Problem

M = TypeVar("M", bound=BaseModel)


def checked(
    model: type[M], text: str, fixed: dict[str, Any], place: Place, context: dict[str, Any]
) -> Iterator[M | Problem]:
    """The model of a YAML mapping and what is `fixed` beside it, or what is wrong with them."""
    try:
        data = read_yaml(text)
    except YamlError as error:
        yield Problem(place.shown, error.line, error.code, error.message)
        return
    if not isinstance(data, dict):
        yield Problem(place.shown, 1, *_no_fields(data))
        return
    clash = [
        Problem(place.shown, place.line((name,)), "SB101", _fixed(name))
        for name in fixed
        if name in data
    ]
    yield from clash or validated(model, data | fixed, place, context)


def _no_fields(data: Any) -> tuple[str, str]:
    if data is None:
        return "SB009", "there are no fields here: each is written `name: value`"
    return "SB006", "bad YAML: here stand fields, each `name: value`"


def _fixed(name: str) -> str:
    where = "is the file's name" if name == "id" else "is the text below the second line of ---"
    return f"unknown field '{name}': the {name} of a record {where}"


def validated(
    model: type[M], data: dict[str, Any], place: Place, context: dict[str, Any]
) -> Iterator[M | Problem]:
    """The model of a mapping, or what is wrong with it."""
    try:
        yield model.model_validate(data, context=context)
    except ValidationError as error:
        for path, code, message in field_problems(error, model):
            yield Problem(place.shown, place.line(path), code, message)
