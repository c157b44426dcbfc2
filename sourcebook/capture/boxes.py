"""Lines that stand in boxes of their own: no figure is made of the end of one and the next."""

from collections.abc import Iterable

from sourcebook.quotes import asides

_STROKE = "|"


def apart(lines: Iterable[str]) -> list[str]:
    """Lines of blocks and cells, with a stroke between two figures that stand in two of them.

    A quotation may go over the end of a line; 3 in one cell and 100 in the next are not 3 100.
    """
    found: list[str] = []
    before = ""
    for line in lines:
        words = asides.running(line).strip() if "⟦" in line else line.strip()
        if before[-1:].isdigit() and words[:1].isdigit():
            found.append(_STROKE)
        found.append(line)
        before = words or before
    return found
