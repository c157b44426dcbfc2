"""Distances and points on the Earth in words: "10.5 km", "35.34° N, 40.31° E"."""

from math import ceil, floor, log10

from sourcebook.language.numbers import Numbers

_METRES_IN_A_DEGREE = 111_195
"""Of latitude, on a sphere of the Earth's mean radius."""


class Places(Numbers):
    """Distances and points of a locale."""

    def distance(self, metres: float) -> str:
        """A distance in metres: whole metres, tenths of km below 10 km, then whole km.

        Halves are rounded up, as the browser does: tests/cases/distances.json tries both.

        >>> [Places().distance(metres) for metres in (950, 1000, 1500, 9_950, 10_500)]
        ['950 m', '1 km', '1.5 km', '10 km', '11 km']
        """
        tenths = _half_up(metres / 100)
        if _half_up(metres) < 1000:
            return self.text("{number} m", number=_half_up(metres))
        if tenths < 100 and _half_up(metres) % 1000:
            return self.text("{number} km", number=self._with_tenth(*divmod(tenths, 10)))
        return self.text("{number} km", number=self.number(_half_up(metres / 1000)))

    def metres(self, metres: float) -> str:
        """A distance in metres as it was given, not rounded.

        >>> Places().metres(22_300)
        '22,300 m'
        """
        return self.text("{number} m", number=self.number(metres))

    def _with_tenth(self, whole: int, tenth: int) -> str:
        point = self.number(1.5)[1:-1]
        return f"{whole}{point}{tenth}"

    def coordinates(self, lat: float, lon: float, radius_m: float = 1) -> str:
        """A point in degrees, with no more decimals than the metres that it is known to allow.

        >>> Places().coordinates(-33.50583, 38.61778, 5000)
        '33.51° S, 38.62° E'
        """
        decimals = max(0, min(5, ceil(log10(_METRES_IN_A_DEGREE / max(radius_m, 1)))))
        message = f"{{lat}}° {'S' if lat < 0 else 'N'}, {{lon}}° {'W' if lon < 0 else 'E'}"
        return self.text(message, lat=f"{abs(lat):.{decimals}f}", lon=f"{abs(lon):.{decimals}f}")


def _half_up(value: float) -> int:
    return floor(value + 0.5)
