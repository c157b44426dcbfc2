"""Small graphs, built in a test rather than read from files. All that is in them is invented."""

from pathlib import Path
from typing import Any

from sourcebook.language import Language
from sourcebook.link import Graph, link
from sourcebook.link.terms import resolve_terms
from sourcebook.load import FileLocation, LoadedDataset, LoadedRecord
from sourcebook.models import KINDS, Claim, Dataset, Record, claims_of
from sourcebook.problems import Problem

ENGLISH = Language("en")
DATASET = {
    "title": "Register",
    "description": "Invented.",
    "publisher": "Nobody",
    "licence": "CC0",
    "edition": "1",
    "edition_date": "2032",
    "time_zone": "Asia/Damascus",
    "other_zones": [{"zone": "America/New_York", "label": "Washington"}],
}
CITED = {"source": "log", "at": "row 1"}
_LEAST: dict[str, dict[str, Any]] = {
    "incident": {
        "title": "Something",
        "type": "mixed",
        "date": "2032-02-10",
        "location": "town",
        "location_precision": "settlement",
    },
    "actor": {"type": "state"},
    "location": {"type": "town"},
    "source": {
        "title": "A source",
        "publisher": "Nobody",
        "type": "article",
        "language": "en",
        "read": "whole",
    },
    "episode": {
        "title": "A chain",
        "summary": "Things.",
        "marking": "TLP:CLEAR",
        "as_of": "2032",
        "cut_off": "2032",
        "bottom_line": ["Nothing."],
    },
    "page": {"title": "A page", "body": "Text."},
}


def dataset(**fields: Any) -> Dataset:
    """The description of a dataset; what is not given is the least that it needs."""
    return Dataset.model_validate(DATASET | fields)


def record(kind: str, name: str, **fields: Any) -> Record:
    """A record; what is not given is the least that its kind needs.

    Its claims are read by the measures of the dataset that is `described`.
    """
    described = fields.pop("described", None)
    named = {"names": {"en": name.capitalize()}} if kind in ("actor", "location") else {}
    return read(KINDS[kind].model_validate({"id": name} | _LEAST[kind] | named | fields), described)


def read(record: Record, described: Dataset | None = None) -> Record:
    """A record with the values of its claims read, by the measures of a dataset."""
    loaded = LoadedRecord(record, FileLocation(Path("nowhere"), "nowhere", 1, 1))
    found = resolve_terms(LoadedDataset(described, (loaded,), ()), described or dataset())
    return found.records[0].record


def claim(name: str, by: str, value: Any, **fields: Any) -> dict[str, Any]:
    """The fields of a claim, of how many were killed unless said otherwise."""
    least = {"id": name, "by": by, "measure": "killed", "value": value, "cites": [CITED]}
    return least | fields


def claims(holder: Record) -> dict[str, Claim]:
    """The claims of a record by their ids."""
    return {claim.id: claim for claim in claims_of(holder)}


def linked(*records: Record, described: Dataset | None = None) -> tuple[Graph, tuple[Problem, ...]]:
    """Records as a graph, and what their references lack; record n stands on line n of a table."""
    entries = tuple(
        LoadedRecord(
            record, FileLocation(Path("nowhere"), f"content/{record.folder}.jsonl", row, row)
        )
        for row, record in enumerate(records, 1)
    )
    return link(LoadedDataset(described, entries, ()), described or dataset())


def graph(*records: Record, described: Dataset | None = None) -> Graph:
    """Records as a graph, with a town, a log and what else they may name without saying so."""
    given = {record.id for record in records}
    more = (record("location", "town"), record("source", "log", publisher="Watch"))
    return linked(*records, *(one for one in more if one.id not in given), described=described)[0]
