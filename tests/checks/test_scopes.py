"""Parts and wholes: what one claimant cannot mean, and what no account lets be true."""

from typing import Any

import pytest
from pydantic import ValidationError

from sourcebook.checks.scopes import check_parts, check_repeated_claimants
from sourcebook.derive import derive
from sourcebook.models import Dataset
from sourcebook.vocabulary import Population
from tests.graphs import claim, graph, record

ACTORS = (record("actor", "watch"), record("actor", "gazette"))


def told(*claims: dict[str, Any]) -> list[str]:
    """The codes and messages of an incident with these claims."""
    made = graph(record("incident", "strike", claims=claims), *ACTORS)
    derived = derive(made)
    found = [*check_parts(made, derived), *check_repeated_claimants(made, derived)]
    return [f"{problem.code} {problem.message}" for problem in found]


def killed(name: str, by: str, value: Any, of: str = "people", **fields: Any) -> dict[str, Any]:
    return claim(name, by, value, of=of, **fields)


def codes(*claims: dict[str, Any]) -> list[str]:
    return [line.partition(" ")[0] for line in told(*claims)]


@pytest.mark.parametrize(
    ("part", "whole", "found"),
    [
        ("3", "2", ["SB430"]),
        ("2", "2", []),
        (">=3", "2", ["SB430"]),
        ("<=3", "2", []),
        ("3", ">=2", []),
        ("2-4", "2", []),
        ("dozens", "6", ["SB430"]),
        ("3", "none", ["SB430"]),
        ("3", "not stated", []),
        ("unknown", "2", []),
    ],
)
def test_a_part_is_not_above_its_whole(part: str, whole: str, found: list[str]) -> None:
    assert codes(killed("a", "watch", part, "civilians"), killed("b", "watch", whole)) == found


def test_the_message_names_both_claims_and_what_they_count() -> None:
    assert told(killed("a", "watch", 3, "civilians"), killed("b", "watch", 2)) == [
        "SB430 claim 'a' (3 killed, civilians) is more than 'b' by the same claimant (2 killed, "
        "people), of which it is part: one of them is wrong, or replaced"
    ]


def test_killed_are_part_of_killed_and_wounded() -> None:
    assert codes(killed("a", "watch", 3), killed("b", "watch", 2, measure="casualties")) == [
        "SB430"
    ]
    both = killed("b", "watch", 2, measure="casualties")
    assert codes(killed("a", "watch", 3, "combatants"), both) == ["SB430"]


@pytest.mark.parametrize(
    "apart",
    [
        {"period": "2032-02-01/2032-02-09"},
        {"covers": ["other"]},
        {"of": "unstated"},
        {"status": "withdrawn"},
        {"measure": "missing"},
    ],
)
def test_only_what_counts_the_same_is_compared(apart: dict[str, Any]) -> None:
    part = killed("a", "watch", 3, "civilians") | apart
    other = record("incident", "other")
    made = graph(
        record("incident", "strike", claims=(part, killed("b", "watch", 2))), other, *ACTORS
    )
    derived = derive(made)
    assert [*check_parts(made, derived), *check_repeated_claimants(made, derived)] == []


def test_between_claimants_only_what_leaves_no_room_is_told() -> None:
    part = killed("a", "watch", 3, "civilians")
    assert codes(part, killed("b", "gazette", 2)) == ["SB431"]
    assert codes(part, killed("b", "gazette", 2), killed("c", "gazette", 1)) == ["SB431", "SB432"]
    assert codes(part, killed("b", "gazette", ">=2")) == []


def test_one_account_that_leaves_room_is_enough() -> None:
    part, less = killed("a", "watch", 3, "civilians"), killed("b", "gazette", 2)
    assert codes(part, less, killed("c", "watch", 4)) == []


def test_a_claimant_has_one_current_figure() -> None:
    assert told(killed("a", "watch", 2), killed("b", "watch", 3)) == [
        "SB432 claims 'a' (2) and 'b' (3) of one claimant cannot both hold: let the later one "
        "supersede the other, or give them different scopes"
    ]
    assert codes(killed("a", "watch", 2), killed("b", "watch", ">=1")) == []
    assert codes(killed("a", "watch", 2), killed("b", "watch", 3, supersedes="a")) == []
    assert codes(killed("a", "watch", 2), killed("b", "gazette", 3)) == []


DESCRIPTION = {
    "title": "Register",
    "description": "Invented.",
    "publisher": "Nobody",
    "licence": "CC0",
    "edition": "1",
    "edition_date": "2032",
    "time_zone": "UTC",
}


def test_a_dataset_says_what_is_part_of_what() -> None:
    dataset = Dataset.model_validate(
        DESCRIPTION | {"populations": {"millers": {"label": "millers", "part_of": "civilians"}}}
    )
    populations = dataset.terms(Population)
    assert populations.broader("millers") == ("millers", "civilians", "people")
    assert populations["millers"].label == "millers"


def test_the_whole_exists() -> None:
    with pytest.raises(
        ValidationError, match=r"population 'millers' is part of 'civilian', which "
    ):
        Dataset.model_validate(
            DESCRIPTION | {"populations": {"millers": {"label": "m", "part_of": "civilian"}}}
        )
