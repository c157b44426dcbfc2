"""Which country or division is where, as a grid of cells: so that a map can name what it shows."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from shapely import contains_xy, prepare
from shapely.geometry.base import BaseGeometry

from scripts.basemap.coding import runs
from scripts.basemap.layers import Feature

_SPELT = {
    "Al-Raqqah": "Raqqa",
    "Al Anbar": "Anbar",
    "Al-Hasakah": "al-Hasakah",
    "Saladin": "Salah al-Din",
}
"""Divisions as English texts and the towns of the basemap spell them."""

Extent = tuple[float, float, float, float]
"""West, south, east, north in degrees."""


def grid(members: Sequence[tuple[int, BaseGeometry]], extent: Extent, per_degree: int) -> str:
    """The number of what lies at the middle of each cell, by row from the north; 0 is nothing."""
    west, south, east, north = extent
    cells = np.zeros((round((north - south) * per_degree), round((east - west) * per_degree)), int)
    xs = west + (np.arange(cells.shape[1]) + 0.5) / per_degree
    ys = north - (np.arange(cells.shape[0]) + 0.5) / per_degree
    for number, shape in members:
        prepare(shape)
        left, bottom, right, top = shape.bounds
        columns = np.flatnonzero((xs >= left) & (xs <= right))
        rows = np.flatnonzero((ys >= bottom) & (ys <= top))
        if len(columns) and len(rows):
            x, y = np.meshgrid(xs[columns], ys[rows])
            inside = contains_xy(shape, x, y)
            part = cells[np.ix_(rows, columns)]
            cells[np.ix_(rows, columns)] = np.where(inside, number, part)
    return runs(int(cell) for cell in cells.flat)


def countries(features: Sequence[Feature]) -> list[list[object]]:
    """Each country: code, name, and the middle of its largest division."""
    largest: dict[str, Feature] = {}
    for row, shape in features:
        known = largest.get(row["admin"])
        if known is None or shape.area > known[1].area:
            largest[row["admin"]] = (row, shape)
    return [
        [code_of(row["iso_a2"]), name, *_middle(shape)]
        for name, (row, shape) in sorted(largest.items())
    ]


def named_divisions(features: Sequence[Feature]) -> list[list[object]]:
    """Each division: code, country, English name, Arabic name."""
    return [
        [code_of(row["iso_3166_2"]), row["admin"], english_of(row), row.get("name_ar") or ""]
        for row, _ in features
    ]


def english_of(row: dict[str, Any]) -> str:
    """What English texts call a division."""
    name = str(row.get("name_en") or row["name"])
    return _SPELT.get(name, name)


def code_of(code: Any) -> str:
    """A code of ISO 3166; empty where Natural Earth made one up (-99, X01~)."""
    text = str(code or "")
    return "" if text.startswith("-") or text.endswith("~") else text


def _middle(shape: BaseGeometry) -> list[float]:
    point = shape.representative_point()
    return [round(point.x, 1), round(point.y, 1)]
