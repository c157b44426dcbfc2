"""Facts of the records themselves: kind, date, place, grade, points, what a source is."""

from collections.abc import Callable, Iterator

from sourcebook.derive import Derived
from sourcebook.language import Language
from sourcebook.ledger.published_fact import FactPart, PublishedFact, prefixed, published_fact
from sourcebook.ledger.statement_facts import citation_parts
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
from sourcebook.vocabulary import SourceStatus

_NamedParts = Iterator[tuple[str, tuple[FactPart, ...]]]
_COUNTED = ("sources", "publishers", "origins", "claimants", "claims")


def record_facts(graph: Graph, derived: Derived, record: Record) -> Iterator[PublishedFact]:
    """Each fact that a record states of itself, or that is counted of it."""
    named_parts = _KINDS.get(type(record))
    for name, pieces in named_parts(graph, derived, record) if named_parts else ():
        yield from published_fact(record.id, name, pieces)
    for number, correction in enumerate(record.corrections):
        words = f"{graph.language.date(correction.date)} by {correction.by}"
        piece = FactPart(words, ("corrections", number))
        yield from published_fact(record.id, f"correction {number + 1}", (piece,))


def _field_part(graph: Graph, record: Record, field: str, before: str = "") -> FactPart:
    return FactPart(prefixed(graph.language, before, getattr(record, field)), (field,))


def _incident_parts(graph: Graph, derived: Derived, incident: Incident) -> _NamedParts:
    facts = derived.facts(incident.id)
    yield "type", (_field_part(graph, incident, "type"),)
    yield "date", (FactPart(facts["date"].text, ("date",)),)
    place = ("location", "location_precision")
    yield "place", tuple(_field_part(graph, incident, field) for field in place)
    yield "episode", (_field_part(graph, incident, "episode"),)
    yield "grade", tuple(_grade_parts(graph, derived, incident))
    yield "evidence", _count_parts(derived, incident)
    named = (
        f"{each.actor_id} {each.status}" + (", denied" if each.denied else "")
        for each in derived.analyses[incident.id].attributions
    )
    yield "attackers", tuple(FactPart(words, ("roles",)) for words in named)


def _grade_parts(graph: Graph, derived: Derived, incident: Incident) -> Iterator[FactPart]:
    fact, override = derived.facts(incident.id).get("grade"), incident.grade_override
    yield FactPart(fact.text if fact else "")
    if override is not None:
        words = f"set by {override.by} on {graph.language.date(override.date)}"
        yield FactPart(words, ("grade_override",))


def _count_parts(derived: Derived, record: Record) -> tuple[FactPart, ...]:
    facts = derived.facts(record.id)
    return tuple(FactPart(f"{name}: {facts[name].text}") for name in _COUNTED)


def _episode_parts(graph: Graph, derived: Derived, episode: Episode) -> _NamedParts:
    facts = derived.facts(episode.id)
    dates = {"as_of": "", "cut_off": "sources up to"}
    yield "as-of", tuple(_field_part(graph, episode, *names) for names in dates.items())
    yield "marking", (_field_part(graph, episode, "marking"),)
    yield "evidence", _count_parts(derived, episode)
    yield "incidents", tuple(FactPart(f"{n}: {facts[n].text}") for n in _SPAN if n in facts)
    for number, judgement in enumerate(episode.judgements):
        path = ("judgements", number)
        rests = (
            FactPart(f"{basis.claim} {basis.standing or ''}".strip(), (*path, "rests_on", index))
            for index, basis in enumerate(judgement.rests_on)
        )
        words = f"{judgement.confidence} confidence"
        first = (
            FactPart(judgement.likelihood, (*path, "likelihood")),
            FactPart(words, (*path, "confidence")),
        )
        yield f"judgement {number + 1}", (*first, *rests)


_SPAN = ("incidents", "start", "end", "days")


def _actor_parts(graph: Graph, _derived: Derived, actor: Actor) -> _NamedParts:
    yield "type", (_field_part(graph, actor, "type"), _field_part(graph, actor, "wikidata"))


def _location_parts(graph: Graph, _derived: Derived, location: Location) -> _NamedParts:
    yield (
        "type",
        (_field_part(graph, location, "type"), _field_part(graph, location, "within", "in")),
    )
    listed = {"wikidata": "Wikidata", "geonames": "GeoNames", "iso_3166": "ISO 3166"}
    yield "listed", tuple(_field_part(graph, location, *names) for names in listed.items())
    if location.coordinates is not None:
        yield (
            "coordinates",
            tuple(_point_parts(graph.language, location.coordinates, ("coordinates",))),
        )
    for number, rival in enumerate(location.rival_coordinates):
        path = ("rival_coordinates", number)
        yield f"rival coordinates {number + 1}", tuple(_point_parts(graph.language, rival, path))
    if location.near is not None:
        yield "near", tuple(_near_parts(graph.language, location.near))


def _point_parts(language: Language, point: Coordinates, path: ValuePath) -> Iterator[FactPart]:
    yield FactPart(f"latitude {point.lat}", (*path, "lat"))
    yield FactPart(f"longitude {point.lon}", (*path, "lon"))
    radius = language.metres(point.uncertainty_m)
    yield FactPart(f"off by up to {radius}", (*path, "uncertainty_m"))
    yield from citation_parts(point.cites, path)


def _near_parts(language: Language, near: Near) -> Iterator[FactPart]:
    yield FactPart(near.location, ("near", "location"))
    yield FactPart(language.metres(near.distance_m), ("near", "distance_m"))
    yield FactPart(near.direction or "", ("near", "direction"))
    yield from citation_parts(near.cites, ("near",))


def _source_parts(graph: Graph, _derived: Derived, source: Source) -> _NamedParts:
    parts = FactPart("" if source.parts else "without parts", ("parts",))
    plain = (_field_part(graph, source, field, before) for field, before in _BIBLIOGRAPHY.items())
    yield "record", (*plain, parts)
    where = {"url": "", "archive": "archived at", "accessed": "accessed"}
    yield (
        "address",
        tuple(_field_part(graph, source, field, before) for field, before in where.items()),
    )
    usual = graph.dataset.terms(SourceStatus)[source.status].is_usual
    changed = FactPart("" if usual else source.status, ("status",))
    yield "status", (changed, _field_part(graph, source, "status_date", "since"))
    yield "lineage", tuple(_lineage_parts(graph, source))
    capture = source.capture
    if capture is not None:
        fields = {"sha256": "", "captured": "on", "original": "of", "media_type": "which was"}
        yield (
            "capture",
            tuple(
                FactPart(
                    prefixed(graph.language, before, getattr(capture, name)), ("capture", name)
                )
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
"""The fields that say what a source is, and the prefix of each."""


def _lineage_parts(graph: Graph, source: Source) -> Iterator[FactPart]:
    yield _field_part(graph, source, "copy_of", "copy of")
    for number, derivation in enumerate(source.derived_from):
        words = f"{derivation.relation} of {derivation.source}"
        yield FactPart(words, ("derived_from", number))


_KINDS: dict[type[Record], Callable[..., _NamedParts]] = {
    Incident: _incident_parts,
    Episode: _episode_parts,
    Actor: _actor_parts,
    Location: _location_parts,
    Source: _source_parts,
}
