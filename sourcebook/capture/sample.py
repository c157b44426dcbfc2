"""The beginning and the name of a file, as what they say of its kind is asked."""

import re
from functools import cached_property

_BEGINNING = 4096
_BOMS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_PAGE = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_ROOT = re.compile(r"\s*(?:<\?.*?\?>\s*|<!--.*?-->\s*|<!DOCTYPE[^>]*>\s*)*<([\w:.-]+)", re.DOTALL)


class Sample:
    """The beginning of a file, in bytes and in characters, and the ending of its name."""

    def __init__(self, data: bytes, file_name: str) -> None:
        self.data = data
        self.beginning = data[:_BEGINNING]
        self.ending = file_name.lower().rpartition(".")[2] if "." in file_name else ""
        self.file_name = file_name

    def starts_with(self, *marks: bytes) -> bool:
        """Whether the file begins with one of some bytes."""
        return self.data.startswith(marks)

    def matches(self, pattern: bytes) -> bool:
        """Whether a pattern is found in the beginning, in any case and over the ends of lines."""
        return re.search(pattern, self.beginning, re.IGNORECASE | re.DOTALL) is not None

    @property
    def is_utf16(self) -> bool:
        """Whether it says itself that it is text in UTF-16."""
        return self.data.startswith(_BOMS[1:])

    @property
    def starts_with_brace(self) -> bool:
        """Whether it begins as an object of JSON does."""
        return self.data.removeprefix(_BOMS[0]).lstrip()[:1] == b"{"

    @property
    def is_page(self) -> bool:
        """Whether it begins as an HTML page does."""
        return _PAGE.match(self.beginning.removeprefix(_BOMS[0])) is not None

    @cached_property
    def text(self) -> str:
        """The beginning as characters, whatever cannot be read left out."""
        if self.is_utf16:
            return self.beginning.decode("utf-16", "ignore")
        return self.beginning.decode("utf-8-sig", "ignore")

    @cached_property
    def root(self) -> str:
        """The name of the first element, without a prefix, where it is XML; or nothing."""
        match = _ROOT.match(self.text)
        return match[1].rpartition(":")[2].lower() if match else ""
