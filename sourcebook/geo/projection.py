"""From the Earth to a plane: a stereographic projection for a part of it, Equal Earth for all.

The Earth is a sphere of the mean radius (IUGG), which puts distances off by at most 0.6 %. Lengths
are in metres, angles in degrees, y grows to the north.
"""

from dataclasses import dataclass
from functools import cached_property
from math import asin, atan2, cos, degrees, hypot, radians, sin, sqrt, tan

from sourcebook.geo.distance import EARTH_RADIUS_M

Point = tuple[float, float]

_FARTHEST = -0.9
"""The cosine of the angle beyond which a point is drawn no farther away."""


@dataclass(frozen=True)
class Stereographic:
    """Conformal and azimuthal: every circle on the Earth is a circle on the map.

    It knows no date line and no pole, so it serves anywhere. The scale is true at the middle, 1 %
    too large 1,270 km from it and 8 % at 3,500 km (Snyder, Map Projections, USGS 1395, p. 157).
    """

    lat: float
    lon: float

    @cached_property
    def _middle(self) -> tuple[float, float, float]:
        return sin(radians(self.lat)), cos(radians(self.lat)), radians(self.lon)

    def forward(self, lat: float, lon: float) -> Point:
        """Where a place is drawn; the far end of the Earth is kept at a finite distance."""
        sin0, cos0, lon0 = self._middle
        phi, turn = radians(lat), radians(lon) - lon0
        sin1, cos1 = sin(phi), cos(phi)
        east, north = cos1 * sin(turn), cos0 * sin1 - sin0 * cos1 * cos(turn)
        near = max(sin0 * sin1 + cos0 * cos1 * cos(turn), _FARTHEST)
        k = 2 * EARTH_RADIUS_M / (1 + near)
        return k * east, k * north

    def inverse(self, x: float, y: float) -> Point:
        """The latitude and longitude drawn at a point."""
        sin0, cos0, _ = self._middle
        far = hypot(x, y)
        if far < 1e-9:
            return self.lat, self.lon
        angle = 2 * atan2(far, 2 * EARTH_RADIUS_M)
        height = cos(angle) * sin0 + y * sin(angle) * cos0 / far
        turn = atan2(x * sin(angle), far * cos0 * cos(angle) - y * sin0 * sin(angle))
        return degrees(asin(max(-1.0, min(1.0, height)))), wrapped(self.lon + degrees(turn))

    def circle(self, lat: float, lon: float, radius: float) -> tuple[float, float, float]:
        """The circle on the map of all that is `radius` metres from a place: middle and radius.

        The place itself is drawn off that middle, a little towards the middle of the map.
        """
        x, y = self.forward(lat, lon)
        away = hypot(x, y)
        angle, reach = 2 * atan2(away, 2 * EARTH_RADIUS_M), radius / EARTH_RADIUS_M
        near, far = (2 * EARTH_RADIUS_M * tan((angle + each) / 2) for each in (-reach, reach))
        share = (near + far) / 2 / away if away > 1e-6 else 0.0
        return x * share, y * share, (far - near) / 2


_A = (1.340264, -0.081106, 0.000893, 0.003796)
_M = sqrt(3) / 2


@dataclass(frozen=True)
class EqualEarth:
    """The whole Earth, areas true (Savric, Patterson and Jenny, 2018). `lon` is its middle.

    Along the equator lengths are true at 0.8615 times the scale, see `EQUATOR`.
    """

    lon: float

    def forward(self, lat: float, lon: float) -> Point:
        """Where a place is drawn; longitudes are taken as they are, so that edges can be drawn."""
        theta = asin(_M * sin(radians(max(-90.0, min(90.0, lat)))))
        x = radians(lon - self.lon) * cos(theta) / (_M * _slope(theta))
        return x * EARTH_RADIUS_M, _height(theta) * EARTH_RADIUS_M

    def inverse(self, x: float, y: float) -> Point | None:
        """The latitude and longitude drawn at a point; None outside the outline of the Earth."""
        theta = y / EARTH_RADIUS_M
        for _ in range(8):
            theta -= (_height(theta) - y / EARTH_RADIUS_M) / _slope(theta)
        height = sin(theta) / _M
        if abs(height) > 1 or abs(theta) > 1.0472:
            return None
        turn = degrees(x / EARTH_RADIUS_M * _M * _slope(theta) / cos(theta))
        return None if abs(turn) > 180 else (degrees(asin(height)), wrapped(self.lon + turn))


def _height(theta: float) -> float:
    t2 = theta * theta
    t6 = t2 * t2 * t2
    return theta * (_A[0] + _A[1] * t2 + t6 * (_A[2] + _A[3] * t2))


def _slope(theta: float) -> float:
    t2 = theta * theta
    t6 = t2 * t2 * t2
    return _A[0] + 3 * _A[1] * t2 + t6 * (7 * _A[2] + 9 * _A[3] * t2)


EQUATOR = EqualEarth(0).forward(0, 1)[0] / (radians(1) * EARTH_RADIUS_M)
"""The scale of Equal Earth along the equator."""


def wrapped(lon: float) -> float:
    """A longitude between -180 (included) and 180 degrees."""
    return (lon + 180) % 360 - 180


def travel(lat: float, lon: float, radius: float, bearing: float) -> Point:
    """The place `radius` metres from another on a bearing in degrees from north by east."""
    phi, angle, turn = radians(lat), radius / EARTH_RADIUS_M, radians(bearing)
    height = sin(phi) * cos(angle) + cos(phi) * sin(angle) * cos(turn)
    east = sin(turn) * sin(angle) * cos(phi)
    north = cos(angle) - sin(phi) * height
    return degrees(asin(max(-1.0, min(1.0, height)))), lon + degrees(atan2(east, north))
