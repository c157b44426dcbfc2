"""Claims in short: who holds which position on a question, and what is agreed or not."""

from collections.abc import Iterable
from dataclasses import dataclass

from sourcebook.derive import ClaimInScope, Scope
from sourcebook.link import Graph
from sourcebook.models import Absent, Agreement, Figure

_LONG = 48
"""The longest value that stands in a list of many, in characters."""
ORDER = (
    Agreement.DISPUTED,
    Agreement.DIFFERING,
    Agreement.COMPATIBLE,
    Agreement.AGREED,
    Agreement.SINGLE,
    Agreement.SILENT,
)
"""How claims relate, what is contested first."""


@dataclass(frozen=True, slots=True)
class StatedPosition:
    """One position: all who now say the same, or who once said it."""

    claims: tuple[ClaimInScope, ...]

    @property
    def first(self) -> ClaimInScope:
        """One of the positions, for what they share: value, status, stance, calendar."""
        return self.claims[0]

    @property
    def by(self) -> tuple[str, ...]:
        """Everyone who holds it, each once."""
        return tuple({by: None for p in self.claims for by in p.claim.by})


@dataclass(frozen=True, slots=True)
class Digest:
    """A scope in short: the id of its record, what it is about, and what its claims come to."""

    record: str
    scope: Scope
    label: str
    words: str
    sides: tuple[StatedPosition, ...]

    @property
    def joint(self) -> bool:
        """Whether its figures cover other incidents too."""
        return len(self.scope.covers) > 1


def digest(graph: Graph, record: str, scope: Scope) -> Digest:
    """A scope of a record in short."""
    label = graph.subject(scope.measure.id, scope.of)
    return Digest(record, scope, label, outcome(graph, scope), sides(graph, scope))


def outcome(graph: Graph, scope: Scope) -> str:
    """What the claims of a scope come to: a range, or the values that are given; may be empty."""
    if scope.range is not None:
        return scope.range.describe(graph.language)
    current = (entry.claim.value for entry in scope.claims if entry.current)
    values = dict.fromkeys(graph.language.value(value, graph.label) for value in current)
    joined = " / ".join(values)
    return joined if len(joined) <= _LONG else ""


def sides(graph: Graph, scope: Scope) -> tuple[StatedPosition, ...]:
    """The positions in a scope: figures from the least, then what gives no value, then the old."""
    groups: dict[tuple[str, ...], list[ClaimInScope]] = {}
    for position in scope.claims:
        claim = position.claim
        words = graph.language.value(claim.value, graph.label)
        key = (position.status, words, claim.stance or "", claim.zone or "")
        groups.setdefault(key, []).append(position)
    return tuple(sorted((StatedPosition(tuple(group)) for group in groups.values()), key=_rank))


def _rank(side: StatedPosition) -> tuple[bool, bool, float]:
    value = side.first.claim.value
    silent = isinstance(value, Absent) and not value.counts_as_zero
    low = (value.low or 0) if isinstance(value, Figure) else 0
    return not side.first.current, silent, low


def glance(digests: Iterable[Digest]) -> tuple[tuple[str, tuple[Digest, ...]], ...]:
    """Scopes by how their claims relate, what is contested first."""
    groups: dict[str, list[Digest]] = {agreement: [] for agreement in ORDER}
    for found in digests:
        groups[found.scope.agreement].append(found)
    return tuple((agreement, tuple(group)) for agreement, group in groups.items() if group)
