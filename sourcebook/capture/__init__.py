"""Files turned into the texts that quotations are checked against, and filed."""

from sourcebook.capture.faults import CaptureFault
from sourcebook.capture.files import write_whole
from sourcebook.capture.filing import Filed, Request, capture
from sourcebook.capture.refresh import Refreshed, refresh

__all__ = ["CaptureFault", "Filed", "Refreshed", "Request", "capture", "refresh", "write_whole"]
