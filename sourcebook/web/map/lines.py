"""A part of the basemap as lists of lines, cut out and written as the basemap has them."""

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from sourcebook.geo.basemap import Bounds, Chunk, Detail, Layer, Polyline
from sourcebook.geo.coding import Points, encode
from sourcebook.maps.paths import clipped

_BEYOND = 0.5
"""How far beyond the edge of a part, in degrees, its lines go on, so that no edge is drawn."""
_ROUND = 30.0
"""The same to the west and the east where a part goes round the Earth: nothing is cut there."""

Row = list[Any]
"""A line: longitude and latitude of its start in units, then its steps; of rivers, name first."""


def lines_in(lines: Detail, box: Bounds) -> dict[str, Any]:
    """The lines of a scale in a box of degrees, by kind, with their unit and the box."""
    bounds = _bounds(box, lines.land.scale)
    kinds = ("borders", "disputed", "divisions")
    strokes = {kind: [row for _, row in _strokes(getattr(lines, kind), bounds)] for kind in kinds}
    rivers = _strokes(lines.rivers, bounds)
    return strokes | {
        "scale": lines.land.scale,
        "extent": [round(limit, 3) for limit in box],
        "land": list(_rings(lines.land, bounds)),
        "lakes": list(_rings(lines.lakes, bounds)),
        "rivers": [[*lines.rivers.names[number], *row] for number, row in rivers],
    }


def _bounds(box: Bounds, scale: int) -> Bounds:
    west, south, east, north = box
    across = _ROUND if east - west == 360 else _BEYOND
    limits = west - across, south - _BEYOND, east + across, north + _BEYOND
    return limits[0] * scale, limits[1] * scale, limits[2] * scale, limits[3] * scale


def _rings(layer: Layer, bounds: Bounds) -> Iterator[Row]:
    """Rings, closed; the one round the South Pole stays open where none of it is cut off."""
    for number in layer.near(bounds):
        line = layer.lines[number]
        points: Points = list(zip(line.xs, line.ys, strict=True))
        if not (line.open and _holds(bounds, line.box)):
            pole = -90 * layer.scale
            points += [(points[-1][0], pole), (points[0][0], pole)] if line.open else []
            points = clipped(points, bounds)
            points += points[:1]
        yield from _written(points)


def _strokes(layer: Layer, bounds: Bounds) -> Iterator[tuple[int, Row]]:
    for number in layer.near(bounds):
        for run in _runs(layer.lines[number], bounds):
            for row in _written(run):
                yield number, row


def _runs(line: Polyline, bounds: Bounds) -> Iterator[Points]:
    """The stretches of a line whose boxes meet another."""

    def shown(chunk: Chunk) -> bool:
        west, south, east, north = chunk.box
        return west <= bounds[2] and bounds[0] <= east and south <= bounds[3] and bounds[1] <= north

    for inside, group in groupby(line.chunks, shown):
        if inside:
            chunks = list(group)
            part = slice(chunks[0].start, chunks[-1].stop)
            yield list(zip(line.xs[part], line.ys[part], strict=True))


def _holds(outer: Bounds, inner: Bounds) -> bool:
    return (
        outer[0] <= inner[0] and outer[1] <= inner[1]
        and inner[2] <= outer[2] and inner[3] <= outer[3]
    )  # fmt: skip


def _written(points: Points) -> Iterator[Row]:
    row = encode(points, 1) if points else None
    if row is not None:
        yield row
