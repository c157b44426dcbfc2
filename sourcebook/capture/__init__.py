"""Files turned into the texts that quotations are checked against, and filed."""

from sourcebook.capture.errors import CaptureError
from sourcebook.capture.files import write_whole
from sourcebook.capture.filing import Filed, Request, capture
from sourcebook.capture.refresh import Refreshed, refresh

__all__ = ["CaptureError", "Filed", "Refreshed", "Request", "capture", "refresh", "write_whole"]
