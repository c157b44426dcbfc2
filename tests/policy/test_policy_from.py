"""A change is judged by the policy that was agreed before it: `check --policy-from`."""

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sourcebook import cli
from sourcebook.policy import RevisionError
from tests.conftest import SMALL, lay_out
from tests.repositories import commit, git

STRIKE = "content/incidents/depot-nine-strike.md"
SETTINGS = "content/dataset.yml"
EXCUSE = "excused:\n  - {{rule: {}, why: It is well known., by: A. Stranger, date: 2032-04-01}}\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The small dataset with both locks, committed on `main`; a branch of it is checked out."""
    root = lay_out(tmp_path / "project")
    edit(root, SETTINGS, "locks: quotes\n", "")
    assert run(root, "facts").exit_code == 0
    commit(root, "Agreed")
    git(root, "checkout", "-q", "-b", "change")
    return root


def edit(root: Path, path: str, old: str, new: str) -> None:
    file = root / path
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")


def run(root: Path, *words: str) -> Result:
    return CliRunner().invoke(cli.commands, words, obj=root)


def judge(root: Path, *words: str, revision: str = "main") -> Result:
    """Commit what was changed, and judge it."""
    commit(root)
    return run(root, "check", "--policy-from", revision, *words)


def neglect(root: Path) -> None:
    """Put a source beside the others that nothing cites: a warning (SB405)."""
    text = (root / "content/sources/old-atlas.md").read_text("utf-8")
    (root / "content/sources/older-atlas.md").write_text(text, "utf-8")
    run(root, "facts")


def test_what_changes_nothing_of_the_policy_passes(root: Path) -> None:
    (root / "README").write_text("Read me", "utf-8")
    result = judge(root)
    assert result.exit_code == 0, result.output
    first, *_, last = result.output.splitlines()
    assert first == f"judged by the settings and excuses of main ({head(root, 'main')})"
    assert last == "4 quotations: 0 looked up, 2 trusted by quotes.lock, 2 never checked"


def head(root: Path, name: str) -> str:
    return git(root, "rev-parse", name)[:9]


def test_the_checkout_is_not_disturbed(root: Path) -> None:
    edit(root, STRIKE, "type: ", EXCUSE.format("SB407") + "type: ")
    before = {p: p.read_bytes() for p in (root / "content").rglob("*") if p.is_file()}
    status = git(root, "status", "--porcelain")
    assert run(root, "check", "--policy-from", "main").exit_code != 0
    assert {p: p.read_bytes() for p in (root / "content").rglob("*") if p.is_file()} == before
    assert git(root, "status", "--porcelain") == status
    assert git(root, "branch", "--show-current").strip() == "change"


def test_an_excuse_takes_effect_once_it_is_merged(root: Path) -> None:
    edit(root, STRIKE, "type: ", EXCUSE.format("SB407") + "type: ")
    text = (root / STRIKE).read_text("utf-8")
    (root / STRIKE).write_text(f"{text}\nNobody came to see it at all.\n", "utf-8")
    run(root, "facts")
    assert run(root, "check").exit_code == 0
    result = judge(root, "--strict")
    assert result.exit_code == 3
    assert "warning SB407 this sentence cites no source: 'Nobody came to see" in result.output
    assert "warning SB711 a new excuse from SB407, by 'A. Stranger': 'It is well known.'" in (
        result.output
    )
    assert "1 addition to it, to which a reviewer has to agree" in result.output
    git(root, "checkout", "-q", "main")
    git(root, "merge", "-q", "change")
    assert run(root, "check", "--policy-from", "main").exit_code == 0


