"""Which places of a dataset a map shows: those of several records, or all of one incident."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from sourcebook.derive.locations import (
    AreaOnly,
    ClaimedPlace,
    GeoPosition,
    Located,
    locate,
    other_positions,
)
from sourcebook.geo.disc import Disc
from sourcebook.link import Graph
from sourcebook.maps.items import Event, Marked, Places, Rival, Somewhere, Unplaced
from sourcebook.models import Incident, Location, Record

Href = Callable[[str], str]
"""The way from the page of a map to the page of a record."""


def places_of(graph: Graph, ids: Iterable[str], href: Href, here: str = "") -> Places:
    """The places of incidents and locations, for a map of several of them.

    Incidents at one location are one mark. A mark leads to the incident where there is one, else
    to the location; never to `here`, the page that the map is on.
    """
    records = (graph.records[name] for name in sorted(set(ids)))
    return _Finder(graph, href, here).places(records)


def places_of_incident(
    graph: Graph, incident_id: str, href: Href, claimed: Sequence[ClaimedPlace] = ()
) -> Places:
    """The place of an incident for the map on its own page, and the places that claims give it.

    The incident itself is not named there, so that incidents at one place have the same map.

    Raises:
        TypeError: there is no incident of that id.
    """
    incident = graph.records[incident_id]
    if not isinstance(incident, Incident):
        raise TypeError(f"{incident_id} is no incident")
    finder = _Finder(graph, href, incident_id)
    own, others = finder.places([incident]), tuple(finder.claimed(claimed))
    areas = tuple(replace(area, events=()) for area in own.areas)
    if own.marks:
        mark, by = own.marks[0], {each.location_id: each.by for each in claimed}
        rivals = (Rival(m.disc, m.label, tuple(map(graph.label, by[m.id]))) for m in others)
        return Places((replace(mark, events=(), rivals=(*mark.rivals, *rivals)),), own.unplaced)
    return Places(others, own.unplaced, areas)


class _Finder:
    """Finds places for the map of one page."""

    def __init__(self, graph: Graph, href: Href, here: str) -> None:
        self.graph, self._href, self.here = graph, href, here

    def href(self, name: str) -> str | None:
        """The way to a record's page; None where that is the map's own."""
        return None if name == self.here else self._href(name)

    def places(self, records: Iterable[Record]) -> Places:
        """All that a map of some records shows, and what it cannot."""
        found = [(record, locate(self.graph, record)) for record in records]
        marks = [*self._locations(found), *self._incidents(found)]
        why = (
            Unplaced(record.id, record.label, self.href(record.id), where)
            for record, where in found
            if isinstance(where, str) and where
        )
        return Places(
            tuple(sorted(marks, key=lambda each: (each.label, each.id, each.kind))),
            tuple(sorted(why, key=lambda each: (each.label, each.id))),
            tuple(sorted(self._areas(found), key=lambda each: (each.label, each.id))),
        )

    def claimed(self, claimed: Iterable[ClaimedPlace]) -> Iterator[Marked]:
        """A mark for each place that claims give and that a map can show."""
        for each in claimed:
            place = self._location(each.location_id)
            found = locate(self.graph, place)
            if isinstance(found, GeoPosition):
                yield Marked(
                    place.id, place.label, found.disc, self.href(place.id), "claimed",
                    near=found.near,
                )  # fmt: skip

    def _locations(self, found: Iterable[tuple[Record, Located]]) -> Iterator[Marked]:
        for place, where in found:
            if isinstance(place, Location) and isinstance(where, GeoPosition):
                yield Marked(
                    place.id, place.label, where.disc, self.href(place.id), "location",
                    rivals=_rivals(place), near=where.near,
                )  # fmt: skip

    def _incidents(self, found: Iterable[tuple[Record, Located]]) -> Iterator[Marked]:
        groups: dict[str, list[tuple[Incident, GeoPosition]]] = {}
        for record, where in found:
            if isinstance(record, Incident) and isinstance(where, GeoPosition):
                groups.setdefault(record.location, []).append((record, where))
        for name, members in groups.items():
            yield self._mark(self._location(name), members)

    def _areas(self, found: Iterable[tuple[Record, Located]]) -> Iterator[Somewhere]:
        groups: dict[str, list[Record]] = {}
        outlines: dict[str, AreaOnly] = {}
        for record, where in found:
            if isinstance(where, AreaOnly):
                outlines[where.place.id] = where
                groups.setdefault(where.place.id, []).append(record)
        for name, members in groups.items():
            events = [each for each in members if isinstance(each, Incident)]
            yield self._somewhere(outlines[name], events)

    def _somewhere(self, area: AreaOnly, members: list[Incident]) -> Somewhere:
        place = area.place
        return Somewhere(
            place.id, place.label, area.outline, self._way(place, members),
            "incident" if members else "location", self._events(members),
        )  # fmt: skip

    def _mark(self, place: Location, members: list[tuple[Incident, GeoPosition]]) -> Marked:
        incidents = [incident for incident, _ in members]
        radii = sorted({where.disc.radius for _, where in members}, reverse=True)
        disc, near = members[0][1].disc, members[0][1].near
        return Marked(
            place.id, place.label, Disc(disc.lat, disc.lon, radii[0]),
            self._way(place, incidents), "incident", self._events(incidents), tuple(radii[1:]),
            _rivals(place), near,
        )  # fmt: skip

    def _way(self, place: Location, members: list[Incident]) -> str | None:
        """To an incident that is alone, else to the place."""
        only = members[0].id if len(members) == 1 else place.id
        return self.href(only) or self.href(place.id)

    def _events(self, members: Iterable[Incident]) -> tuple[Event, ...]:
        return tuple(Event(each.title, self.href(each.id)) for each in members)

    def _location(self, name: str) -> Location:
        record = self.graph.records[name]
        if not isinstance(record, Location):
            raise TypeError(f"{name} is no location")
        return record


def _rivals(place: Location) -> tuple[Rival, ...]:
    return tuple(map(Rival, other_positions(place)))
