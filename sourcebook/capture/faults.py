"""What keeps a file from being captured."""


class CaptureFault(Exception):  # noqa: N818 - something about a file, which its editor mends
    """A file cannot be captured; the message says why and what to do."""
