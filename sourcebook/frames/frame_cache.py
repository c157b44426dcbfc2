"""Frames kept from one run to the next, as long as nothing that they depend on has changed."""

import json
import os
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

from sourcebook.frames.fingerprint import digest, digest_of, fingerprint


@dataclass(frozen=True, slots=True)
class DrawnFrames:
    """What MkDocs made: marked pages by stub, the settings of mkdocs.yml, the files beside them.

    `paths` are the files of `assets` that belong into the site; `watched` are the files and
    folders, apart from mkdocs.yml and the documents, that all of it depends on.
    """

    pages: Mapping[str, str]
    settings: Mapping[str, str]
    assets: Path
    paths: tuple[str, ...]
    watched: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FrameCache:
    """The cache of one site.

    `folder/frames.json` holds the pages, and the folder that it names beside it the assets. Both
    are written under another name first and then moved into place.
    """

    folder: Path
    root: Path
    content: Path
    stubs: Mapping[str, str]

    def read(self) -> DrawnFrames | None:
        """What was kept, or None when it is missing, damaged or out of date."""
        kept = self._read_cached()
        try:
            watched = tuple(kept["watched"])
            assets = self.folder / kept["assets"]
            current = kept["fingerprint"] == self._fingerprint(watched)
            whole = all(digest_of(assets / path) == was for path, was in kept["digests"].items())
        except (OSError, LookupError):
            return None
        if not (current and whole):
            return None
        return DrawnFrames(kept["pages"], kept["words"], assets, tuple(kept["digests"]), watched)

    def write(self, drawn: DrawnFrames) -> DrawnFrames:
        """Keep what was drawn, and give it back as it now lies in the cache."""
        before = self._read_cached().get("assets")
        assets = Path(mkdtemp(prefix="assets-", dir=self.folder))
        for path in drawn.paths:
            (assets / path).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(drawn.assets / path, assets / path)
        text = json.dumps(
            {
                "fingerprint": self._fingerprint(drawn.watched),
                "watched": drawn.watched,
                "assets": assets.name,
                "digests": {path: digest_of(assets / path) for path in drawn.paths},
                "words": drawn.settings,
                "pages": drawn.pages,
            }
        )
        _write_atomically(self.folder / "frames.json", f"{digest(text.encode())}\n{text}")
        # Only the set that this one follows: another run may be writing its own at this moment.
        if before:
            shutil.rmtree(self.folder / before, ignore_errors=True)
        return DrawnFrames(drawn.pages, drawn.settings, assets, drawn.paths, drawn.watched)

    def _read_cached(self) -> dict[str, Any]:
        """What `write` wrote, and nothing if one byte of it is another now."""
        try:
            seal, _, text = (self.folder / "frames.json").read_text("utf-8").partition("\n")
            return dict(json.loads(text)) if seal == digest(text.encode()) else {}
        except (OSError, ValueError):
            return {}

    def _fingerprint(self, watched: tuple[str, ...]) -> str:
        return fingerprint(self.root, self.content, self.stubs, watched)


def _write_atomically(path: Path, text: str) -> None:
    if path.is_dir():
        shutil.rmtree(path)
    beside = path.with_suffix(f".{os.getpid()}")
    beside.write_text(text, "utf-8")
    beside.replace(path)
