"""The files of a dataset: which there are, and what kind of record each holds."""

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sourcebook.load.characters import first_hidden
from sourcebook.load.text import NOT_A_FILE
from sourcebook.models import KINDS
from sourcebook.models.base import LONGEST_ID
from sourcebook.problems import Problem, did_you_mean, quoted

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_TOP = {"dataset.yml", "edition.lock", "facts.lock", "quotes.lock"}
_DEEPEST = 8
FOLDERS = {model.folder: kind for kind, model in KINDS.items()}


@dataclass(frozen=True, slots=True)
class RecordFile:
    """A file with one record (.md) or a record a line (.jsonl); messages show `display_path`."""

    kind: str
    path: Path
    display_path: str


def record_files(content: Path) -> Iterator[RecordFile | Problem]:
    """Every record file below `content`, sorted, and a problem for each that cannot be one."""
    for entry in _directory_entries(content, content.name):
        if isinstance(entry, Problem):
            yield entry
            continue
        display_path = f"{content.name}/{entry.name}"
        table = FOLDERS.get(entry.name.removesuffix(".jsonl"))
        if entry.is_dir(follow_symlinks=False) and entry.name in FOLDERS:
            yield from _folder(Path(entry.path), FOLDERS[entry.name], display_path, 1)
        elif entry.name.endswith(".jsonl") and table is not None:
            yield RecordFile(table, Path(entry.path), display_path)
        elif entry.name not in _TOP:
            yield _unknown_top(entry.name, display_path)


def _unknown_top(name: str, display_path: str) -> Problem:
    known = [*FOLDERS, *_TOP, *(f"{folder}.jsonl" for folder in FOLDERS)]
    hint = did_you_mean(name, known) or f": records lie in {', '.join(FOLDERS)}"
    message = f"unknown file or folder {quoted(name)}{hint}"
    return Problem(display_path, 0, "SB003", message)


def _folder(
    folder: Path, kind: str, display_path: str, depth: int
) -> Iterator[RecordFile | Problem]:
    for entry in _directory_entries(folder, display_path):
        if isinstance(entry, Problem):
            yield entry
            continue
        name = f"{display_path}/{entry.name}"
        if entry.is_dir(follow_symlinks=False):
            yield from _subfolder(entry, kind, name, depth)
        elif entry.name.endswith(".md"):
            yield _record(RecordFile(kind, Path(entry.path), name))
        elif kind != "page":  # pages may have pictures beside them
            message = f"{quoted(entry.name)} is not a record: a record's file name ends in .md"
            yield Problem(name, 0, "SB003", message)


def _subfolder(
    entry: os.DirEntry[str], kind: str, name: str, depth: int
) -> Iterator[RecordFile | Problem]:
    if not _ID.fullmatch(entry.name):
        yield Problem(
            name, 0, "SB005", f"the folder {quoted(entry.name)} {_rename_message(entry.name)}"
        )
    if depth < _DEEPEST:
        yield from _folder(Path(entry.path), kind, name, depth + 1)
    else:
        yield Problem(name, 0, "SB003", f"folders lie in each other more than {_DEEPEST} deep")


def _record(file: RecordFile) -> RecordFile | Problem:
    stem = file.path.stem
    if len(stem) > LONGEST_ID:
        message = f"the file name is longer than {LONGEST_ID} characters"
        return Problem(file.display_path, 0, "SB005", message)
    if _ID.fullmatch(stem):
        return file
    message = f"the file name {quoted(stem)} cannot be an id: it {_rename_message(stem)}"
    return Problem(file.display_path, 0, "SB005", message)


def _rename_message(name: str) -> str:
    near = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")
    guess = f"; call it '{near}'" if near else ""
    return f"may hold a-z, 0-9 and single hyphens only{guess}"


def _directory_entries(folder: Path, display_path: str) -> Iterator[os.DirEntry[str] | Problem]:
    """What a folder holds, sorted, hidden files aside; links and devices are problems."""
    try:
        with os.scandir(folder) as found:
            entries = sorted(found, key=lambda entry: entry.name)
    except OSError as error:
        yield Problem(display_path, 0, "SB012", f"the folder cannot be read: {error.strerror}")
        return
    for entry in entries:
        if not entry.name.startswith("."):
            yield _unusable(entry, f"{display_path}/{entry.name}") or entry


def _unusable(entry: os.DirEntry[str], display_path: str) -> Problem | None:
    hidden = first_hidden(entry.name)
    if hidden is not None:
        return Problem(display_path, 0, "SB005", f"in the name of this file {hidden.message}")
    if entry.is_symlink():
        message = "this is a symbolic link, which is not followed: put the file itself here"
        return Problem(display_path, 0, "SB004", message)
    if entry.is_dir(follow_symlinks=False) or entry.is_file(follow_symlinks=False):
        return None
    return Problem(display_path, 0, "SB012", NOT_A_FILE)
