"""The one error of this package."""


class FrameError(Exception):
    """The frames cannot be drawn; the message names the file to correct and how."""
