"""The dataset as it could have been written on an earlier day.

What had not happened, not been said and not been published by then is left out, and with it all
that names it: a claim without a carrier, a judgement without the claims it rests on, a paragraph
that cites what came later. A claim that was replaced later stands again. What is computed
(matrix, ranges, origins, grades, gaps) then follows from what is left.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

from sourcebook.asof.facts import Then, Tied
from sourcebook.asof.known import Known, begun, silent, sources_known
from sourcebook.asof.prune import Judge, pruned
from sourcebook.derive import derive
from sourcebook.derive.matrix import successors
from sourcebook.link import Graph, link
from sourcebook.load import LoadedDataset, LoadedRecord
from sourcebook.models import Dataset, Incident, Record, Source

__all__ = ["as_of"]


def as_of(loaded: LoadedDataset, graph: Graph, day: date) -> LoadedDataset:
    """What was loaded, as of the end of a day; `graph` is of all of it, and free of errors."""
    known = replace(loaded, records=_known(loaded.records, day))
    dataset = _latest(graph.dataset, {entry.record.id for entry in known.records})
    then, _ = link(known, dataset)
    left = Then(then, derive(then), successors(graph))
    entries = _pruned(known.records, lambda record: Tied(left, record))
    return replace(known, dataset=dataset, records=tuple(entries))


def _latest(dataset: Dataset, left: set[str]) -> Dataset:
    """The dataset, without an episode to show first that had not begun."""
    gone = dataset.latest_episode not in left
    return dataset.model_copy(update={"latest_episode": None}) if gone else dataset


def _known(entries: tuple[LoadedRecord, ...], day: date) -> tuple[LoadedRecord, ...]:
    """What was known, until nothing more goes: an incident of which nobody told goes too."""
    gone, always = _later(entries, day), _silent(entries)
    while True:
        left = _without(entries, day, gone)
        lost = _silent(left) - always
        if not lost:
            return left
        gone |= lost


def _silent(entries: tuple[LoadedRecord, ...]) -> frozenset[str]:
    return frozenset(silent(entry.record for entry in entries))


def _without(
    entries: tuple[LoadedRecord, ...], day: date, gone: frozenset[str]
) -> tuple[LoadedRecord, ...]:
    judge = Known(day, gone)
    left = _pruned(entries, lambda _: judge)
    return tuple(entry for entry in left if entry.record.id not in gone)


def _later(entries: tuple[LoadedRecord, ...], day: date) -> frozenset[str]:
    """The sources that had not appeared, and the incidents that had not begun."""
    records = {entry.record.id: entry.record for entry in entries}
    appeared = sources_known(records, day)
    return frozenset(
        name
        for name, record in records.items()
        if (isinstance(record, Source) and name not in appeared)
        or (isinstance(record, Incident) and not begun(record.date, day))
    )


def _pruned(
    entries: tuple[LoadedRecord, ...], judge: Callable[[Record], Judge]
) -> Iterator[LoadedRecord]:
    for entry in entries:
        record = pruned(entry.record, judge(entry.record))
        if record is not None:
            yield replace(entry, record=record)
