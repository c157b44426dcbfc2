"""A file to the text that is captured of it."""

import re
from dataclasses import dataclass

from sourcebook.capture.errors import CaptureError
from sourcebook.capture.file_kinds import FileKind
from sourcebook.capture.read_text import ReadText
from sourcebook.capture.readers import READERS, Asked
from sourcebook.capture.recognise import recognise
from sourcebook.capture.turned import turn_overridden
from sourcebook.quotes import asides
from sourcebook.quotes.captures import MAX_CAPTURE

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff]")
_LINE = re.compile(r"\r\n?|[\x0c\x85\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class ConvertedFile:
    """The text of a file in lines, each ended; what kind of file it is; and what was read."""

    text: str
    kind: FileKind
    read: ReadText


def convert_file(
    data: bytes, file_name: str, encoding: str | None = None, address: str | None = None
) -> ConvertedFile:
    """The whole text of a file, whose name says what it is where its bytes do not.

    `address` chooses a page of a web archive.

    Raises:
        CaptureError: it is empty, too large, of another kind, or holds no text.
    """
    if not data.strip():
        raise CaptureError("it is empty")
    if len(data) > MAX_CAPTURE:
        raise CaptureError(f"it has {len(data):,} bytes, but may have {MAX_CAPTURE:,}: divide it")
    kind = recognise(data, file_name)
    read = _read(kind, data, Asked(encoding, address))
    text = turn_overridden(_LINE.sub("\n", read.text))
    text = "\n".join(line.rstrip() for line in _CONTROL.sub("", text).split("\n")).strip("\n")
    if not asides.running(text).strip():
        raise CaptureError("there is no text in it")
    if len(text.encode()) >= MAX_CAPTURE:
        raise CaptureError(f"its text has more than {MAX_CAPTURE:,} bytes: divide it")
    return ConvertedFile(f"{text}\n", kind, read)


def _read(kind: FileKind, data: bytes, asked: Asked) -> ReadText:
    """What the reader of a kind makes of a file; what its library cannot do is said in words."""
    try:
        return READERS[kind](data, asked)
    except (CaptureError, NameError, ImportError):  # the latter are faults of this program
        raise
    except RecursionError:
        raise CaptureError(f"{kind.label} so deeply nested cannot be read: {_OTHERWISE}") from None
    except Exception as error:  # libraries raise what they like on damaged files
        raise CaptureError(
            f"{kind.label} like this cannot be read ({type(error).__name__}): {_OTHERWISE}"
        ) from error


_OTHERWISE = "print it into a new PDF, or copy its words into a text file"
