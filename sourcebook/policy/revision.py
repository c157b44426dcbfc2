"""The records of another revision of a repository, read out of git and never checked out."""

import os
import subprocess
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from shutil import which

from sourcebook.problems import did_you_mean, quoted

_ENDINGS = (".md", ".jsonl", ".lock", ".yml")
"""Of the files of a dataset those that say something; pictures stay where they are."""
_FILE = "100"
"""How the mode of a file begins; a symbolic link is 120000."""


class RevisionError(Exception):
    """A revision cannot be read; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Revision:
    """A revision as it was named, and the commit that it is."""

    name: str
    commit: str

    def __str__(self) -> str:
        return self.name if self.commit.startswith(self.name) else f"{self.name} ({self.short})"

    @property
    def short(self) -> str:
        """The first digits of the commit."""
        return self.commit[:9]


def write_revision(content: Path, name: str, into: Path) -> Revision:
    """Write the dataset as a revision has it into a folder; `content` itself stays untouched.

    Raises:
        RevisionError: there is no git, no repository, no such revision, or no dataset in it.
    """
    commit = _commit_of(content, name)
    prefix = _git(content, "rev-parse", "--show-prefix").decode().strip()
    rows = _git(content, "ls-tree", "-r", "-z", "--full-tree", commit, "--", prefix or ".")
    found = {path: blob for path, blob in map(_row, rows.split(b"\0")[:-1]) if blob}
    files = {path: blob for path, blob in found.items() if path.endswith(_ENDINGS)}
    if f"{prefix}dataset.yml" not in files:
        message = f"{name} has no {prefix}dataset.yml, so that there are no rules to judge by"
        raise RevisionError(f"{message}: check without --policy-from")
    for (path, _), data in zip(files.items(), _blobs(content, files.values()), strict=True):
        target = into / PurePosixPath(path).relative_to(prefix or ".")
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
    return Revision(name, commit)


def _row(row: bytes) -> tuple[str, str]:
    """The path of a file and the name of its bytes; no name where it is no file."""
    head, _, path = row.partition(b"\t")
    mode, kind, blob = head.decode().split()
    return os.fsdecode(path), blob if kind == "blob" and mode.startswith(_FILE) else ""


def _blobs(content: Path, names: Iterable[str]) -> Iterator[bytes]:
    """The bytes of files by their names in git, in the same order."""
    asked = "".join(f"{name}\n" for name in names).encode()
    told, start = _git(content, "cat-file", "--batch", given=asked), 0
    while start < len(told):
        end = told.index(b"\n", start)
        size = int(told[start:end].split()[-1])
        yield told[end + 1 : end + 1 + size]
        start = end + 1 + size + 1


def _commit_of(content: Path, name: str) -> str:
    asked = ("rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
    _git(content, "rev-parse", "--git-dir")  # what is wrong with the repository is told first
    try:
        return _git(content, *asked).decode().strip()
    except RevisionError:
        raise RevisionError(_unknown_message(content, name)) from None


def _unknown_message(content: Path, name: str) -> str:
    if _git(content, "rev-parse", "--is-shallow-repository").strip() == b"true":
        return (
            f"this clone is shallow and does not have {quoted(name)}: fetch it "
            "(`git fetch --unshallow`; for actions/checkout set `fetch-depth: 0`)"
        )
    branches = _git(content, "for-each-ref", "--format=%(refname:short)").decode().split()
    remote = f"origin/{name}"
    hint = did_you_mean(name, branches) if remote not in branches else f"; did you mean '{remote}'?"
    return f"there is no revision {quoted(name)} in this repository{hint}"


def _git(content: Path, *words: str, given: bytes = b"") -> bytes:
    """What git answers in a folder.

    Raises:
        RevisionError: git is not there, or refuses; in its own words.
    """
    environment = os.environ | {"LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0"}
    program = which("git")
    if program is None:
        raise RevisionError("git is not installed, and --policy-from asks it for another revision")
    done = subprocess.run(  # noqa: S603 - no shell; what was typed stands behind --end-of-options
        [program, "-C", str(content), *words],
        input=given, capture_output=True, check=False, env=environment,
    )  # fmt: skip
    if done.returncode:
        told = done.stderr.decode(errors="replace").strip().partition("\n")[0]
        told = told.removeprefix("fatal: ") or f"it ended with {done.returncode}"
        raise RevisionError(f"git cannot read the history of {content}: {told}")
    return done.stdout
