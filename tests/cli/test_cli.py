"""What is typed and what is printed: commands, options, exit codes."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import click
import pytest

from sourcebook import cli
from sourcebook.cli import progress
from tests.conftest import REPOSITORY, Run
from tests.small_site import tree

FIGURES = re.compile(
    r"36 records, 53 pages, \d+ files \((\d+) written, (\d+) removed\), \d+\.\d\d s, "
    r"0 errors, 0 warnings\n4 quotations: 0 looked up, 2 trusted by quotes\.lock, 2 never checked\n"
)
QUOTATIONS = "4 quotations: 0 looked up, 2 trusted by quotes.lock, 2 never checked\n"


def spoil(project: Path) -> None:
    """Let an incident happen at a place that is on record nowhere."""
    file = project / "content" / "incidents" / "village-drone.md"
    text = file.read_text("utf-8")
    file.write_text(text.replace("location: test-village", "location: test-vilage"), "utf-8")


ERROR = (
    "content/incidents/village-drone.md:6: error SB201 unknown location 'test-vilage'; "
    "did you mean 'test-village'?\n"
)


def neglect(project: Path) -> None:
    """Put a source beside the others that nothing rests on."""
    shutil.copyfile(
        project / "content" / "sources" / "old-atlas.md",
        project / "content" / "sources" / "older-atlas.md",
    )


WARNING = "content/sources/older-atlas.md:1: warning SB405 nothing cites "


@pytest.mark.parametrize("words", [(), ("build",)])
def test_build_ends_with_the_figures(words: tuple[str, ...], run: Run, project: Path) -> None:
    shutil.rmtree(project / "site")
    result = run(*words)
    assert result.exit_code == 0, result.output
    match = FIGURES.fullmatch(result.stdout)
    assert match is not None, result.stdout
    assert int(match[1]) > 51
    assert (project / "site" / "index.html").is_file()
    again = FIGURES.fullmatch(run(*words).stdout)
    assert again is not None
    assert again.groups() == ("0", "0")


def test_quiet_prints_nothing_when_nothing_is_wrong(run: Run) -> None:
    for words in (["-q"], ["build", "--quiet"], ["check", "-q"]):
        result = run(*words)
        assert (result.exit_code, result.output) == (0, "")


def test_check_builds_nothing(run: Run, project: Path) -> None:
    shutil.rmtree(project / "site")
    result = run("check")
    assert result.exit_code == 0
    first, *coverage, last = result.output.splitlines(keepends=True)
    assert (first, last) == ("36 records, 0 errors, 0 warnings\n", QUOTATIONS)
    some = "0 looked up, 1 trusted by quotes.lock, 2 never checked"
    assert coverage[:3] == [
        f"33 claims: {some}, 30 without a passage\n",
        f"17 figures: {some}, 14 without a passage\n",
        "no claim was read beside its passage by a person on record\n",
    ]
    assert coverage[3].startswith("nothing vouches for, most first: ")
    assert not (project / "site").exists()


@pytest.mark.parametrize("words", [("build",), ("check",), ("-q",), ("build", "--strict")])
def test_an_error_is_told_and_the_site_stays_as_it_was(
    words: tuple[str, ...], run: Run, project: Path
) -> None:
    before = tree(project / "site")
    spoil(project)
    result = run(*words)
    assert result.exit_code == 1
    assert result.stdout == ""
    more = "`python build.py rules SB201` explains a rule\n"
    assert result.stderr == (
        f"{ERROR}{more}1 error, 0 warnings; nothing was published\n{QUOTATIONS}"
    )
    assert tree(project / "site") == before
    assert not (project / ".site.staged").exists()


def test_a_warning_is_told_and_only_strict_stops_at_it(run: Run, project: Path) -> None:
    neglect(project)
    result = run("build")
    assert result.exit_code == 0
    assert result.stderr.startswith(WARNING)
    assert result.stderr.count("\n") == 1
    assert result.stdout.endswith(f", 0 errors, 1 warning\n{QUOTATIONS}")
    before = tree(project / "site")
    for command in ("build", "check"):
        result = run(command, "--strict")
        assert result.exit_code == 1
        assert result.stderr.startswith(WARNING)
        assert result.stderr.endswith(f"\n0 errors, 1 warning; nothing was published\n{QUOTATIONS}")
    assert tree(project / "site") == before


def test_everything_is_told_in_one_run_and_in_order(run: Run, project: Path) -> None:
    neglect(project)
    spoil(project)
    told = run("check").stderr
    assert told.startswith(ERROR + WARNING)
    assert told.endswith(f"\n1 error, 1 warning; nothing was published\n{QUOTATIONS}")


def test_problems_can_be_printed_for_github(run: Run, project: Path) -> None:
    spoil(project)
    result = run("check", "--format", "github", "-q")
    assert result.exit_code == 1
    assert result.stdout == (
        "::error file=content/incidents/village-drone.md,line=6,title=SB201::unknown location "
        "'test-vilage'; did you mean 'test-village'?\n"
    )


def test_the_folders_can_be_named(run: Run, project: Path, tmp_path: Path) -> None:
    (project / "content").rename(tmp_path / "records")
    shutil.rmtree(project / "site")
    words = ("--content", str(tmp_path / "records"), "--out", str(tmp_path / "new" / "place"))
    result = run("build", *words)
    assert result.exit_code == 0, result.output
    assert (tmp_path / "new" / "place" / "incidents" / "lost-patrol.html").is_file()
    assert not (project / "site").exists()
    assert run("check", *words[:2]).exit_code == 0


def test_a_problem_names_the_folder_as_it_is_called(run: Run, project: Path) -> None:
    spoil(project)
    (project / "content").rename(project / "records")
    result = run("check", "--content", str(project / "records"))
    assert result.stderr.startswith("records/incidents/village-drone.md:6: error SB201 ")


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("--nonsense",), r"No such option:? .?--nonsense"),
        (("nonsense",), "No such command 'nonsense'"),
        (("build", "more"), r"Got unexpected extra argument \(more\)"),
        (("--format", "poem"), "Invalid value for '--format': 'poem' is not one of"),
        (("--out",), "Option '--out' requires an argument"),
        (("check", "--out", "x"), r"No such option:? .?--out"),
    ],
)
def test_what_was_mistyped_is_told(words: tuple[str, ...], message: str, run: Run) -> None:
    result = run(*words)
    assert result.exit_code == 2
    assert re.search(message, result.stderr)


def test_a_missing_folder_of_records_is_told(run: Run, project: Path) -> None:
    for words in ((), ("check",), ("--content", str(project / "nowhere"))):
        if not words:
            (project / "content").rename(project / "away")
        result = run(*words)
        assert result.exit_code == 2
        assert "there is no folder " in result.stderr
        assert "name one with --content" in result.stderr


def test_help_names_every_command_and_option(run: Run) -> None:
    for words in (("--help",), ("-h",), ("build", "--help"), ("check", "-h")):
        result = run(*words)
        assert result.exit_code == 0
        assert result.stdout.startswith("Usage: ")
    assert re.search(r"\n  build .*\n  capture .*\n  check ", run("--help").stdout)
    for option in ("--content", "--strict", "--quiet", "--format", "--out"):
        assert option in run("build", "--help").stdout
    assert run("--version").stdout.startswith("sourcebook, version ")


@pytest.mark.parametrize(
    ("spoilt", "message"),
    [
        (("mkdocs.yml", "nav:", "nav:\n  - Elsewhere: elsewhere.md"), "nav names 'elsewhere.md'"),
        (("templates/actor.html", "", "{{ nosuch }}"), "templates/actor.html:"),
        (("templates/actor.html", "", "{% if %}"), "templates/actor.html:"),
    ],
)
def test_a_fault_of_the_project_is_told_without_a_traceback(
    spoilt: tuple[str, str, str], message: str, project: Path, capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    path, old, new = spoilt
    before = tree(project / "site")
    text = (project / path).read_text("utf-8") if old else ""
    (project / path).write_text(text.replace(old, new, 1), "utf-8")
    monkeypatch.setattr(sys, "argv", ["build.py"])
    with pytest.raises(SystemExit) as stop:
        cli.main(project)
    assert stop.value.code == 1
    told = capsys.readouterr().err
    assert told.startswith("error: ")
    assert message in told
    assert told.count("\n") == 1
    assert tree(project / "site") == before


def test_a_folder_that_is_not_ours_is_told(
    project: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "argv", ["build.py", "--out", str(project / "content")])
    before = tree(project / "content")
    with pytest.raises(SystemExit) as stop:
        cli.main(project)
    assert stop.value.code == 1
    assert "is no site of ours" in capsys.readouterr().err
    assert tree(project / "content") == before


def test_progress_is_lines_where_there_is_no_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    show = progress.progress_display()
    assert show is not None
    for done in range(1, 2001):
        show("pages", done, 2000)
    for done in range(1, 900):  # short work says nothing
        show("pages", done, 900)
    told = capsys.readouterr()
    assert told.out == ""
    lines = told.err.splitlines()
    assert lines[0] == "pages: 200 of 2,000"
    assert lines[-1] == "pages: 2,000 of 2,000"
    assert len(lines) == 10


def test_progress_is_a_bar_on_a_terminal(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    show = progress.progress_display()
    assert show is not None
    assert show is not progress._lines
    for done in range(1, 2001):
        show("pages", done, 2000)
    told = capsys.readouterr()
    assert told.out == ""
    assert "2000/2000" in click.unstyle(told.err)


def test_the_door_can_be_used_from_anywhere(project: Path, tmp_path: Path) -> None:
    shutil.copyfile(REPOSITORY / "build.py", project / "build.py")
    before = tree(project / "site")
    result = subprocess.run(
        [sys.executable, str(project / "build.py")],
        cwd=tmp_path,
        env={"PYTHONPATH": str(REPOSITORY), "PATH": ""},
        capture_output=True,
        check=False,
        text=True,
    )
    assert result.returncode == 0, result.stderr
    assert result.stderr == ""
    assert FIGURES.fullmatch(result.stdout), result.stdout
    assert tree(project / "site") == before
