"""The locks cannot be taken away: one that is missing is missed, or the dataset says so openly."""

import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sourcebook import cli
from sourcebook.atomic_file import FileWriteError
from sourcebook.capture import CaptureError
from sourcebook.site import build, prepare
from tests.conftest import SMALL, lay_out

INCIDENT = "incidents/village-drone.md"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A copy of the small dataset which keeps both locks."""
    lay_out(tmp_path / "project")
    root = tmp_path / "project"
    describe(root, "locks: quotes\n", "")
    assert run(root, "facts").exit_code == 0
    assert told(root) == []
    return root


def describe(root: Path, old: str, new: str) -> None:
    file = root / "content" / "dataset.yml"
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")


def run(root: Path, *words: str) -> Result:
    return CliRunner().invoke(cli.commands, words, obj=root)


def told(root: Path) -> list[str]:
    return [f"{one.path}:{one.line} {one.code} {one.message}" for one in prepare(root).problems]


def codes(root: Path) -> set[str]:
    return {one.code for one in prepare(root).problems}


def test_a_lock_of_facts_that_was_taken_away_is_missed(root: Path) -> None:
    file = root / "content" / INCIDENT
    file.write_text(file.read_text("utf-8").replace("value: 3", "value: 300"), "utf-8")
    assert "SB701" in codes(root)
    (root / "content" / "facts.lock").unlink()
    one = told(root)[0]
    assert one.startswith("content/facts.lock:0 SB710 there is no facts.lock, so that no changed")
    assert "run `python build.py facts` and commit the file" in one
    result = run(root, "check")
    assert result.exit_code == 1
    assert "error SB710" in result.output
    assert run(root, "build").exit_code == 1


def test_an_emptied_lock_of_facts_is_told(root: Path) -> None:
    (root / "content" / "facts.lock").write_bytes(b"")
    lines = told(root)
    assert {re.findall(r" (SB...) ", line)[0] for line in lines} == {"SB701"}
    assert all("`python build.py facts`" in line for line in lines)


def test_a_lock_of_quotations_that_was_taken_away_or_emptied_is_missed(root: Path) -> None:
    lock = root / "content" / "quotes.lock"
    lock.write_bytes(b"")
    assert codes(root) == {"SB504", "SB505"}
    lock.unlink()
    assert codes(root) == {"SB535"}
    assert run(root, "quotes").exit_code == 1, "what was found elsewhere cannot be found here"
    lock.unlink()
    shutil.copytree(SMALL.parent / "captures", root / "captures")
    (one,) = told(root)
    assert one.startswith("content/quotes.lock:0 SB535 there is no quotes.lock")
    assert "run `python build.py quotes`" in one
    assert run(root, "quotes").exit_code == 0
    assert told(root) == []
    assert lock.read_bytes() == (SMALL / "quotes.lock").read_bytes()


@pytest.mark.parametrize("name", ["facts.lock", "quotes.lock"])
def test_a_folder_in_the_place_of_a_lock_is_one_problem(root: Path, name: str) -> None:
    (root / "content" / name).unlink()
    (root / "content" / name).mkdir()
    assert codes(root) == {"SB012"}
    for command in ("quotes", "facts"):
        error = run(root, command).exception
        assert error is None or isinstance(error, (SystemExit, CaptureError, FileWriteError)), error


@pytest.mark.parametrize("name", ["facts.lock", "quotes.lock"])
def test_no_setting_and_no_excuse_lets_a_lock_be_missing(root: Path, name: str) -> None:
    describe(root, "measures:", "severities: {SB710: warning, SB535: warning}\nmeasures:")
    (root / "content" / name).unlink()
    assert {"SB116", {"facts.lock": "SB710", "quotes.lock": "SB535"}[name]} <= codes(root)
    assert prepare(root).failed


def test_the_first_command_of_a_new_dataset_writes_the_lock(root: Path) -> None:
    (root / "content" / "facts.lock").unlink()
    assert run(root, "facts").exit_code == 0
    assert told(root) == []


def test_where_nothing_is_recorded_nothing_is_missed(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    kept = [
        line
        for line in (SMALL / "dataset.yml").read_text("utf-8").splitlines()
        if not line.startswith(("latest_episode", "locks"))
    ]
    (tmp_path / "content" / "dataset.yml").write_text("\n".join(kept), "utf-8")
    assert told(tmp_path) == []


def test_a_dataset_may_say_openly_that_it_keeps_none(root: Path) -> None:
    describe(root, "measures:", "locks: none\nmeasures:")
    lines = told(root)
    assert [re.findall(r" (SB...) ", line)[0] for line in lines] == ["SB537", "SB537"]
    assert "dataset.yml says `locks: none`" in lines[0]
    for name in ("facts.lock", "quotes.lock"):
        (root / "content" / name).unlink()
    assert told(root) == []
    assert run(root, "check").output.splitlines()[-1] == (
        "4 quotations: 0 looked up, 0 trusted by quotes.lock, 4 never checked"
    )
    result = run(root, "quotes")
    assert result.exit_code == 0
    assert result.output.endswith("quotes.lock is not kept (`locks: none` in dataset.yml)\n")
    result = run(root, "facts")
    assert result.exit_code == 1
    assert result.output.startswith("error: dataset.yml says `locks: none`: delete that line")
    assert not (root / "content" / "facts.lock").exists()
    assert not (root / "content" / "quotes.lock").exists()


@pytest.mark.parametrize(
    ("locks", "words"),
    [
        ("none", "This dataset keeps no locks (<code>locks: none</code>)"),
        ("quotes", "This dataset keeps no <code>facts.lock</code> (<code>locks: quotes</code>)"),
        ("all", ""),
    ],
)
def test_the_page_of_data_says_which_locks_are_kept(root: Path, locks: str, words: str) -> None:
    describe(root, "measures:", f"locks: {locks}\nmeasures:")
    for name, kept in (("facts.lock", ("all",)), ("quotes.lock", ("all", "quotes"))):
        if locks not in kept:
            (root / "content" / name).unlink()
    if locks == "all":
        run(root, "facts")
    build(prepare(root), root / "site")
    page = " ".join((root / "site" / "data.html").read_text("utf-8").split())
    assert words in page
    assert ("keeps no" in page) == bool(words)


def test_a_dataset_may_demand_a_captured_text_of_all_that_it_quotes(root: Path) -> None:
    describe(root, "measures:", "every_quotation_captured: true\nmeasures:")
    run(root, "facts")
    lines = [line for line in told(root) if " SB536 " in line]
    assert len(lines) == 2
    assert lines[0].startswith(
        "content/incidents/depot-nine-strike.md:51 SB536 'no fewer than six'"
    )
    assert "`python build.py capture ember-log-2032 FILE`" in lines[0]
    assert prepare(root).failed
