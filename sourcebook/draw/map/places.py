"""Which places of a dataset a map can mark, how closely each is known, and why some cannot be."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Literal

from sourcebook.draw.map.view import Disc
from sourcebook.link import Graph
from sourcebook.models import Claim, Coordinates, Incident, Location, Record
from sourcebook.models.values import Named

Href = Callable[[str], str]
"""The way from the page of a map to the page of a record."""

Kind = Literal["incident", "location", "claimed"]

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


@dataclass(frozen=True, slots=True)
class Near:
    """That a place is known only by its distance from another: that one's name, and which way."""

    label: str
    direction: str = ""


@dataclass(frozen=True, slots=True)
class Rival:
    """Another position of the same: where, and if a claim gives it, which place and by whom."""

    disc: Disc
    label: str = ""
    by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Event:
    """An incident at a marked place: its title and its page."""

    title: str
    href: str | None


@dataclass(frozen=True, slots=True)
class Marked:
    """A place to be marked.

    `disc` holds all points where it can be: with `near` it lies round the place that it is near.
    `rings` are the radii of lesser discs round the same point. `claimed` is a place that only a
    claim names.
    """

    id: str
    label: str
    disc: Disc
    href: str | None = None
    kind: Kind = "incident"
    events: tuple[Event, ...] = ()
    rings: tuple[float, ...] = ()
    rivals: tuple[Rival, ...] = ()
    near: Near | None = None


@dataclass(frozen=True, slots=True)
class Unplaced:
    """What no map marks, and why: it is to be listed beside the map."""

    id: str
    label: str
    href: str | None
    why: str


@dataclass(frozen=True, slots=True)
class Places:
    """What a map marks, and what it does not."""

    marks: tuple[Marked, ...]
    unplaced: tuple[Unplaced, ...]


def places_of(graph: Graph, ids: Iterable[str], href: Href, here: str = "") -> Places:
    """The places of incidents and locations, for a map of several of them.

    Incidents at one location are one mark. A mark leads to the incident where there is one, else
    to the location; never to `here`, the page that the map is on.
    """
    finder = _Finder(graph, href, here)
    records = [graph.records[name] for name in sorted(set(ids))]
    marks = [*finder.locations(records), *finder.incidents(records)]
    return Places(
        tuple(sorted(marks, key=lambda m: (m.label, m.id, m.kind))), finder.unplaced(records)
    )


def places_of_incident(graph: Graph, name: str, href: Href) -> Places:
    """The place of an incident for the map on its own page, and all that claims give it.

    The incident itself is not named there, so that incidents at one place have the same map.
    """
    incident = graph.records[name]
    if not isinstance(incident, Incident):
        raise TypeError(f"{name} is no incident")
    finder = _Finder(graph, href, name)
    own = tuple(finder.incidents([incident]))
    others = tuple(finder.claimed(incident))
    unplaced = finder.unplaced([incident])
    if own:
        rivals = tuple(Rival(m.disc, m.label, _by(graph, incident, m.id)) for m in others)
        return Places((replace(own[0], events=(), rivals=own[0].rivals + rivals),), unplaced)
    return Places(others, unplaced)


class _Finder:
    """Finds places for the map of one page."""

    def __init__(self, graph: Graph, href: Href, here: str) -> None:
        self.graph, self._href, self.here = graph, href, here

    def href(self, name: str) -> str | None:
        """The way to a record's page; None where that is the map's own."""
        return None if name == self.here else self._href(name)

    def locations(self, records: Iterable[Record]) -> Iterator[Marked]:
        for place in records:
            found = _position(self.graph, place) if isinstance(place, Location) else ""
            if isinstance(place, Location) and not isinstance(found, str):
                disc, near = found
                yield Marked(
                    place.id, place.label, disc, self.href(place.id), "location",
                    rivals=_rivals(place), near=near,
                )  # fmt: skip

    def incidents(self, records: Iterable[Record]) -> Iterator[Marked]:
        groups: dict[str, list[Incident]] = {}
        for record in records:
            if isinstance(record, Incident):
                groups.setdefault(record.location, []).append(record)
        for name, members in groups.items():
            placed = [m for m in members if not isinstance(_place(self.graph, m), str)]
            if placed:
                yield self._mark(self._location(name), placed)

    def claimed(self, incident: Incident) -> Iterator[Marked]:
        """The places other than its own that claims of an incident name, each once."""
        for name in sorted({n for claim in _placing(incident) for n in _named(claim)}):
            place = self._location(name)
            found = _position(self.graph, place)
            if name != incident.location and not isinstance(found, str):
                disc, near = found
                yield Marked(name, place.label, disc, self.href(name), "claimed", near=near)

    def unplaced(self, records: Iterable[Record]) -> tuple[Unplaced, ...]:
        found = []
        for record in records:
            why = _why(self.graph, record)
            if why:
                found.append(Unplaced(record.id, record.label, self.href(record.id), why))
        return tuple(sorted(found, key=lambda each: (each.label, each.id)))

    def _mark(self, place: Location, members: list[Incident]) -> Marked:
        found = [each for m in members if not isinstance(each := _place(self.graph, m), str)]
        radii = sorted({disc.radius for disc, _ in found}, reverse=True)
        events = tuple(Event(m.title, self.href(m.id)) for m in members)
        (disc, near), *_ = found
        only = members[0].id if len(members) == 1 else place.id
        return Marked(
            place.id, place.label, Disc(disc.lat, disc.lon, radii[0]),
            self.href(only) or self.href(place.id), "incident", events, tuple(radii[1:]),
            _rivals(place), near,
        )  # fmt: skip

    def _location(self, name: str) -> Location:
        record = self.graph.records[name]
        if not isinstance(record, Location):
            raise TypeError(f"{name} is no location")
        return record


Position = tuple[Disc, Near | None]


def _place(graph: Graph, incident: Incident) -> Position | str:
    """Where an incident can have been, or why that cannot be drawn."""
    place = graph.records.get(incident.location)
    radius = RADII.get(incident.location_precision)
    if not isinstance(place, Location) or incident.location_precision == "unknown":
        return "its place is not known"
    if radius is None:
        return f"known only to {place.label}"
    found = _position(graph, place)
    if isinstance(found, str) or found[1] is not None:
        return found
    disc = found[0]
    return Disc(disc.lat, disc.lon, max(radius, disc.radius)), None


def _position(graph: Graph, place: Location) -> Position | str:
    """Where a location can be, or why that cannot be drawn."""
    if place.coordinates is not None:
        return _disc(place.coordinates), None
    if place.near is None:
        return f"no coordinates of {place.label} are given"
    other = graph.records.get(place.near.location)
    if not isinstance(other, Location) or other.coordinates is None:
        label = place.near.location if other is None else other.label
        return f"known only to lie near {label}, which has no coordinates here"
    at = other.coordinates
    disc = Disc(at.lat, at.lon, float(place.near.distance_m))
    return disc, Near(other.label, place.near.direction or "")


def _why(graph: Graph, record: Record) -> str:
    found: Position | str = ""
    if isinstance(record, Incident):
        found = _place(graph, record)
    elif isinstance(record, Location):
        found = _position(graph, record)
    return found if isinstance(found, str) else ""


def _disc(at: Coordinates) -> Disc:
    return Disc(at.lat, at.lon, float(at.uncertainty_m))


def _rivals(place: Location) -> tuple[Rival, ...]:
    """The other positions of a location that has one."""
    if place.coordinates is None:
        return ()
    return tuple(Rival(_disc(each)) for each in place.rival_coordinates)


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
