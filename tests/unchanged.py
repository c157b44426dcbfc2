"""What comes of a text that has not changed, kept while a test changes one record of many.

Reading a file and parsing its prose depend on nothing but their text; a dataset of which one
record is changed is linked and checked as a whole, but only that record is read again.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache

import pytest

from sourcebook.load.files import RecordFile
from sourcebook.load.records import ReadResult, read_records
from sourcebook.markdown import parse_prose


@contextmanager
def unchanged_texts_kept() -> Iterator[None]:
    """Within it, a record is read again and a text parsed again only where it is another one."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("sourcebook.load.read_records", _Reader(read_records))
        patch.setattr("sourcebook.link.linker.parse_prose", cache(parse_prose))
        yield


class _Reader:
    """Reads the records of a file that has changed; of another one it knows them."""

    def __init__(self, read: Callable[[RecordFile], Iterator[ReadResult]]) -> None:
        self.read = read
        self.kept: dict[tuple[RecordFile, bytes], tuple[ReadResult, ...]] = {}

    def __call__(self, file: RecordFile) -> Iterator[ReadResult]:
        key = file, file.path.read_bytes()
        if key not in self.kept:
            self.kept[key] = tuple(self.read(file))
        return iter(self.kept[key])
