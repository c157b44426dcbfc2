"""The outlines of the areas that incidents are known only to, as the basemap has them."""

from collections.abc import Iterable
from typing import Any

from sourcebook.geo.basemap import Layer, Polyline
from sourcebook.geo.coding import Points, encode
from sourcebook.maps import MapArea

Row = list[Any]


def outlines(areas: Iterable[MapArea]) -> dict[str, Row]:
    """By the id of each area that holds an incident: units of a degree, then its rings.

    A ring is longitude and latitude of its start in units, then its steps. However many incidents
    there are, these are no more than the outlines of the basemap: some 180 kilobytes.
    """
    return {area.id: _rings(area.outline.layer) for area in needed(areas)}


def needed(areas: Iterable[MapArea]) -> list[MapArea]:
    """The areas that incidents are known only to; others are places that have a page of their own.

    A map of incidents shows no area for its own sake.
    """
    return [area for area in areas if area.kind == "incident"]


def _rings(layer: Layer) -> Row:
    rings = (encode(_closed(line, layer.scale), 1) for line in layer.lines)
    return [layer.scale, *(ring for ring in rings if ring is not None)]


def _closed(line: Polyline, scale: int) -> Points:
    """The points of a ring; of an open one, round the South Pole, with the land behind."""
    points: Points = list(zip(line.xs, line.ys, strict=True))
    if line.open:
        points += [(line.xs[-1], -90 * scale), (line.xs[0], -90 * scale), points[0]]
    return points
