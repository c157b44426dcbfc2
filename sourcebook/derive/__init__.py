"""Facts that nobody wrote down: what follows from the records, computed and never stored."""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from sourcebook.derive.analysis import RecordAnalysis, claim_status
from sourcebook.derive.attribution import Attribution, attributions, incidents_by_attacker
from sourcebook.derive.changed_sources import ChangedSource, retracted_or_corrected
from sourcebook.derive.coverage import NOTHING_COVERED, Coverage, coverage
from sourcebook.derive.facts import DATASET, Fact, dataset_facts, record_facts
from sourcebook.derive.gaps import Evidence, gaps
from sourcebook.derive.grade import Grade, grade
from sourcebook.derive.locations import ClaimedPlace, claimed_places
from sourcebook.derive.matrix import ClaimInScope, Range, Scope, matrix, successors
from sourcebook.derive.origins import Origins, Statement, origins
from sourcebook.link import Graph
from sourcebook.markdown import Cited
from sourcebook.models import Citation, Incident, Record, Stated
from sourcebook.quotes import NOTHING_CHECKED, CheckedQuotations

__all__ = [
    "Attribution",
    "ClaimInScope",
    "ClaimedPlace",
    "Coverage",
    "Derived",
    "Fact",
    "Grade",
    "Origins",
    "Range",
    "RecordAnalysis",
    "Scope",
    "analyse_record",
    "derive",
]


@dataclass(frozen=True, slots=True)
class Derived:
    """What follows from a graph: the analysis of each record, by its id.

    `known` gives the facts of a record, which are worked out when they are first asked for;
    `quotes` is what was found of each quotation; `changed_sources` are those that were retracted,
    or corrected since they were read; `coverage` is how much of all is vouched for.
    """

    analyses: Mapping[str, RecordAnalysis]
    dataset: Mapping[str, Fact]
    known: Callable[[str], Mapping[str, Fact]]
    quotes: CheckedQuotations = NOTHING_CHECKED
    changed_sources: tuple[ChangedSource, ...] = ()
    coverage: Coverage = NOTHING_COVERED

    def facts(self, record_id: str) -> Mapping[str, Fact]:
        """The facts of a record, or of the dataset."""
        if record_id == DATASET:
            return self.dataset
        return self.known(record_id) if record_id in self.analyses else {}

    def claim_status(self, record_id: str, path: str) -> str:
        """The status of a claim, `record.claim` or one of the record itself; empty if unknown."""
        other, _, claim_id = path.rpartition(".")
        analysis = self.analyses.get(other or record_id)
        found = None if analysis is None else analysis.find_claim(other or record_id, claim_id)
        return "" if found is None else claim_status(*found)


def derive(graph: Graph, quotes: CheckedQuotations = NOTHING_CHECKED) -> Derived:
    """All that follows from a graph, and from what was found of its quotations."""
    replaced = successors(graph)
    incidents = {
        each.id: analyse_record(graph, each, replaced, quotes) for each in graph.all_of(Incident)
    }
    accused_in = incidents_by_attacker({each: incidents[each].attributions for each in incidents})
    analyses = {
        record_id: incidents.get(record_id)
        or analyse_record(graph, record, replaced, quotes, accused_in)
        for record_id, record in graph.records.items()
    }

    @cache
    def known(record_id: str) -> Mapping[str, Fact]:
        return MappingProxyType(record_facts(graph, graph.records[record_id], analyses))

    covered = coverage(graph, analyses, quotes)
    dataset = MappingProxyType(dataset_facts(graph, covered))
    changed = retracted_or_corrected(graph)
    return Derived(MappingProxyType(analyses), dataset, known, quotes, changed, covered)


def analyse_record(
    graph: Graph,
    record: Record,
    replaced: Mapping[str, str],
    quotes: CheckedQuotations = NOTHING_CHECKED,
    accused_in: Mapping[str, Collection[str]] = MappingProxyType({}),
) -> RecordAnalysis:
    """What follows for one record.

    `replaced` is what `successors` finds in the graph, `accused_in` what `incidents_by_attacker`
    finds of all incidents.
    """
    scopes = matrix(graph, record, replaced)
    found = origins(graph, _statements(graph, record, scopes))
    incident = record if isinstance(record, Incident) else None
    attributed = () if incident is None else attributions(graph, incident, scopes)
    claimed = () if incident is None else claimed_places(incident, scopes)
    graded = None if incident is None else grade(graph, incident, attributed, found)
    lacking = gaps(Evidence(graph, scopes, found, attributed, quotes, accused_in), record)
    return RecordAnalysis(scopes, found, attributed, claimed, graded, tuple(lacking))


def _statements(graph: Graph, record: Record, scopes: tuple[Scope, ...]) -> Iterator[Statement]:
    """Everything that is said of a record and cited, current or not, in fields and in prose."""
    for scope in scopes:
        for entry in scope.claims:
            yield entry.claim.by, entry.claim.cites
    for field in ("roles", "responds_to", "relations"):
        for stated in getattr(record, field, ()):
            if isinstance(stated, Stated):
                yield stated.by, stated.cites
    holes = graph.prose_at(record.id, "body").holes
    cited = (item for hole in holes if isinstance(hole, Cited) for item in hole.items)
    yield (), tuple(Citation(source=source, at=at) for source, at in cited)
