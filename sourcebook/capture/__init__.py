"""Files turned into the texts that quotations are checked against, and filed."""

from sourcebook.capture.errors import CaptureError
from sourcebook.capture.file_capture import CaptureRequest, FiledCapture, capture
from sourcebook.capture.file_kinds import outdated_reader
from sourcebook.capture.refresh import RefreshedLock, refresh

__all__ = [
    "CaptureError",
    "CaptureRequest",
    "FiledCapture",
    "RefreshedLock",
    "capture",
    "outdated_reader",
    "refresh",
]
