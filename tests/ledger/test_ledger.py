"""What is published as fact: written as a lock, compared with it, and told when it moved."""

import re
import shutil
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sourcebook import cli, ledger, site
from sourcebook.ledger import LOCK_NAME
from sourcebook.ledger.fact_change import differing_words
from tests.conftest import SMALL, TESTS

MOVED = TESTS / "broken" / "moved"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A dataset whose lock tells of its facts."""
    shutil.copytree(MOVED / "content", tmp_path / "content")
    (tmp_path / "content" / LOCK_NAME).unlink()
    assert facts(tmp_path).exit_code == 0
    return tmp_path


def facts(root: Path) -> Result:
    return CliRunner().invoke(cli.commands, ["facts"], obj=root)


def codes(root: Path, day: date | None = None) -> list[str]:
    return [problem.code for problem in site.prepare(root, day=day).problems]


def change(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")


def test_what_was_written_has_not_moved(project: Path) -> None:
    assert codes(project) == []
    assert facts(project).stdout.endswith(f"facts, 0 changed; {LOCK_NAME} is unchanged\n")


def test_every_fact_of_a_rich_dataset_is_a_line_and_read_again(tmp_path: Path) -> None:
    shutil.copytree(SMALL, tmp_path / "content")
    prepared = site.prepare(tmp_path)
    told = ledger.published_facts(prepared.graph, prepared.derived)
    (tmp_path / "content" / LOCK_NAME).write_text(ledger.format_lock(told.values()), "utf-8")
    lock = ledger.read_lock(tmp_path / "content")
    assert lock.problems == ()
    assert list(lock.facts) == list(told)
    assert [fact.record_id for fact in told.values()] == sorted(f.record_id for f in told.values())
    assert ledger.compare_facts(lock, told, prepared.graph.aliases) == ledger.Comparison()
    claims = {f"{record.id}.{claim.id}" for record, claim in prepared.graph.claims()}
    assert claims <= {name.removesuffix(" (2)") for name in told}


def test_without_a_lock_nothing_is_worked_out(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (project / "content" / LOCK_NAME).unlink()
    monkeypatch.delattr("sourcebook.ledger.fact_problems.published_facts")
    description = project / "content" / "dataset.yml"
    description.write_text(f"{description.read_text('utf-8')}locks: quotes\n", "utf-8")
    assert codes(project) == []


def test_an_earlier_day_is_compared_with_nothing(project: Path) -> None:
    change(project / "content/incidents/mill-fire.md", '"3"', '"4"')
    assert set(codes(project)) == {"SB701", "SB703"}
    assert codes(project, date(2031, 5, 4)) == []


def test_nothing_is_compared_while_a_record_cannot_be_read(project: Path) -> None:
    change(project / "content/incidents/mill-fire.md", "type:", "typ:")
    assert "SB701" not in codes(project)


def test_nothing_is_compared_while_the_dataset_is_not_described(project: Path) -> None:
    change(project / "content/dataset.yml", "licence:", "license:")
    assert "SB701" not in codes(project)


def test_a_number_moves_its_claim_and_its_range(project: Path) -> None:
    change(project / "content/incidents/mill-fire.md", '"6"', '"16"')
    told = [problem for problem in site.prepare(project).problems if problem.code == "SB701"]
    moved = {(problem.line, problem.message.partition(":")[0]) for problem in told}
    assert moved == {
        (8, "'mill-fire.killed' was '3 to 6' and is now '3 to 16'"),
        (16, "'mill-fire.killed-guild' was '6' and is now '16'"),
    }


def test_the_command_tells_what_moved_and_which_sentence_and_page(project: Path) -> None:
    change(project / "content/incidents/mill-fire.md", '"6"', '"16"')
    done = facts(project)
    assert "content/incidents/mill-fire.md:16: mill-fire.killed-guild was '6'" in done.stdout
    assert "    mill-fire: “Between them the accounts count 3 to 16.”\n" in done.stdout
    assert re.search(
        r"^pages that may show it \(\d+\): incidents/mill-fire.html, ", done.stdout, re.M
    )
    assert f"33 facts, 2 changed; {LOCK_NAME} is written\n" in done.stdout
    assert codes(project) == ["SB703"]


def test_a_new_record_and_one_that_is_gone_are_told_as_wholes(project: Path) -> None:
    content = project / "content"
    (content / "incidents/bridge-fire.md").rename(content / "incidents/ford-fire.md")
    done = facts(project)
    assert "bridge-fire is gone: 4 facts\nford-fire is new: 4 facts\n" in done.stdout


def test_the_command_writes_nothing_while_a_reference_leads_nowhere(project: Path) -> None:
    before = (project / "content" / LOCK_NAME).read_bytes()
    change(project / "content/incidents/mill-fire.md", "location: harrow", "location: harow")
    done = facts(project)
    assert done.exit_code == 1
    assert "did you mean 'harrow'?" in done.stderr
    assert "correct this first" in done.stderr
    assert (project / "content" / LOCK_NAME).read_bytes() == before


@pytest.mark.parametrize(("spoilt", "code"), [(b"=======\n", "SB702"), (b"\xe9\n", "SB001")])
def test_the_command_writes_a_spoilt_lock_anew(project: Path, spoilt: bytes, code: str) -> None:
    (project / "content" / LOCK_NAME).write_bytes(spoilt)
    assert codes(project) == [code]
    assert facts(project).exit_code == 0
    assert codes(project) == []


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    done = facts(tmp_path)
    assert done.exit_code == 2
    assert "there is no folder" in done.stderr


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("incidents/mill-fire.md", "by: vale-watch", "by: mill-guild"),
        ("incidents/mill-fire.md", "at: row 7", "at: row 8"),
        ("incidents/mill-fire.md", "[@watch-log, row 1]", "[@watch-log, row 2]"),
        ("incidents/mill-fire.md", "{{mill-fire.killed}}", "{{mill-fire.claims}}"),
        ("incidents/mill-fire.md", "2031-05-02", "2031-05-01"),
        ("incidents/mill-fire.md", "    measure: killed\n", "    measure: wounded\n"),
        ("locations/harrow.md", "10.5", "10.6"),
        ("locations/harrow.md", "500", "600"),
        ("actors/mill-guild.md", "opposes", "backs"),
        ("sources/watch-log.md", "2031-05-03", "2031-05-04"),
        ("dataset.yml", 'edition: "1"', 'edition: "2"'),
        ("sources/watch-log.md", "publisher: Vale Watch", "publisher: Value Watch"),
    ],
)
def test_each_of_these_moves_a_fact_at_its_line(
    project: Path, file: str, old: str, new: str
) -> None:
    path = project / "content" / file
    line = path.read_text("utf-8").partition(old.strip("\n"))[0].count("\n") + 1
    change(path, old, new)
    told = [problem for problem in site.prepare(project).problems if problem.code == "SB701"]
    assert (f"content/{file}", line) in {(problem.path, problem.line) for problem in told}
    assert all(re.search("run `python build.py facts`", problem.message) for problem in told)


def test_a_place_that_moves_says_how_far_and_on_which_pages(project: Path) -> None:
    file = project / "content/locations/harrow.md"
    change(file, "10.5", "10.6")
    (problem,) = [one for one in site.prepare(project).problems if one.code == "SB701"]
    assert (
        "'latitude 10.6', 11 km away, more than the 500 m that it may be off by: if this is meant"
        in problem.message
    )
    assert problem.message.endswith(
        "; it may show on locations/harrow.html, incidents/bridge-fire.html, "
        "incidents/mill-fire.html and 9 more"
    )
    done = facts(project)
    assert "11 km away, more than the 500 m that it may be off by\n" in done.stdout
    assert "pages that may show it (12): locations/harrow.html, incidents/bridge" in done.stdout
    change(file, "lat: 10.6", "lat: 10.601")
    assert "111 m away, within the 500 m that it may be off by" in facts(project).stdout


def test_another_way_to_write_a_record_moves_nothing(project: Path) -> None:
    file = project / "content/incidents/mill-fire.md"
    change(
        file,
        "title: The fire at the mill",
        'title: >-\n  The fire at\n  the "mill"'.replace('"', ""),
    )
    change(file, "The fire broke out at night.", "The fire broke\nout at night.")
    done = facts(project)
    assert "no fact changed: what else changed is how the records are written" in done.stdout
    assert f"{LOCK_NAME} is unchanged" in done.stdout


@pytest.mark.parametrize(
    ("old", "new"),
    [("all the barrels", "most of the barrels"), ("“all the barrels were lost”", "all were lost")],
)
def test_words_quoted_in_a_text_are_a_fact_be_they_checked_or_not(
    old: str, new: str, project: Path
) -> None:
    file = project / "content/incidents/mill-fire.md"
    with file.open("a", encoding="utf-8") as text:
        text.write("The guild wrote “all the barrels were lost”. [@guild-letter, para 2]\n")
    assert facts(project).exit_code == 0
    CliRunner().invoke(cli.commands, ["quotes"], obj=project)
    assert codes(project) == []
    change(file, old, new)
    told = [one for one in site.prepare(project).problems if one.code == "SB701"]
    assert [one.line for one in told] == [21]
    assert "quotes “all the barrels were lost” of guild-letter" in told[0].message


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("Nobody claimed", "The guild claimed", "was '… at night. Nobody claimed it, …' and is"),
        (
            "seven barrels",
            "nine barrels",
            "was '… it that seven barrels were …' and is now '… it that n",
        ),
    ],
)
def test_a_summary_that_says_something_else_is_told_with_the_words(
    old: str, new: str, told: str, project: Path
) -> None:
    file = project / "content/incidents/mill-fire.md"
    summary = (
        "A fire broke out in the mill of Harrow at night. Nobody claimed it, and the log of the "
        "watch has it that seven barrels were lost before the bell rang."
    )
    change(file, "type: unknown", f"summary: {summary}\ntype: unknown")
    assert facts(project).exit_code == 0
    change(file, old, new)
    (problem,) = [one for one in site.prepare(project).problems if one.code == "SB701"]
    assert problem.message.startswith("'mill-fire.summary' ")
    assert told in problem.message


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("a b " * 40 + "x", "a b " * 40 + "y"),
        ("x " + "a b " * 40, "y " + "a b " * 40),
        ("a " * 60, "a " * 61),
        ("a b " * 30, "c d " * 30),
    ],
)
def test_of_two_long_texts_the_words_are_shown_that_differ(one: str, other: str) -> None:
    some, others = differing_words(one, other)
    assert some != others
    assert len(some) <= len(one)
    assert some.strip("… ") in " ".join(one.split())
    assert others.strip("… ") in " ".join(other.split())
