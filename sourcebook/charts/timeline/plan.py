"""What goes on a timeline: bounded, in lanes, with the arrows between."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sourcebook.charts.timeline.days import TimelineDay, days
from sourcebook.charts.timeline.items import Attributed, TimelineItem, items, statements
from sourcebook.charts.timeline.sides import OTHERS, lanes
from sourcebook.charts.timeline.tracks import Arrow, arrows
from sourcebook.link import Graph
from sourcebook.models import Record

MOST = 60
"""The most incidents that one timeline shows; the list beside it has them all."""
MOST_DAYS = 90
"""The most days, months and years that it has an entry for."""


@dataclass(frozen=True, slots=True)
class Plan:
    """Everything on a timeline: `lane` is the number of each incident's lane in `lanes`.

    `left_out` says how many incidents and how many speakers of a day are later than the last that
    is shown.
    """

    graph: Graph
    items: tuple[TimelineItem, ...]
    days: tuple[TimelineDay, ...]
    lanes: tuple[str, ...]
    lane: Mapping[str, int]
    arrows: tuple[Arrow, ...]
    left_out: tuple[int, int]

    @property
    def speakers(self) -> int:
        """How many spoke, counted for each day."""
        return sum(len(day.statements) for day in self.days)

    def css_class(self, lane: int) -> str:
        """The class that colours a lane; only lanes of a named side have a colour."""
        named = self.lanes[lane] in self.graph.records
        return f"draw-side-{lane + 1 if named and lane < 3 else 0}"


def plan(graph: Graph, records: Iterable[Record], attributed: Attributed) -> Plan:
    """What a timeline of some incidents, and of the statements about any records, shows.

    Of a long one that is the first part: what was said after its last incident is left out too.
    """
    records = tuple(records)
    found, said = items(graph, records, attributed), statements(graph, records)
    first = found[:MOST]
    heard = [s for s in said if s.day <= first[-1].day] if len(found) > MOST else said
    shown = {day.key[0] for day in days(graph.language, first, heard)[:MOST_DAYS]}
    kept = tuple(item for item in first if item.day in shown)
    heard = [statement for statement in heard if statement.day in shown]
    keys = lanes(item.side for item in kept)
    number = {key: n for n, key in enumerate(keys)}
    lane = {item.id: number.get(item.side.key, number.get(OTHERS, 0)) for item in kept}
    return Plan(
        graph=graph,
        items=kept,
        days=days(graph.language, kept, heard),
        lanes=keys,
        lane=lane,
        arrows=arrows(kept, lane),
        left_out=(len(found) - len(kept), len(said) - len(heard)),
    )
