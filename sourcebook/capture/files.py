"""A file written whole or not at all."""

from pathlib import Path
from secrets import token_hex

from sourcebook.capture.errors import CaptureError


def write_whole(file: Path, data: bytes) -> bool:
    """Let a file hold these bytes; whether it did not before. Raises CaptureError."""
    try:
        if file.is_file() and file.read_bytes() == data:
            return False
        file.parent.mkdir(parents=True, exist_ok=True)
        draft = file.with_name(f".{file.name}.{token_hex(4)}")
        try:
            draft.write_bytes(data)
            draft.replace(file)
        finally:
            draft.unlink(missing_ok=True)
    except OSError as error:
        raise CaptureError(f"{file}: cannot be written: {error.strerror}") from None
    return True
