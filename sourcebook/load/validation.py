"""Fields to a model, or to the problems that keep them from being one."""

from collections.abc import Iterator
from typing import Any, TypeVar

from pydantic import ValidationError

from sourcebook.load.file_locations import FileLocation, RefusedRecord
from sourcebook.load.validation_messages import field_problems
from sourcebook.load.yaml import YamlError, read_yaml
from sourcebook.load.yaml_comments import cut_texts
from sourcebook.models import Model
from sourcebook.problems import Problem

M = TypeVar("M", bound=Model)


def read_model(
    model: type[M], text: str, fixed: dict[str, Any], place: FileLocation
) -> Iterator[M | Problem | RefusedRecord]:
    """The model of a YAML mapping and what is `fixed` beside it, or what is wrong with them."""
    try:
        data = read_yaml(text)
    except YamlError as error:
        yield Problem(place.display_path, error.line, error.code, error.message)
        return
    if not isinstance(data, dict):
        yield Problem(place.display_path, 1, *_no_fields_problem(data))
        return
    clash = [
        place.problem("SB101", _fixed_field_message(name), (name,))
        for name in fixed
        if name in data
    ]
    for line, message in cut_texts(text):
        yield Problem(place.display_path, line, "SB014", message)
    yield from clash or validate(model, data | fixed, place)


def _no_fields_problem(data: Any) -> tuple[str, str]:
    if data is None:
        return "SB009", "there are no fields here: each is written `name: value`"
    return "SB006", "bad YAML: fields are expected here, each `name: value`"


def _fixed_field_message(name: str) -> str:
    where = "is the file's name" if name == "id" else "is the text below the second line of ---"
    return f"unknown field '{name}': the {name} of a record {where}"


def validate(
    model: type[M], data: dict[str, Any], place: FileLocation
) -> Iterator[M | Problem | RefusedRecord]:
    """The model of a mapping, or what is wrong with it and then the mapping itself."""
    try:
        yield model.model_validate(data)
    except ValidationError as error:
        for path, code, message in field_problems(error, model):
            yield place.problem(code, message, path)
        yield RefusedRecord(model, data, place)
