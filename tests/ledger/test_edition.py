"""What an edition said moves only with a correction, and one command writes it."""

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import example, given
from hypothesis import strategies as st

from sourcebook import cli, site
from sourcebook.ledger import EDITION_LOCK_NAME, LOCK_NAME, with_correction
from sourcebook.load.text import split_front_matter
from sourcebook.load.yaml import read_yaml
from sourcebook.models import Correction
from tests.conftest import TESTS, lay_out
from tests.ledger.branch_edits import changed, everywhere
from tests.strategies import LETTERS

FIRE = "incidents/mill-fire.md"
GUILD = 'by: mill-guild\n    measure: killed\n    value: "6"'
LATER = GUILD.replace("6", "7")
SIGNED = ("--by", "A. Editor", "--date", "2032-05-02")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A dataset whose first edition is out."""
    shutil.copytree(TESTS / "broken/moved/content", tmp_path / "content")
    (tmp_path / "content" / LOCK_NAME).unlink()
    assert facts(tmp_path).exit_code == 0
    return tmp_path


@pytest.fixture
def rich(tmp_path: Path) -> Path:
    """The small dataset, whose edition is out."""
    root = lay_out(tmp_path)
    described = root / "content" / "dataset.yml"
    described.write_text(described.read_text("utf-8").replace("locks: quotes\n", ""), "utf-8")
    assert facts(root).exit_code == 0
    return root


def facts(root: Path, *words: str) -> Result:
    return CliRunner().invoke(cli.commands, ["facts", *words], obj=root)


def told(root: Path) -> list[str]:
    problems = site.prepare(root).problems
    return [f"{one.line} {one.message}" for one in problems if one.code == "SB703"]


def write(root: Path, old: str, new: str, file: str = FIRE) -> None:
    changed(root / "content" / file, (old, new))


def test_what_an_edition_said_is_kept_as_records_have_it(project: Path) -> None:
    text = (project / "content" / EDITION_LOCK_NAME).read_text("utf-8")
    assert text.splitlines()[3:] == [
        'edition {"edition": "1", "date": "2032-04-01"}',
        'mill-fire incident {"killed-watch": "3", "killed-guild": "6"}',
    ]
    assert told(project) == []


def test_a_figure_of_the_edition_that_moves_asks_for_a_correction(project: Path) -> None:
    write(project, GUILD, LATER)
    before = (project / "content" / EDITION_LOCK_NAME).read_bytes()
    done = facts(project)
    assert (
        "1 claim of the last edition moved without a correction: `python build.py facts --correct "
        in done.stdout
    )
    assert (project / "content" / EDITION_LOCK_NAME).read_bytes() == before
    (one,) = told(project)
    assert one.startswith("16 'mill-fire.killed-guild' said '6' in edition 1 and now says '7': `py")


def test_one_command_writes_the_correction_and_does_it_once(project: Path) -> None:
    file = project / "content" / FIRE
    write(project, GUILD, LATER + "  # counted anew")
    old = file.read_text("utf-8")
    done = facts(project, "--correct", "The letter was read in haste.", *SIGNED)
    assert done.exit_code == 0
    assert "mill-fire.killed-guild: corrected, was 6, now 7" in done.stdout
    added = (
        "corrections:\n"
        "  - date: 2032-05-02\n"
        '    what: "The letter was read in haste."\n'
        '    by: "A. Editor"\n'
        "    about: killed-guild\n"
        "    was: 6\n"
        "    now: 7\n"
    )
    assert file.read_text("utf-8").replace(added, "") == old
    assert told(project) == []
    now = file.read_bytes()
    again = facts(project, "--correct", "The letter was read in haste.", *SIGNED)
    assert "nothing is corrected" in again.stdout
    assert file.read_bytes() == now


def test_an_earlier_correction_does_not_count_for_a_later_change(project: Path) -> None:
    write(project, GUILD, LATER)
    assert facts(project, "--correct", "Read in haste.", *SIGNED).exit_code == 0
    write(project, LATER, GUILD.replace("6", "8"))
    assert len(told(project)) == 1


def test_an_entry_error_is_one_kind_of_it_and_the_page_says_so(rich: Path) -> None:
    write(rich, "value: 3", "value: 4", "incidents/village-drone.md")
    assert len(told(rich)) == 1
    assert facts(rich, "--correct", "Typed wrongly.", "--entry-error", *SIGNED).exit_code == 0
    assert told(rich) == []
    site.build(site.prepare(rich), rich / "site")
    page = (rich / "site/corrections.html").read_text("utf-8")
    assert "was <s>3</s>, now 4; typed wrongly by us;" in page


def test_a_row_of_a_table_is_corrected_in_its_line(rich: Path) -> None:
    file = rich / "content/incidents.jsonl"
    rows = file.read_text("utf-8").split("\n")
    old = '"measure": "intercepted", "value": 1'
    write(rich, old, old.replace("1", "2"), "incidents.jsonl")
    assert len(told(rich)) == 1
    assert facts(rich, "--correct", "Read in haste.", *SIGNED).exit_code == 0
    assert told(rich) == []
    assert file.read_text("utf-8").split("\n")[1:] == rows[1:]


def test_a_correction_by_hand_names_the_claim(project: Path) -> None:
    write(project, GUILD, LATER)
    entry = "corrections: [{date: 2032-05-02, what: Wrong., by: A. Editor, about: killed-watch}]\n"
    write(project, "type", f"{entry}type")
    assert len(told(project)) == 1
    write(project, "about: killed-watch", "about: [killed-watch, killed-guild]")
    assert told(project) == []
    write(project, "2032-05-02, what", "2032-03-02, what")  # of an earlier edition
    assert len(told(project)) == 1


def test_a_claim_that_replaces_what_it_said_needs_none(project: Path) -> None:
    claim = """  - id: killed-guild-first
    by: mill-guild
    measure: killed
    value: "6"
    cites: [{source: guild-letter, at: para 1}]
  - id: killed-guild
    supersedes: killed-guild-first
