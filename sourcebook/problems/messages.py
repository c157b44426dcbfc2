"""The pieces of a message: what was written, made fit to print, and what was meant."""

from collections.abc import Iterable
from difflib import get_close_matches

_LONGEST = 60
"""How much of a value a message repeats."""


def did_you_mean(word: str, known: Iterable[str], *, near: float = 0.6, before: str = "") -> str:
    """`; did you mean 'x'?` where a known word is near to the one written, else nothing.

    `near` is the least likeness, from 0 to 1, that is worth a guess; `before` is put before the
    word, in the guess too.
    """
    found = get_close_matches(word, sorted(known), n=1, cutoff=near)
    return f"; did you mean '{before}{found[0]}'?" if found else ""


def quoted(value: object) -> str:
    """What an editor wrote, as a message repeats it: in quotation marks, on one line, cut."""
    if isinstance(value, dict | list | tuple):
        return "a list" if isinstance(value, list | tuple) else "a mapping"
    text = str(value)
    return f"'{escape_unprintable(text[:_LONGEST])}{'…' if len(text) > _LONGEST else ''}'"


def escape_unprintable(text: str) -> str:
    """A text with its escape in the place of each character that cannot be printed."""
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in text)
