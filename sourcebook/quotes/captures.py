"""The folder of captures: the text of each source, in a file named by the SHA-256 of its bytes.

It lies outside the records and outside the site, and need not be there at all: copyright may keep
it in a private repository or on a share.
"""

from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from sourcebook.quotes.source_text import SourceText

MAX_CAPTURE = 50_000_000
"""The most bytes that a capture may have."""
_TEXTS_IN_MEMORY = 4
"""How many texts are kept at a time; quotations are looked up source by source."""


class DamagedCaptureError(Exception):
    """The file of a capture is not what was captured; the message says how that shows."""


@dataclass
class Captures:
    """The captures in a folder, each read when it is asked for."""

    folder: Path
    _read: dict[str, SourceText] = field(default_factory=dict)

    def path_of(self, digest: str) -> Path:
        """Where the capture with this SHA-256 lies, or would lie."""
        return self.folder / f"{digest}.txt"

    def text_of(self, digest: str) -> SourceText | None:
        """The capture with this SHA-256; None where the folder does not have it.

        Raises:
            DamagedCaptureError: Its file is too large, unreadable or has another SHA-256.
        """
        if digest not in self._read:
            if not self.path_of(digest).is_file():
                return None
            while len(self._read) >= _TEXTS_IN_MEMORY:
                del self._read[next(iter(self._read))]
            self._read[digest] = SourceText(self._bytes(digest).decode())
        return self._read[digest]

    def _bytes(self, digest: str) -> bytes:
        file = self.path_of(digest)
        try:
            if file.stat().st_size > MAX_CAPTURE:
                raise DamagedCaptureError(f"it has more than {MAX_CAPTURE:,} bytes")
            data = file.read_bytes()
            data.decode()
        except OSError as error:
            raise DamagedCaptureError(f"it cannot be read: {error.strerror}") from None
        except UnicodeDecodeError:
            raise DamagedCaptureError("it is not UTF-8 text") from None
        if sha256(data).hexdigest() != digest:
            raise DamagedCaptureError("its bytes have another SHA-256 than its name")
        return data
