"""A project as a repository of git, of which only the test knows."""

import subprocess
from pathlib import Path

_AUTHOR = ("-c", "user.name=A. Tester", "-c", "user.email=tester@quellmark.example")
_PLAIN = (
    "-c",
    "core.autocrlf=false",
    "-c",
    "commit.gpgsign=false",
    "-c",
    "init.defaultBranch=main",
)


def git(folder: Path, *words: str) -> str:
    """What git answers in a folder, by no setting of this machine."""
    done = subprocess.run(
        ["git", *_AUTHOR, *_PLAIN, *words],
        cwd=folder,
        env={"PATH": "/usr/local/bin:/usr/bin:/bin", "GIT_CONFIG_GLOBAL": "/dev/null"}
        | {"GIT_CONFIG_NOSYSTEM": "1"},
        capture_output=True,
        check=True,
        text=True,
    )
    return done.stdout


def commit(folder: Path, message: str = "A change") -> None:
    """Commit all that is in a folder, which becomes a repository where it is none."""
    if not (folder / ".git").exists():
        git(folder, "init", "-q")
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "--allow-empty", "-m", message)
