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
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from secrets import token_hex

from sourcebook.atomic_file import holds
from sourcebook.publish.site_files import (
    MANIFEST,
    PublishError,
    json_bytes,
    move_into_place,
    obstacles,
    path_in,
    published_paths,
    remove_file,
)

_PLAN = "plan.json"
_BEGUN = "begun"


@dataclass(frozen=True, slots=True)
class Written:
    """How many files the site has, how many of them were written, and how many removed."""

    files: int
    changed: int
    removed: int


class Publication:
    """One publication into a folder. `put` may be called from several processes."""

    def __init__(self, out: Path) -> None:
        """Prepare the folder.

        Raises:
            PublishError: `out` is not a site of ours, or cannot be used.
        """
        self.out = out.resolve()  # staged on the same disk, even if `out` is a link to another
        if not self.out.name:
            raise PublishError(f"{out}: is no folder of its own; name one for the site")
        self.stage = self.out.with_name(f".{self.out.name}.staged")
        self.own_stage = self.stage / token_hex(8)
        try:
            self._recover()
            self._check_folder()
            self.paths_before = published_paths(self.out)
            self.own_stage.mkdir(parents=True)
            (self.own_stage / _BEGUN).touch()
        except OSError as error:
            raise PublishError(f"{out}: cannot be written: {error.strerror}") from error

    def put(self, path: str, data: bytes) -> bool:
        """Stage a file unless the site already holds these bytes; whether it was staged.

        Raises:
            PublishError: it cannot be written, or `path` leads out of the folder.
        """
        target = path_in(self.out, path)
        if holds(target, data):
            return False
        staged = path_in(self.own_stage / "files", path)
        try:
            staged.parent.mkdir(parents=True, exist_ok=True)
            staged.write_bytes(data)
        except OSError as error:
            raise PublishError(f"{path}: cannot be written: {error.strerror}") from error
        return True

    def commit(self, paths: Iterable[str]) -> Written:
        """Make the site hold just these files, all of them put before.

        Raises:
            PublishError: a file cannot be written, something of others is in the way, or another
                build has published here in the meantime.
        """
        wanted = sorted(set(paths))
        self.put(MANIFEST, json_bytes({"files": wanted}))
        gone = sorted(self.paths_before - set(wanted) - {MANIFEST})
        try:
            changed = self._staged_paths()
            self._check_obstacles([*changed, *gone])
            self._write_plan(
                {
                    "moves": changed,
                    "removals": gone,
                    "files": f"{self.own_stage.name}/files",
                }
            )
            self._recover()
        except OSError as error:
            raise PublishError(f"{self.out}: cannot be written: {error.strerror}") from error
        return Written(len(wanted), len([path for path in changed if path != MANIFEST]), len(gone))

    def discard(self) -> None:
        """Throw the stage away, unless the publication is decided: the next run finishes that."""
        if not (self.stage / _PLAN).is_file():
            shutil.rmtree(self.own_stage, ignore_errors=True)
            with suppress(OSError):  # another publication may be staged there
                self.stage.rmdir()

    def _staged_paths(self) -> list[str]:
        files = self.own_stage / "files"
        if not (self.own_stage / _BEGUN).is_file():
            message = "another build has published here meanwhile; build again"
            raise PublishError(f"{self.out}: {message}")
        return sorted(
            path.relative_to(files).as_posix() for path in files.rglob("*") if path.is_file()
        )

    def _check_obstacles(self, paths: list[str]) -> None:
        """Raise PublishError where something that was never ours is in the way of a file."""
        known = self.paths_before | {MANIFEST}
        for path in paths if self.out.is_dir() else ():
            for place in obstacles(self.out, path):
                if place not in known:
                    message = "was not put there by us; move it away or name another folder"
                    raise PublishError(f"{self.out / place}: {message}")

    def _write_plan(self, plan: dict[str, list[str] | str]) -> None:
        """Write the plan in one step: from here on the publication will be finished."""
        draft = self.own_stage / _PLAN
        with draft.open("wb") as file:
            file.write(json_bytes(plan))
            file.flush()
            os.fsync(file.fileno())
        draft.replace(self.stage / _PLAN)

    def _recover(self) -> None:
        """Finish what was decided, or throw away what was not."""
        plan = self.stage / _PLAN
        if plan.is_file():
            decided = json.loads(plan.read_bytes())
            for path in decided["removals"]:
                remove_file(path_in(self.out, path), self.out)
            for path in sorted(decided["moves"], key=lambda path: path == MANIFEST):
                move_into_place(self.stage / decided["files"] / path, path_in(self.out, path))
        shutil.rmtree(self.stage, ignore_errors=True)

    def _check_folder(self) -> None:
        if self.out.exists() and not self.out.is_dir():
            raise PublishError(f"{self.out}: is a file; name a folder for the site")
        if self.out.is_dir() and any(self.out.iterdir()) and not (self.out / MANIFEST).is_file():
            message = "is not empty and holds no published.json, so it is no site of ours"
            raise PublishError(f"{self.out}: {message}; name another folder or empty it")
