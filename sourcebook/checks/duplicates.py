"""The same thing filed twice: a source, an incident or an actor under two ids.

Records that are like each other are put into groups, each of which is reported once. A record is
left out where all that are like it are declared to be others (`not_same_as`), or are rows of the
table that it stands in: who made one list of many rows has told them apart.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence

from sourcebook.checks.comparable import comparable_address, comparable_name
from sourcebook.derive import Derived
from sourcebook.language import FOR_EDITORS
from sourcebook.link import Graph
from sourcebook.models import Actor, Incident, Record, Source, When
from sourcebook.problems import Problem

_MOST_LISTED = 4


def check_duplicates(graph: Graph, _derived: Derived) -> Iterator[Problem]:
    """SB408, SB409, SB410: a source, an incident and an actor are on record once."""
    sources, incidents = graph.all_of(Source), graph.all_of(Incident)
    yield from _report(graph, "SB408", "have one address", _groups(sources, _address_of))
    same = "have one title, publisher and day"
    yield from _report(graph, "SB408", same, _groups(sources, _title_of))
    suspects = (_suspect(graph, group) for group in _groups(incidents, _place_of))
    yield from _report(graph, "SB409", "have one place, day and type", suspects)
    yield from _report(graph, "SB410", "have one name", _groups_of_names(graph.all_of(Actor)))


_Group = Sequence[Record]


def _groups(
    records: Iterable[Record], key_of: Callable[[Record], Hashable | None]
) -> Iterator[_Group]:
    """The records that have one key, if there is more than one of them."""
    found: dict[Hashable, list[Record]] = defaultdict(list)
    for record in records:
        key = key_of(record)
        if key is not None:
            found[key].append(record)
    return (group for group in found.values() if len(group) > 1)


def _groups_of_names(actors: Iterable[Actor]) -> Iterator[_Group]:
    """The actors that have a name in common, each group once however many names it shares."""
    found: dict[str, dict[str, Actor]] = defaultdict(dict)
    for actor in actors:
        for name in actor.names.values():
            found[comparable_name(name)][actor.id] = actor
    groups = {tuple(group): tuple(group.values()) for group in found.values() if len(group) > 1}
    return iter(groups.values())


def _address_of(record: Record) -> Hashable | None:
    url = getattr(record, "url", None)
    try:
        return comparable_address(url) if url else None
    except ValueError:  # no address at all; another rule says so
        return None


def _title_of(record: Record) -> Hashable | None:
    if not isinstance(record, Source) or record.published is None:
        return None
    day = _day(record.published)
    title, publisher = comparable_name(record.title), comparable_name(record.publisher)
    return (title, publisher, day) if day else None


def _day(date: When) -> str:
    """The day that a date begins on; empty where that is not known."""
    start = date.start
    return start.iso_date if start is not None and start.day is not None else ""


def _place_of(record: Record) -> Hashable | None:
    if not isinstance(record, Incident):
        return None
    day = _day(record.date)
    return (record.location, day, record.type) if day else None


def _suspect(graph: Graph, group: _Group) -> _Group:
    """Those of some incidents that share a passage with another, or no publisher.

    One publisher that tells of two incidents knows them apart, unless it does so in one breath.
    """
    cited = [_cited(graph, record) for record in group]
    everyone = (1 << len(group)) - 1
    passages, publishers = _holders(one[0] for one in cited), _holders(one[1] for one in cited)
    return [
        record
        for index, record in enumerate(group)
        if _union(passages, cited[index][0]) & ~(1 << index)
        or _union(publishers, cited[index][1]) | 1 << index != everyone
    ]


_Cited = tuple[frozenset[Hashable], frozenset[Hashable]]
"""The passages that an incident cites, and their publishers."""


def _cited(graph: Graph, record: Record) -> _Cited:
    if not isinstance(record, Incident):
        return frozenset(), frozenset()
    cites = [*(claim.cites for claim in record.claims), *(role.cites for role in record.roles)]
    passages = frozenset((each.source, each.at) for several in cites for each in several)
    sources = (graph.records.get(str(source)) for source, _ in passages)
    publishers = (one.publisher for one in sources if isinstance(one, Source))
    return passages, frozenset(map(comparable_name, publishers))


def _holders(cited: Iterable[frozenset[Hashable]]) -> dict[Hashable, int]:
    """Who of a group has each thing: a bit for each, so that large groups are compared at once."""
    found: dict[Hashable, int] = defaultdict(int)
    for index, things in enumerate(cited):
        for thing in things:
            found[thing] |= 1 << index
    return found


def _union(holders: dict[Hashable, int], things: frozenset[Hashable]) -> int:
    union = 0
    for thing in things:
        union |= holders[thing]
    return union


def _report(graph: Graph, code: str, same: str, groups: Iterable[_Group]) -> Iterator[Problem]:
    for group in groups:
        left = _with_partner(graph, group)
        if len(left) > 1:
            ids = [f"'{record.id}'" for record in left]
            more = len(ids) - _MOST_LISTED
            listed = [*ids[:_MOST_LISTED], *([f"{more} more"] if more > 0 else [])]
            message = (
                f"{FOR_EDITORS.join_list(listed)} {same}: keep one, with the other's id under "
                "aliases, or say in not_same_as what tells them apart"
            )
            yield graph.problem(left[1].id, (), code, message)


def _with_partner(graph: Graph, group: _Group) -> list[Record]:
    """Those of a group that are like another one, and not known to be another than it."""
    tables = {record.id: _table_of(graph, record.id) for record in group}
    rows = Counter(tables.values())
    return [
        record
        for record in group
        if not (tables[record.id] and rows[tables[record.id]] == len(group))
        and any(_alike(record, other, tables) for other in group)
    ]


def _alike(one: Record, other: Record, tables: dict[str, str]) -> bool:
    together = tables[one.id] and tables[one.id] == tables[other.id]
    return one is not other and not together and not _told_apart(one, other)


def _table_of(graph: Graph, record_id: str) -> str:
    """The table that a record is a row of; empty where it has a file of its own."""
    place = graph.file_locations[record_id]
    return place.display_path if place.table_line else ""


def _told_apart(one: Record, other: Record) -> bool:
    return other.id in _others(one) or one.id in _others(other)


def _others(record: Record) -> tuple[str, ...]:
    """The records that one says it is not, or says it comes from."""
    apart = record.not_same_as if isinstance(record, Source | Incident | Actor) else ()
    others = tuple(each.record_id for each in apart)
    if not isinstance(record, Source):
        return others
    return (*others, record.copy_of or "", *(each.source for each in record.derived_from))
