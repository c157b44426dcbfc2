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


def distance(metres: float) -> str:
    """A distance in metres, in words: metres or kilometres."""
    if metres < 1000:
        return f"{metres:.0f} m"
    kilometres = metres / 1000
    return f"{kilometres:.1f} km" if kilometres < 10 and kilometres % 1 else f"{kilometres:,.0f} km"
