"""Files to records, with the line of every value; what is wrong with them becomes problems."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from sourcebook.load.file_locations import FileLocation, LoadedRecord, RefusedRecord
from sourcebook.load.files import record_files
from sourcebook.load.merge_marks import merge_problems
from sourcebook.load.records import ReadResult, read_records
from sourcebook.load.text import MAX_RECORD, read_text
from sourcebook.load.validation import read_model
from sourcebook.models import Dataset
from sourcebook.problems import RULES, Problem

__all__ = ["FileLocation", "LoadedDataset", "LoadedRecord", "RefusedRecord", "load", "read_dataset"]

_NAME = "dataset.yml"
_MOST = 10_000
"""So many files of a folder that is none of ours are looked at for the ids that they would have."""


@dataclass(frozen=True, slots=True)
class LoadedDataset:
    """All that was read: the dataset's description (None where it is unusable) and records.

    `unloadable_ids` are those of records that could not be: they exist, so naming one is no error.
    `refused` are their fields, where these could be read. `file_location` is where the dataset is
    described.
    """

    dataset: Dataset | None
    records: tuple[LoadedRecord, ...]
    problems: tuple[Problem, ...]
    unloadable_ids: frozenset[str] = frozenset()
    file_location: FileLocation | None = None
    refused: tuple[RefusedRecord, ...] = ()


def load(content: Path) -> LoadedDataset:
    """Every record below `content`, and everything that keeps one from being read."""
    dataset, problems = read_dataset(content)
    found = tuple(_records(content))
    entries = tuple(item for _, item in found if isinstance(item, LoadedRecord))
    refused = tuple(item for _, item in found if isinstance(item, RefusedRecord))
    problems += [item for _, item in found if isinstance(item, Problem)]
    broken = {name for name, item in found if name and isinstance(item, Problem)}
    broken |= {one for name, item in found if not name for one in _likely_ids(content, item)}
    unloadable_ids = broken - {entry.record.id for entry in entries}
    place = FileLocation(content / _NAME, f"{content.name}/{_NAME}") if dataset else None
    return LoadedDataset(
        dataset, entries, tuple(problems), frozenset(unloadable_ids), place, refused
    )


def _likely_ids(content: Path, item: object) -> Iterator[str]:
    """The ids that the records of a file or folder would have, which is none as it is called."""
    if not isinstance(item, Problem) or item.line:
        return
    path = content.parent / item.path
    inside = islice(path.rglob("*.*"), _MOST) if path.is_dir() else (path,)
    for file in inside:
        yield re.sub(r"[^a-z0-9]+", "-", file.name.partition(".")[0].lower()).strip("-")


def _records(content: Path) -> Iterator[ReadResult]:
    for file in record_files(content) if content.is_dir() else ():
        if isinstance(file, Problem):
            yield "", file
        else:
            yield from read_records(file)


def read_dataset(content: Path) -> tuple[Dataset | None, list[Problem]]:
    """What describes the dataset (None where it is unusable), and what is wrong with it."""
    file, display_path = content / _NAME, f"{content.name}/{_NAME}"
    if not file.is_file() or file.is_symlink():
        message = "there is no dataset.yml: write it, with title, publisher, licence and time zone"
        return None, [Problem(display_path, 0, "SB011", message)]
    text = read_text(file, display_path, MAX_RECORD)
    wrong = [text] if isinstance(text, Problem) else [*merge_problems(text, display_path)]
    if wrong or isinstance(text, Problem):
        return None, wrong
    found = tuple(read_model(Dataset, text, {}, FileLocation(file, display_path)))
    dataset = next((item for item in found if isinstance(item, Dataset)), None)
    problems = [item for item in found if isinstance(item, Problem)]
    place = FileLocation(file, display_path)
    return dataset, [
        *problems,
        *_fixed_rules_lowered(dataset, place),
        *_captures_named(dataset, place),
    ]


def _fixed_rules_lowered(dataset: Dataset | None, place: FileLocation) -> list[Problem]:
    return [
        place.problem("SB116", _fixed_rule_message(code), ("severities", code))
        for code in (dataset.lowered if dataset else ())
    ]


def _captures_named(dataset: Dataset | None, place: FileLocation) -> Iterator[Problem]:
    """SB512: what is checked against captured texts does not say where these are."""
    if dataset and "captures" in dataset.model_fields_set:
        message = (
            "where the captured texts are is not for a dataset to say: delete this line, and name "
            "their folder with --captures or SOURCEBOOK_CAPTURES, or let it be captures/ beside "
            f"{place.file.parent.name}/"
        )
        yield place.problem("SB512", message, ("captures",))


def _fixed_rule_message(code: str) -> str:
    name = RULES[code].name
    return f"{code} ({name}) stays an error: delete this line, and correct what the rule finds"
