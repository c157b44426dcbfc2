"""The indexes that our own scripts read, each beside its script."""
