"""What the rows of a claims chart say: each claim's form, bounds and words."""

from collections.abc import Iterable
from dataclasses import dataclass

from sourcebook.derive import Position, Scope
from sourcebook.derive.dates import day_words
from sourcebook.derive.values import value_words
from sourcebook.link import Graph
from sourcebook.models import Absent, Figure

SILENT = ("unknown", "not stated")
"""Forms that have no place on a scale, and none of which means nought."""


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
    """The claims of a scope: figures from the least up, then those without one, then the old."""
    found = (_row(graph, position) for position in scope.positions)
    return tuple(sorted((row for row in found if row is not None), key=_order))


def _row(graph: Graph, position: Position) -> Row | None:
    claim, value = position.claim, position.claim.value
    if isinstance(value, Absent):
        form, low, high = value.text, None, None
    elif isinstance(value, Figure):
        form, low, high = value.form, value.low, value.high
    else:
        return None
    return Row(
        who=_names(graph, claim.by),
        form=form,
        low=low,
        high=high,
        words=value_words(value, graph),
        status=position.status,
        said=day_words(claim.said) if claim.said else "",
        anchor=position.anchor,
    )


def _names(graph: Graph, ids: Iterable[str]) -> str:
    labels = [graph.records[name].label if name in graph.records else name for name in ids]
    return " and ".join([", ".join(labels[:-1]), *labels[-1:]] if len(labels) > 1 else labels)


def _order(row: Row) -> tuple[object, ...]:
    low = row.low if row.low is not None else 0.0
    high = row.high if row.high is not None else (low if row.form == "none" else float("inf"))
    return row.struck, row.form in SILENT, low, high, row.who, row.anchor
