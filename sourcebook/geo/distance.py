"""Distances on the Earth."""

from math import asin, cos, radians, sin, sqrt

EARTH_RADIUS_M = 6_371_008.8
"""The mean radius of the Earth in metres (IUGG)."""


def great_circle(one: tuple[float, float], other: tuple[float, float]) -> float:
    """The distance in metres of two points of latitude and longitude in degrees (haversine)."""
    (lat1, lon1), (lat2, lon2) = (tuple(map(radians, point)) for point in (one, other))
    height = sin((lat2 - lat1) / 2) ** 2
    width = cos(lat1) * cos(lat2) * sin((lon2 - lon1) / 2) ** 2
    return 2 * EARTH_RADIUS_M * asin(min(1.0, sqrt(height + width)))
