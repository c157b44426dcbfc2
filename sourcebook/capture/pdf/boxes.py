"""Boxes around what is drawn: left, bottom, right, top."""

from collections.abc import Sequence

from pdfminer.utils import PathSegment, Point, Rect


def subpaths(path: Sequence[PathSegment]) -> list[list[Point]]:
    """The points of each part of a path."""
    parts: list[list[Point]] = []
    for kind, *numbers in path:
        if kind == "m":
            parts.append([])
        if parts:
            values = [float(value) for value in numbers if isinstance(value, int | float)]
            parts[-1] += zip(values[::2], values[1::2], strict=False)
    return [points for points in parts if points]


def corners(box: Rect) -> list[Point]:
    """The corners of a box."""
    left, bottom, right, top = box
    return [(left, bottom), (right, bottom), (left, top), (right, top)]


def bounds(points: Sequence[Point]) -> Rect:
    """The smallest box around points."""
    across, up = [x for x, _ in points], [y for _, y in points]
    return min(across), min(up), max(across), max(up)
