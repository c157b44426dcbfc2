"""What was corrected, retracted, replaced or withdrawn: a list that comes from the records."""

from collections.abc import Iterator
from dataclasses import dataclass

from sourcebook.derive.matrix import successors
from sourcebook.link import Graph
from sourcebook.models import Claim, Incident, Source, When
from sourcebook.vocabulary import SourceStatus


@dataclass(frozen=True, slots=True)
class Change:
    """One change: when, in which record, what of it, and by what it was replaced.

    `form` is correction (of ours), grade, source or claim. `at` is the number of the correction,
    the grade that an editor set, the status of the source, or the claim's id. `by` is
    `record.claim` of what replaced a claim.
    """

    when: When | None
    record_id: str
    form: str
    at: str
    by: str | None = None

    @property
    def order(self) -> tuple[str, str, str]:
        """Sorts undated changes first, and those of one day by their record."""
        when = self.when
        start = "" if when is None or when.start is None else when.earliest.isoformat()
        return start, self.record_id, self.at


def corrections(graph: Graph) -> tuple[Change, ...]:
    """Every change on record, the latest first."""
    found = [*_ours(graph), *_grades(graph), *_sources(graph), *_claims(graph)]
    return tuple(sorted(found, key=lambda change: change.order, reverse=True))


def _ours(graph: Graph) -> Iterator[Change]:
    for record in graph.records.values():
        for number, correction in enumerate(record.corrections):
            yield Change(correction.date, record.id, "correction", str(number))


def _grades(graph: Graph) -> Iterator[Change]:
    for incident in graph.all_of(Incident):
        if incident.grade_override is not None:
            override = incident.grade_override
            yield Change(override.date, incident.id, "grade", override.grade)


def _sources(graph: Graph) -> Iterator[Change]:
    statuses = graph.dataset.terms(SourceStatus)
    for source in graph.all_of(Source):
        if statuses[source.status].changed_by_publisher:
            yield Change(source.status_date, source.id, "source", source.status)


def _claims(graph: Graph) -> Iterator[Change]:
    replaced = successors(graph)
    said = {f"{record.id}.{claim.id}": claim.said for record, claim in graph.claims()}
    for record, claim in graph.claims():
        by = replaced.get(f"{record.id}.{claim.id}")
        if by is not None or claim.status != "accepted":
            yield _change(record.id, claim, by, said.get(by or ""))


def _change(record: str, claim: Claim, by: str | None, when: When | None) -> Change:
    return Change(when, record, "claim", claim.id, by)
