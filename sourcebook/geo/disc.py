"""A disc on the Earth: where something is, with how far off that may be."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Disc:
    """All that lies within a radius in metres of a point in degrees."""

    lat: float
    lon: float
    radius: float = 0.0
