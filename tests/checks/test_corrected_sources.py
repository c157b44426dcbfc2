"""A source that was corrected or retracted: what stood on it is told, stamped and listed."""

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from click.testing import Result

from sourcebook.link import Graph
from sourcebook.models import Source
from sourcebook.site import prepare
from tests.conftest import then

GAZETTE = "content/sources/marrow-2032-02-11.md"
LOG = "content/sources/ember-log-2032.md"
RETRACTED = "status: retracted\nstatus_date: 2032-05-01\nstatus_note: The figures were made up.\n"


def change(root: Path, name: str, old: str, new: str) -> None:
    """Change one text of a project."""
    file = root / name
    text = file.read_text()
    assert text.count(old) == 1
    file.write_text(text.replace(old, new))


@pytest.fixture
def retracted(project: Path) -> Path:
    """The small project with a story that its newspaper took back."""
    change(project, GAZETTE, "language: en\n", f"language: en\n{RETRACTED}")
    return project


def told(root: Path, *codes: str) -> list[str]:
    return [f"{p.path}: {p.message}" for p in prepare(root).problems if p.code in codes]


def test_every_claim_role_and_sentence_on_a_retracted_source_is_told(retracted: Path) -> None:
    found = told(retracted, "SB421")
    why = "'marrow-2032-02-11', which was retracted (1 May 2032): "
    mend = "cite another source, or take it back"
    strike = "content/incidents/depot-nine-strike.md"
    for thing in ("claim 'killed-command-second'", "role 2", "this sentence"):
        assert f"{strike}: {thing} depends on {why}{mend}" in found
    assert f"content/actors/duskland.md: relation 1 depends on {why}{mend}" in found


def test_what_goes_back_to_it_is_told_with_the_way(retracted: Path) -> None:
    way = "depends on 'digest-2032', which is derived from 'marrow-2032-02-11', which was retracted"
    assert any(way in line for line in told(retracted, "SB421"))


def test_the_line_is_that_of_the_citation(retracted: Path) -> None:
    text = (retracted / "content/incidents/depot-nine-strike.md").read_text().split("\n")
    lines = [
        text[p.line - 1]
        for p in prepare(retracted).problems
        if p.code == "SB421" and p.path.endswith("depot-nine-strike.md")
    ]
    assert lines
    assert all("marrow-2032-02-11" in line or "digest" in line for line in lines)


def test_a_grade_that_needs_it_is_told(retracted: Path) -> None:
    message = "the grade 'fair' depends on what was retracted: without it 'unassessed'"
    assert f"content/incidents/village-drone.md: {message}" in told(retracted, "SB422")


def test_a_grade_that_stands_without_it_is_not(retracted: Path) -> None:
    assert not [line for line in told(retracted, "SB422") if "depot-nine-strike" in line]


def test_a_claim_that_was_withdrawn_may_rest_on_it(project: Path) -> None:
    change(project, LOG, "status: corrected\n", "status: retracted\n")
    assert not [line for line in told(project, "SB421") if "wounded-withdrawn" in line]


def test_a_correction_that_was_read_is_no_problem(small_prepared: object, project: Path) -> None:
    assert told(project, "SB420", "SB421", "SB422", "SB423") == []
    change(project, LOG, "accessed: 2032-04-05", "accessed: 2032-04-01")
    assert told(project, "SB420")


def test_a_change_says_when_and_why(project: Path) -> None:
    change(project, GAZETTE, "language: en\n", "language: en\nstatus: retracted\n")
    found = [line for line in told(project, "SB423") if "marrow" in line]
    assert found == [f"{GAZETTE}: it was retracted: add status_date and status_note, when and why"]


def test_pages_that_stand_on_it_are_stamped(
    retracted: Path, run: Callable[..., Result], tmp_path: Path
) -> None:
    out = tmp_path / "out"
    assert run("build", "-q", "-o", str(out)).exit_code == 0
    notice = "was retracted on 1 May 2032. The figures were made up."
    stamped = {
        path.relative_to(out).as_posix()
        for path in out.rglob("*.html")
        if notice in re.sub(r"<[^>]+>", "", path.read_text())
    }
    assert {
        "incidents/depot-nine-strike.html",
        "actors/duskland.html",
        "episodes/salt-month.html",
        "sources/marrow-2032-02-11.html",
        "briefings/salt-month.html",
    } <= stamped
    assert "actors/ember-watch.html" not in stamped
    assert "index.html" not in stamped


def test_the_list_of_corrections_comes_from_the_records(
    retracted: Path, run: Callable[..., Result], tmp_path: Path
) -> None:
    ours = "corrections:\n  - {date: 2032-06-01, what: 'The date was a day late.', by: Editors}\n"
    change(retracted, "content/incidents/village-drone.md", "type: ", f"{ours}type: ")
    out = tmp_path / "out"
    assert run("build", "-q", "-o", str(out)).exit_code == 0
    page = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", (out / "corrections.html").read_text()))
    for words in ("The date was a day late.", "The figures were made up.", "Row 8 was taken out."):
        assert words in page
    assert re.search(r"Dora Sample Killed, combatants, .*? 2 to 3 4", page)
    assert re.search(r"at most 10 withdrawn", page)


def test_a_source_stands_as_it_did_before_it_was_changed() -> None:
    graph: Graph = then(date(2032, 4, 1))
    log = graph.records["ember-log-2032"]
    assert isinstance(log, Source)
    assert (log.status, log.status_note) == ("live", None)
