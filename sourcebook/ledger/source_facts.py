"""What a source is derived from, what became of it, and what was captured of it."""

from collections.abc import Iterable, Iterator

from sourcebook.derive import Derived
from sourcebook.language import Language
from sourcebook.ledger.other_fields import other_parts
from sourcebook.ledger.published_fact import FactPart, prefixed
from sourcebook.link import Graph
from sourcebook.models import Source
from sourcebook.models.source import Capture
from sourcebook.vocabulary import SourceStatus

_NamedParts = Iterator[tuple[str, Iterable[FactPart]]]


def source_parts(graph: Graph, _derived: Derived, source: Source) -> _NamedParts:
    """Its status where that is not the usual one, and its capture."""
    usual = graph.dataset.terms(SourceStatus)[source.status].is_usual
    changed = FactPart("" if usual else source.status, ("status",))
    since = FactPart(prefixed(graph.language, "since", source.status_date), ("status_date",))
    yield "status", (changed, since)
    if source.capture is not None:
        yield "capture", _capture_parts(graph.language, source.capture)


def lineage_parts(source: Source) -> Iterator[FactPart]:
    """What it is derived from, and whether it has parts to point into."""
    yield FactPart("" if source.parts else "without parts", ("parts",))
    for number, derivation in enumerate(source.derived_from):
        words = f"{derivation.relation} of {derivation.source}"
        yield FactPart(words, ("derived_from", number))


def _capture_parts(language: Language, capture: Capture) -> Iterator[FactPart]:
    """Which bytes, when, of what; and all else that is on record of how it was made."""
    fields = {"sha256": "", "captured": "on", "original": "of", "media_type": "which was"}
    for name, before in fields.items():
        words = prefixed(language, before, getattr(capture, name))
        yield FactPart(words, ("capture", name))
    yield from other_parts(language, capture, fields, ("capture",))
