"""How grids of areas are written down: see the README beside the data for the format."""

from base64 import b64encode
from collections.abc import Iterable


def runs(cells: Iterable[int]) -> str:
    """Cells as runs: how many (at most 255), and which area, a byte each."""
    written = bytearray()
    count, last = 0, -1
    for cell in cells:
        if cell == last and count < 255:
            count += 1
            continue
        if count:
            written += bytes((count, last))
        count, last = 1, cell
    return b64encode(bytes(written + bytes((count, last)))).decode()
