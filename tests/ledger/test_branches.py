"""Any two edits of different records, each a branch that is green, merge into a green main.

The branches are real, and so are the merges: git joins each two, both ways round, with the
`.gitattributes` of this repository, and the result is checked. Of all pairs some are tried.

    SOURCEBOOK_EXAMPLES=20 python -m pytest tests/ledger/test_branches.py    # every pair
"""

import os
import random
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import combinations
from pathlib import Path

import pytest
from click.testing import CliRunner

from sourcebook import cli
from sourcebook.ledger import LOCK_NAME
from sourcebook.problems import Problem, Severity, format_problems
from sourcebook.site import prepare
from tests.conftest import REPOSITORY, SMALL
from tests.ledger.branch_edits import EDITS, Edit, changed, renamed, replaced
from tests.unchanged import unchanged_texts_kept

EXAMPLES = int(os.environ.get("SOURCEBOOK_EXAMPLES", "1"))
PAIRS = list(combinations(EDITS, 2))
TRIED = random.Random(7).sample(PAIRS, min(len(PAIRS), 12 * EXAMPLES))
BESIDE = {
    frozenset(pair)
    for pair in combinations(("a new incident", "a new incident beside it", "a new source"), 2)
}
"""Edits that put new records at one place: only the way of merging in .gitattributes joins them."""
_ENVIRONMENT = {
    **os.environ,
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    **{
        f"GIT_{who}_{what}": "a@b.example"
        for who in ("AUTHOR", "COMMITTER")
        for what in ("NAME", "EMAIL")
    },
}


@dataclass
class Repository:
    """A dataset in git, on one branch or another."""

    root: Path
    branches: list[str] = field(default_factory=list)

    @property
    def content(self) -> Path:
        """The records."""
        return self.root / "content"

    def git(self, *words: str) -> str:
        """What a command of git says. Raises CalledProcessError where it fails."""
        done = subprocess.run(
            ["git", *words],
            cwd=self.root,
            env=_ENVIRONMENT,
            capture_output=True,
            text=True,
            check=True,
        )
        return done.stdout

    def run(self, *words: str) -> None:
        """A command of ours, which has to succeed."""
        done = CliRunner().invoke(cli.commands, [*words, "-q"], obj=self.root)
        assert done.exit_code == 0, done.output

    def branch(self, name: str) -> None:
        """What stands in the folder, committed on a branch with its locks in order."""
        self.run("facts", "--correct", "Counted anew.", "--by", "A. Editor")
        self.run("quotes")
        self.git("checkout", "-q", "-b", name)
        self.git("add", "-A")
        self.git("commit", "-q", "-m", name)
        assert self.errors() == []

    def merged(self, ours: str, theirs: str) -> None:
        """The folder as git merges two branches."""
        tree = self.git("merge-tree", "--write-tree", ours, theirs).split()[0]
        self.git("read-tree", "-u", "--reset", tree)

    def problems(self) -> tuple[Problem, ...]:
        """What is told of what stands in the folder."""
        return prepare(self.root).problems

    def errors(self) -> list[str]:
        """What keeps it from being published."""
        found = [one for one in self.problems() if one.severity is Severity.ERROR]
        return format_problems(found).splitlines()


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Repository]:
    """The small dataset with a branch for each edit."""
    found = Repository(tmp_path_factory.mktemp("branches"))
    shutil.copytree(SMALL, found.content)
    described = found.content / "dataset.yml"
    described.write_text(described.read_text("utf-8").replace("locks: quotes\n", ""), "utf-8")
    shutil.copyfile(REPOSITORY / ".gitattributes", found.root / ".gitattributes")
    with unchanged_texts_kept():
        found.git("init", "-q", "-b", "start")
        found.branch("main")
        for number, (_, edit) in enumerate(EDITS.items()):
            found.git("checkout", "-q", "main")
            edit(found.content)
            found.branch(f"edit-{number}")
        yield found


def branch_of(name: str) -> str:
    return f"edit-{list(EDITS).index(name)}"


@pytest.mark.parametrize(("one", "other"), TRIED)
def test_two_branches_that_are_green_merge_into_a_green_main(
    one: str, other: str, repository: Repository
) -> None:
    for ours, theirs in ((one, other), (other, one)):
        repository.merged(branch_of(ours), branch_of(theirs))
        assert repository.errors() == []


@pytest.mark.parametrize(("one", "other"), [pair for pair in PAIRS if frozenset(pair) in BESIDE])
def test_new_records_at_one_place_are_both_kept(
    one: str, other: str, repository: Repository
) -> None:
    for ours, theirs in ((one, other), (other, one)):
        repository.merged(branch_of(ours), branch_of(theirs))
        assert repository.errors() == []


def test_a_host_that_does_not_know_the_way_of_merging_asks_about_new_records_at_one_place_only(
    repository: Repository,
) -> None:
    attributes = repository.root / ".git/info/attributes"
    attributes.write_text("content/*.lock !merge\n", "utf-8")
    try:
        conflicts = {
            frozenset(pair)
            for pair in [*TRIED, *map(tuple, BESIDE)]
            if not merges(repository, *pair)
        }
    finally:
        attributes.unlink()
    assert conflicts == BESIDE


def merges(repository: Repository, one: str, other: str) -> bool:
    try:
        repository.merged(branch_of(one), branch_of(other))
    except subprocess.CalledProcessError:
        return False
    return True


def two_branches(repository: Repository, name: str, ours: Edit, theirs: Edit) -> tuple[str, str]:
    """Two branches of main, each with an edit."""
    names = (f"{name}-ours", f"{name}-theirs")
    for branch, edit in zip(names, (ours, theirs), strict=True):
        repository.git("checkout", "-q", "-f", "main")
        edit(repository.content)
        repository.branch(branch)
    return names


