"""How much happened and was said in which month: counts by year, or by decade where years are many.

What is dated to a year alone is counted apart: it is not put into a month.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from sourcebook.models import Incident, Record, When, claims_of

MOST_YEARS = 40
"""From more years than this on, a row is a decade, and what it counts by are its years."""
MOST_ROWS = 60
"""The most rows that a picture shows: the latest."""


@dataclass(frozen=True, slots=True)
class Count:
    """How many incidents began and how many claims were made in a month, or in a year (`key`)."""

    key: str
    incidents: int
    claims: int


@dataclass(frozen=True, slots=True)
class Row:
    """A year or decade by its first year, and what was counted in it, in order of time."""

    key: str
    counts: tuple[Count, ...]
    gap: int

    @property
    def incidents(self) -> int:
        """How many incidents began in it."""
        return sum(count.incidents for count in self.counts)

    @property
    def claims(self) -> int:
        """How many claims were made in it."""
        return sum(count.claims for count in self.counts)


@dataclass(frozen=True, slots=True)
class Table:
    """Rows from the earliest on, each with how many empty ones are before it.

    `span` is 1 for rows of years, 10 for decades; `earlier` is how many rows are left out, and
    `undated` the incidents and claims of which no beginning is known.
    """

    span: int
    rows: tuple[Row, ...]
    earlier: int
    undated: tuple[int, int]


def table(records: Iterable[Record]) -> Table:
    """The counts of some records: incidents by when they began, claims by when they were made."""
    began: list[When] = []
    made: list[When] = []
    for record in records:
        began += [record.date] if isinstance(record, Incident) else []
        made += [claim.said for claim in claims_of(record) if claim.said is not None]
    incidents, claims = _counter(began), _counter(made)
    undated = incidents.pop("", 0), claims.pop("", 0)
    span = 1 if len({key[:4] for key in (*incidents, *claims)}) <= MOST_YEARS else 10
    return Table(span, *_rows(incidents, claims, span), undated)


def _counter(dates: Iterable[When]) -> Counter[str]:
    """How many dates begin in which month; of dates that are the same, one is looked at."""
    dates = list(dates)
    keys = {when.text: _key(when) for when in {when.text: when for when in dates}.values()}
    return Counter(keys[when.text] for when in dates)


def _key(when: When) -> str:
    """The month in which something begins, or the year where no more is known; may be empty."""
    start = when.start
    if start is None:
        return ""
    return when.earliest.isoformat()[: 4 if start.month is None else 7]


def _rows(incidents: Counter[str], claims: Counter[str], span: int) -> tuple[tuple[Row, ...], int]:
    """The latest rows, and how many there are before them."""
    found: dict[int, dict[str, list[int]]] = {}
    for number, counter in enumerate((incidents, claims)):
        for key, count in counter.items():
            first = int(key[:4]) // span * span
            cell = found.setdefault(first, {}).setdefault(key if span == 1 else key[:4], [0, 0])
            cell[number] += count
    starts = sorted(found)
    rows = [
        Row(
            f"{first:04}",
            tuple(Count(key, *cell) for key, cell in sorted(found[first].items())),
            (first - before) // span - 1 if before is not None else 0,
        )
        for before, first in zip([None, *starts], starts, strict=False)
    ]
    return tuple(rows[-MOST_ROWS:]), len(rows[:-MOST_ROWS])
