"""A PDF read in a process of its own: what takes too long or too much memory ends there.

A small file can unpack into gigabytes, or be made so that a reader goes in circles.
"""

import json
import os
import subprocess  # the program that is started is this one
import sys
from pathlib import Path
from typing import Any

from sourcebook.capture.errors import CaptureError
from sourcebook.capture.pdf.read_pdf import PdfText

_PACKAGES = Path(__file__).parents[3]
"""Where the program was found, so that the other process finds the same."""
_SECONDS = 900.0
_BYTES = 4 << 30


def read_apart(data: bytes, seconds: float = _SECONDS, memory: int = _BYTES) -> PdfText:
    """The text of a PDF, read within a time in seconds and, on Unix, a memory in bytes.

    Raises:
        CaptureError: as `read_pdf`, or the bounds are reached.
    """
    found = [str(_PACKAGES), *filter(None, [os.environ.get("PYTHONPATH")])]
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(found)}
    program = [sys.executable, "-m", "sourcebook.capture.pdf", str(memory)]
    try:
        done = subprocess.run(  # noqa: S603 - nothing of it comes from a file
            program, input=data, capture_output=True, env=environment, timeout=seconds, check=False
        )
    except subprocess.TimeoutExpired:
        raise CaptureError(
            f"reading the PDF takes longer than {seconds:g} seconds: divide it, or print it into "
            "a new PDF"
        ) from None
    if done.returncode:
        raise CaptureError(
            "reading the PDF takes more memory than there is: divide it, or print it into a new PDF"
        )
    return _result(json.loads(done.stdout))


def _result(said: dict[str, Any]) -> PdfText:
    if "error" in said:
        raise CaptureError(str(said["error"]))
    return PdfText.from_json(said)
