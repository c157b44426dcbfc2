"""The files of a dataset: which there are, and what texts they hold, within bounds."""

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sourcebook.models import KINDS
from sourcebook.problems import Problem, did_you_mean

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_TOP = {"dataset.yml", "quotes.lock"}
FOLDERS = {model.folder: kind for kind, model in KINDS.items()}


@dataclass(frozen=True, slots=True)
class RecordFile:
    """One file that holds one record (.md) or a record a line (.jsonl); `shown` is its name."""

    kind: str
    path: Path
    shown: str


def record_files(content: Path) -> Iterator[RecordFile | Problem]:
    """Every record file below `content`, sorted, and a problem for each that cannot be one."""
    for entry in _entries(content):
        shown = f"{content.name}/{entry.name}"
        if entry.is_symlink():
            yield _link(shown)
        elif entry.is_dir() and entry.name in FOLDERS:
            yield from _folder(Path(entry.path), FOLDERS[entry.name], shown)
        elif entry.name.removesuffix(".jsonl") in FOLDERS and entry.name.endswith(".jsonl"):
            yield RecordFile(FOLDERS[entry.name.removesuffix(".jsonl")], Path(entry.path), shown)
        elif entry.name not in _TOP:
            yield _unknown_top(entry.name, shown)


def _unknown_top(name: str, shown: str) -> Problem:
    known = [*FOLDERS, *_TOP, *(f"{folder}.jsonl" for folder in FOLDERS)]
    message = f"unknown file or folder '{name}'{did_you_mean(name, known)}"
    return Problem(shown, 0, "SB003", message)


def _folder(folder: Path, kind: str, shown: str) -> Iterator[RecordFile | Problem]:
    for entry in _entries(folder):
        name = f"{shown}/{entry.name}"
        if entry.is_symlink():
            yield _link(name)
        elif entry.is_dir():
            yield from _folder(Path(entry.path), kind, name)
        elif entry.name.endswith(".md"):
            yield _record(RecordFile(kind, Path(entry.path), name))
        elif kind != "page":  # pages may have pictures beside them
            yield Problem(name, 0, "SB003", f"'{entry.name}' is no record: records end in .md")


def _record(file: RecordFile) -> RecordFile | Problem:
    if _ID.fullmatch(file.path.stem):
        return file
    message = f"'{file.path.name}' is no id; use a-z, 0-9 and single hyphens"
    return Problem(file.shown, 0, "SB005", message)


def _link(shown: str) -> Problem:
    return Problem(shown, 0, "SB004", "symbolic links are not followed; put the file itself here")


def _entries(folder: Path) -> list[os.DirEntry[str]]:
    with os.scandir(folder) as entries:
        return sorted(
            (entry for entry in entries if not entry.name.startswith(".")),
            key=lambda entry: entry.name,
        )
