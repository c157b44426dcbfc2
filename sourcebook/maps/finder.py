"""Which places of a dataset a map shows: those of several records, or all of one incident."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from sourcebook.link import Graph
from sourcebook.maps.items import Event, Marked, Places, Rival, Somewhere, Unplaced
from sourcebook.maps.positions import Area, Found, Position, found_of, rivals_of
from sourcebook.maps.view import Disc
from sourcebook.models import Claim, Incident, Location, Record
from sourcebook.models.values import Named

Href = Callable[[str], str]
"""The way from the page of a map to the page of a record."""


def places_of(graph: Graph, ids: Iterable[str], href: Href, here: str = "") -> Places:
    """The places of incidents and locations, for a map of several of them.

    Incidents at one location are one mark. A mark leads to the incident where there is one, else
    to the location; never to `here`, the page that the map is on.
    """
    records = (graph.records[name] for name in sorted(set(ids)))
    return _Finder(graph, href, here).places(records)


def places_of_incident(graph: Graph, name: str, href: Href) -> Places:
    """The place of an incident for the map on its own page, and all that claims give it.

    The incident itself is not named there, so that incidents at one place have the same map.
    """
    incident = graph.records[name]
    if not isinstance(incident, Incident):
        raise TypeError(f"{name} is no incident")
    finder = _Finder(graph, href, name)
    own, others = finder.places([incident]), tuple(finder.claimed(incident))
    areas = tuple(replace(area, events=()) for area in own.areas)
    if own.marks:
        mark = own.marks[0]
        rivals = tuple(Rival(m.disc, m.label, _by(graph, incident, m.id)) for m in others)
        marked = replace(mark, events=(), rivals=mark.rivals + rivals)
        return Places((marked,), own.unplaced)
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
        found = [(record, found_of(self.graph, record)) for record in records]
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

    def claimed(self, incident: Incident) -> Iterator[Marked]:
        """The places other than its own that claims of an incident name, each once."""
        for name in sorted({n for claim in _placing(incident) for n in _named(claim)}):
            place = self._location(name)
            found = found_of(self.graph, place)
            if name != incident.location and isinstance(found, tuple):
                disc, near = found
                yield Marked(name, place.label, disc, self.href(name), "claimed", near=near)

    def _locations(self, found: Iterable[tuple[Record, Found]]) -> Iterator[Marked]:
        for place, where in found:
            if isinstance(place, Location) and isinstance(where, tuple):
                disc, near = where
                yield Marked(
                    place.id, place.label, disc, self.href(place.id), "location",
                    rivals=rivals_of(place), near=near,
                )  # fmt: skip

    def _incidents(self, found: Iterable[tuple[Record, Found]]) -> Iterator[Marked]:
        groups: dict[str, list[tuple[Incident, Position]]] = {}
        for record, where in found:
            if isinstance(record, Incident) and isinstance(where, tuple):
                groups.setdefault(record.location, []).append((record, where))
        for name, members in groups.items():
            yield self._mark(self._location(name), members)

    def _areas(self, found: Iterable[tuple[Record, Found]]) -> Iterator[Somewhere]:
        groups: dict[str, list[Record]] = {}
        outlines: dict[str, Area] = {}
        for record, where in found:
            if isinstance(where, Area):
                outlines[where.place.id] = where
                groups.setdefault(where.place.id, []).append(record)
        for name, members in groups.items():
            events = [each for each in members if isinstance(each, Incident)]
            yield self._somewhere(outlines[name], events)

    def _somewhere(self, area: Area, members: list[Incident]) -> Somewhere:
        place = area.place
        return Somewhere(
            place.id, place.label, area.outline, self._way(place, members),
            "incident" if members else "location", self._events(members),
        )  # fmt: skip

    def _mark(self, place: Location, members: list[tuple[Incident, Position]]) -> Marked:
        incidents = [incident for incident, _ in members]
        radii = sorted({disc.radius for _, (disc, _) in members}, reverse=True)
        disc, near = members[0][1]
        return Marked(
            place.id, place.label, Disc(disc.lat, disc.lon, radii[0]),
            self._way(place, incidents), "incident", self._events(incidents), tuple(radii[1:]),
            rivals_of(place), near,
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


def _placing(incident: Incident) -> Iterator[Claim]:
    for claim in incident.claims:
        if claim.measure == "place" and claim.status not in ("withdrawn", "superseded"):
            yield claim


def _named(claim: Claim) -> tuple[str, ...]:
    return claim.value.ids if isinstance(claim.value, Named) else ()


def _by(graph: Graph, incident: Incident, place: str) -> tuple[str, ...]:
    """The labels of all who say that an incident was at a place."""
    found = {by for claim in _placing(incident) if place in _named(claim) for by in claim.by}
    return tuple(graph.records[by].label for by in sorted(found))
