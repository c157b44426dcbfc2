"""Says whether the files beside this one are the files that were packed.

It needs Python 3.8 or newer and nothing else, and changes nothing:

    python3 verify.py [FOLDER]

The list of files is SHA256SUMS, which `sha256sum --check SHA256SUMS` reads as well. The exit code
is 0 where all is as it was packed, 1 where something is missing, changed or added, and 2 where
that is unknown, because the list itself is missing or damaged.
"""

# This file travels in the pack and runs on the machines of strangers: it imports only what comes
# with Python, and nothing of sourcebook.

import hashlib
import os
import re
import sys
import unicodedata
from pathlib import Path
from typing import Dict, Iterator, List, Tuple  # noqa: UP035 - read by Python 3.8 as well

LIST = "SHA256SUMS"
LINE = re.compile(r"([0-9a-f]{64}) [ *](.+)")
DROPPINGS = re.compile(
    r"(.*/)?(\.DS_Store|\._[^/]*|Thumbs\.db|desktop\.ini|__pycache__/.*)"
    r"|(System Volume Information|\$RECYCLE\.BIN|\.Trash(es|-\d+)?|\.Spotlight-V100|\.fseventsd)/.*"
)
IGNORED = "ignored, as systems leave such files by themselves"


class DamagedListError(Exception):
    """The list of files cannot be read, or asks for what no list of ours asks for."""


def main(arguments: List[str]) -> int:  # noqa: UP006
    """Compare a folder with its list, say what differs, and return the exit code."""
    if len(arguments) > 1 or arguments[:1] in (["-h"], ["--help"]):
        say(__doc__ or "")
        return 0 if len(arguments) == 1 else 2
    folder = Path(arguments[0]) if arguments else Path(__file__).resolve().parent
    try:
        listed = read_list(folder)
    except DamagedListError as error:
        say(f"Nothing could be verified: {error}.")
        return 2
    found = sorted(differences(folder, listed))
    for kind, path in found:
        say(f"{kind}: {path}")
    wrong = [kind for kind, _ in found if kind != IGNORED]
    say(verdict(len(listed), wrong))
    return 1 if wrong else 0


def read_list(folder: Path) -> Dict[str, str]:  # noqa: UP006
    """The checksum of each file by its path.

    Raises:
        DamagedListError: the list is missing, unreadable or not written as a pack writes it.
    """
    try:
        text = (folder / LIST).read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise DamagedListError(
            f"{folder / LIST} cannot be read ({error.__class__.__name__})"
        ) from None
    listed = {}
    for number, line in enumerate(text.splitlines(), 1):
        match = LINE.fullmatch(line)
        if match is None:
            raise DamagedListError(f"line {number} of {LIST} is no checksum and path")
        if not is_inside(match[2]):
            raise DamagedListError(f"line {number} of {LIST} leads out of the folder: {match[2]!r}")
        if match[2] in listed:
            raise DamagedListError(f"{LIST} names {match[2]!r} twice")
        listed[match[2]] = match[1]
    if not listed:
        raise DamagedListError(f"{LIST} is empty")
    return listed


def is_inside(path: str) -> bool:
    """Whether a path of the list stays below the folder, on any system."""
    parts = path.split("/")
    return not (":" in path or "\\" in path or any(part in ("", ".", "..") for part in parts))


def differences(folder: Path, listed: Dict[str, str]) -> Iterator[Tuple[str, str]]:  # noqa: UP006
    """What is missing, changed or added: the word, and the path."""
    there = {unicodedata.normalize("NFC", path): path for path in files(folder)}
    for path, checksum in listed.items():
        own = there.pop(unicodedata.normalize("NFC", path), None)
        if own is None:
            yield "missing", path
        elif (folder / own).is_symlink() or sha256(folder / own) != checksum:
            yield "changed", path
    for path in there.values():
        if path != LIST:
            yield (IGNORED if DROPPINGS.fullmatch(path) else "added"), path


def files(folder: Path) -> Iterator[str]:
    """The path of each file below a folder; links are files, and are not followed."""
    for place, folders, names in os.walk(folder):
        below = Path(place)
        links = [name for name in folders if (below / name).is_symlink()]
        for name in (*names, *links):
            yield (below / name).relative_to(folder).as_posix()


def sha256(path: Path) -> str:
    """The checksum of a file; a word that is none where it cannot be read."""
    digest = hashlib.sha256()
    try:
        with path.open("rb") as file:
            for block in iter(lambda: file.read(1 << 20), b""):
                digest.update(block)
    except OSError:
        return "unreadable"
    return digest.hexdigest()


def verdict(count: int, kinds: List[str]) -> str:  # noqa: UP006
    """The last line: how many files there should be, and how many differ."""
    files = f"{count} file" + ("" if count == 1 else "s")
    if not kinds:
        return f"All as it was packed: {files}."
    counted = [f"{kinds.count(k)} {k}" for k in ("missing", "changed", "added") if k in kinds]
    return f"Not as it was packed: of {files} listed, {', '.join(counted)}."


def say(text: str) -> None:
    """Print a text, in whatever letters the terminal has."""
    encoding = sys.stdout.encoding or "utf-8"
    sys.stdout.write(text.encode(encoding, "backslashreplace").decode(encoding) + "\n")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
