"""The layers of Natural Earth as shapes: each with what its row says."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import shapefile
from shapely.geometry import MultiPolygon, Polygon, shape
from shapely.geometry.base import BaseGeometry

from scripts.basemap.packages import DIVISIONS, LAKES, member, shapefile_parts

Feature = tuple[dict[str, Any], BaseGeometry]

_ENCODINGS = {"50m rivers_lake_centerlines": "utf-8"}
"""The tables do not say their encoding; those that are not here are Latin-1."""


def layer(folder: Path, scale: str, name: str) -> Iterator[Feature]:
    """The rows of a shapefile with their shapes."""
    parts = shapefile_parts(folder, scale, name)
    encoding = _ENCODINGS.get(f"{scale} {name}", "latin-1")
    files = {kind: BytesIO(data) for kind, data in parts.items()}
    reader = shapefile.Reader(**files, encoding=encoding)
    for number in range(len(reader)):  # by number: one file has rubbish between its shapes
        found = reader.shape(number)
        if found.shapeType != shapefile.NULL:
            row = {key.lower(): value for key, value in reader.record(number).as_dict().items()}
            yield row, shape(found.__geo_interface__)


def divisions(folder: Path) -> list[Feature]:
    """First-level divisions as polygons, sorted by country and name."""
    found = member(folder, DIVISIONS, "data/states/admin1.json")["features"]
    pairs = [(each["properties"], shape(each["geometry"])) for each in found if each["geometry"]]
    return sorted(pairs, key=lambda pair: (pair[0]["admin"], pair[0]["adm1_code"]))


def lakes(folder: Path) -> Iterator[BaseGeometry]:
    """Lakes as polygons."""
    topology = member(folder, LAKES, "dist/world_50m.json")
    arcs = list(_arcs(topology))
    for geometry in topology["objects"]["lakes"]["geometries"]:
        several = geometry["type"] == "MultiPolygon"
        polygons = geometry["arcs"] if several else [geometry["arcs"]]
        rings = [[_ring(arcs, ring) for ring in polygon] for polygon in polygons]
        yield MultiPolygon([Polygon(outer, holes) for outer, *holes in rings]).buffer(0)


def _arcs(topology: dict[str, Any]) -> Iterator[list[tuple[float, float]]]:
    """The arcs of a TopoJSON file: steps in a grid (section 2.1.3 of its specification)."""
    (scale_x, scale_y), (left, bottom) = topology["transform"].values()
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for step_x, step_y in arc:
            x, y = x + step_x, y + step_y
            points.append((x * scale_x + left, y * scale_y + bottom))
        yield points


def _ring(arcs: list[list[tuple[float, float]]], numbers: list[int]) -> list[tuple[float, float]]:
    ring: list[tuple[float, float]] = []
    for number in numbers:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        ring += arc[bool(ring) :]
    return ring
