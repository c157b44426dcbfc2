"""What goes back to what among sources, and the order in which a figure lists them."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sourcebook.charts.layout import components
from sourcebook.derive.origins import parents, roots
from sourcebook.link import Graph
from sourcebook.models import Source
from sourcebook.vocabulary import DerivationType


@dataclass(frozen=True, slots=True)
class Node:
    """A source with those it goes back to directly, by id, each with the term that says how."""

    source: Source
    parents: tuple[tuple[str, str], ...]

    @property
    def id(self) -> str:
        """The id of the source."""
        return self.source.id

    @property
    def is_origin(self) -> bool:
        """Whether it goes back to none."""
        return not self.parents


def around(graph: Graph, source_id: str) -> tuple[Node, ...]:
    """A source with all that it goes back to and all that goes back to it."""
    up = _reached(source_id, lambda each: _parents(graph, each))
    down = _reached(source_id, lambda each: _children(graph, each))
    return _ordered(graph, {*up, *down})


def among(graph: Graph, source_ids: Iterable[str]) -> tuple[Node, ...]:
    """Sources that go back to an origin that several of them have in common, with the way there."""
    given = [n for n in dict.fromkeys(source_ids) if isinstance(graph.records.get(n), Source)]
    by_root: dict[str, list[str]] = defaultdict(list)
    for source_id in given:
        for root in roots(graph, source_id):
            by_root[root].append(source_id)
    sharing = {each for members in by_root.values() if len(members) > 1 for each in members}
    up = (_reached(each, lambda here: _parents(graph, here)) for each in sharing)
    return _ordered(graph, {source_id for way in up for source_id in way})


def _reached(source_id: str, onward: Callable[[str], Iterable[str]]) -> set[str]:
    """A source and all that is reached from it."""
    found, waiting = {source_id}, [source_id]
    while waiting:
        new = set(onward(waiting.pop())) - found
        found |= new
        waiting += new
    return found


def _parents(graph: Graph, source_id: str) -> tuple[str, ...]:
    source = graph.records.get(source_id)
    return parents(source) if isinstance(source, Source) else ()


def _children(graph: Graph, source_id: str) -> Iterator[str]:
    for reverse in ("copies", "derivatives"):
        yield from (link.record_id for link in graph.backlinks_to(source_id, reverse))


def _ordered(graph: Graph, source_ids: Iterable[str]) -> tuple[Node, ...]:
    """Sources with each below those it goes back to; what hangs together stands together."""
    records = (graph.records.get(source_id) for source_id in sorted(source_ids))
    nodes = [_node(graph, record) for record in records if isinstance(record, Source)]
    rank = {node.id: (_date(node.source), node.id) for node in nodes}
    by_size = sorted(families(nodes), key=lambda family: (-len(family), rank[family[0].id]))
    return tuple(node for family in by_size for node in _descending(family, rank))


def _node(graph: Graph, source: Source) -> Node:
    copy = graph.dataset.terms(DerivationType).of_field("copy_of")
    copied = [(source.copy_of, copy.id)] if source.copy_of else []
    derived = [(each.source, each.relation) for each in source.derived_from]
    return Node(source, tuple(pair for pair in (*copied, *derived) if pair[0] != source.id))


def _date(source: Source) -> str:
    return source.published.earliest.isoformat() if source.published else "~"


def families(nodes: Iterable[Node]) -> list[list[Node]]:
    """Sources that hang together by what they go back to, each family in the order given."""
    known = {node.id: node for node in nodes}
    pairs = [(node.id, parent) for node in known.values() for parent, _ in node.parents]
    ids = dict.fromkeys((*known, *(parent for _, parent in pairs)))
    return [[known[each] for each in family if each in known] for family in components(ids, pairs)]


def _descending(family: Sequence[Node], rank: Mapping[str, tuple[str, str]]) -> Iterable[Node]:
    """The sources of a family, each below those it goes back to, and close to them."""
    left = {node.id: node for node in family}
    above = {node.id: {p for p, _ in node.parents if p in left} for node in family}
    children: dict[str, list[str]] = defaultdict(list)
    for node in family:
        for parent in above[node.id]:
            children[parent].append(node.id)
    waiting = sorted((n.id for n in family if n.is_origin), key=rank.__getitem__)[::-1]
    while left:
        here = waiting.pop() if waiting else min(left)  # a circle: it begins anywhere
        if here in left:
            yield left.pop(here)
            free = (each for each in children[here] if each in left)
            ready = [each for each in free if not any(p in left for p in above[each])]
            waiting += sorted(ready, key=rank.__getitem__, reverse=True)


def columns(nodes: Sequence[Node]) -> dict[str, int]:
    """The column of each source's symbol, and of the trunk from it down to what goes back to it.

    A symbol stands right of the trunks that it hangs from, and on none.
    """
    number = {node.id: n for n, node in enumerate(nodes)}
    last = {p: n for n, node in enumerate(nodes) for p, _ in node.parents if number.get(p, n) < n}
    ends: dict[int, int] = {}
    found: dict[str, int] = {}
    for n, node in enumerate(nodes):
        column = max(
            (found[parent] + 1 for parent, _ in node.parents if parent in found), default=0
        )
        while ends.get(column, -1) >= n:
            column += 1
        found[node.id] = column
        if node.id in last:
            ends[column] = last[node.id]
    return found
