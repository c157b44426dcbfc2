"""The fields of every kind of record, from the classes that check them."""

from dataclasses import dataclass

from sourcebook.models import KINDS
from sourcebook.pages import INDEXES


@dataclass(frozen=True, slots=True)
class KindFields:
    """A kind of record as an export holds it: its key, its title, its fields by name."""

    key: str
    title: str
    required: tuple[str, ...]
    optional: tuple[str, ...]


def kinds_of_record() -> tuple[KindFields, ...]:
    """Every kind of record and its fields, those that must be there apart."""
    found = []
    for model in KINDS.values():
        required = [name for name, field in model.model_fields.items() if field.is_required()]
        optional = [name for name in model.model_fields if name not in required]
        title = INDEXES.get(model, model.folder.capitalize())
        found.append(KindFields(model.folder, title, tuple(required), tuple(optional)))
    return tuple(found)
