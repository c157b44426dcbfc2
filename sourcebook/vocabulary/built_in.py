"""The vocabularies that come with the program: the files of `terms/`, each read once."""

from collections.abc import Callable
from functools import cache, partial
from pathlib import Path as File
from typing import Any

import yaml
from pydantic import ValidationError

from sourcebook.vocabulary.term import Term
from sourcebook.vocabulary.vocabulary import T, Vocabulary

FOLDER = File(__file__).parent / "terms"
Path = tuple[int | str, ...]


class VocabularyError(ValueError):
    """A file of terms is not what it should be; the message says in which line."""


def built_in(kind: type[T]) -> Vocabulary[T]:
    """The built-in terms of a kind.

    Raises:
        VocabularyError: a row of their file is wrong.
    """
    found: Vocabulary[T] = _read_file(kind)
    return found


@cache
def _read_file(kind: type[Term]) -> Vocabulary[Any]:
    file = FOLDER / f"{kind.file}.yml"
    return Vocabulary(kind, read_terms(kind, file.read_text("utf-8"), f"terms/{file.name}"))


def read_terms(kind: type[T], text: str, shown: str) -> tuple[T, ...]:
    """The terms of a YAML list of rows; `shown` is what messages call its file.

    Every scalar is a text, as in a record: the class of the row knows what type a column has.

    Raises:
        VocabularyError: a row is wrong, an id stands twice, or a broader term is none.
    """
    rows = yaml.load(text, yaml.CBaseLoader)  # noqa: S506 - it makes nothing but texts
    if not isinstance(rows, list):
        raise VocabularyError(f"{shown}:1: here stands a list of rows, each `- id: …`")
    terms: list[T] = []
    for number, row in enumerate(rows):
        try:
            terms.append(kind.model_validate(row))
        except ValidationError as error:
            wrong = error.errors(include_url=False)[0]
            raise _error(text, shown, (number, *wrong["loc"]), wrong["msg"]) from None
    _check(terms, partial(_error, text, shown))
    return tuple(terms)


def _check(terms: list[T], error: Callable[[Path, str], VocabularyError]) -> None:
    """Raise the error for an id that stands twice, or a broader term that there is not."""
    first: dict[str, int] = {}
    for number, term in enumerate(terms):
        if first.setdefault(term.id, number) != number:
            raise error((number, "id"), f"the id '{term.id}' stands twice")
    for number, term in enumerate(terms):
        if term.broader and term.broader not in first:
            raise error((number, "broader"), f"'{term.broader}' is no term of this file")


def _error(text: str, shown: str, path: Path, message: str) -> VocabularyError:
    """The error at a value of a list of rows, with the line of its key or else of its row."""
    node: yaml.Node | None = yaml.compose(text, yaml.CSafeLoader)
    line = 1
    for step in path[:2]:
        if isinstance(node, yaml.SequenceNode) and isinstance(step, int):
            node = node.value[step]
            line = node.start_mark.line + 1
        elif isinstance(node, yaml.MappingNode):
            found = (key.start_mark.line + 1 for key, _ in node.value if key.value == step)
            line = next(found, line)
    where = ".".join(map(str, path[1:]))
    return VocabularyError(f"{shown}:{line}: {where}: {message}")
