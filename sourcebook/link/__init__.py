"""Records to a graph: every reference resolved, every id unique, every text parsed once."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from types import MappingProxyType

from sourcebook.link.graph import Graph, Link
from sourcebook.link.linker import Linker
from sourcebook.link.terms import resolve_terms
from sourcebook.load import LoadedDataset, LoadedRecord
from sourcebook.models import Dataset
from sourcebook.problems import Problem

__all__ = ["Graph", "Link", "link"]

RESERVED = {"dataset": "the dataset as a whole"}
"""Ids that no record can have."""


def link(loaded: LoadedDataset, dataset: Dataset) -> tuple[Graph, tuple[Problem, ...]]:
    """The graph of all that was loaded, and every reference and word that leads nowhere."""
    resolved = resolve_terms(loaded, dataset)
    entries, problems = _unique(resolved.records)
    aliases, clashes = _aliases(entries)
    unloadable_ids = loaded.unloadable_ids | _duplicate_ids(loaded.records)
    linker = Linker(entries, aliases, unloadable_ids)
    links = [made for entry in entries.values() for made in linker.links(entry)]
    if loaded.file_location is not None:
        linker.check_references(dataset, loaded.file_location)
    graph = Graph(
        dataset=dataset,
        records=MappingProxyType({name: entry.record for name, entry in entries.items()}),
        file_locations=MappingProxyType(
            {name: entry.file_location for name, entry in entries.items()}
        ),
        backlinks=MappingProxyType(_backlinks(links)),
        prose=MappingProxyType(linker.prose),
        aliases=MappingProxyType(aliases),
        unloadable_ids=unloadable_ids | resolved.incomplete_ids,
        quotation_paths=tuple(linker.quotation_paths),
    )
    return graph, (*resolved.problems, *problems, *clashes, *linker.problems)


def _duplicate_ids(entries: Iterable[LoadedRecord]) -> frozenset[str]:
    """The ids that several records have: what names one may mean another."""
    counted = Counter(entry.record.id for entry in entries)
    return frozenset(name for name, count in counted.items() if count > 1)


def _unique(entries: Iterable[LoadedRecord]) -> tuple[dict[str, LoadedRecord], list[Problem]]:
    """Records by id, sorted; of an id that is used twice the first record is kept."""
    kept: dict[str, LoadedRecord] = {}
    problems = []
    for entry in sorted(
        entries, key=lambda entry: (entry.record.id, entry.file_location.display_path)
    ):
        first = kept.setdefault(entry.record.id, entry)
        if first is not entry or entry.record.id in RESERVED:
            holder = _describe_holder(first, entry)
            message = f"duplicate id '{entry.record.id}': {holder} has it already; choose another"
            problems.append(
                Problem(
                    entry.file_location.display_path, entry.file_location.line(), "SB203", message
                )
            )
    return kept, problems


def _aliases(entries: dict[str, LoadedRecord]) -> tuple[dict[str, str], list[Problem]]:
    owners: dict[str, str] = {}
    problems = []
    for record_id, entry in entries.items():
        for index, alias in enumerate(entry.record.aliases):
            clash = _alias_clash(alias, entry, entries, owners)
            if clash:
                where = entry.file_location.line(("aliases", index))
                message = f"alias '{alias}' {clash}"
                problems.append(Problem(entry.file_location.display_path, where, "SB204", message))
            else:
                owners[alias] = record_id
    return owners, problems


def _alias_clash(
    alias: str, entry: LoadedRecord, entries: dict[str, LoadedRecord], owners: dict[str, str]
) -> str:
    """Why a record cannot have an alias; empty where it can."""
    record_id = entry.record.id
    if alias == record_id:
        return "is the record's own id: leave it out"
    if alias in RESERVED:
        return f"stands for {RESERVED[alias]}"
    if alias in entries:
        return f"is the id of {_describe_location(entries[alias])}"
    if alias in owners:
        other = (
            "this record"
            if owners[alias] == record_id
            else _describe_location(entries[owners[alias]])
        )
        return f"is already an alias of {other}"
    return ""


def _describe_holder(first: LoadedRecord, entry: LoadedRecord) -> str:
    return RESERVED[entry.record.id] if first is entry else _describe_location(first)


def _describe_location(entry: LoadedRecord) -> str:
    return entry.file_location.display_path + (
        f":{entry.file_location.table_line}" if entry.file_location.table_line else ""
    )


def _backlinks(links: Iterable[Link]) -> dict[str, dict[str, tuple[Link, ...]]]:
    back: dict[str, dict[str, list[Link]]] = defaultdict(lambda: defaultdict(list))
    for made in links:
        back[made.target_id][made.reverse].append(made)
    return {
        target: {reverse: tuple(found) for reverse, found in lists.items()}
        for target, lists in back.items()
    }
