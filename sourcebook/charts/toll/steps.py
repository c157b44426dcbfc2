"""Who gave which figure when: the steps of a toll, claimant by claimant."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from itertools import groupby

from sourcebook.charts.claims.calendar import hours
from sourcebook.derive import ClaimInScope, Scope
from sourcebook.link import Graph
from sourcebook.models import Absent, Claim, Figure, Source, When

_VAGUE = timedelta(days=4)
"""From this span on a date has no place on a line."""


@dataclass(frozen=True, slots=True)
class Step:
    """A figure from the hour on at which it was said, as `calendar.hours` counts them.

    `high` is None where the figure is open above. `day` is that date in words.
    """

    hour: float
    low: float
    high: float | None
    words: str
    day: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Line:
    """All that one claimant said, the earliest first.

    `ended` is withdrawn or superseded where the last of it is no longer current, else empty.
    """

    who: str
    steps: tuple[Step, ...]
    ended: str

    @property
    def full(self) -> str:
        """The line in a sentence."""
        told = ", then ".join(f"{step.words} ({step.day})" for step in self.steps)
        return f"{self.who}: {told}{f', later {self.ended}' if self.ended else ''}"


def lines(graph: Graph, scope: Scope) -> tuple[Line, ...]:
    """The lines of a scope of figures, the greatest last figure first."""
    if scope.measure.kind != "figure":
        return ()
    dated = [(position, when) for position in scope.claims if (when := _when(graph, position))]
    dated.sort(key=_order)
    groups = groupby(dated, key=lambda pair: pair[0].claim.by)
    found = [line for _, group in groups if (line := _line(graph, list(group))).steps]
    return tuple(sorted(found, key=lambda line: (-line.steps[-1].low, line.who)))


def _order(dated: tuple[ClaimInScope, When]) -> tuple[object, ...]:
    """By claimant, then in time; of one moment what was replaced comes first."""
    entry, when = dated
    return entry.claim.by, when.earliest, entry.current, entry.claim.id


def _when(graph: Graph, position: ClaimInScope) -> When | None:
    """When a claim was made, or else when it was first published; None where that is too vague."""
    claim = position.claim
    when = claim.said or _first_published(graph, claim)
    return when if when is not None and when.latest - when.earliest < _VAGUE else None


def _first_published(graph: Graph, claim: Claim) -> When | None:
    sources = (graph.records.get(cite.source) for cite in claim.cites)
    dates = [s.published for s in sources if isinstance(s, Source) and s.published is not None]
    return min(dates, key=lambda date: date.earliest, default=None)


def _line(graph: Graph, dated: list[tuple[ClaimInScope, When]]) -> Line:
    steps = tuple(step for position, when in dated for step in _step(graph, position, when))
    who = graph.language.join_list(map(graph.label, dated[0][0].claim.by))
    last = dated[-1][0]
    return Line(who, steps, "" if last.current else last.status)


def _step(graph: Graph, position: ClaimInScope, when: When) -> Iterator[Step]:
    found, hour = _bounds(position.claim), hours(when, graph.dataset.time_zone)[0]
    if found is not None and hour is not None:
        words = graph.language.value(position.claim.value, graph.label)
        yield Step(hour, *found, words, graph.language.day(when), position.anchor)


def _bounds(claim: Claim) -> tuple[float, float | None] | None:
    value = claim.value
    if isinstance(value, Absent):
        return (0, 0) if value.counts_as_zero else None
    return (value.low or 0, value.high) if isinstance(value, Figure) else None
