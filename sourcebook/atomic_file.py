"""A file written whole or not at all: a draft beside it takes its place when all went well."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from secrets import token_hex


class FileWriteError(Exception):
    """A file cannot be written; the message names it and says why."""


@contextmanager
def replace_file(target: Path) -> Iterator[Path]:
    """A draft beside a file, which takes its place if all goes well.

    Raises:
        FileWriteError: `target` is a folder or cannot be written.
    """
    if target.is_dir():
        raise FileWriteError(f"{target}: is a folder; name a file")
    draft = target.with_name(f".{target.name}.{token_hex(4)}")
    try:
        yield draft
        draft.replace(target)
    except OSError as error:
        raise FileWriteError(f"{target}: cannot be written: {error.strerror}") from error
    finally:
        with suppress(OSError):
            draft.unlink()


def holds(file: Path, data: bytes) -> bool:
    """Whether a file is there and has just these bytes."""
    try:
        return file.stat().st_size == len(data) and file.read_bytes() == data
    except OSError:
        return False


def write_if_changed(file: Path, data: bytes) -> bool:
    """Let a file hold these bytes, in a folder that need not be there; whether it changed.

    Raises:
        FileWriteError: it cannot be written.
    """
    if holds(file, data):
        return False
    with replace_file(file) as draft:
        draft.parent.mkdir(parents=True, exist_ok=True)
        draft.write_bytes(data)
    return True
