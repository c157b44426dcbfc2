"""What is documented exists, and what exists is documented.

`python -m tests.test_editing` writes the table of words anew.
"""

import re
from pathlib import Path

import pytest

from sourcebook.models import (
    KINDS,
    Actor,
    Assessment,
    Basis,
    Capture,
    Citation,
    Claim,
    Dataset,
    Episode,
    Incident,
    Location,
    Model,
    Override,
    Relation,
    Response,
    Role,
    SealedPassage,
    Source,
)
from sourcebook.models.base import term_kind
from sourcebook.models.episode import Judgement, Question
from sourcebook.models.location import Coordinates, Near
from sourcebook.models.source import Derivation
from sourcebook.vocabulary import built_in

FILE = Path(__file__).parent.parent / "EDITING.md"
MANUAL = FILE.read_text("utf-8")
PARTS = (
    Assessment,
    SealedPassage,
    Capture,
    Citation,
    Claim,
    Coordinates,
    Derivation,
    Judgement,
    Near,
    Question,
    Relation,
    Response,
    Role,
)


@pytest.mark.parametrize("model", [*KINDS.values(), Dataset, *PARTS], ids=lambda m: m.__name__)
def test_every_field_is_in_the_manual(model: type[Model]) -> None:
    names = {field.alias or name for name, field in model.model_fields.items()}
    missing = {name for name in names if not re.search(rf"`(?:id: {{)?{name}\b", MANUAL)}
    assert missing - {"id", "body", "label"} == set()


def test_every_required_field_is_marked() -> None:
    for kind, model in KINDS.items():
        required = {n for n, field in model.model_fields.items() if field.is_required()} - {"id"}
        section = MANUAL.split(f"### {kind.capitalize()} (")[1].split("\n###")[0]
        assert {n for n in required if f"`{n}`*" not in section} == set(), model.__name__


START, END = "<!-- words -->\n", "<!-- /words -->\n"
HOLDERS: dict[str, type[Model]] = {
    "an incident": Incident,
    "a role": Role,
    "grade_override": Override,
    "a claim": Claim,
    "an actor": Actor,
    "a relation": Relation,
    "a location": Location,
    "a source": Source,
    "derived_from": Derivation,
    "capture": Capture,
    "an episode": Episode,
    "a judgement": Judgement,
    "rests_on": Basis,
    "assessed": Assessment,
}


def table_of_words() -> str:
    """Each field that holds a term, with the words that may stand in it."""
    rows = ["| field | words |", "|---|---|"]
    for holder, model in HOLDERS.items():
        for field in model.model_fields:
            kind = term_kind(model, field)
            if kind is not None:
                words = ", ".join(f"`{word}`" for word in built_in(kind).written())
                own = f", and those of `{kind.declared}`" if kind.declared else ""
                of = holder if " " in holder else f"`{holder}`"
                rows.append(f"| `{field}` of {of} | {words}{own} |")
    return "\n".join(rows) + "\n"


def test_the_table_of_words_is_that_of_the_vocabularies() -> None:
    assert MANUAL.split(START)[1].split(END)[0] == table_of_words()


def test_every_model_with_a_word_of_a_list_is_in_the_table() -> None:
    models: set[type[Model]] = {*KINDS.values(), *PARTS, Basis, Override}
    holding = {m for m in models if any(term_kind(m, field) for field in m.model_fields)}
    assert holding == set(HOLDERS.values())


if __name__ == "__main__":
    before, rest = MANUAL.split(START)
    FILE.write_text(before + START + table_of_words() + END + rest.split(END)[1], "utf-8")
