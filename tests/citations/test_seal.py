"""The command `seal`: from words to a place and a hash, in the record's file."""

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sourcebook import cli
from sourcebook.citations import CitationError, SealRequest, seal_citation
from sourcebook.site import prepare
from tests.conftest import SMALL

STRIKE = "content/incidents/depot-nine-strike.md"
MIRROR = "command-statement-mirror"
WHOLE = "Two or three fighters are dead; we believe that two or three of them came from abroad"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A copy of the small dataset with its captures."""
    shutil.copytree(SMALL, tmp_path / "content")
    shutil.copytree(SMALL.parent / "captures", tmp_path / "captures")
    return tmp_path


def run(root: Path, *words: str, typed: str | None = None) -> Result:
    return CliRunner().invoke(cli.commands, words, obj=root, input=typed)


def edit(root: Path, old: str, new: str) -> None:
    text = (root / STRIKE).read_text("utf-8")
    assert old in text
    (root / STRIKE).write_text(text.replace(old, new, 1), "utf-8")


def told(root: Path) -> list[str]:
    return [f"{one.code} {one.message}" for one in prepare(root).problems]


def refused(root: Path, *place: str, **how: object) -> str:
    with pytest.raises(CitationError) as error:
        seal_citation(SealRequest(root / "content", *place, **how))  # type: ignore[arg-type]
    return str(error.value)


def test_a_quotation_becomes_a_seal_of_its_sentence(root: Path) -> None:
    before = (root / STRIKE).read_text("utf-8")
    result = run(root, "seal", "depot-nine-strike", "killed-command-first", "--sentence")
    assert result.exit_code == 0, result.output
    assert f"{MIRROR}, words 25-41 (17 words):\n  “{WHOLE}”\n" in result.output
    after = (root / STRIKE).read_text("utf-8")
    assert 'quote: "two or three of them", as' in before
    assert "passage: {words: 25-41, salt: 146ecddf6936499a, sha256: cab7bf" in after
    assert [x for x, y in zip(before.split("\n"), after.split("\n"), strict=True) if x != y] == [
        '    cites: [{source: command-statement-mirror, at: para 2, quote: "two or three of them", '
        "as: two or three}]"
    ]
    assert told(root) == []
    shutil.rmtree(root / "captures")
    assert told(root) == []


def test_words_from_a_pipe_stand_in_no_history(root: Path) -> None:
    place = ("seal", "depot-nine-strike", "killed-command-second", MIRROR)
    edit(root, "cites: [{source: marrow-2032-02-11, at: para 3}]",
         f"derivation: by hand\n    cites: [{{source: {MIRROR}, at: para 3}}]")  # fmt: skip
    assert run(root, *place, "--words-from", "-", "--dry-run", typed=WHOLE).exit_code == 0
    assert "passage: {words: 25" not in (root / STRIKE).read_text("utf-8")
    assert run(root, *place, "--words-from", "-", "-q", typed=WHOLE).output == ""
    assert "at: para 3, passage: {words: 25-41" in (root / STRIKE).read_text("utf-8")
    (root / "words.txt").write_bytes(b"\xff\xfe")
    result = run(root, *place, "--words-from", str(root / "words.txt"))
    assert "not UTF-8" in str(result.exception)
    assert run(root, *place, "a", "--words-from", "-").exit_code == 2


def test_a_changed_value_asks_for_the_capture(root: Path) -> None:
    run(root, "seal", "depot-nine-strike", "killed-command-first", "--sentence")
    shutil.move(root / "captures", root / "away")
    edit(root, "value: 2-3", "value: 2-4")
    edit(root, "as: two or three", "as: two or four")
    assert [one[:35] for one in told(root)] == ["SB504 this sealed passage was not c"]
    shutil.move(root / "away", root / "captures")
    (one,) = told(root)
    assert one.startswith("SB542 claim 'killed-command-first' says 2-4, but ")
    edit(root, "value: 2-4", "value: 2-3")
    edit(root, ", as: two or four", "")
    assert {one[:5] for one in told(root)} == {"SB505"}
    assert run(root, "quotes").exit_code == 0
    assert told(root) == []


def test_another_capture_of_the_same_words_has_them_elsewhere(root: Path) -> None:
    run(root, "seal", "depot-nine-strike", "killed-command-first", "--sentence")
    again = root / "again.txt"
    again.write_text(
        "Skip to content\nBefore dawn our aircraft struck the depot that the brigade had filled. "
        f"They answered the clash on the salt flat. \n{WHOLE}.\n"
    )
    assert run(root, "capture", MIRROR, str(again), "--date", "2032-03-09").exit_code == 0
    assert sorted({one.partition(":")[0] for one in told(root)}) == [
        f"SB543 the sealed passage is at words {at} of the text of '{MIRROR}', and not at {was}"
        for at, was in (("24-40", "25-41"),)
    ]


@pytest.mark.parametrize(
    ("place", "how", "said"),
    [
        (("depot-nine-strik", "roles"), {}, "did you mean 'depot-nine-strike'"),
        (("depot-nine-strike", "rolls"), {}, "did you mean 'roles'"),
        (("depot-nine-strike", "roles"), {}, "say which is meant by the id of the source"),
        (("depot-nine-strike", "roles", "lantern-wire"), {}, "does not cite that: it cites"),
        (("depot-nine-strike", "killed-ember"), {}, "no text of 'ember-log-2032' is captured"),
        (("depot-nine-strike", "roles", MIRROR), {}, "short enough to be guessed"),
        (("depot-nine-strike", "roles", MIRROR, "our aircraft bombed"), {}, "nearest passage is “"),
        (("depot-nine-strike", "roles", MIRROR, "our … depot"), {}, "seal each part"),
        (("depot-nine-strike", "killed-command-first", MIRROR, "or three"), {}, "26-27 and 35-36"),
        (
            ("depot-nine-strike", "killed-command-first", MIRROR, "Before dawn our aircraft"),
            {"sentence": True},
            " is not in “Before dawn our aircraft",
        ),
        (("depot-nine-strike", "killed-brigade"), {}, "captured"),
    ],
)
def test_what_cannot_be_sealed_is_said(
    root: Path, place: tuple[str, ...], how: dict[str, object], said: str
) -> None:
    before = (root / STRIKE).read_bytes()
    assert said in refused(root, *place, **how)
    assert (root / STRIKE).read_bytes() == before


def test_a_capture_that_is_not_at_hand_or_damaged(root: Path) -> None:
    (file,) = (root / "captures").iterdir()
    file.write_text("Other words", "utf-8")
    assert "is damaged" in refused(root, "depot-nine-strike", "roles", MIRROR)
    file.unlink()
    assert "not at hand" in refused(root, "depot-nine-strike", "roles", MIRROR)


def test_one_of_two_places(root: Path) -> None:
    place = ("depot-nine-strike", "killed-command-first", MIRROR, "two or three of them came")
    assert "short enough" in refused(root, *place)
    place = ("depot-nine-strike", "killed-command-first", MIRROR, "wo or three")
    assert "not in the captured text" in refused(root, *place)


def test_no_page_or_file_has_a_word_of_it(project: Path) -> None:
    root = project
    shutil.copytree(SMALL.parent / "captures", root / "captures")
    run(root, "seal", "depot-nine-strike", "killed-command-first", "--sentence")
    result = run(root, "--out", str(root / "site"), "-q")
    assert result.exit_code == 0, result.output
    files = [file for file in (root / "site").rglob("*") if file.is_file()]
    assert not [file for file in files if b"came from abroad" in file.read_bytes()]
    page = (root / "site" / "incidents" / "depot-nine-strike.html").read_text("utf-8")
    sealed = "a passage of 17 words, not reproduced here (words 25-41 of the text as captured)"
    assert sealed in page
    assert (
        page.split(sealed)[1]
        .replace("</span>", "", 1)
        .lstrip()
        .startswith('<span class="badge badge--checked')
    )
    assert "#:~:text" not in page.split(sealed)[1][:400]
    briefing = (root / "site" / "briefings" / "salt-month.html").read_text("utf-8")
    assert sealed.partition(" here")[0] in briefing
    source = (root / "site" / "sources" / f"{MIRROR}.html").read_text("utf-8")
    assert sealed in source
    whole = json.loads((root / "site" / "dataset.json").read_bytes())
    (strike,) = (row for row in whole["incidents"] if row["id"] == "depot-nine-strike")
    (row,) = (one for one in strike["computed"]["quotations"] if "passage" in one)
    assert (row["verdict"], row["state"]) == ("sealed", "looked-up")
    assert row["passage"]["words"] == "25-41"
