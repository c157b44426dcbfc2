"""Which sources go back to which: those of a picture, and the order in which it lists them."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from sourcebook.derive.origins import parents, roots
from sourcebook.link import Graph
from sourcebook.models import Source

WORDS: Mapping[str, str] = {
    "copy": "copy of",
    "quotation": "quotes",
    "primary_source": "reports on",
    "revision": "revision of",
    "syndication": "syndicated from",
    "translation": "translated from",
    "aggregation": "compiled from",
    "press_release": "carries the release of",
    "recirculation": "repeats",
    "shared_dataset": "rests on the data of",
}
"""How one text goes back to another, before whose the other is."""


@dataclass(frozen=True, slots=True)
class Row:
    """A source with those it goes back to directly, each with how.

    `origin` tells that it goes back to none, `read` that it was read itself.
    """

    source: str
    parents: tuple[tuple[str, str], ...]
    origin: bool
    read: bool


def around(graph: Graph, name: str) -> tuple[Row, ...]:
    """A source with all that it goes back to and all that goes back to it."""
    up = _walk(name, lambda each: _parents(graph, each))
    down = _walk(name, lambda each: _children(graph, each))
    return _ordered(graph, {*up, *down})


def among(graph: Graph, names: Iterable[str]) -> tuple[Row, ...]:
    """Sources that go back to an origin that several of them have in common, with the way there."""
    given = [name for name in dict.fromkeys(names) if isinstance(graph.records.get(name), Source)]
    reached: dict[str, list[str]] = defaultdict(list)
    for name in given:
        for root in roots(graph, name):
            reached[root].append(name)
    shared = {root for root, members in reached.items() if len(members) > 1}
    kept: set[str] = set()
    for name in given:
        if shared.intersection(roots(graph, name)):
            kept.update(_walk(name, lambda each: _parents(graph, each)))
    return _ordered(graph, kept)


def _walk(name: str, onward: Callable[[str], Iterable[str]]) -> dict[str, None]:
    """A source and all that is reached from it."""
    found = {name: None}
    waiting = [name]
    while waiting:
        new = [each for each in onward(waiting.pop()) if each not in found]
        found |= dict.fromkeys(new)
        waiting += new
    return found


def _parents(graph: Graph, name: str) -> tuple[str, ...]:
    source = graph.records.get(name)
    return parents(source) if isinstance(source, Source) else ()


def _children(graph: Graph, name: str) -> tuple[str, ...]:
    links = (*graph.backlinks_to(name, "copies"), *graph.backlinks_to(name, "derivatives"))
    return tuple(dict.fromkeys(link.record_id for link in links))


def _ordered(graph: Graph, names: Iterable[str]) -> tuple[Row, ...]:
    """Sources with each below those it goes back to; what hangs together stands together."""
    rows = {name: _row(graph, name) for name in sorted(names) if name in graph.records}
    rank = {name: (_date(graph, name), name) for name in rows}
    families = sorted(groups(rows.values()), key=lambda rows: (-len(rows), rank[rows[0].source]))
    return tuple(row for family in families for row in _descending(family, rank))


def groups(rows: Iterable[Row]) -> list[list[Row]]:
    """Rows that hang together by what they go back to, each in the order given."""
    rows = list(rows)
    order = {row.source: number for number, row in enumerate(rows)}
    family: dict[str, list[Row]] = {}
    for row in rows:
        tied = {id(family[name]): family[name] for name in _tied(row) if name in family}
        together = max(tied.values(), key=len, default=[])
        together.append(row)
        for other in tied.values():
            if other is not together:  # the smaller joins the larger
                together += other
                family |= {name: together for each in other for name in _tied(each)}
        family |= dict.fromkeys(_tied(row), together)
    found = {id(family[row.source]): family[row.source] for row in rows}
    return [sorted(each, key=lambda row: order[row.source]) for each in found.values()]


def _tied(row: Row) -> tuple[str, ...]:
    return row.source, *(parent for parent, _ in row.parents)


def _descending(family: Sequence[Row], rank: Mapping[str, tuple[str, str]]) -> Iterable[Row]:
    """The rows of a family, each below those it goes back to, and close to them."""
    rows = {row.source: row for row in family}
    children: dict[str, list[str]] = defaultdict(list)
    for name, row in rows.items():
        for parent, _ in row.parents:
            children[parent].append(name)
    waiting = sorted((n for n, row in rows.items() if row.origin), key=rank.__getitem__)[::-1]
    found: dict[str, Row] = {}
    while len(found) < len(rows):
        if not waiting:  # a circle: it begins anywhere
            waiting = [min(name for name in rows if name not in found)]
        name = waiting.pop()
        found.setdefault(name, rows[name])
        ready = (each for each in children[name] if _ready(rows[each], rows, found))
        waiting += sorted(ready, key=rank.__getitem__, reverse=True)
    return found.values()


def _ready(row: Row, rows: Mapping[str, Row], found: Mapping[str, Row]) -> bool:
    missing = (parent for parent, _ in row.parents if parent in rows and parent not in found)
    return row.source not in found and next(missing, None) is None


def _row(graph: Graph, name: str) -> Row:
    source = graph.records[name]
    if not isinstance(source, Source):
        return Row(name, (), True, False)
    copied = [(source.copy_of, "copy")] if source.copy_of else []
    derived = [(each.source, each.relation) for each in source.derived_from]
    above = tuple(pair for pair in (*copied, *derived) if pair[0] != name)
    return Row(name, above, not above, source.read != "none")


def _date(graph: Graph, name: str) -> str:
    source = graph.records[name]
    published = source.published if isinstance(source, Source) else None
    return published.earliest.isoformat() if published else "~"


def columns(rows: Sequence[Row]) -> dict[str, int]:
    """The column of each source's sign, and of the trunk from it down to what goes back to it.

    A sign stands right of the trunks that it hangs from, and on none.
    """
    number = {row.source: n for n, row in enumerate(rows)}
    last = {
        parent: n
        for n, row in enumerate(rows)
        for parent, _ in row.parents
        if number.get(parent, n) < n
    }
    ends: dict[int, int] = {}
    found: dict[str, int] = {}
    for n, row in enumerate(rows):
        column = max((found[parent] + 1 for parent, _ in row.parents if parent in found), default=0)
        while ends.get(column, -1) >= n:
            column += 1
        found[row.source] = column
        if row.source in last:
            ends[column] = last[row.source]
    return found
