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
    records, problems = _by_id(resolved.records)
    aliases, clashes = _aliases(records)
    unloadable_ids = loaded.unloadable_ids | _duplicate_ids(loaded.records)
    linker = Linker(records, aliases, unloadable_ids)
    links = [made for loaded_record in records.values() for made in linker.links(loaded_record)]
    if loaded.file_location is not None:
        linker.check_references(dataset, loaded.file_location)
    graph = Graph(
        dataset=dataset,
        records=MappingProxyType({record_id: one.record for record_id, one in records.items()}),
        file_locations=MappingProxyType(
            {record_id: one.file_location for record_id, one in records.items()}
        ),
        backlinks=MappingProxyType(_backlinks(links)),
        prose=MappingProxyType(linker.prose),
        aliases=MappingProxyType(aliases),
        unloadable_ids=unloadable_ids | resolved.incomplete_ids,
        quotation_paths=tuple(linker.quotation_paths),
        dataset_location=loaded.file_location,
        bound_texts=MappingProxyType(linker.bound_texts),
    )
    return graph, (*resolved.problems, *problems, *clashes, *linker.problems)


def _duplicate_ids(loaded_records: Iterable[LoadedRecord]) -> frozenset[str]:
    """The ids that several records have: what names one may mean another."""
    counts = Counter(loaded.record.id for loaded in loaded_records)
    return frozenset(record_id for record_id, count in counts.items() if count > 1)


def _by_id(loaded_records: Iterable[LoadedRecord]) -> tuple[dict[str, LoadedRecord], list[Problem]]:
    """Records by id, sorted; of an id that is used twice the first record is kept."""
    kept: dict[str, LoadedRecord] = {}
    problems = []
    for loaded in sorted(loaded_records, key=_id_and_path):
        record_id = loaded.record.id
        first = kept.setdefault(record_id, loaded)
        if first is not loaded or record_id in RESERVED:
            owner = RESERVED[record_id] if first is loaded else first.file_location
            message = f"duplicate id '{record_id}': {owner} has it already; choose another"
            problems.append(loaded.file_location.problem("SB203", message))
    return kept, problems


def _id_and_path(loaded: LoadedRecord) -> tuple[str, str]:
    return loaded.record.id, loaded.file_location.display_path


def _aliases(records: dict[str, LoadedRecord]) -> tuple[dict[str, str], list[Problem]]:
    """The id of the record that each alias leads to; a problem for each alias that cannot be."""
    owners: dict[str, str] = {}
    problems = []
    for record_id, loaded in records.items():
        for index, alias in enumerate(loaded.record.aliases):
            clash = _alias_clash(alias, record_id, records, owners)
            if clash:
                message = f"alias '{alias}' {clash}"
                problems.append(loaded.file_location.problem("SB204", message, ("aliases", index)))
            else:
                owners[alias] = record_id
    return owners, problems


def _alias_clash(
    alias: str, record_id: str, records: dict[str, LoadedRecord], owners: dict[str, str]
) -> str:
    """Why a record cannot have an alias; empty where it can."""
    if alias == record_id:
        return "is the record's own id: leave it out"
    if alias in RESERVED:
        return f"stands for {RESERVED[alias]}"
    if alias in records:
        return f"is the id of {records[alias].file_location}"
    if alias in owners:
        owner = owners[alias]
        other = "this record" if owner == record_id else records[owner].file_location
        return f"is already an alias of {other}"
    return ""


def _backlinks(links: Iterable[Link]) -> dict[str, dict[str, tuple[Link, ...]]]:
    back: dict[str, dict[str, list[Link]]] = defaultdict(lambda: defaultdict(list))
    for made in links:
        back[made.target_id][made.reverse].append(made)
    return {
        target: {reverse: tuple(found) for reverse, found in lists.items()}
        for target, lists in back.items()
    }
