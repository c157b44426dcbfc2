"""The dataset of this repository, changed in one place: the check says so, at that place.

No name stands here: each change is a pattern, and is made in the first record that it fits.
"""

import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from sourcebook.problems import Problem
from sourcebook.site import prepare
from tests.conftest import REPOSITORY


@dataclass(frozen=True)
class Change:
    """Text that is replaced in a record of a folder, and how far from there the line told is.

    The line is None where the problem shows elsewhere, as with a source whose date is changed.
    """

    code: str
    folder: str
    old: str
    new: str
    off: int | None = 0


CHANGES = (
    Change("SB001", "pages", r"^title: ", "title: \a"),
    Change("SB006", "actors", r"^type: (.*)$", r"type: \1: x"),
    Change("SB007", "incidents", r"^(title: .*)$", r"\1\n\1"),
    Change("SB008", "incidents", r"^title: ", "title: &a "),
    Change("SB009", "incidents", r"^---\n(?!title|names)", "", None),
    Change("SB101", "incidents", r"^title:", "titel:"),
    Change("SB102", "incidents", r"^type: .*\n", "", None),
    Change("SB103", "incidents", r"^title: .*$", "title: [a, b]"),
    Change("SB104", "incidents", r"^type: (\w+)$", r"type: \1e"),
    Change("SB105", "incidents", r"^date: .*$", "date: 2022-02-30"),
    Change("SB106", "incidents", r"^date: .*$", "date: 2022-09-02/2022-09-01"),
    Change("SB107", "incidents", r'^    value: "?\d+"?$', "    value: a few"),
    Change("SB108", "incidents", r'^    value: "?\d+"?$', "    value: 9-3"),
    Change("SB109", "locations", r"\blat: [\d.]+", "lat: 99"),
    Change("SB110", "incidents", r"^    by: .*\n(?=    measure)", "", -1),
    Change("SB111", "incidents", r", at: [^,}]+", ""),
    Change("SB112", "sources", r"^url: https://", "url: www."),
    Change("SB113", "incidents", r"^  - id: (\S+)$", r"  - id: X\1"),
    Change("SB114", "incidents", r"^    measure: (\w+)$", r"    measure: \1x"),
    Change("SB116", ".", r"\Z", "severities: {SB201: warning}\n"),
    Change(
        "SB117",
        "incidents",
        r"^type: ",
        "excused: [{rule: SB401, why: x, by: y, date: 2026-01-01}]\ntype: ",
    ),
    Change("SB201", "incidents", r"^location: (\S+)$", r"location: \1x"),
    Change("SB202", "incidents", r"^location: \S+$", "location: {actor}"),
    Change("SB204", "incidents", r"^type: ", "aliases: [{actor}]\ntype: "),
    Change("SB206", "locations", r"^within: .*$", "within: {id}"),
    Change("SB207", "incidents", r"^    said:", "    supersedes: nosuch\n    said:"),
    Change("SB208", "incidents", r"(?s)(  - id: (\S+)\n.*?\n)  - id: \S+\n", r"\1  - id: \2\n"),
    Change("SB301", "incidents", r"\[\[([a-z0-9-]+)", r"[[\1x"),
    Change("SB302", "incidents", r"\[@([a-z0-9-]+)", r"[@\1x"),
    Change("SB303", "incidents", r"\{\{([a-z0-9-]+)\.", r"{{\1.x"),
    Change("SB304", "pages", r"\Z", "[x](javascript:x)\n"),
    Change("SB305", "pages", r"\Z", "<b>x</b>\n"),
    Change("SB306", "pages", r"\Z", "[[x\n"),
    Change("SB401", "incidents", r"^date: .*$", "date: 2029-01-01", None),
    Change("SB402", "sources", r"^read: \w+$", "read: none", None),
    Change("SB403", "incidents", r"^    said:", "    status: superseded\n    said:"),
    Change("SB404", "incidents", r"^    said: .*$", "    said: 2029-01-01"),
    Change("SB407", "incidents", r"\Z", "Nobody knows.\n"),
    Change("SB601", "episodes", r"\Z", "Seven died.\n"),
    Change("SB602", "episodes", r"\Z", "It was a Friday.\n"),
    Change("SB603", "episodes", r"\Z", "It was the worst day.\n"),
    Change("SB604", "episodes", r"\Z", "Dozens died.\n"),
    Change("SB605", "incidents", r"\Z", "Seven died.\n"),
    Change("SB606", "incidents", r"\Z", "Dozens died.\n"),
    Change("SB611", "episodes", r"\Z", "It is likely.\n"),
    Change("SB612", "incidents", r"\Z", "It is likely.\n"),
    Change("SB613", "episodes", r"^    likelihood: likely$", "    likelihood: unlikely", -1),
    Change("SB614", "episodes", r"\Z", "With confidence it is likely.\n"),
    Change("SB615", "incidents", r"\Z", "It is confirmed.\n"),
    Change("SB616", "incidents", r"\Z", "There was {{{id}.impacted}}.\n"),
    Change("SB617", "incidents", r"\Z", "They admitted it.\n"),
    Change("SB618", "incidents", r"\Z", "Men were killed.\n"),
    Change("SB619", "episodes", r"standing: disputed", "standing: agreed"),
    Change("SB503", "incidents", r"\bquote: \"?at least six\b", "quote: at least ten"),
    Change("SB505", "incidents", r"(\bquote: [\"']?)(\w)", r"\1x\2"),
    Change("SB508", ".", r"\A# Written", "x\n# Written", None),
)


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("changed")
    shutil.copytree(REPOSITORY / "content", folder / "content")
    return folder


@pytest.fixture(scope="module")
def before(root: Path) -> frozenset[Problem]:
    return frozenset(prepare(root).problems)


def test_the_dataset_has_no_error(before: frozenset[Problem]) -> None:
    assert [problem for problem in before if problem.severity == "error"] == []


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.code)
def test_one_change_is_told_where_it_was_made(
    change: Change, root: Path, before: frozenset[Problem]
) -> None:
    file, was, now = next(_fitting(root / "content", change))
    file.write_text(now, "utf-8")
    try:
        found = [p for p in prepare(root).problems if p not in before and p.code == change.code]
    finally:
        file.write_text(was, "utf-8")
    assert found
    if change.off is not None:
        place = (file.relative_to(root).as_posix(), _first_difference(was, now) + change.off)
        assert place in {(problem.path, problem.line) for problem in found}


def _fitting(content: Path, change: Change) -> Iterator[tuple[Path, str, str]]:
    actor = min((content / "actors").glob("*.md")).stem
    for file in sorted((content / change.folder).glob("*.*")):
        was = file.read_text("utf-8")
        new = change.new.replace("{actor}", actor).replace("{id}", file.stem)
        now, count = re.subn(change.old, new, was, count=1, flags=re.M)
        if count and now != was:
            yield file, was, now


def _first_difference(was: str, now: str) -> int:
    """The number of the first line that is not as it was."""
    pairs = zip(was.split("\n"), now.split("\n"), strict=False)
    return next(number for number, (one, other) in enumerate(pairs, 1) if one != other)
