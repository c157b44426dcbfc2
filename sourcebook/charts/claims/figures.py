"""What the rows of a claims chart say: each claim's form, bounds and words."""

from collections.abc import Iterable
from dataclasses import dataclass

from sourcebook.charts.claims import calendar
from sourcebook.derive import ClaimInScope, Scope
from sourcebook.link import Graph
from sourcebook.models import Claim, Figure, When


@dataclass(frozen=True, slots=True)
class Row:
    """A claim as a chart and its table show it.

    `form` is exact, range, at_least, at_most, about, words, none, unknown or not stated; `low`
    and `high` are its bounds, None where it has none; `status` is accepted, superseded or
    withdrawn; `said` is its date in words, empty where that is not known.
    """

    who: str
    form: str
    low: float | None
    high: float | None
    words: str
    status: str
    said: str
    anchor: str

    @property
    def struck(self) -> bool:
        """Whether its claimant no longer stands by it."""
        return self.status != "accepted"

    @property
    def full(self) -> str:
        """The row in one sentence."""
        parts = [f"{self.who}: {self.words}"]
        parts += [f"said {self.said}"] if self.said else []
        parts += [self.status] if self.struck else []
        return ", ".join(parts)


def rows(graph: Graph, scope: Scope) -> tuple[Row, ...]:
    """The claims of a scope of figures or dates: from the least up, then without one, then the old.

    Of dates, the bounds are hours as `calendar.hours` counts them.
    """
    if scope.measure.kind not in ("figure", "date"):
        return ()
    return tuple(sorted((_row(graph, position) for position in scope.claims), key=_order))


def _row(graph: Graph, position: ClaimInScope) -> Row:
    claim = position.claim
    form, low, high = _bounds(claim, graph.dataset.time_zone)
    return Row(
        who=_names(graph, claim.by),
        form=form,
        low=low,
        high=high,
        words=_words(graph, claim),
        status=position.status,
        said=graph.language.day(claim.said) if claim.said else "",
        anchor=position.anchor,
    )


def _bounds(claim: Claim, zone: str) -> tuple[str, float | None, float | None]:
    """The form of a claim, and between what it lies."""
    value = claim.value
    if isinstance(value, Figure):
        return value.form, value.low, value.high
    if isinstance(value, When):
        return calendar.form(value), *calendar.hours(value, claim.zone or zone)
    return value.text, None, None


def _words(graph: Graph, claim: Claim) -> str:
    """The value, and in whose calendar a date is given where that is not the dataset's own."""
    words, zone = graph.language.value(claim.value, graph.label), claim.zone
    if not isinstance(claim.value, When) or zone is None or zone == graph.dataset.time_zone:
        return words
    return f"{words} in {graph.language.calendar_of(zone, graph.dataset)}"


def _names(graph: Graph, ids: Iterable[str]) -> str:
    return graph.language.join_list(map(graph.label, ids))


def _order(row: Row) -> tuple[object, ...]:
    silent = row.low is None and row.high is None and row.form != "none"
    low = row.low if row.low is not None else 0.0
    high = row.high if row.high is not None else (low if row.form == "none" else float("inf"))
    return row.struck, silent, low, high, row.who, row.anchor
