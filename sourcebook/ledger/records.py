"""Facts of the records themselves: kind, date, place, grade, points, what a source is."""

from collections.abc import Callable, Iterator

from sourcebook.derive import Derived
from sourcebook.ledger.evidence import carried
from sourcebook.ledger.told import Piece, Told, behind, told
from sourcebook.link import Graph
from sourcebook.load.yaml import ValuePath
from sourcebook.models import (
    Actor,
    Coordinates,
    Episode,
    Incident,
    Location,
    Record,
    Source,
)
from sourcebook.models.location import Near

_Pieces = Iterator[tuple[str, tuple[Piece, ...]]]
_COUNTED = ("sources", "publishers", "origins", "claimants", "claims")


def particulars(graph: Graph, derived: Derived, record: Record) -> Iterator[Told]:
    """Each fact that a record states of itself, or that is counted of it."""
    tell = _KINDS.get(type(record))
    for name, pieces in tell(graph, derived, record) if tell else ():
        yield from told(record.id, name, pieces)
    for number, correction in enumerate(record.corrections):
        words = f"{graph.language.date(correction.date)} by {correction.by}"
        piece = Piece(words, ("corrections", number))
        yield from told(record.id, f"correction {number + 1}", (piece,))


def _field(graph: Graph, record: Record, field: str, before: str = "") -> Piece:
    return Piece(behind(graph.language, before, getattr(record, field)), (field,))


def _incident(graph: Graph, derived: Derived, incident: Incident) -> _Pieces:
    facts = derived.facts(incident.id)
    yield "type", (_field(graph, incident, "type"),)
    yield "date", (Piece(facts["date"].words, ("date",)),)
    place = ("location", "location_precision")
    yield "place", tuple(_field(graph, incident, field) for field in place)
    yield "episode", (_field(graph, incident, "episode"),)
    yield "grade", tuple(_grade(graph, derived, incident))
    yield "evidence", _counted(derived, incident)
    named = (
        f"{each.actor_id} {each.status}" + (", denied" if each.denied else "")
        for each in derived.analyses[incident.id].attributions
    )
    yield "attackers", tuple(Piece(words, ("roles",)) for words in named)


def _grade(graph: Graph, derived: Derived, incident: Incident) -> Iterator[Piece]:
    fact, override = derived.facts(incident.id).get("grade"), incident.grade_override
    yield Piece(fact.words if fact else "")
    if override is not None:
        words = f"set by {override.by} on {graph.language.date(override.date)}"
        yield Piece(words, ("grade_override",))


def _counted(derived: Derived, record: Record) -> tuple[Piece, ...]:
    facts = derived.facts(record.id)
    return tuple(Piece(f"{name}: {facts[name].words}") for name in _COUNTED)


def _episode(graph: Graph, derived: Derived, episode: Episode) -> _Pieces:
    facts = derived.facts(episode.id)
    dates = {"as_of": "", "cut_off": "sources up to"}
    yield "as-of", tuple(_field(graph, episode, *names) for names in dates.items())
    yield "marking", (_field(graph, episode, "marking"),)
    yield "evidence", _counted(derived, episode)
    yield "incidents", tuple(Piece(f"{n}: {facts[n].words}") for n in _SPAN if n in facts)
    for number, judgement in enumerate(episode.judgements):
        path = ("judgements", number)
        rests = (
            Piece(f"{basis.claim} {basis.standing or ''}".strip(), (*path, "rests_on", index))
            for index, basis in enumerate(judgement.rests_on)
        )
        words = f"{judgement.confidence} confidence"
        first = (
            Piece(judgement.likelihood, (*path, "likelihood")),
            Piece(words, (*path, "confidence")),
        )
        yield f"judgement {number + 1}", (*first, *rests)


_SPAN = ("incidents", "start", "end", "days")


def _actor(graph: Graph, _derived: Derived, actor: Actor) -> _Pieces:
    yield "type", (_field(graph, actor, "type"), _field(graph, actor, "wikidata"))


def _location(graph: Graph, _derived: Derived, location: Location) -> _Pieces:
    yield "type", (_field(graph, location, "type"), _field(graph, location, "within", "in"))
    listed = {"wikidata": "Wikidata", "geonames": "GeoNames", "iso_3166": "ISO 3166"}
    yield "listed", tuple(_field(graph, location, *names) for names in listed.items())
    if location.coordinates is not None:
        yield "coordinates", tuple(_point(location.coordinates, ("coordinates",)))
    for number, rival in enumerate(location.rival_coordinates):
        path = ("rival_coordinates", number)
        yield f"rival coordinates {number + 1}", tuple(_point(rival, path))
    if location.near is not None:
        yield "near", tuple(_near(location.near))


def _point(point: Coordinates, path: ValuePath) -> Iterator[Piece]:
    yield Piece(f"latitude {point.lat}", (*path, "lat"))
    yield Piece(f"longitude {point.lon}", (*path, "lon"))
    yield Piece(f"off by up to {point.uncertainty_m:,} m", (*path, "uncertainty_m"))
    yield from carried(point.cites, path)


def _near(near: Near) -> Iterator[Piece]:
    yield Piece(near.location, ("near", "location"))
    yield Piece(f"{near.distance_m:,} m", ("near", "distance_m"))
    yield Piece(near.direction or "", ("near", "direction"))
    yield from carried(near.cites, ("near",))


def _source(graph: Graph, _derived: Derived, source: Source) -> _Pieces:
    parts = Piece("" if source.parts else "without parts", ("parts",))
    plain = (_field(graph, source, field, before) for field, before in _BIBLIOGRAPHY.items())
    yield "record", (*plain, parts)
    where = {"url": "", "archive": "archived at", "accessed": "accessed"}
    yield "address", tuple(_field(graph, source, field, before) for field, before in where.items())
    changed = Piece("" if source.status == "live" else source.status, ("status",))
    yield "status", (changed, _field(graph, source, "status_date", "since"))
    yield "lineage", tuple(_lineage(graph, source))
    capture = source.capture
    if capture is not None:
        fields = {"sha256": "", "captured": "on", "original": "of", "media_type": "which was"}
        yield (
            "capture",
            tuple(
                Piece(behind(graph.language, before, getattr(capture, name)), ("capture", name))
                for name, before in fields.items()
            ),
        )


_BIBLIOGRAPHY = {
    "title": "",
    "publisher": "",
    "issued_by": "voice of",
    "author": "by",
    "published": "",
    "type": "",
    "language": "in",
    "read": "read:",
}
"""The fields that tell what a source is, and the words before them."""


def _lineage(graph: Graph, source: Source) -> Iterator[Piece]:
    yield _field(graph, source, "copy_of", "copy of")
    for number, derivation in enumerate(source.derived_from):
        words = f"{derivation.relation} of {derivation.source}"
        yield Piece(words, ("derived_from", number))


_KINDS: dict[type[Record], Callable[..., _Pieces]] = {
    Incident: _incident,
    Episode: _episode,
    Actor: _actor,
    Location: _location,
    Source: _source,
}