def test_two_edits_of_one_text_merge_where_its_record_does(repository: Repository) -> None:
    """Both change the one line of what the text cites; together the two lines say what is so."""
    text = "incidents/depot-nine-strike.md"
    branches = two_branches(
        repository,
        "text",
        replaced(text, ("[@command-statement-mirror, para 1]. The", "[@digest-2032, item 1]. The")),
        replaced(
            text,
            ("says so too [@command-statement-mirror, para 3]", "says so [@digest-2032, p. 2]"),
        ),
    )
    repository.merged(*branches)
    assert repository.errors() == []
    left = [one.message for one in repository.problems() if one.code == "SB705"]
    assert left
    assert all("a merge left this line; run `python build.py facts`" in one for one in left)
    repository.run("facts")
    assert not [one for one in repository.problems() if one.code == "SB705"]


def test_two_claims_of_one_scope_make_a_range_that_neither_branch_had(
    repository: Repository,
) -> None:
    """Each says what its own claim makes of the range; together they make another one."""
    text = "incidents/testhaven-rockets.md"
    claim = """  - id: CLAIM
    by: ACTOR
    measure: launchers
    value: VALUE
    cites: [{source: marrow-2032-02-11, at: para 9}]
"""
    first, last = "  - id: who-quellmark\n", "  - id: impacted\n"

    def added(before: str, *words: str) -> Edit:
        new = claim
        for old, word in zip(("CLAIM", "ACTOR", "VALUE"), words, strict=True):
            new = new.replace(old, word)
        return replaced(text, (before, new + before))

    branches = two_branches(
        repository,
        "range",
        added(first, "more-gazette", "marrow-gazette", "4"),
        added(last, "more-duskland", "duskland", "8"),
    )
    repository.merged(*branches)
    assert repository.errors() == []
    told = [one.message for one in repository.problems() if one.code == "SB705"]
    assert any("launchers" in one for one in told)
    changed(repository.content / text, ("value: 8", "value: 9"))
    assert any("more-duskland' was '8' and is now '9'" in one for one in repository.errors())


def test_two_figures_for_one_claim_are_told_with_both_and_what_to_do(
    repository: Repository,
) -> None:
    text = "incidents/village-drone.md"
    branches = two_branches(
        repository,
        "figure",
        replaced(text, ("value: 3", "value: 4")),
        replaced(text, ("value: 3", "value: 5")),
    )
    with pytest.raises(subprocess.CalledProcessError):
        repository.merged(*branches)
    repository.git("checkout", "-q", "-f", branches[0])
    lock = repository.content / LOCK_NAME
    theirs = repository.git("show", f"{branches[1]}:content/{LOCK_NAME}")
    both = {*lock.read_text("utf-8").splitlines(), *theirs.splitlines()} - {""}
    lock.write_text("\n".join(sorted(both)) + "\n", "utf-8")
    changed(repository.content / text, ("value: 4", "value: 9"))
    begins = (
        "'village-drone.goats' stands here as '4' and as '5', and the records now say '9': two "
    )
    conflicts = [one.message for one in repository.problems() if one.code == "SB702"]
    told = next(one for one in conflicts if one.startswith(begins))
    assert "run `python build.py facts`" in told
    changed(repository.content / text, ("value: 9", "value: 4"))
    found = [one for one in repository.problems() if one.code in ("SB702", "SB705")]
    assert {one.code for one in found} == {"SB705"}
    left = "'village-drone.goats' stands here as '4' and as '5', and the records say '4': a merge"
    assert any(one.message.startswith(left) for one in found)


def test_lines_of_a_record_that_is_gone_may_come_back_with_a_merge(repository: Repository) -> None:
    repository.git("checkout", "-q", "-f", branch_of("a record deleted"))
    lock = repository.content / LOCK_NAME
    lock.write_text(lock.read_text("utf-8") + "lost-patrol.date = before November 2031\n", "utf-8")
    told = [one.message for one in repository.problems() if one.code.startswith("SB7")]
    assert told == [
        "'lost-patrol' is no more, and a merge left this line of it: run `python build.py facts`, "
        "which writes the file again without it"
    ]


def test_a_record_that_is_gone_is_told_until_the_next_edition(repository: Repository) -> None:
    repository.git("checkout", "-q", "-f", branch_of("a record deleted"))
    lock = repository.content / LOCK_NAME
    assert "\nlost-patrol = incident\nlost-patrol.is = gone\n\n" in lock.read_text("utf-8")
    repository.run("facts")
    assert "lost-patrol.is = gone" in lock.read_text("utf-8")
    changed(repository.content / "dataset.yml", ('edition: "3"', 'edition: "4"'))
    repository.run("facts")
    assert "lost-patrol" not in lock.read_text("utf-8")
    assert repository.errors() == []


def test_a_rename_is_one_problem_however_many_records_name_it(repository: Repository) -> None:
    repository.git("checkout", "-q", "-f", "main")
    renamed(repository.content)
    told = [one for one in repository.problems() if one.code == "SB701"]
    assert [(one.path, one.line, one.message.partition(":")[0]) for one in told] == [
        (
            "content/actors/dora-simple.md",
            2,
            "'dora-sample' is renamed 'dora-simple', and its facts move with it",
        )
    ]
    changed(repository.content / "actors/dora-simple.md", ("value: Colonel", "value: General"))
    told = [one for one in repository.problems() if one.code == "SB701"]
    assert len(told) == 2
    assert any(
        "'dora-simple.title-own' was 'Colonel' and is now 'General'" in one.message for one in told
    )
    repository.git("checkout", "-q", "-f", "main")
    repository.git("clean", "-qfd")
