"""Facts that nobody wrote down: what follows from the records, computed and never stored."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from sourcebook.derive.facts import DATASET, Fact, dataset_facts, record_facts
from sourcebook.derive.gaps import gaps
from sourcebook.derive.grade import Grade, grade
from sourcebook.derive.matrix import Position, Range, Scope, matrix, successors
from sourcebook.derive.origins import Origins, Statement, origins
from sourcebook.derive.standing import Standing, word
from sourcebook.link import Graph
from sourcebook.markdown import Cited
from sourcebook.models import Citation, Incident, Record, Stated
from sourcebook.quotes import UNQUOTED, Quotes

__all__ = [
    "Derived",
    "Fact",
    "Grade",
    "Origins",
    "Position",
    "Range",
    "Scope",
    "Standing",
    "derive",
    "standing",
]


@dataclass(frozen=True, slots=True)
class Derived:
    """What follows from a graph: the standing of each record that makes or bears claims.

    `known` gives the facts of a record, which are worked out when they are first asked for;
    `quotes` is what was found of each quotation.
    """

    standings: Mapping[str, Standing]
    dataset: Mapping[str, Fact]
    known: Callable[[str], Mapping[str, Fact]]
    quotes: Quotes = UNQUOTED

    def facts(self, name: str) -> Mapping[str, Fact]:
        """The facts of a record, or of the dataset."""
        if name == DATASET:
            return self.dataset
        return self.known(name) if name in self.standings else {}

    def claim_standing(self, record: str, path: str) -> str:
        """How a claim, `record.claim` or one of the record itself, stands; empty if unknown."""
        holder, _, claim = path.rpartition(".")
        standing = self.standings.get(holder or record)
        found = None if standing is None else standing.claim(holder or record, claim)
        return "" if found is None else word(*found)


def derive(graph: Graph, quotes: Quotes = UNQUOTED) -> Derived:
    """All that follows from a graph, and from what was found of its quotations."""
    replaced = successors(graph)
    standings = {
        name: standing(graph, record, replaced, quotes) for name, record in graph.records.items()
    }

    @cache
    def known(name: str) -> Mapping[str, Fact]:
        return MappingProxyType(record_facts(graph, graph.records[name], standings))

    dataset = MappingProxyType(dataset_facts(graph))
    return Derived(MappingProxyType(standings), dataset, known, quotes)


def standing(
    graph: Graph, record: Record, replaced: Mapping[str, str], quotes: Quotes = UNQUOTED
) -> Standing:
    """What follows for one record; `replaced` is what `successors` finds in the graph."""
    scopes = matrix(graph, record, replaced)
    found = origins(graph, _statements(graph, record, scopes))
    graded = grade(graph, record, scopes, found) if isinstance(record, Incident) else None
    return Standing(scopes, found, graded, tuple(gaps(graph, record, scopes, found, quotes)))


def _statements(graph: Graph, record: Record, scopes: tuple[Scope, ...]) -> Iterator[Statement]:
    """Everything that is said of a record and cited, current or not, in fields and in prose."""
    for scope in scopes:
        for position in scope.positions:
            yield position.claim.by, position.claim.cites
    for field in ("roles", "responds_to", "relations"):
        for stated in getattr(record, field, ()):
            if isinstance(stated, Stated):
                yield stated.by, stated.cites
    holes = graph.text(record.id, "body").holes
    cited = (item for hole in holes if isinstance(hole, Cited) for item in hole.items)
    yield (), tuple(Citation(source=source, at=at) for source, at in cited)
