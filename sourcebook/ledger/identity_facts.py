"""What a record is, on one line: what it is called, and the fields that say what it is."""

from collections.abc import Iterator, Mapping

from sourcebook.ledger.other_fields import other_parts
from sourcebook.ledger.published_fact import (
    FactPart,
    PublishedFact,
    prefixed,
    published_fact,
    words_of,
)
from sourcebook.ledger.source_facts import lineage_parts
from sourcebook.link import Graph
from sourcebook.models import Actor, Episode, Incident, Location, Record, Source
from sourcebook.models.named import NamedRecord


def identity_facts(graph: Graph, record: Record) -> Iterator[PublishedFact]:
    """Its kind, on a line that never changes; what it is; and its summary."""
    yield from published_fact(record.id, "", (FactPart(record.kind),))
    shown, hidden = _IDENTITY.get(type(record), ({}, ()))
    fields = (
        FactPart(prefixed(graph.language, before, getattr(record, field)), (field,))
        for field, before in shown.items()
    )
    lineage = lineage_parts(record) if isinstance(record, Source) else ()
    rest = other_parts(graph.language, record, {*_ELSEWHERE, *shown, *hidden})
    yield from published_fact(
        record.id, "is", (*_name_parts(graph, record), *fields, *lineage, *rest)
    )
    yield from published_fact(record.id, "summary", (_words(graph, record, "summary"),))


_ELSEWHERE = (
    *("id", "body", "aliases", "excused", "corrections", "names", "variants", "title", "summary"),
    *("claims", "roles", "relations", "responds_to"),
)
"""The fields of any record that have a line of their own, or a form of their own in `is`."""
_IDENTITY: Mapping[type[Record], tuple[Mapping[str, str], tuple[str, ...]]] = {
    Incident: (
        {"type": "", "location": "at", "location_precision": "", "episode": "in"},
        ("date", "grade_override"),
    ),
    Actor: ({"type": "", "wikidata": "Wikidata"}, ()),
    Location: (
        {
            "type": "",
            "within": "in",
            "wikidata": "Wikidata",
            "geonames": "GeoNames",
            "iso_3166": "ISO 3166",
        },
        ("coordinates", "rival_coordinates", "near"),
    ),
    Episode: (
        {"marking": "", "as_of": "", "cut_off": "sources up to"},
        ("bottom_line", "key_figures", "questions", "judgements", "assumptions", "unknowns"),
    ),
    Source: (
        {
            "publisher": "",
            "issued_by": "voice of",
            "author": "by",
            "published": "",
            "type": "",
            "language": "in",
            "read": "read:",
            "url": "",
            "archive": "archived at",
            "accessed": "accessed",
            "copy_of": "copy of",
        },
        ("parts", "derived_from", "status", "status_date", "capture"),
    ),
}
"""By kind of record: the fields that say what it is, each with its prefix; and those that other
facts say."""


def _name_parts(graph: Graph, record: Record) -> Iterator[FactPart]:
    """What it is called, word for word."""
    yield _words(graph, record, "title")
    if isinstance(record, NamedRecord):
        for language, name in record.names.items():
            yield FactPart(f"{language}: {words_of(name)}", ("names", language))
        for number, name in enumerate(record.variants):
            yield FactPart(f"also: {words_of(name)}", ("variants", number))


def _words(graph: Graph, record: Record, field: str) -> FactPart:
    """The words of a field as they are written: a fact of another record moves there, not here."""
    there = getattr(record, field, None) is not None
    return FactPart(words_of(graph.text_as_written(record.id, field) if there else ""), (field,))
