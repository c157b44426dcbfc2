"""What `quotes` keeps and throws away: nothing that another machine has to find out again."""

import shutil
from pathlib import Path

import pytest

from sourcebook.site import prepare
from tests.conftest import SMALL
from tests.quotes.test_quotation_check import LOCK, STRIKE, edit, run, told, with_captures

WORDS, OTHERS = "our aircraft struck the depot", "our aircraft struck the school"
PROVED = "roles command-statement-mirror bd0e3c610648050f000563381c5c2b6babf5cc4a8bad6e77001be0975"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A copy of the small dataset without its captures."""
    shutil.copytree(SMALL, tmp_path / "content")
    return tmp_path


@pytest.fixture
def lock(root: Path) -> bytes:
    return (root / LOCK).read_bytes()


def test_to_take_a_change_back_always_heals(root: Path, lock: bytes) -> None:
    edit(root, STRIKE, WORDS, OTHERS)
    for words in (("quotes",), ("quotes", "--prune"), ("quotes",)):
        result = run(root, *words)
        assert result.exit_code == 1
        assert "SB504" in result.output
        assert f"kept: depot-nine-strike roles, '{WORDS}' of command-statement-mirror" in (
            result.output
        )
        assert [one.code for one in prepare(root).problems] == ["SB504"], words
    edit(root, STRIKE, OTHERS, WORDS)
    assert told(root) == []
    assert run(root, "quotes").exit_code == 0
    assert (root / LOCK).read_bytes() == lock


def test_so_it_does_where_the_capture_was_taken_off_the_source(root: Path, lock: bytes) -> None:
    source = root / "content" / "sources" / "command-statement-mirror.md"
    before = source.read_text("utf-8")
    start = before.index("capture:")
    source.write_text(before[:start] + before[before.index("---", start) :], "utf-8")
    assert {one.code for one in prepare(root).problems} == {"SB505"}
    result = run(root, "quotes")
    assert result.exit_code == 0
    assert "never checked: 2 quotations of 'command-statement-mirror'" in result.output
    assert "`python build.py capture command-statement-mirror FILE` files its text" in result.output
    assert "4 quotations: 0 looked up, 0 trusted by quotes.lock, 4 never checked" in result.output
    source.write_text(before, "utf-8")
    run(root, "quotes")
    assert told(root) == []
    assert (root / LOCK).read_bytes() == lock


def test_so_it_does_where_the_source_names_another_text(root: Path, lock: bytes) -> None:
    source = "content/sources/command-statement-mirror.md"
    edit(root, source, "bd0e3c6106", "ad0e3c6106")
    assert run(root, "quotes").exit_code == 1
    edit(root, source, "ad0e3c6106", "bd0e3c6106")
    run(root, "quotes")
    assert told(root) == []
    assert (root / LOCK).read_bytes() == lock


def test_what_is_gone_on_purpose_is_taken_out_when_asked(root: Path) -> None:
    edit(root, STRIKE, f', quote: "{WORDS}"', "")
    (one,) = told(root)
    assert one.startswith(f"{LOCK}:")
    assert "SB705 this line is about a quotation that 'depot-nine-strike' does not have" in one
    assert (
        "put the quotation back, or take the line out with `python build.py quotes --prune`" in one
    )
    result = run(root, "quotes")
    assert "python build.py quotes --prune" in result.output
    assert PROVED in (root / LOCK).read_text("utf-8")
    result = run(root, "quotes", "--prune")
    assert result.exit_code == 0
    assert f"taken out: depot-nine-strike roles, '{WORDS}'" in result.output
    assert told(root) == []
    assert PROVED not in (root / LOCK).read_text("utf-8")


def test_with_the_text_at_hand_what_is_gone_goes_at_once(root: Path) -> None:
    edit(with_captures(root), STRIKE, f', quote: "{WORDS}"', "")
    assert "kept" not in run(root, "quotes").output
    assert PROVED not in (root / LOCK).read_text("utf-8")
    assert told(root) == []


def test_a_line_that_moves_is_not_kept_twice(root: Path) -> None:
    edit(root, STRIKE, "id: killed-command-first", "id: killed-first-command")
    result = run(root, "quotes")
    assert "kept" not in result.output
    text = (root / LOCK).read_text("utf-8")
    assert text.count("two or three of them") == 1
    assert "claims.killed-first-command" in text


def test_a_line_of_an_older_text_goes_when_the_newer_was_read(root: Path) -> None:
    """Captured anew on a machine that does not have the older text."""
    text = (next((SMALL.parent / "captures").iterdir())).read_text("utf-8")
    (root / "new.txt").write_text(f"{text}One line more.\n", "utf-8")
    result = run(
        root, "capture", "command-statement-mirror", str(root / "new.txt"), "--date", "2032-03-09"
    )
    assert "kept" not in result.output
    assert "bd0e3c610648" not in (root / LOCK).read_text("utf-8")
    assert told(root) == []


def test_an_altered_quotation_that_nobody_can_look_up_is_not_laundered(root: Path) -> None:
    """The message sends nobody to the command, and the command says what it vouches for."""
    edit(root, STRIKE, 'quote: "no fewer than six"', 'quote: "certainly no fewer than six"')
    (one,) = told(root)
    assert one.startswith(
        f"{STRIKE}:51 SB505 quotes.lock does not hold 'certainly no fewer than six'"
    )
    assert "(it has 'no fewer than six')" in one
    assert "no captured text of 'ember-log-2032' is on record to look it up in: capture it" in one
    assert one.endswith(
        "`python build.py quotes` notes it as never checked, and vouches for nothing"
    )
    told_by_command = run(root, "quotes").output
    assert "never checked: 1 quotation of 'ember-log-2032': 'certainly no fewer" in told_by_command


def test_a_forged_verdict_is_found_out_where_the_text_is_at_hand(root: Path) -> None:
    edit(root, LOCK, "normalised:white-space", "exact")
    assert told(root) == []
    (one,) = told(with_captures(root))
    assert " SB505 quotes.lock does not hold 'two or three of them' as it is here: run" in one
