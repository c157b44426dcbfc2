"""The dataset as it could have been written on an earlier day.

What had not happened, not been said and not been published by then is left out, and with it all
that names it: a claim without a carrier, a judgement without the claims it rests on, a paragraph
that cites what came later. A claim that was replaced later is accepted again. What is computed
(matrix, ranges, origins, grades, gaps) then follows from what is left.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

from sourcebook.as_of.known_by_day import KnownByDayPolicy, has_begun, known_sources, unmentioned
from sourcebook.as_of.prune import PrunePolicy, prune
from sourcebook.as_of.remaining import Remaining, RemainingPolicy
from sourcebook.derive import derive
from sourcebook.derive.matrix import successors
from sourcebook.link import Graph, link
from sourcebook.load import LoadedDataset, LoadedRecord
from sourcebook.models import Dataset, Incident, Record, Source

__all__ = ["as_of_snapshot"]


def as_of_snapshot(loaded: LoadedDataset, graph: Graph, day: date) -> LoadedDataset:
    """What was loaded, as of the end of a day; `graph` is of all of it, and free of errors."""
    linked = tuple(map(LoadedRecord, graph.records.values(), graph.file_locations.values()))
    known = replace(loaded, records=_known_records(linked, day))
    dataset = _with_known_latest_episode(
        graph.dataset, {entry.record.id for entry in known.records}
    )
    remaining_graph, _ = link(known, dataset)
    remaining = Remaining(remaining_graph, derive(remaining_graph), successors(graph), graph)
    entries = _prune_all(known.records, lambda record: RemainingPolicy(remaining, record))
    return replace(known, dataset=dataset, records=tuple(entries))


def _with_known_latest_episode(dataset: Dataset, left: set[str]) -> Dataset:
    """The dataset, without an episode to show first that had not begun."""
    gone = dataset.latest_episode not in left
    return dataset.model_copy(update={"latest_episode": None}) if gone else dataset


def _known_records(entries: tuple[LoadedRecord, ...], day: date) -> tuple[LoadedRecord, ...]:
    """What was known; what nobody had reported is left out, too, until nothing changes."""
    gone, always = _not_yet_known(entries, day), _unmentioned(entries)
    while True:
        left = _prune_unknown(entries, day, gone)
        lost = _unmentioned(left) - always
        if not lost:
            return left
        gone |= lost


def _unmentioned(entries: tuple[LoadedRecord, ...]) -> frozenset[str]:
    return frozenset(unmentioned(entry.record for entry in entries))


def _prune_unknown(
    entries: tuple[LoadedRecord, ...], day: date, gone: frozenset[str]
) -> tuple[LoadedRecord, ...]:
    policy = KnownByDayPolicy(day, gone)
    left = _prune_all(entries, lambda _: policy)
    return tuple(entry for entry in left if entry.record.id not in gone)


def _not_yet_known(entries: tuple[LoadedRecord, ...], day: date) -> frozenset[str]:
    """The sources that had not appeared, and the incidents that had not begun."""
    records = {entry.record.id: entry.record for entry in entries}
    appeared = known_sources(records, day)
    return frozenset(
        name
        for name, record in records.items()
        if (isinstance(record, Source) and name not in appeared)
        or (isinstance(record, Incident) and not has_begun(record.date, day))
    )


def _prune_all(
    entries: tuple[LoadedRecord, ...], policy_of: Callable[[Record], PrunePolicy]
) -> Iterator[LoadedRecord]:
    for entry in entries:
        record = prune(entry.record, policy_of(entry.record))
        if record is not None:
            yield replace(entry, record=record)
