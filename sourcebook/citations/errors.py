"""What keeps a command from writing into a citation."""


class CitationError(Exception):
    """A citation cannot be found or written into; the message says why and what to do."""
