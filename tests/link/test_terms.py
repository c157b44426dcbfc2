"""Words of lists are resolved as ids are, and values read as the measures of the dataset ask."""

from pathlib import Path
from typing import Any

import pytest

from sourcebook.checks import run_checks
from sourcebook.derive import derive
from sourcebook.link import Graph, link
from sourcebook.load import FileLocation, LoadedDataset, LoadedRecord, RefusedRecord
from sourcebook.models import KINDS, Absent, Dataset, Figure, Incident, Wording
from sourcebook.problems import Problem
from tests.graphs import claim, dataset, record

PLACE = FileLocation(Path("nowhere"), "content/incidents.jsonl", 1, 1)
LEAST = record("incident", "strike").model_dump(mode="json", by_alias=True)


def resolved(described: Dataset, **fields: Any) -> tuple[Graph, tuple[Problem, ...]]:
    """An incident as it is written, linked by the terms of a dataset."""
    strike = LoadedRecord(KINDS["incident"].model_validate(LEAST | fields), PLACE)
    others = (record("location", "town"), record("source", "log"), record("actor", "ann"))
    more = tuple(LoadedRecord(each, PLACE) for each in others)
    return link(LoadedDataset(described, (strike, *more), ()), described)


def messages(problems: tuple[Problem, ...]) -> list[str]:
    return [f"{problem.code} {problem.message}" for problem in problems]


def test_every_unknown_word_and_value_of_a_record_is_reported_at_once() -> None:
    found, problems = resolved(
        dataset(),
        type="air strike",
        location_precision="somewhere",
        roles=[{"actor": "nan", "role": "atacker", "inferred": True}],
        claims=[
            claim("a", "ann", 1, measure="kiled"),
            claim("b", "ann", "5-3"),
            claim("c", "ann", 1, of="goats", stance="regrets"),
        ],
    )
    assert messages(problems) == [
        "SB104 'air strike' is not a word for 'type'; did you mean 'airstrike'?",
        "SB104 'somewhere' is not a word for 'location_precision'; write one of: exact, vicinity, "
        "locality, settlement, near_settlement, adm3, adm2, adm1, region, country, sea_or_air, "
        "unknown",
        "SB104 'atacker' is not a word for 'role'; did you mean 'attacker'?",
        "SB114 unknown measure 'kiled'; did you mean 'killed'?",
        "SB114 unknown population 'goats'; declare it under populations in dataset.yml",
        "SB104 'regrets' is not a word for 'stance'; write one of: claims, accepts, attributes, "
        "denies, partly_accepts, declines_comment, silent_as_of",
        "SB108 in '5-3' the first number is above the second: swap them",
        "SB201 unknown actor 'nan'; did you mean 'ann'?",
    ]
    assert found.unloadable_ids == {"strike"}
    strike = found.records["strike"]
    assert isinstance(strike, Incident)
    assert [one.value for one in strike.claims] == [
        Wording("1"),
        Absent("not stated"),
        Figure("1", "exact", 1, 1),
    ]


def test_what_follows_from_unknown_words_is_worked_out_without_them() -> None:
    found, _ = resolved(
        dataset(),
        type="air strike",
        location_precision="somewhere",
        roles=[{"actor": "ann", "role": "atacker", "inferred": True}],
        claims=[
            claim("a", "ann", "ann", measure="responsibilty", stance="regrets"),
            claim("b", "ann", "many"),
        ],
    )
    derived = derive(found)
    assert [scope.measure.id for scope in derived.analyses["strike"].scopes] == [
        "killed",
        "responsibilty",
    ]
    assert all(problem.path for problem in run_checks(found, derived))


def test_the_words_and_values_of_a_record_that_was_refused_are_reported_too() -> None:
    fields = LEAST | {"title": [], "type": "air strike", "roles": "nobody"}
    fields["claims"] = [
        {"measure": "kiled", "value": "many"},
        {"measure": "killed", "value": "many"},
        {"measure": "killed", "value": {"low": 1}},
        {"measure": ["killed"], "value": 1},
        "a claim",
    ]
    refused = RefusedRecord(KINDS["incident"], fields, PLACE)
    _, problems = link(LoadedDataset(dataset(), (), (), refused=(refused,)), dataset())
    assert [problem.code for problem in problems] == ["SB104", "SB114", "SB107"]


@pytest.mark.parametrize("declared", [True, False])
def test_a_record_is_read_by_the_measures_of_its_dataset(declared: bool) -> None:
    described = dataset(
        measures={"sheds": {"label": "Sheds", "kind": "figure"}} if declared else {}
    )
    found, problems = resolved(described, claims=[claim("a", "ann", ">=2", measure="sheds")])
    strike = found.records["strike"]
    assert isinstance(strike, Incident)
    value = strike.claims[0].value
    assert value == (Figure(">=2", "at_least", 2, None) if declared else Wording(">=2"))
    assert bool(problems) is not declared


def test_what_has_a_field_of_its_own_is_not_written_as_a_word() -> None:
    copied = record("source", "copy", derived_from=[{"source": "log", "relation": "copy"}])
    records = tuple(LoadedRecord(each, PLACE) for each in (copied, record("source", "log")))
    _, problems = link(LoadedDataset(dataset(), records, ()), dataset())
    (message,) = messages(problems)
    assert message.startswith("SB104 'copy' is not a word for 'relation'; write one of: quotation,")
