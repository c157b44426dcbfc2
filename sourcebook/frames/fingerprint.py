"""A hash of everything that the frames depend on."""

import json
import os
import re
import sys
from collections.abc import Iterator, Mapping
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path

_INHERIT = re.compile(r"^INHERIT:\s*['\"]?([^'\"\s#]+)", re.MULTILINE)
_ENV = re.compile(r"!ENV\s+(\[[^\]]*\]|\S+)")


def fingerprint(
    root: Path, content: Path, stubs: Mapping[str, str], watched: tuple[str, ...]
) -> str:
    """One hash over all of it.

    That is mkdocs.yml with what it inherits and takes from the environment, the stubs, the files
    among the documents that are copied, the watched files and folders, and the versions of Python,
    MkDocs, the theme and this package.
    """
    facts = [sys.version_info[:2], sorted(stubs.items()), str(content)]
    facts += _configuration(root / "mkdocs.yml")
    facts += [_digests(Path(path)) for path in (*watched, *_programs())]
    facts += [pair for pair in _digests(content / "pages") if not pair[0].endswith(".md")]
    return digest(json.dumps(facts).encode())


def _configuration(path: Path) -> Iterator[tuple[str, str | None]]:
    """A configuration file and those it inherits from, and the environment they ask for."""
    seen: set[Path] = set()
    while path not in seen and path.is_file():
        seen.add(path)
        text = path.read_text("utf-8", "replace")
        yield path.name, digest(text.encode())
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
        (file.relative_to(place).as_posix(), digest_of(file))
        for file in files
        if file.is_file() and "__pycache__" not in file.parts
    ]


def digest_of(file: Path) -> str:
    """The SHA-256 of a file's bytes, in hexadecimal."""
    return digest(file.read_bytes())


def digest(data: bytes) -> str:
    """The SHA-256 of some bytes, in hexadecimal."""
    return sha256(data).hexdigest()
