"""The form of what the program keeps beside the records: git merges what two branches do to it."""

import subprocess
from pathlib import Path

import pytest

from sourcebook.load.locks import format_groups

HEAD = "# Written by the program.\n"
BASE = {name: [f"# {name}", f"{name}.a = 1", f"{name}.b = 1"] for name in ("ash", "elm", "oak")}
NEW = {"fir": ["# fir", "fir.a = 1", "fir.b = 1"]}
OTHER = {"gum": ["# gum", "gum.a = 1", "gum.b = 1"]}
EDITS = {
    "first line of a record": BASE | {"elm": ["# elm", "elm.a = 2", "elm.b = 1"]},
    "last line of a record": BASE | {"elm": ["# elm", "elm.a = 1", "elm.b = 2"]},
    "first line of the next": BASE | {"oak": ["# oak", "oak.a = 2", "oak.b = 1"]},
    "last line of the one before": BASE | {"ash": ["# ash", "ash.a = 1", "ash.b = 2"]},
    "a line more at the end of a record": BASE | {"ash": [*BASE["ash"], "ash.c = 1"]},
    "a new record between": BASE | NEW,
    "another new one at the same place": BASE | OTHER,
}


def written(groups: dict[str, list[str]]) -> str:
    return format_groups(HEAD, (groups[name] for name in sorted(groups)))


def merged(folder: Path, ours: str, theirs: str, *options: str) -> subprocess.CompletedProcess[str]:
    files = {"ours": ours, "base": written(BASE), "theirs": theirs}
    for name, text in files.items():
        (folder / name).write_text(text, "utf-8")
    command = ["git", "merge-file", "-p", *options, *files]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


def pairs() -> list[tuple[str, str]]:
    """Every two edits of different records, each way round."""
    same = {"first line of a record", "last line of a record"}
    before = {"last line of the one before", "a line more at the end of a record"}
    return [(a, b) for a in EDITS for b in EDITS if a != b and {a, b} not in (same, before)]


@pytest.mark.parametrize(("ours", "theirs"), pairs())
def test_two_changes_of_different_records_merge_with_all_that_both_say(
    ours: str, theirs: str, tmp_path: Path
) -> None:
    done = merged(tmp_path, written(EDITS[ours]), written(EDITS[theirs]), "--union")
    base = set(written(BASE).splitlines())
    both = [set(written(EDITS[name]).splitlines()) for name in (ours, theirs)]
    gone = {line for one in both for line in base - one}
    assert set(done.stdout.splitlines()) == (both[0] | both[1]) - gone


def test_only_two_records_that_are_new_at_one_place_need_the_way_in_which_locks_are_merged(
    tmp_path: Path,
) -> None:
    conflicts = {
        frozenset(pair)
        for pair in pairs()
        if merged(tmp_path, *(written(EDITS[name]) for name in pair)).returncode
    }
    assert conflicts == {frozenset(("a new record between", "another new one at the same place"))}
