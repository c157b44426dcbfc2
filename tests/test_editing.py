"""What is documented exists, and what exists is documented."""

import re
from pathlib import Path

import pytest

from sourcebook.models import (
    KINDS,
    Capture,
    Citation,
    Claim,
    Dataset,
    Model,
    Relation,
    Response,
    Role,
)
from sourcebook.models.episode import Judgement, Question
from sourcebook.models.location import Coordinates, Near
from sourcebook.models.source import Derivation

MANUAL = (Path(__file__).parent.parent / "EDITING.md").read_text("utf-8")
PARTS = (
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
