"""Shapes made ready: across the 180th meridian in one piece, clipped, simplified."""

from collections.abc import Iterable, Iterator

import numpy as np
from shapely import LineString, MultiLineString, Polygon, box, transform
from shapely.affinity import translate
from shapely.geometry.base import BaseGeometry
from shapely.ops import linemerge, unary_union

from sourcebook.geo.coding import Points, encode

_EDGE = 1e-4
_CLOSE = 0.002
_POLE = -89.9
"""What lies south of it is the plane's edge, drawn round the continent."""


def rings(
    shapes: Iterable[BaseGeometry], scale: int, tolerance: float, extent: BaseGeometry | None = None
) -> Iterator[list[object]]:
    """The rings of polygons, largest first; those round a pole are an open line along the coast."""
    polygons = [p for each in shapes for p in _parts(each, "Polygon")]
    for polygon in sorted(_joined(polygons), key=lambda p: (-p.area, p.bounds)):
        inside = polygon if extent is None else polygon.intersection(extent)
        simple = inside.simplify(tolerance)
        for part in _parts(simple, "Polygon"):
            for ring in (part.exterior, *part.interiors):
                written = encode(_coast(list(ring.coords)), scale)
                if written is not None:
                    yield written


def lines(
    shapes: Iterable[BaseGeometry], scale: int, tolerance: float, extent: BaseGeometry | None = None
) -> Iterator[list[object]]:
    """Lines, joined where they meet, longest first."""
    clipped = [each if extent is None else each.intersection(extent) for each in shapes]
    pieces = [line for each in clipped for line in _parts(each, "LineString")]
    joined = linemerge(MultiLineString(pieces)) if pieces else MultiLineString()
    for line in sorted(_parts(joined, "LineString"), key=lambda part: (-part.length, part.bounds)):
        written = encode(list(LineString(line).simplify(tolerance).coords), scale)
        if written is not None:
            yield written


def extent_of(west: float, south: float, east: float, north: float) -> BaseGeometry:
    """A rectangle of longitudes and latitudes."""
    return box(west, south, east, north)


def _parts(shape: BaseGeometry, kind: str) -> Iterator[BaseGeometry]:
    """The parts of a shape that are of one kind, however they are nested."""
    if shape.geom_type == kind:
        if not shape.is_empty:
            yield shape
        return
    for part in getattr(shape, "geoms", ()):
        yield from _parts(part, kind)


def _joined(polygons: list[Polygon]) -> list[Polygon]:
    """The polygons, with those that the 180th meridian cuts joined on its eastern side."""
    cut = [p for p in polygons if p.bounds[2] > 180 - _EDGE and not _polar(p)]
    west = [p for p in polygons if p.bounds[0] < -180 + _EDGE and not _polar(p)]
    moved = [translate(_squared(p), 360) for p in west]
    joined = list(_parts(unary_union([*map(_squared, cut), *moved]), "Polygon"))
    return [p for p in polygons if p not in cut and p not in west] + joined


def _squared(polygon: Polygon) -> BaseGeometry:
    """A polygon with the points that are all but on the 180th meridian put on it."""

    def moved(points: np.ndarray) -> np.ndarray:
        far = np.abs(points[:, 0]) > 180 - _CLOSE
        points[far, 0] = np.sign(points[far, 0]) * 180
        return points

    return transform(polygon, moved).buffer(0)


def _polar(polygon: Polygon) -> bool:
    return bool(polygon.bounds[1] < _POLE)


def _coast(ring: Points) -> Points:
    """A ring round the South Pole as its coast from west to east, without the plane's edges."""
    if min(y for _, y in ring) > _POLE:
        return ring
    ring = ring[:-1]
    start = next(n for n, (x, y) in enumerate(ring) if y < _POLE)
    turned = ring[start:] + ring[:start]
    coast = [(x, y) for x, y in turned if y > _POLE]
    return coast if coast[0][0] < coast[-1][0] else coast[::-1]
