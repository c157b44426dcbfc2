"""Frames kept from one run to the next, as long as nothing that they rest on has changed."""

import json
import os
import re
import shutil
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path
from tempfile import mkdtemp

_INHERIT = re.compile(r"^INHERIT:\s*['\"]?([^'\"\s#]+)", re.MULTILINE)
_ENV = re.compile(r"!ENV\s+(\[[^\]]*\]|\S+)")


@dataclass(frozen=True, slots=True)
class Drawn:
    """What MkDocs made: marked pages by stub, the words of mkdocs.yml, the files beside them.

    `paths` are the files of `assets` that belong into the site; `watched` are the files and
    folders, apart from mkdocs.yml and the documents, that all of it rests on.
    """

    pages: Mapping[str, str]
    words: Mapping[str, str]
    assets: Path
    paths: tuple[str, ...]
    watched: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Store:
    """The cache of one site.

    `folder/frames.json` holds the pages, and the folder that it names beside it the assets. Both
    are written under another name first and then moved into place.
    """

    folder: Path
    root: Path
    content: Path
    stubs: Mapping[str, str]

    def read(self) -> Drawn | None:
        """What was kept, or None when it is missing, damaged or out of date."""
        try:
            seal, _, text = (self.folder / "frames.json").read_text("utf-8").partition("\n")
            if seal != _digest(text):
                return None
            kept = json.loads(text)
            watched = tuple(kept["watched"])
            if kept["fingerprint"] != self.fingerprint(watched):
                return None
            assets = self.folder / kept["assets"]
            if any(_digest_of(assets / path) != was for path, was in kept["digests"].items()):
                return None
            return Drawn(kept["pages"], kept["words"], assets, tuple(kept["digests"]), watched)
        except (OSError, ValueError, LookupError, TypeError):
            return None

    def write(self, drawn: Drawn) -> Drawn:
        """Keep what was drawn, and give it back as it now lies in the cache."""
        self.folder.mkdir(parents=True, exist_ok=True)
        assets = Path(mkdtemp(prefix="assets-", dir=self.folder))
        for path in drawn.paths:
            (assets / path).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(drawn.assets / path, assets / path)
        text = json.dumps(
            {
                "fingerprint": self.fingerprint(drawn.watched),
                "watched": drawn.watched,
                "assets": assets.name,
                "digests": {path: _digest_of(assets / path) for path in drawn.paths},
                "words": drawn.words,
                "pages": drawn.pages,
            }
        )
        _replace(self.folder / "frames.json", f"{_digest(text)}\n{text}")
        for old in self.folder.glob("assets-*"):
            if old != assets:
                shutil.rmtree(old, ignore_errors=True)
        return Drawn(drawn.pages, drawn.words, assets, drawn.paths, drawn.watched)

    def fingerprint(self, watched: tuple[str, ...]) -> str:
        """A hash of everything that the frames rest on.

        That is mkdocs.yml with what it inherits and takes from the environment, the stubs, the
        files among the documents that are copied, the watched files and folders, and the versions
        of Python, MkDocs, the theme and this package.
        """
        facts = [sys.version_info[:2], sorted(self.stubs.items()), str(self.content)]
        facts += _configuration(self.root / "mkdocs.yml")
        facts += [_digests(Path(path)) for path in (*watched, *_programs())]
        facts += [pair for pair in _digests(self.content / "pages") if not pair[0].endswith(".md")]
        return _digest(json.dumps(facts))


def _configuration(path: Path) -> Iterator[tuple[str, str | None]]:
    """A configuration file and those it inherits from, and the environment they ask for."""
    seen: set[Path] = set()
    while path not in seen and path.is_file():
        seen.add(path)
        text = path.read_text("utf-8")
        yield path.name, _digest(text)
        for wanted in _ENV.findall(text):
            yield from ((name, os.environ.get(name)) for name in re.findall(r"\w+", wanted))
        parent = _INHERIT.search(text)
        path = path.parent / parent[1] if parent else path


def _programs() -> Iterator[str]:
    """Files that change with the version of the programs that draw; none of them is imported."""
    yield str(Path(__file__).parent)
    for name in ("mkdocs", "material"):
        spec = find_spec(name)
        yield (spec and spec.origin) or name


def _digests(place: Path) -> list[tuple[str, str]]:
    """Path and hash of a file, or of each file in a folder, sorted."""
    files = sorted(place.rglob("*")) if place.is_dir() else [place]
    return [
        (file.relative_to(place).as_posix(), _digest_of(file))
        for file in files
        if file.is_file() and "__pycache__" not in file.parts
    ]


def _digest_of(file: Path) -> str:
    return sha256(file.read_bytes()).hexdigest()


def _digest(text: str) -> str:
    return sha256(text.encode()).hexdigest()


def _replace(path: Path, text: str) -> None:
    beside = path.with_suffix(f".{os.getpid()}")
    beside.write_text(text, "utf-8")
    beside.replace(path)
