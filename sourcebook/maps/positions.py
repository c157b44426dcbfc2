"""Where a record can be, as closely as it is known, or why no map can show it."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from sourcebook.link import Graph
from sourcebook.maps.items import Near, Rival
from sourcebook.maps.outlines import Outline, outline_of, upward
from sourcebook.maps.view import Disc
from sourcebook.models import Coordinates, Incident, Location, Record
from sourcebook.models.location import Near as Distance

RADII: Mapping[str, int] = MappingProxyType(
    {
        "exact": 10,
        "vicinity": 100,
        "locality": 1_000,
        "settlement": 3_000,
        "near_settlement": 25_000,
        "sea_or_air": 0,
    }
)
"""How far off in metres an incident may be for each precision of a place that is no area.

After Atlos (exact, vicinity, locality) and UCDP (near a settlement). At sea or in the air the
radius is that of the point's own estimate.
"""

_LEVELS: Mapping[str, str] = MappingProxyType({"adm1": "governorate", "country": "country"})
"""The type of the area that an incident of a precision is known to."""

Position = tuple[Disc, Near | None]


@dataclass(frozen=True, slots=True)
class Area:
    """That something is known only to an area."""

    place: Location
    outline: Outline


Found = Position | Area | str
"""Where something can be, or why that cannot be drawn."""


def found_of(graph: Graph, record: Record) -> Found:
    """Where an incident or a location can be; of other records an empty reason."""
    if isinstance(record, Incident):
        return _of_incident(graph, record)
    return position_of(graph, record) if isinstance(record, Location) else ""


def _of_incident(graph: Graph, incident: Incident) -> Found:
    place = graph.records.get(incident.location)
    precision = incident.location_precision
    if not isinstance(place, Location) or precision == "unknown":
        return "its place is not known"
    if precision not in RADII:
        return _area_of(graph, place, _LEVELS.get(precision, ""))
    found = position_of(graph, place)
    if not isinstance(found, tuple) or found[1] is not None:
        return found
    disc = found[0]
    return Disc(disc.lat, disc.lon, max(RADII[precision], disc.radius)), None


def _area_of(graph: Graph, place: Location, level: str) -> Area | str:
    """The area of a level that a place lies in, or the place itself where that is an area."""
    above = next((each for each in upward(graph, place) if each.type == level), place)
    outline = outline_of(graph, above)
    if outline is None:
        return f"known only to {above.label}, of which there is no outline"
    return Area(above, outline)


def position_of(graph: Graph, place: Location) -> Found:
    """Where a location can be, or why that cannot be drawn."""
    outline = outline_of(graph, place)
    if outline is not None:
        return Area(place, outline)
    if place.coordinates is not None:
        return _disc(place.coordinates), None
    if place.near is not None:
        return _near(graph, place.near)
    return f"no coordinates of {place.label} are given"


def _near(graph: Graph, near: Distance) -> Position | str:
    other = graph.records.get(near.location)
    if not isinstance(other, Location) or other.coordinates is None:
        label = near.location if other is None else other.label
        return f"known only to lie near {label}, which has no coordinates here"
    at = other.coordinates
    return Disc(at.lat, at.lon, float(near.distance_m)), Near(other.label, near.direction or "")


def _disc(at: Coordinates) -> Disc:
    return Disc(at.lat, at.lon, float(at.uncertainty_m))


def rivals_of(place: Location) -> tuple[Rival, ...]:
    """The other positions of a location that has one."""
    if place.coordinates is None:
        return ()
    return tuple(Rival(_disc(each)) for each in place.rival_coordinates)
