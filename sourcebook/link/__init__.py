"""Records to a graph: every reference resolved, every id unique, every text parsed once."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from types import MappingProxyType

from sourcebook.link.graph import Graph, Link
from sourcebook.link.linker import Linker
from sourcebook.load import Entry, Loaded
from sourcebook.models import Dataset
from sourcebook.problems import Problem

__all__ = ["Graph", "Link", "link"]

RESERVED = {"dataset": "the dataset as a whole"}
"""Ids that no record can have."""


def link(loaded: Loaded, dataset: Dataset) -> tuple[Graph, tuple[Problem, ...]]:
    """The graph of all that was loaded, and every reference that leads nowhere."""
    entries, problems = _unique(loaded.entries)
    aliases, clashes = _aliases(entries)
    unloadable_ids = loaded.unloadable_ids | _twice(loaded.entries)
    linker = Linker(entries, aliases, unloadable_ids)
    links = [made for entry in entries.values() for made in linker.links(entry)]
    if loaded.place is not None:
        linker.check_references(dataset, loaded.place)
    graph = Graph(
        dataset=dataset,
        records=MappingProxyType({name: entry.record for name, entry in entries.items()}),
        places=MappingProxyType({name: entry.place for name, entry in entries.items()}),
        backlinks=MappingProxyType(_backlinks(links)),
        prose=MappingProxyType(linker.prose),
        aliases=MappingProxyType(aliases),
        unloadable_ids=unloadable_ids,
        quotation_paths=tuple(linker.quotation_paths),
    )
    return graph, (*problems, *clashes, *linker.problems)


def _twice(entries: Iterable[Entry]) -> frozenset[str]:
    """The ids that several records have: what names one may mean another."""
    counted = Counter(entry.record.id for entry in entries)
    return frozenset(name for name, count in counted.items() if count > 1)


def _unique(entries: Iterable[Entry]) -> tuple[dict[str, Entry], list[Problem]]:
    """Entries by id, sorted; an id that stands twice is kept where it stands first."""
    kept: dict[str, Entry] = {}
    problems = []
    for entry in sorted(entries, key=lambda entry: (entry.record.id, entry.place.shown)):
        first = kept.setdefault(entry.record.id, entry)
        if first is not entry or entry.record.id in RESERVED:
            holder = _holder(first, entry)
            message = f"duplicate id '{entry.record.id}': {holder} has it already; choose another"
            problems.append(Problem(entry.place.shown, entry.place.line(), "SB203", message))
    return kept, problems


def _aliases(entries: dict[str, Entry]) -> tuple[dict[str, str], list[Problem]]:
    owners: dict[str, str] = {}
    problems = []
    for name, entry in entries.items():
        for index, alias in enumerate(entry.record.aliases):
            clash = _clash(alias, entry, entries, owners)
            if clash:
                where = entry.place.line(("aliases", index))
                message = f"alias '{alias}' {clash}"
                problems.append(Problem(entry.place.shown, where, "SB204", message))
            else:
                owners[alias] = name
    return owners, problems


def _clash(alias: str, entry: Entry, entries: dict[str, Entry], owners: dict[str, str]) -> str:
    """Why a record cannot have an alias; empty where it can."""
    name = entry.record.id
    if alias == name:
        return "is the record's own id: leave it out"
    if alias in RESERVED:
        return f"stands for {RESERVED[alias]}"
    if alias in entries:
        return f"is the id of {_where(entries[alias])}"
    if alias in owners:
        other = "this record" if owners[alias] == name else _where(entries[owners[alias]])
        return f"is already an alias of {other}"
    return ""


def _holder(first: Entry, entry: Entry) -> str:
    return RESERVED[entry.record.id] if first is entry else _where(first)


def _where(entry: Entry) -> str:
    return entry.place.shown + (f":{entry.place.row}" if entry.place.row else "")


def _backlinks(links: Iterable[Link]) -> dict[str, dict[str, tuple[Link, ...]]]:
    back: dict[str, dict[str, list[Link]]] = defaultdict(lambda: defaultdict(list))
    for made in links:
        back[made.target][made.reverse].append(made)
    return {
        target: {reverse: tuple(found) for reverse, found in lists.items()}
        for target, lists in back.items()
    }
