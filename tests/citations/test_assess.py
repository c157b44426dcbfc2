"""The command `assess`: a verdict that falls open when what was read changes."""

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sourcebook import cli
from sourcebook.citations import AssessRequest, CitationError, assess_citation
from sourcebook.site import prepare
from tests.conftest import SMALL
from tests.rendering import bodies

STRIKE = "content/incidents/depot-nine-strike.md"
PAGE = "incidents/depot-nine-strike.html"
FIRST = ("depot-nine-strike", "killed-command-first")
READ = "read as supporting it in part by A. Reader, 4 March 2026"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A copy of the small dataset without its captures."""
    shutil.copytree(SMALL, tmp_path / "content")
    return tmp_path


def run(root: Path, *words: str) -> Result:
    return CliRunner().invoke(cli.commands, ["assess", *words], obj=root)


def edit(root: Path, old: str, new: str) -> None:
    text = (root / STRIKE).read_text("utf-8")
    assert old in text
    (root / STRIKE).write_text(text.replace(old, new, 1), "utf-8")


def told(root: Path) -> list[str]:
    return [f"{one.code} {one.message}" for one in prepare(root).problems]


def assessed(root: Path, verdict: str = "in part", place: tuple[str, ...] = FIRST) -> None:
    result = run(root, *place, verdict, "--by", "A. Reader", "--on", "2026-03-04")
    assert result.exit_code == 0, (result.output, result.exception)


def test_a_verdict_is_written_shown_and_counted(root: Path) -> None:
    before = (root / STRIKE).read_text("utf-8")
    result = run(root, *FIRST, "In-Part", "--by", "A. Reader", "--on", "2026-03-04")
    assert result.output == (
        "Dora Sample – killed, combatants: 2-3\n"
        "command-statement-mirror: “two or three of them”\n"
        "read as supporting it in part by A. Reader, 4 March 2026\n"
    )
    after = (root / STRIKE).read_text("utf-8")
    (line,) = (one for one in after.split("\n") if one not in before.split("\n"))
    assert line.endswith("}}]")
    assert (
        ", as: two or three, assessed: {verdict: in_part, by: A. Reader, date: 2026-03-04," in line
    )
    prepared = prepare(root)
    assert prepared.problems == ()
    assert dict(prepared.derived.coverage.verdicts) == {"in_part": 1}
    assert prepared.derived.facts("dataset")["claims-assessed"].text == "1"
    article = bodies(prepared)[PAGE].article
    assert f'<span class="aside assessment">{READ}</span>' in article
    assert "1 claim read beside a passage by a person: 1 read as supporting it in part" in article


@pytest.mark.parametrize(
    ("old", "new", "part"),
    [
        ("value: 2-3", "value: 2-4\n    derivation: x", "the value"),
        ("by: dora-sample", "by: ember-watch", "the claimant"),
        ("measure: killed", "measure: wounded", "the measure"),
        ("of: combatants", "of: civilians", "the population"),
        ("said: 2032-02-10\n    as_of", "covers: [salt-flat-clash]\n    as_of", "the scope"),
        ("as_of: 2032-02-10T12:00", "period: 2032-02", "the scope"),
        ("two or three of them", "that two or three of them", "the passage"),
        (", as: two or three", "", "the value"),
    ],
)
def test_it_falls_open_when_what_was_read_changes(
    root: Path, old: str, new: str, part: str
) -> None:
    assessed(root)
    edit(root, old, new)
    (one,) = (one for one in told(root) if one.startswith("SB544"))
    assert f"(read as supporting it in part); since then {part} changed: read it again" in one
    assert not prepare(root).derived.coverage.verdicts


def test_what_was_not_read_may_change(root: Path) -> None:
    assessed(root)
    edit(root, "note: Replaced the day after", "note: Replaced a day after")
    edit(root, "at: para 2, quote", "at: para 3, quote")
    assert [one for one in told(root) if one.startswith("SB544")] == []


def test_a_fallen_verdict_is_shown_as_such_and_given_again(root: Path) -> None:
    assessed(root)
    edit(root, "of: combatants", "of: civilians")
    article = bodies(prepare(root))[PAGE].article
    assert READ not in article
    assert "to be read again: it changed since it was read by A. Reader, 4 March 2026" in article
    assessed(root)
    assert not any("SB544" in one for one in told(root))
    assert (root / STRIKE).read_text("utf-8").count("assessed:") == 1


@pytest.mark.parametrize("verdict", ["contradicts", "context"])
def test_a_claim_without_a_supporting_passage_is_told(root: Path, verdict: str) -> None:
    assessed(root, verdict)
    (one,) = told(root)
    assert one.startswith("SB545 no passage of claim 'killed-command-first' says what it says")
    edit(root, "value: 2-3", "value: 2-4")
    assert not any("SB545" in one for one in told(root))


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("depot-nine-strike", "killed-command-second", "supports"), "no passage to read"),
        (("depot-nine-strike", "roles", "command-statement-mirror", "supports"), "no passage"),
        (("depot-nine-strike", "killed", "supports"), "no claim 'killed'"),
        ((*FIRST, "suports"), "did you mean 'supports'"),
        ((*FIRST, "lantern-wire-2032-02-11", "supports"), "it cites command-statement-mirror"),
        ((*FIRST, "supports", "--on", "2999-01-01"), "yet to come"),
        ((*FIRST, "supports", "--on", "in May"), "--on: "),
        ((*FIRST, "supports", "--by", " "), "--by: "),
        ((*FIRST, "supports", "--by", "A\nB"), "not seen"),
        ((*FIRST, "supports", "--by", "A\u202eB"), "not seen"),
    ],
)
def test_what_cannot_be_assessed_is_said(root: Path, words: tuple[str, ...], said: str) -> None:
    before = (root / STRIKE).read_bytes()
    result = run(root, "--by", "A. Reader", *words)
    assert isinstance(result.exception, CitationError)
    assert said in str(result.exception)
    assert (root / STRIKE).read_bytes() == before


def test_it_is_somebody_who_reads(root: Path) -> None:
    assert run(root, *FIRST, "supports").exit_code == 2
    assert run(root, *FIRST, "a", "b", "c", "--by", "A").exit_code == 2


def test_today_is_the_day_unless_another_is_given(root: Path) -> None:
    request = AssessRequest(root / "content", *FIRST, None, "supports", "A. Reader")
    start = assess_citation(request).assessment.date.start
    assert start is not None
    assert start.precision == "day"
