"""Writes the site: all or nothing, and only what changed.

What differs from the published site is staged in a folder beside it, with a list of what is to
go; the list is written last, and with it the publication is decided. Then each file is moved
into place. Cut short before the list, the next run throws the stage away; cut short after it,
the next run finishes. Of two that run at once, the one that is overtaken publishes nothing. A
file that was never ours is never touched.
"""

import json
import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from secrets import token_hex

MANIFEST = "published.json"
_PLAN = "plan.json"
_BEGUN = "begun"


class PublishError(Exception):
    """The site cannot be written here; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Written:
    """How many files the site has, how many of them were written, and how many removed."""

    files: int
    changed: int
    removed: int


class Publication:
    """One publication into a folder. `put` may be called from several processes."""

    def __init__(self, out: Path) -> None:
        """Prepare the folder. Raises PublishError where `out` is not ours or cannot be used."""
        self.out = out.resolve()  # staged on the same disk, even if `out` is a link to another
        if not self.out.name:
            raise PublishError(f"{out}: is no folder of its own; name one for the site")
        self.stage = self.out.with_name(f".{self.out.name}.staged")
        self.own = self.stage / token_hex(8)
        try:
            self._recover()
            self._ours()
            self.before = _listed(self.out)
            self.own.mkdir(parents=True)
            (self.own / _BEGUN).touch()
        except OSError as error:
            raise PublishError(f"{out}: cannot be written: {error.strerror}") from error

    def put(self, path: str, data: bytes) -> bool:
        """Stage a file unless the site already holds these bytes; whether it was staged.

        Raises PublishError where it cannot be written, or `path` leads out of the folder.
        """
        target = _inside(self.out, path)
        if _holds(target, data):
            return False
        staged = _inside(self.own / "files", path)
        try:
            staged.parent.mkdir(parents=True, exist_ok=True)
            staged.write_bytes(data)
        except OSError as error:
            raise PublishError(f"{path}: cannot be written: {error.strerror}") from error
        return True

    def commit(self, paths: Iterable[str]) -> Written:
        """Make the site hold just these files, all of them put before."""
        wanted = sorted(set(paths))
        self.put(MANIFEST, _json({"files": wanted}))
        gone = sorted(self.before - set(wanted) - {MANIFEST})
        try:
            changed = self._staged()
            self._unobstructed([*changed, *gone])
            self._decide({"moves": changed, "removals": gone, "files": f"{self.own.name}/files"})
            self._recover()
        except OSError as error:
            raise PublishError(f"{self.out}: cannot be written: {error.strerror}") from error
        return Written(len(wanted), len([path for path in changed if path != MANIFEST]), len(gone))

    def discard(self) -> None:
        """Throw the stage away, unless the publication is decided: the next run finishes that."""
        if not (self.stage / _PLAN).is_file():
            shutil.rmtree(self.own, ignore_errors=True)
            with suppress(OSError):  # another publication may be staged there
                self.stage.rmdir()

    def _staged(self) -> list[str]:
        files = self.own / "files"
        if not (self.own / _BEGUN).is_file():
            message = "another build has published here meanwhile; build again"
            raise PublishError(f"{self.out}: {message}")
        return sorted(
            path.relative_to(files).as_posix() for path in files.rglob("*") if path.is_file()
        )

    def _unobstructed(self, paths: list[str]) -> None:
        """Raise PublishError where something that was never ours stands in the way of a file."""
        known = self.before | {MANIFEST}
        for path in paths if self.out.is_dir() else ():
            for place in _in_the_way(self.out, path):
                if place not in known:
                    message = "was not put there by us; move it away or name another folder"
                    raise PublishError(f"{self.out / place}: {message}")

    def _decide(self, plan: dict[str, list[str] | str]) -> None:
        """Write the plan in one step: from here on the publication will be finished."""
        draft = self.own / _PLAN
        with draft.open("wb") as file:
            file.write(_json(plan))
            file.flush()
            os.fsync(file.fileno())
        draft.replace(self.stage / _PLAN)

    def _recover(self) -> None:
        """Finish what was decided, or throw away what was not."""
        plan = self.stage / _PLAN
        if plan.is_file():
            decided = json.loads(plan.read_bytes())
            for path in decided["removals"]:
                _remove(_inside(self.out, path), self.out)
            for path in sorted(decided["moves"], key=lambda path: path == MANIFEST):
                _move(self.stage / decided["files"] / path, _inside(self.out, path))
        shutil.rmtree(self.stage, ignore_errors=True)

    def _ours(self) -> None:
        if self.out.exists() and not self.out.is_dir():
            raise PublishError(f"{self.out}: is a file; name a folder for the site")
        if self.out.is_dir() and any(self.out.iterdir()) and not (self.out / MANIFEST).is_file():
            message = "is not empty and holds no published.json, so it is no site of ours"
            raise PublishError(f"{self.out}: {message}; name another folder or empty it")


def published(out: Path) -> tuple[str, ...]:
    """The files of a published site by their paths, sorted. Raises PublishError."""
    return tuple(sorted(_listed(out)))


@contextmanager
def replacing(target: Path) -> Iterator[Path]:
    """A draft beside a file, which takes its place if all goes well.

    Raises PublishError where `target` is a folder or cannot be written.
    """
    if target.is_dir():
        raise PublishError(f"{target}: is a folder; name a file")
    draft = target.with_name(f".{target.name}.draft")
    try:
        yield draft
        draft.replace(target)
    except OSError as error:
        raise PublishError(f"{target}: cannot be written: {error.strerror}") from error
    finally:
        with suppress(OSError):
            draft.unlink()


def _inside(folder: Path, path: str) -> Path:
    parts = path.split("/")
    if path.startswith("/") or "\\" in path or any(part in ("", ".", "..") for part in parts):
        raise PublishError(f"{path!r}: leads out of the site's folder")
    return folder.joinpath(*parts)


def _holds(target: Path, data: bytes) -> bool:
    try:
        return target.stat().st_size == len(data) and target.read_bytes() == data
    except OSError:
        return False


def _listed(out: Path) -> set[str]:
    """What the last publication put into a folder. Raises PublishError where that is unreadable."""
    manifest = out / MANIFEST
    try:
        paths = json.loads(manifest.read_bytes())["files"] if manifest.is_file() else []
        return {_inside(out, path).relative_to(out).as_posix() for path in paths}
    except (ValueError, LookupError, TypeError, AttributeError, PublishError):
        message = "is damaged; empty the folder and build again"
        raise PublishError(f"{manifest}: {message}") from None


def _in_the_way(out: Path, path: str) -> Iterator[str]:
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


def _move(staged: Path, target: Path) -> None:
    if not staged.is_file():  # moved before the last run was cut short
        return
    if target.is_dir() and not target.is_symlink():
        shutil.rmtree(target)
    target.parent.mkdir(parents=True, exist_ok=True)
    staged.replace(target)


def _remove(target: Path, out: Path) -> None:
    if target.is_dir():  # a run that was cut short has put new files where the old one was
        return
    with suppress(FileNotFoundError, NotADirectoryError):
        target.unlink()
    for folder in target.parents:
        if folder == out or not folder.is_dir() or any(folder.iterdir()):
            break
        folder.rmdir()


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, indent=1).encode() + b"\n"
