"""The one citation of a record that a command means."""

from collections.abc import Iterator
from dataclasses import dataclass

from sourcebook.citations.errors import CitationError
from sourcebook.language import FOR_EDITORS
from sourcebook.link import Graph
from sourcebook.load.yaml import ValuePath
from sourcebook.models import Citation, Record, claims_of
from sourcebook.problems import did_you_mean, quoted

_FIELDS = ("roles", "responds_to", "relations")
"""Fields other than claims whose entries cite."""


@dataclass(frozen=True, slots=True)
class CitationPlace:
    """A citation, the record that holds it, and its path there."""

    record: Record
    path: ValuePath
    citation: Citation


def find_citation(
    graph: Graph, record_id: str, place: str, source_id: str | None, locator: str | None = None
) -> CitationPlace:
    """The citation at a place of a record: the id of a claim, or a field such as `roles`.

    Raises:
        CitationError: there is none, or there are several.
    """
    record = _record(graph, record_id)
    here = [one for name, one in citations_of(record) if name == place]
    if not here:
        raise CitationError(_no_place(record, place))
    wanted = graph.aliases.get(source_id, source_id) if source_id else None
    found = [one for one in here if wanted in (None, one.citation.source)]
    found = [one for one in found if locator in (None, one.citation.at)]
    if len(found) == 1:
        return found[0]
    raise CitationError(_not_one(record, place, here, found))


def citations_of(record: Record) -> Iterator[tuple[str, CitationPlace]]:
    """Every citation of a record in its fields, each with what a command calls its place."""
    for index, claim in enumerate(claims_of(record)):
        for number, citation in enumerate(claim.cites):
            path = ("claims", index, "cites", number)
            yield claim.id, CitationPlace(record, path, citation)
    for field in _FIELDS:
        for index, stated in enumerate(getattr(record, field, ())):
            for number, citation in enumerate(stated.cites):
                yield field, CitationPlace(record, (field, index, "cites", number), citation)


def _record(graph: Graph, record_id: str) -> Record:
    record = graph.records.get(graph.aliases.get(record_id, record_id))
    if record is None:
        hint = did_you_mean(record_id, graph.records)
        raise CitationError(f"there is no record {quoted(record_id)}{hint}")
    return record


def _no_place(record: Record, place: str) -> str:
    known = list(dict.fromkeys(name for name, _ in citations_of(record)))
    hint = did_you_mean(place, known) or f"; there is {', '.join(known) or 'none'}"
    return f"'{record.id}' has no claim {quoted(place)} that cites{hint}"


def _not_one(
    record: Record, place: str, here: list[CitationPlace], found: list[CitationPlace]
) -> str:
    """Which citations there are, where none is meant or several may be."""
    several = found or here
    listed = FOR_EDITORS.join_list(
        f"{one.citation.source} ({one.citation.at})" if one.citation.at else one.citation.source
        for one in several
    )
    if not found:
        return f"'{place}' of '{record.id}' does not cite that: it cites {listed}"
    return (
        f"'{place}' of '{record.id}' cites {listed}: say which is meant by the id of the source, "
        "and by --locator where it is cited twice"
    )