def test_a_severity_takes_effect_once_it_is_merged(root: Path) -> None:
    edit(root, SETTINGS, "measures:", "severities: {SB405: error}\nmeasures:")
    run(root, "facts")
    commit(root)
    git(root, "branch", "-f", "main")
    neglect(root)
    edit(root, SETTINGS, "{SB405: error}", "{SB405: warning}")
    run(root, "facts")
    assert run(root, "check").exit_code == 0
    result = judge(root)
    assert result.exit_code == 3
    assert "content/sources/older-atlas.md:1: error SB405" in result.output
    assert "SB711 the setting severities.SB405 was 'error' and is now 'warning'" in result.output
    assert "1 error, 0 warnings by the policy of main" in result.output


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        (
            "measures:",
            "quotation_words: 400\nmeasures:",
            "quotation_words was '40' and is now '400'",
        ),
        ("measures:", "locks: none\nmeasures:", "locks was 'all' and is now 'none'"),
        (
            "measures:",
            "severities: {SB401: warning}\nmeasures:",
            "severities.SB401 was the usual 'error'",
        ),
    ],
)
def test_every_setting_waits_for_the_reviewer(root: Path, old: str, new: str, words: str) -> None:
    edit(root, SETTINGS, old, new)
    if "none" in new:
        for lock in (root / "content").glob("*.lock"):
            lock.unlink()
    else:
        run(root, "facts")
    assert run(root, "check").exit_code == 0
    result = judge(root)
    assert result.exit_code == 3, result.output
    assert f"SB711 the setting {words}" in result.output
    assert ("error SB710 there is no facts.lock" in result.output) == ("none" in new)


def test_an_error_is_an_error_whatever_is_added(root: Path) -> None:
    edit(root, STRIKE, "type: ", EXCUSE.format("SB407") + "type: ")
    edit(root, "content/incidents/village-drone.md", "location: test-village", "location: nowhere")
    result = judge(root)
    assert result.exit_code == 1
    assert "SB201 unknown location 'nowhere'" in result.output
    assert "SB711 a new excuse" in result.output


def test_what_would_make_main_red_is_an_error_already(root: Path) -> None:
    """A severity that is raised beside what breaks it."""
    neglect(root)
    edit(root, SETTINGS, "measures:", "severities: {SB405: error}\nmeasures:")
    run(root, "facts")
    result = judge(root)
    assert result.exit_code == 1
    assert "SB711 the setting severities.SB405 was the usual 'warning' and is now 'error'" in (
        result.output
    )
    assert "content/sources/older-atlas.md:1: error SB405" in result.output


def test_a_dataset_anywhere_in_its_repository(tmp_path: Path) -> None:
    """Below a folder, and at the top of the repository itself."""
    outer = tmp_path / "outer"
    shutil.copytree(SMALL, outer / "a b" / "content")
    commit(outer)
    shutil.copytree(SMALL, tmp_path / "alone")
    commit(tmp_path / "alone")
    for content in (outer / "a b" / "content", tmp_path / "alone"):
        result = run(content.parent, "check", "--content", str(content), "--policy-from", "HEAD")
        assert result.exit_code == 0, result.output
        assert "judged by the settings and excuses of HEAD" in result.output


def test_an_excuse_that_was_there_still_holds_also_for_a_renamed_record(root: Path) -> None:
    text = (root / STRIKE).read_text("utf-8") + "\nNobody came to see it at all.\n"
    (root / STRIKE).write_text(
        text.replace("type: ", EXCUSE.format("SB407") + "type: ", 1), "utf-8"
    )
    run(root, "facts")
    commit(root)
    git(root, "branch", "-f", "main")
    (root / "README").write_text("Read me", "utf-8")
    assert judge(root, "--strict").exit_code == 0
    edit(root, STRIKE, "excused:", "aliases: [depot-nine-raid]\nexcused:")
    assert "a new excuse" not in judge(root).output


def test_an_excuse_that_goes_is_no_addition(root: Path) -> None:
    edit(root, STRIKE, "type: ", EXCUSE.format("SB407") + "type: ")
    commit(root)
    git(root, "branch", "-f", "main")
    edit(root, STRIKE, EXCUSE.format("SB407"), "")
    run(root, "facts")
    result = judge(root)
    assert result.exit_code == 0, result.output
    assert "SB711" not in result.output


FORGED = "our aircraft struck the school"


def forge(root: Path) -> None:
    """Change a quotation, and its line in the lock with it, by hand."""
    for path in (STRIKE, "content/quotes.lock"):
        edit(root, path, "our aircraft struck the depot", FORGED)
    run(root, "facts")


