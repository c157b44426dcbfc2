"""Outlines that the basemap is said to have, so that invented areas can be drawn."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from sourcebook.derive import areas
from sourcebook.geo.basemap import BUILT_IN
from sourcebook.geo.coding import encode

RING = ((-124.5, -49.5), (-121.5, -49.5), (-121.5, -47.5), (-123.0, -46.8), (-124.5, -47.5))
NORTH_QUELL = "QM-NQ"


def area(code: str, name: str, east: float = 0.0, share: float = 1.0) -> list[object]:
    """A row of the basemap: a division in Quellmark, moved and made smaller."""
    ring = [(-123 + east + (lon + 123) * share, -48 + (lat + 48) * share) for lon, lat in RING]
    return [code, "QM", [name], "", 0, 100, [encode([*ring, ring[0]], 100)]]


@contextmanager
def outlined(*rows: list[object]) -> Iterator[None]:
    """The basemap has these areas and no other."""
    with pytest.MonkeyPatch.context() as patch:
        _forget()
        patch.setitem(vars(BUILT_IN), "area_rows", rows)
        yield
    _forget()


def _forget() -> None:
    areas._known.cache_clear()
    areas._outline.cache_clear()
