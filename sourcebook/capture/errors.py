"""What keeps a file from being captured."""


class CaptureError(Exception):
    """A file cannot be captured; the message says why and what to do."""
