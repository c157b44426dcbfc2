"""Locations: where an incident or a place was, as closely as it is known. All readers ask here.

Maps, the moving map, tables and the words beside them show the same places and the same other
positions: those of the records, and those that current claims give.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from sourcebook.derive.areas import Outline, containing_places, outline_of
from sourcebook.derive.matrix import Scope
from sourcebook.geo.disc import Disc
from sourcebook.link import Graph
from sourcebook.models import Coordinates, Incident, Location, Record, References
from sourcebook.models.location import Near as NearPlace
from sourcebook.vocabulary import PlacePrecision


@dataclass(frozen=True, slots=True)
class Near:
    """That a place is known only by its distance from another: that one's name, and which way."""

    label: str
    direction: str = ""


@dataclass(frozen=True, slots=True)
class GeoPosition:
    """All points where something can be; with `near` they lie round the place that it is near."""

    disc: Disc
    near: Near | None = None


@dataclass(frozen=True, slots=True)
class AreaOnly:
    """That something is known only to an area: the place that it is, and its outline."""

    place: Location
    outline: Outline


Located = GeoPosition | AreaOnly | str
"""Where something can be, or why that cannot be drawn."""


@dataclass(frozen=True, slots=True)
class ClaimedPlace:
    """A place that current claims give for an incident: the ids of the location and of who say so.

    `by` is sorted.
    """

    location_id: str
    by: tuple[str, ...]


def claimed_places(incident: Incident, scopes: Iterable[Scope]) -> tuple[ClaimedPlace, ...]:
    """The places other than its own that current claims give for an incident, by their ids."""
    found: dict[str, set[str]] = {}
    for scope in scopes:
        for entry in scope.claims if scope.measure.says_where else ():
            value = entry.claim.value
            for location_id in value.ids if entry.current and isinstance(value, References) else ():
                found.setdefault(location_id, set()).update(entry.claim.by)
    found.pop(incident.location, None)
    return tuple(ClaimedPlace(place, tuple(sorted(found[place]))) for place in sorted(found))


def locate(graph: Graph, record: Record) -> Located:
    """Where an incident or a location can be; of other records an empty reason."""
    if isinstance(record, Incident):
        return _locate_incident(graph, record)
    return _locate_place(graph, record) if isinstance(record, Location) else ""


def _locate_incident(graph: Graph, incident: Incident) -> Located:
    place = graph.records.get(incident.location)
    precision = graph.dataset.terms(PlacePrecision)[incident.location_precision]
    if not isinstance(place, Location) or precision.is_unknown:
        return "its place is not known"
    if precision.radius_m is None:
        return _area_of(graph, place, precision.area_type)
    found = _locate_place(graph, place)
    if not isinstance(found, GeoPosition) or found.near is not None:
        return found
    disc = found.disc
    return GeoPosition(Disc(disc.lat, disc.lon, max(precision.radius_m, disc.radius)))


def _area_of(graph: Graph, place: Location, area_type: str) -> AreaOnly | str:
    """The area of a type that a place lies in, or the place itself where that is an area."""
    areas = (each for each in containing_places(graph, place) if each.type == area_type)
    above = next(areas, place)
    outline = outline_of(graph, above)
    if outline is None:
        return f"known only to {above.label}, of which there is no outline"
    return AreaOnly(above, outline)


def _locate_place(graph: Graph, place: Location) -> Located:
    outline = outline_of(graph, place)
    if outline is not None:
        return AreaOnly(place, outline)
    if place.coordinates is not None:
        return GeoPosition(_disc(place.coordinates))
    if place.near is not None:
        return _near(graph, place.near)
    return f"no coordinates of {place.label} are given"


def _near(graph: Graph, near: NearPlace) -> GeoPosition | str:
    other = graph.records.get(near.location)
    if not isinstance(other, Location) or other.coordinates is None:
        label = near.location if other is None else other.label
        return f"known only to lie near {label}, which has no coordinates here"
    at = other.coordinates
    disc = Disc(at.lat, at.lon, float(near.distance_m))
    return GeoPosition(disc, Near(other.label, near.direction or ""))


def _disc(at: Coordinates) -> Disc:
    return Disc(at.lat, at.lon, float(at.uncertainty_m))


def other_positions(place: Location) -> tuple[Disc, ...]:
    """The other positions that sources give for a location that has one."""
    return () if place.coordinates is None else tuple(map(_disc, place.rival_coordinates))
