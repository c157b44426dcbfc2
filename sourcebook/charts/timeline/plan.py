"""What goes on a timeline: bounded, in lanes, with the arrows between."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sourcebook.charts.timeline.days import Day, days
from sourcebook.charts.timeline.items import Attributed, Happening, Spoken, happenings, spoken
from sourcebook.charts.timeline.lanes import Arrow, arrows
from sourcebook.charts.timeline.sides import OTHERS, lanes
from sourcebook.language import Language
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
    happenings: tuple[Happening, ...]
    days: tuple[Day, ...]
    lanes: tuple[str, ...]
    lane: Mapping[str, int]
    arrows: tuple[Arrow, ...]
    left_out: tuple[int, int]


def plan(graph: Graph, records: Iterable[Record], attributed: Attributed) -> Plan:
    """What a timeline of some incidents, and of the statements about any records, shows."""
    records = tuple(records)
    first, later = happenings(graph, records, attributed, MOST)
    said = spoken(graph, records)
    kept, heard = _bounded(graph.language, first, later, said)
    keys = lanes(h.side for h in kept)
    number = {key: n for n, key in enumerate(keys)}
    lane = {h.name: number.get(h.side.key, number.get(OTHERS, 0)) for h in kept}
    return Plan(
        graph=graph,
        happenings=kept,
        days=days(graph.language, kept, heard),
        lanes=keys,
        lane=lane,
        arrows=arrows(kept, lane),
        left_out=(later + len(first) - len(kept), len(said) - len(heard)),
    )


def _bounded(
    language: Language, kept: tuple[Happening, ...], later: int, said: tuple[Spoken, ...]
) -> tuple[tuple[Happening, ...], tuple[Spoken, ...]]:
    """The first of a long timeline; what was said after the last of it is left out too."""
    if later:
        said = tuple(each for each in said if each.day <= kept[-1].day)
    shown = {day.key for day in days(language, kept, said)[:MOST_DAYS]}
    kept = tuple(h for h in kept if h.day in shown)
    return kept, tuple(each for each in said if each.day in shown)
