"""Bytes to characters, by what the file or the editor says; never by a guess."""

import codecs

from sourcebook.capture.errors import CaptureError

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_WEB = {"iso-8859-1": "cp1252", "latin-1": "cp1252", "latin1": "cp1252", "us-ascii": "cp1252"}
"""What pages mean that name these (WHATWG Encoding Standard, 4.2)."""


def decode(data: bytes, declared: str | None, given: str | None) -> str:
    """The text of a file: in the encoding given, that of its mark, the declared one, or UTF-8.

    Raises:
        CaptureError: the encoding is unknown, or the bytes are not text in it.
    """
    marked = next((name for mark, name in _BOMS if data.startswith(mark)), None)
    name = given or marked or _WEB.get((declared or "").lower(), declared) or "utf-8"
    try:
        return data.decode(name)
    except LookupError:
        raise CaptureError(
            f"nobody knows the encoding '{name}': name one with --encoding"
        ) from None
    except UnicodeDecodeError as error:
        byte = f"0x{data[error.start]:02x} at byte {error.start + 1:,}"
        raise CaptureError(
            f"it is not {name} text ({byte}): name its encoding, such as --encoding windows-1256"
        ) from None
