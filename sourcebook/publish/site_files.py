"""The files of a published site: where they are, what is in their way, moved and removed."""

import json
import os
import shutil
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

MANIFEST = "published.json"
"""The list of the files of a site, beside them."""


class PublishError(Exception):
    """The site cannot be written here; the message says why and what to do."""


def path_in(folder: Path, path: str) -> Path:
    """The place of a file in a folder.

    Raises:
        PublishError: the path leads out of the folder.
    """
    parts = path.split("/")
    if path.startswith("/") or "\\" in path or any(part in ("", ".", "..") for part in parts):
        raise PublishError(f"{path!r}: leads out of the site's folder")
    return folder.joinpath(*parts)


def published_paths(out: Path) -> set[str]:
    """The paths of the files that the last publication put into a folder.

    Raises:
        PublishError: the list of them is damaged.
    """
    manifest = out / MANIFEST
    try:
        paths = json.loads(manifest.read_bytes())["files"] if manifest.is_file() else []
        return {path_in(out, path).relative_to(out).as_posix() for path in paths}
    except (ValueError, LookupError, TypeError, AttributeError, PublishError):
        message = "is damaged; empty the folder and build again"
        raise PublishError(f"{manifest}: {message}") from None


def obstacles(out: Path, path: str) -> Iterator[str]:
    """What lies where a file or one of its folders is to be, or below where the file is to be."""
    place = out
    for part in path.split("/"):
        place /= part
        if place.is_symlink() or not place.is_dir():
            if os.path.lexists(place):
                yield place.relative_to(out).as_posix()
            return
    for below in sorted(place.rglob("*")):
        if not below.is_dir():
            yield below.relative_to(out).as_posix()


def move_into_place(staged: Path, target: Path) -> None:
    """Let a staged file take the place of whatever lies there."""
    if not staged.is_file():  # moved before the last run was cut short
        return
    if target.is_dir() and not target.is_symlink():
        shutil.rmtree(target)
    target.parent.mkdir(parents=True, exist_ok=True)
    staged.replace(target)


def remove_file(target: Path, out: Path) -> None:
    """Remove a file, and the folders above it in `out` that are then empty."""
    if target.is_dir():  # a run that was cut short has put new files where the old one was
        return
    with suppress(FileNotFoundError, NotADirectoryError):
        target.unlink()
    for folder in target.parents:
        if folder == out or not folder.is_dir() or any(folder.iterdir()):
            break
        folder.rmdir()


def json_bytes(value: object) -> bytes:
    """A value as JSON that a person can read."""
    return json.dumps(value, ensure_ascii=False, indent=1).encode() + b"\n"
