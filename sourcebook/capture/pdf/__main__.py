"""The process that `apart.py` starts: a PDF from its input, what was read to its output."""

import json
import sys

from sourcebook.capture.errors import CaptureError
from sourcebook.capture.pdf.read_pdf import read_pdf


def main() -> None:
    """Read within the memory that is named in bytes, where the system can bound it."""
    _bound_memory(int(sys.argv[1]))
    try:
        said = read_pdf(sys.stdin.buffer.read()).to_json()
    except CaptureError as error:
        said = {"error": str(error)}
    sys.stdout.buffer.write(json.dumps(said).encode())


def _bound_memory(most: int) -> None:
    try:
        import resource  # noqa: PLC0415 - Windows has none
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (most, resource.getrlimit(resource.RLIMIT_AS)[1]))


if __name__ == "__main__":
    main()