def test_a_line_typed_into_the_lock_is_not_trusted(root: Path) -> None:
    forge(root)
    assert run(root, "check").output.splitlines()[-1] == (
        "4 quotations: 0 looked up, 2 trusted by quotes.lock, 2 never checked"
    )
    result = judge(root)
    assert "quotes.lock: 1 line new since main" in result.output
    assert f"  depot-nine-strike roles: '{FORGED}' of command-statement-mirror\n" in result.output
    assert result.output.splitlines()[-1] == (
        "4 quotations: 0 looked up, 1 trusted by quotes.lock, 3 never checked"
    )
    captures = str(SMALL.parent / "captures")
    result = judge(root, "--captures", captures)
    assert result.exit_code == 1
    assert f"SB501 '{FORGED}' is not in the text of 'command-statement-mirror'" in result.output
    assert "new since main" not in result.output


def test_what_was_looked_up_now_is_not_listed(root: Path) -> None:
    edit(root, STRIKE, "our aircraft struck the depot", "aircraft struck the depot that the")
    run(root, "quotes", "--captures", str(SMALL.parent / "captures"))
    run(root, "facts")
    assert "quotes.lock: 1 line new since main" in judge(root).output
    result = judge(root, "--captures", str(SMALL.parent / "captures"))
    assert result.exit_code == 0
    assert "new since main" not in result.output


def test_facts_that_moved_are_listed(root: Path) -> None:
    edit(root, "content/incidents/village-drone.md", "value: 3", "value: 300")
    assert judge(root).exit_code == 1, "facts.lock is that of the change itself"
    run(root, "facts")
    result = judge(root)
    assert "moved since main" in result.output
    assert "300" in result.output


def test_the_old_field_of_the_revision_is_no_hindrance(root: Path) -> None:
    edit(
        root,
        SETTINGS,
        "measures:",
        "captures: elsewhere\nnonsense: 1\nquotation_words: 7\nmeasures:",
    )
    commit(root)
    git(root, "branch", "-f", "main")
    edit(root, SETTINGS, "captures: elsewhere\nnonsense: 1\n", "")
    run(root, "facts")
    result = judge(root)
    assert "SB711" not in result.output
    assert result.exit_code == 0, result.output


def test_a_revision_that_is_not_there(root: Path, tmp_path: Path) -> None:
    for name in ("mian", "--help", "", "HEAD~99"):
        error = run(root, "check", f"--policy-from={name}").exception
        assert isinstance(error, RevisionError)
        assert str(error).startswith(f"there is no revision '{name}' in this repository")
    assert "did you mean 'main'?" in str(run(root, "check", "--policy-from", "mian").exception)


def test_a_shallow_clone_says_what_to_fetch(root: Path, tmp_path: Path) -> None:
    git(tmp_path, "clone", "-q", "--depth", "1", "-b", "change", root.as_uri(), "clone")
    error = run(tmp_path / "clone", "check", "--policy-from", "origin/main").exception
    assert isinstance(error, RevisionError)
    assert "this clone is shallow and does not have 'origin/main'" in str(error)
    assert "`fetch-depth: 0`" in str(error)


def test_a_revision_without_a_dataset(root: Path) -> None:
    git(root, "checkout", "-q", "--orphan", "empty")
    git(root, "rm", "-rq", "--cached", ".")
    git(root, "commit", "-q", "--allow-empty", "-m", "Nothing")
    error = run(root, "check", "--policy-from", "empty").exception
    assert isinstance(error, RevisionError)
    assert "empty has no content/dataset.yml, so that there are no rules to judge by" in str(error)


def test_where_there_is_no_repository_or_no_git(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.rmtree(root / ".git")
    error = run(root, "check", "--policy-from", "main").exception
    assert isinstance(error, RevisionError)
    assert "not a git repository" in str(error)
    monkeypatch.setattr("sourcebook.policy.revision.which", lambda _: None)
    error = run(root, "check", "--policy-from", "main").exception
    assert str(error) == "git is not installed, and --policy-from asks it for another revision"


def test_it_is_told_in_every_format(root: Path) -> None:
    edit(root, STRIKE, "type: ", EXCUSE.format("SB407") + "type: ")
    told = judge(root, "--format", "github").output
    assert f"::warning file={STRIKE},line=5,title=SB711::a new excuse from SB407" in told
    run(root, "facts")
    assert run(root, "check", "--policy-from", "main", "--format", "sarif").exit_code == 3
    assert "3, with --policy-from" in " ".join(run(root, "check", "--help").output.split())