"""
    write(project, GUILD, LATER)
    write(project, "  - id: killed-guild\n", claim)
    assert told(project) == []
    write(project, 'value: "6"', 'value: "5"')
    assert len(told(project)) == 1


def test_a_claim_that_is_gone_asks_too(project: Path) -> None:
    file = project / "content" / FIRE
    text = file.read_text("utf-8")
    start, end = text.index("  - id: killed-guild"), text.index("---\nThe")
    file.write_text(text[:start] + text[end:], "utf-8")
    write(project, "{{mill-fire.killed}}", "three")
    assert [one.partition(":")[0] for one in told(project)] == [
        "1 'mill-fire.killed-guild' said '6' in edition 1 and is gone"
    ]
    assert facts(project, "--correct", "Nobody said so.", *SIGNED).exit_code == 0
    assert told(project) == []


def test_what_is_new_since_the_edition_moves_freely(project: Path) -> None:
    claim = """  - id: wounded-guild
    by: mill-guild
    measure: wounded
    value: "1"
    cites: [{source: guild-letter, at: para 1}]
---
The"""
    write(project, "---\nThe", claim)
    assert facts(project).exit_code == 0
    write(project, 'value: "1"', 'value: "2"')
    assert told(project) == []
    write(project, 'edition: "1"', 'edition: "2"', "dataset.yml")
    assert facts(project).exit_code == 0
    write(project, 'value: "2"', 'value: "9"')
    assert len(told(project)) == 1


def test_a_new_edition_does_not_make_right_what_was_not_corrected(project: Path) -> None:
    write(project, GUILD, LATER)
    write(project, 'edition: "1"', 'edition: "2"', "dataset.yml")
    assert facts(project).exit_code == 0
    (one,) = told(project)
    assert one.startswith("16 'mill-fire.killed-guild' said '6' in edition 2 and now says '7'")


def test_without_its_lock_what_the_lock_of_facts_says_counts(project: Path) -> None:
    (project / "content" / EDITION_LOCK_NAME).unlink()
    assert told(project) == []
    write(project, GUILD, LATER)
    (one,) = told(project)
    assert "said '6' as it was published and now says '7'" in one
    assert facts(project).exit_code == 0
    assert len(told(project)) == 1
    (project / "content" / EDITION_LOCK_NAME).unlink()
    (project / "content" / LOCK_NAME).unlink()
    assert told(project) == []


def test_another_way_to_write_a_value_and_another_id_are_no_change(rich: Path) -> None:
    write(rich, "value: 2-3", "value: 2 – 3", "incidents/depot-nine-strike.md")
    write(rich, "value: 5–8", "value: 5-8", "incidents/salt-flat-clash.md")
    actors = rich / "content/actors"
    (actors / "pinecone-brigade.md").rename(actors / "pine-brigade.md")
    everywhere(rich / "content", ("pinecone-brigade", "pine-brigade"))
    write(rich, "---\nnames", "---\naliases: [pinecone-brigade]\nnames", "actors/pine-brigade.md")
    assert told(rich) == []


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("--correct", " "), "wants the reason in words"),
        (("--correct", "Wrong\u034f.", "--by", "A. Editor"), "an invisible character, U+034F"),
        (("--correct", "Wrong.", "--by", "A.\ufe0f Editor"), "--by: an invisible character"),
        (("--correct", "Wrong.", "--by", "A. Editor", "--date", "yesterday"), "--date"),
        (("--by", "A. Editor"), "go with --correct"),
    ],
)
def test_what_cannot_be_signed_is_told(project: Path, words: tuple[str, ...], says: str) -> None:
    done = facts(project, *words)
    assert done.exit_code == 2
    assert says in done.stderr


def test_a_name_is_asked_for_where_git_knows_none(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sourcebook.cli.correct._committer", lambda _: "")
    done = facts(project, "--correct", "Wrong.")
    assert done.exit_code == 2
    assert "say by --by who corrects" in done.stderr


def test_the_name_is_that_with_which_git_signs(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (project / "git").write_text("[user]\n\tname = B. Editor\n", "utf-8")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(project / "git"))
    write(project, GUILD, LATER)
    assert facts(project, "--correct", "Wrong.").exit_code == 0
    assert "B. Editor" in (project / "content" / FIRE).read_text("utf-8")


def test_a_spoilt_lock_is_not_written_anew(project: Path) -> None:
    lock = project / "content" / EDITION_LOCK_NAME
    lock.write_text("mill-fire 6\n", "utf-8")
    done = facts(project)
    assert done.exit_code == 1
    assert "take the file as git has it" in done.stderr
    assert lock.read_text("utf-8") == "mill-fire 6\n"


ONE = "{date: 2030, what: a, by: b}"
FORMS = {
    "none": "---\ntitle: x\n---\nText.\n",
    "a list": f"---\ncorrections:\n- {ONE}\n\n# a comment\ntitle: x\n---\nText\n",
    "in brackets": f"---\ncorrections: [{ONE}]  # one\ntitle: x\n---\n",
    "in brackets over lines": f"---\ncorrections: [\n  {ONE}\n  ]\ntitle: x\n---\n",
    "empty brackets": "---\ncorrections: []\ntitle: x\n---\n",
    "at the end": "---\ntitle: x\ncorrections:\n    -   date: 2030\n        what: a\n---\n",
}
TEXTS = st.text(LETTERS, min_size=1).filter(str.strip)


@pytest.mark.parametrize("name", FORMS)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
@given(what=TEXTS)
@example(what="null")
@example(what="-")
@example(what="0x1")
def test_a_record_keeps_all_else_that_it_is(name: str, end: str, what: str) -> None:
    before = FORMS[name].replace("\n", end)
    entry = {"date": "2031-05-02", "what": what.strip(), "by": "A. Editor", "about": "a-claim"}
    after = with_correction(before, entry)
    old, new = (split_front_matter(text.replace("\r\n", "\n")) for text in (before, after))
    assert old is not None
    assert new is not None
    assert new[1] == old[1]
    fields, was = read_yaml(new[0]), read_yaml(old[0])
    *rest, added = fields.pop("corrections")
    assert rest == (was.pop("corrections", None) or [])
    assert fields == was
    assert added == entry
    assert Correction(**added).what == what.strip()
    lost = {*before.split(end)} - {*after.split(end)}
    assert all("[" in line or "]" in line for line in lost)
