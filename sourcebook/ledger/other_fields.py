"""The fields of a record for which there are no words of their own: none is left out."""

import json
from collections.abc import Collection, Iterator
from functools import cache

from sourcebook.language import Language
from sourcebook.ledger.published_fact import FactPart, words_of
from sourcebook.load.yaml import ValuePath
from sourcebook.models import Model, When, prose_fields


def other_parts(
    language: Language, model: Model, known: Collection[str], path: ValuePath = ()
) -> Iterator[FactPart]:
    """Each field that has a value of its own, under its name; a new field is a fact by itself.

    Left out are the `known` ones, and prose, which is looked at sentence by sentence.
    """
    for name, written, usual in _fields(type(model)):
        value = getattr(model, name)
        if name not in known and value != usual:
            yield FactPart(f"{written}: {_words(language, model, name)}", (*path, written))


@cache
def _fields(model: type[Model]) -> tuple[tuple[str, str, object], ...]:
    """The fields that hold no prose: name, name in a record, and the value that goes unsaid."""
    prose = prose_fields(model)
    return tuple(
        (name, field.alias or name, field.get_default(call_default_factory=True))
        for name, field in model.model_fields.items()
        if name not in prose
    )


def _words(language: Language, model: Model, name: str) -> str:
    value = getattr(model, name)
    if isinstance(value, When):
        return language.date(value)
    if isinstance(value, str):
        return words_of(value)
    plain = model.model_dump(mode="json", include={name}, exclude_defaults=True, by_alias=True)
    return words_of(json.dumps(next(iter(plain.values()), ""), ensure_ascii=False))
