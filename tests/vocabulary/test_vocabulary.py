"""The rows of vocabularies: read strictly, in order, and harmless where there is none."""

import pytest

from sourcebook.models import Agreement, ClaimStatus
from sourcebook.vocabulary import (
    VOCABULARIES,
    Absence,
    ClaimStatusTerm,
    Confidence,
    DerivationType,
    EventType,
    GradeTerm,
    Likelihood,
    Marking,
    Measure,
    PlacePrecision,
    Population,
    Reading,
    RelationType,
    RoleType,
    Stance,
    Term,
    VocabularyError,
    built_in,
    read_terms,
)
from tests.graphs import dataset, record

EXPLAINED = (Absence, ClaimStatusTerm, Confidence, GradeTerm, Marking, PlacePrecision, Reading)


@pytest.mark.parametrize("kind", EXPLAINED, ids=lambda kind: kind.file)
def test_the_words_that_pages_explain_have_a_meaning(kind: type[Term]) -> None:
    terms = built_in(kind).values()
    assert all(term.definition for term in terms if not getattr(term, "is_outdated", False))


def test_every_likelihood_has_its_span() -> None:
    assert all(term.percent for term in built_in(Likelihood).values())


def test_every_stance_can_be_said_with_a_name_and_without() -> None:
    assert all(term.naming and term.alone for term in built_in(Stance).values())


def test_every_relation_can_be_read_from_both_ends() -> None:
    assert all(term.inverse for term in built_in(RelationType).values())
    assert all(term.inverse for term in built_in(DerivationType).values())


def test_a_field_says_what_kind_of_term_it_holds() -> None:
    strike = record("incident", "strike", type="airstrike")
    found = dataset().term_of(strike, "type")
    assert found == built_in(EventType)["airstrike"] == dataset().term("event type", "airstrike")


def test_the_statuses_of_claims_have_rows() -> None:
    kept = {ClaimStatus.SUPERSEDED, ClaimStatus.WITHDRAWN}
    statuses = built_in(ClaimStatusTerm)
    assert set(statuses) == {*Agreement, *kept}
    assert {term.id for term in statuses.values() if term.is_outdated} == kept


@pytest.mark.parametrize("kind", VOCABULARIES, ids=lambda kind: kind.file)
def test_every_built_in_row_can_be_read(kind: type[Term]) -> None:
    assert all(term.id == term_id for term_id, term in built_in(kind).items())


BROKEN = {
    "attacker": "terms.yml:1: here stands a list of rows, each `- id: …`",
    "- {id: a}": "terms.yml:1: label: Field required",
    "- {id: a, label: a}\n- id: b\n  label: b\n  atacks: true": (
        "terms.yml:4: atacks: Extra inputs are not permitted"
    ),
    "- {id: a, label: a}\n\n- {id: a, label: b}": "terms.yml:3: id: the id 'a' stands twice",
    "- id: a\n  label: a\n  broader: c": "terms.yml:3: broader: 'c' is no term of this file",
    "- {id: a, label: a, attacks: perhaps}": (
        "terms.yml:1: attacks: Input should be a valid boolean, unable to interpret input"
    ),
}


@pytest.mark.parametrize("text", BROKEN)
def test_a_wrong_row_is_reported_with_its_line(text: str) -> None:
    with pytest.raises(VocabularyError) as error:
        read_terms(RoleType, text, "terms.yml")
    assert str(error.value) == BROKEN[text]


def test_a_word_without_a_row_means_nothing() -> None:
    roles = built_in(RoleType)
    assert "hit_man" not in roles
    assert roles["hit_man"] == RoleType(id="hit_man", label="hit man")
    assert "hit_man" not in roles


def test_a_term_of_a_dataset_stands_in_the_place_of_one_that_has_its_id() -> None:
    mine = built_in(RoleType).with_terms(
        [RoleType(id="victim", label="casualty"), RoleType(id="witness", label="witness")]
    )
    assert list(mine)[-1] == "witness"
    assert mine["victim"].label == "casualty"
    assert list(mine)[:-1] == list(built_in(RoleType))


def test_a_term_is_held_by_broader_ones() -> None:
    assert built_in(Measure).broader("killed") == ("killed", "casualties")
    assert built_in(Population).broader("civilians") == ("civilians", "people")
    round_trip = built_in(Population).with_terms(
        [
            Population(id="a", label="a", broader="b"),
            Population(id="b", label="b", broader="a"),
        ]
    )
    assert round_trip.broader("a") == ("a", "b")
    assert built_in(Measure).broader("unheard-of") == ()
