"""Datasets that are wrong in every way, and the exact list of what is told of them.

`python -m tests.checks.test_broken` writes the lists anew; read their diff as an editor would.
"""

import os
import re
import shutil
from pathlib import Path

import pytest

from sourcebook.load.text import MAX_RECORD
from sourcebook.problems import Format, blocks_publication, format_problems
from sourcebook.rules import RULES, Severity
from sourcebook.site import prepare
from tests.conftest import TESTS

BROKEN = TESTS / "broken"
FOLDERS = ("undescribed", "moved", "loaded", "uncovered")
ROOTS = {"content": BROKEN} | {name: BROKEN / name for name in FOLDERS}
RECORD = "---\ntitle: Wrong as a file\n---\n"
AS_FILES = {"SB002", "SB004", "SB011", "SB012", "SB308", "SB535", "SB537", "SB710", "SB711"}
"""The rules that are broken by files which a repository cannot well hold: see the tests."""


def listed(root: Path) -> str:
    """What is told of a dataset."""
    return format_problems(prepare(root).problems)


def expected(root: Path) -> str:
    return (root / "expected.txt").read_text("utf-8")


@pytest.mark.parametrize("name", ROOTS)
def test_everything_wrong_is_told(name: str) -> None:
    assert listed(ROOTS[name]).splitlines() == expected(ROOTS[name]).splitlines()


def test_every_rule_is_broken() -> None:
    told = {code for root in ROOTS.values() for code in re.findall(r" (SB\d+) ", expected(root))}
    assert told | AS_FILES == set(RULES)
    assert not told & AS_FILES


def test_every_line_exists() -> None:
    for root in ROOTS.values():
        for problem in prepare(root).problems:
            file = root / problem.path
            if problem.line:
                text = file.read_text("utf-8").split("\n")
                assert problem.line <= len(text), problem


def test_nothing_is_told_twice_and_all_on_one_line() -> None:
    for root in ROOTS.values():
        problems = prepare(root).problems
        assert len(set(problems)) == len(problems) == format_problems(problems).count("\n")
        assert all(problem.message.isprintable() for problem in problems)


def test_errors_and_warnings_alone() -> None:
    problems = prepare(BROKEN).problems
    warnings = [problem for problem in problems if problem.severity is Severity.WARNING]
    assert warnings
    assert blocks_publication(problems)
    assert not blocks_publication(warnings)
    assert blocks_publication(warnings, strict=True)


