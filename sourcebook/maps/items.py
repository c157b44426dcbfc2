"""What a map shows of a dataset: places, areas, and what it has no place for."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from sourcebook.derive.areas import Outline
from sourcebook.derive.locations import (
    AreaOnly,
    ClaimedPlace,
    GeoPosition,
    Near,
    locate,
    other_positions,
)
from sourcebook.geo.disc import Disc
from sourcebook.link import Graph
from sourcebook.models import Incident, Location, Record

Href = Callable[[str], str]
"""The way from the page of a map to the page of a record, by its id."""
Kind = Literal["incident", "location", "claimed"]


@dataclass(frozen=True, slots=True)
class OtherPosition:
    """Another position of the same: where, and if a claim gives it, which place and by whom."""

    disc: Disc
    label: str = ""
    by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LinkedIncident:
    """An incident at a place: its title and its page."""

    title: str
    href: str | None


@dataclass(frozen=True, slots=True)
class MapPlace:
    """A place to be marked.

    `disc` holds all points where it can be: with `near` it lies round the place that it is near.
    `rings` are the radii in metres of lesser discs round the same point, `others` its other
    positions. `claimed` is a place that only a claim names.
    """

    id: str
    label: str
    disc: Disc
    href: str | None = None
    kind: Kind = "incident"
    incidents: tuple[LinkedIncident, ...] = ()
    rings: tuple[float, ...] = ()
    others: tuple[OtherPosition, ...] = ()
    near: Near | None = None

    @property
    def discs(self) -> tuple[Disc, ...]:
        """All that a map of it must show."""
        return (self.disc, *(other.disc for other in self.others))


@dataclass(frozen=True, slots=True)
class MapArea:
    """What is known only to a country or a division: its outline is drawn, and never a point.

    Of the kind `incident` it holds incidents, of the kind `location` it is itself what is shown.
    """

    id: str
    label: str
    outline: Outline
    href: str | None = None
    kind: Kind = "location"
    incidents: tuple[LinkedIncident, ...] = ()


@dataclass(frozen=True, slots=True)
class Unlocated:
    """What no map marks, and why: it is to be listed beside the map."""

    id: str
    label: str
    href: str | None
    why: str


@dataclass(frozen=True, slots=True)
class MapItems:
    """What a map marks, and what it does not. What is in `areas` is in neither of the others."""

    places: tuple[MapPlace, ...]
    unlocated: tuple[Unlocated, ...]
    areas: tuple[MapArea, ...] = ()


def map_items(graph: Graph, record_ids: Iterable[str], href: Href, here: str = "") -> MapItems:
    """The places of incidents and locations, for a map of several of them.

    Incidents at one location are one place. It leads to the incident where there is one, else to
    the location; never to `here`, the page that the map is on.
    """
    records = (graph.records[record_id] for record_id in sorted(set(record_ids)))
    return _Finder(graph, href, here).find(records)


def map_items_of_incident(
    graph: Graph, incident_id: str, href: Href, claimed: Sequence[ClaimedPlace] = ()
) -> MapItems:
    """The place of an incident for the map on its own page, and the places that claims give it.

    The incident itself is not named there, so that incidents at one place have the same map.

    Raises:
        TypeError: there is no incident of that id.
    """
    incident = graph.records[incident_id]
    if not isinstance(incident, Incident):
        raise TypeError(f"{incident_id} is no incident")
    finder = _Finder(graph, href, incident_id)
    own = finder.find([incident])
    found = [(each, finder.claimed(each.location_id)) for each in claimed]
    given = [(each, place) for each, place in found if place]
    if not own.places:
        areas = tuple(replace(area, incidents=()) for area in own.areas)
        return MapItems(tuple(place for _, place in given), own.unlocated, areas)
    others = (
        OtherPosition(place.disc, place.label, tuple(map(graph.label, each.by)))
        for each, place in given
    )
    (place,) = own.places
    return MapItems((replace(place, incidents=(), others=(*place.others, *others)),), own.unlocated)


class _Finder:
    """Finds what the map of one page shows."""

    def __init__(self, graph: Graph, href: Href, here: str) -> None:
        self.graph, self._href, self.here = graph, href, here

    def href(self, record_id: str) -> str | None:
        """The way to a record's page; None where that is the map's own."""
        return None if record_id == self.here else self._href(record_id)

    def find(self, records: Iterable[Record]) -> MapItems:
        """All that a map of some records shows, and what it cannot."""
        places: list[MapPlace] = []
        unlocated: list[Unlocated] = []
        areas: dict[str, tuple[AreaOnly, list[Incident]]] = {}
        by_location: dict[str, list[tuple[Incident, GeoPosition]]] = defaultdict(list)
        for record in records:
            where = locate(self.graph, record)
            if isinstance(where, AreaOnly):
                _, members = areas.setdefault(where.place.id, (where, []))
                members += [record] if isinstance(record, Incident) else []
            elif isinstance(where, str):
                here = Unlocated(record.id, record.label, self.href(record.id), where)
                unlocated += [here] if where else []
            elif isinstance(record, Incident):
                by_location[record.location].append((record, where))
            elif isinstance(record, Location):
                places.append(self._place(record, where))
        places += [self._with_incidents(*each) for each in by_location.items()]
        return MapItems(
            tuple(sorted(places, key=lambda each: (each.label, each.id, each.kind))),
            tuple(sorted(unlocated, key=_by_label)),
            tuple(sorted((self._area(*each) for each in areas.values()), key=_by_label)),
        )

    def claimed(self, location_id: str) -> MapPlace | None:
        """A place that claims give, if a map can show it."""
        location = self._location(location_id)
        where = locate(self.graph, location)
        if not isinstance(where, GeoPosition):
            return None
        return replace(self._place(location, where), kind="claimed", others=())

    def _place(self, location: Location, where: GeoPosition) -> MapPlace:
        others = tuple(map(OtherPosition, other_positions(location)))
        href = self.href(location.id)
        return MapPlace(
            location.id, location.label, where.disc, href, "location", (), (), others, where.near
        )

    def _with_incidents(
        self, location_id: str, members: Sequence[tuple[Incident, GeoPosition]]
    ) -> MapPlace:
        """A location with the incidents at it, each with a disc of its own round one point."""
        location, (_, where) = self._location(location_id), members[0]
        first, *rings = sorted({each.disc.radius for _, each in members}, reverse=True)
        incidents = [incident for incident, _ in members]
        return replace(
            self._place(location, where),
            disc=Disc(where.disc.lat, where.disc.lon, first),
            href=self._way(location, incidents),
            kind="incident",
            incidents=self._linked(incidents),
            rings=tuple(rings),
        )

    def _area(self, area: AreaOnly, members: Sequence[Incident]) -> MapArea:
        place = area.place
        kind: Kind = "incident" if members else "location"
        href, incidents = self._way(place, members), self._linked(members)
        return MapArea(place.id, place.label, area.outline, href, kind, incidents)

    def _way(self, place: Location, members: Sequence[Incident]) -> str | None:
        """To an incident that is alone, else to the place."""
        only = members[0].id if len(members) == 1 else place.id
        return self.href(only) or self.href(place.id)

    def _linked(self, members: Iterable[Incident]) -> tuple[LinkedIncident, ...]:
        return tuple(LinkedIncident(each.title, self.href(each.id)) for each in members)

    def _location(self, location_id: str) -> Location:
        record = self.graph.records[location_id]
        if not isinstance(record, Location):
            raise TypeError(f"{location_id} is no location")
        return record


def _by_label(item: Unlocated | MapArea) -> tuple[str, str]:
    return item.label, item.id