def test_problems_print_as_annotations() -> None:
    lines = format_problems(prepare(BROKEN).problems, Format.GITHUB).splitlines()
    first = "::error file=content/actors/body.md,line=5,title=SB206::"
    assert lines[0].startswith(first)
    assert all(line.startswith(("::error file=", "::warning file=")) for line in lines)


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A dataset without a fault and without records."""
    shutil.copytree(BROKEN / "content", tmp_path / "content", ignore=_all_but_description)
    description = (tmp_path / "content" / "dataset.yml").read_text("utf-8")
    faulty = ("latest_episode", "SB111: warning", "captures:")
    kept = [line for line in description.splitlines() if not any(f in line for f in faulty)]
    (tmp_path / "content" / "dataset.yml").write_text("\n".join(kept), "utf-8")
    (tmp_path / "content" / "actors").mkdir()
    return tmp_path / "content"


def _all_but_description(folder: str, names: list[str]) -> set[str]:
    return {name for name in names if name != "dataset.yml"}


def told(content: Path) -> list[str]:
    return format_problems(prepare(content.parent).problems).splitlines()


def test_a_dataset_without_records_is_sound(content: Path) -> None:
    assert told(content) == []


def test_no_description(content: Path) -> None:
    (content / "dataset.yml").unlink()
    assert told(content) == [
        "content/dataset.yml:0: error SB011 there is no dataset.yml: write it, with title, "
        "publisher, licence and time zone"
    ]


def test_no_folder_at_all(tmp_path: Path) -> None:
    assert [line.split()[2] for line in told(tmp_path / "content")] == ["SB011"]


def test_bytes_of_another_encoding(content: Path) -> None:
    (content / "actors" / "latin.md").write_bytes("---\ntype: état\n".encode("latin-1"))
    (content / "actors" / "utf-16.md").write_bytes(RECORD.encode("utf-16"))
    assert told(content) == [
        "content/actors/latin.md:2: error SB001 the file is not UTF-8 text: byte 0xe9 is on "
        "this line; save it as UTF-8",
        "content/actors/utf-16.md:1: error SB001 the file is not UTF-8 text: byte 0xff is on "
        "this line; save it as UTF-8",
    ]


def test_invisible_characters(content: Path) -> None:
    (content / "actors" / "bell.md").write_text("---\ntype: state\n---\nA\n\x07bell\n", "utf-8")
    (content / "actors" / "line.md").write_text("---\nsummary: a\u2028b\n---\n", "utf-8")
    assert told(content) == [
        "content/actors/bell.md:5: error SB001 an invisible character, U+0007, is here, at the "
        "beginning: delete it",
        "content/actors/line.md:2: error SB001 an invisible character, U+2028 (line separator), is "
        "here, behind 'summary: a': delete it",
    ]


def test_too_large(content: Path) -> None:
    (content / "actors" / "large.md").write_bytes(b"x" * (MAX_RECORD + 1))
    assert told(content) == [
        "content/actors/large.md:0: error SB002 the file has 1,000,001 bytes, but may have "
        "1,000,000: shorten or split it"
    ]


@pytest.mark.parametrize("target", ["/etc/hostname", "../dataset.yml", "nowhere", "."])
def test_links_are_not_followed(content: Path, target: str) -> None:
    (content / "actors" / "link.md").symlink_to(target)
    (content / "sources").symlink_to(content / "actors")
    assert told(content) == [
        f"content/{name}:0: error SB004 this is a symbolic link, which is not followed: put the "
        "file itself here"
        for name in ("actors/link.md", "sources")
    ]


def test_a_linked_description(content: Path) -> None:
    (content / "dataset.yml").rename(content.parent / "elsewhere.yml")
    (content / "dataset.yml").symlink_to(content.parent / "elsewhere.yml")
    assert [line.split()[2] for line in told(content)] == ["SB004", "SB011"]


def test_pipes_are_not_read(content: Path) -> None:
    os.mkfifo(content / "actors" / "pipe.md")
    assert told(content) == [
        "content/actors/pipe.md:0: error SB012 this is neither a file nor a folder: delete it"
    ]


def test_what_cannot_be_read(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (content / "actors" / "closed.md").write_text(RECORD, "utf-8")

    def closed(_: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", closed)
    assert told(content)[0] == (
        "content/actors/closed.md:0: error SB012 the file cannot be read: Permission denied"
    )


def test_a_folder_that_cannot_be_read(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sourcebook.load.files.os.scandir", _refused)
    assert told(content) == ["content:0: error SB012 the folder cannot be read: Permission denied"]


def _refused(_: Path) -> None:
    raise PermissionError(13, "Permission denied")


def test_folders_in_folders(content: Path) -> None:
    deep = content.joinpath("actors", *"abcdefghijkl")
    deep.mkdir(parents=True)
    (deep / "far.md").write_text(RECORD, "utf-8")
    assert told(content) == [
        "content/actors/a/b/c/d/e/f/g/h:0: error SB003 folders lie in each other more than 8 deep"
    ]


def test_names_that_cannot_be_printed(content: Path) -> None:
    for name in (b"a\xffb.md", b"a\nb.md", "\u202egpj.md".encode()):
        (Path(os.fsdecode(os.fsencode(content) + b"/actors/" + name))).write_text(RECORD, "utf-8")
    lines = told(content)
    assert len(lines) == 3
    assert all(line.isprintable() and " SB005 " in line for line in lines)
    assert (
        "content/actors/a\\nb.md:0: error SB005 the file name 'a\\nb' cannot be an id" in lines[0]
    )


def renew() -> None:
    """Write the lists anew."""
    for root in ROOTS.values():
        (root / "expected.txt").write_text(listed(root), "utf-8")


if __name__ == "__main__":
    renew()
