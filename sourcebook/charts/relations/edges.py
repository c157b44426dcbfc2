"""Relations of actors as edges: stated, alleged or inferred, and in bundles of the same label."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sourcebook.charts.layout import find_back_edges
from sourcebook.derive.origins import principal
from sourcebook.link import Graph
from sourcebook.models import Actor, Relation

LABELS: Mapping[str, tuple[str, bool]] = {
    "part-of": ("is part of", False),
    "member-of": ("is a member of", False),
    "speaks-for": ("speaks for", False),
    "leads": ("leads", True),
    "backs": ("backs", True),
    "recruited-by": ("is recruited by", False),
    "designated-by": ("is designated by", False),
    "partner-of": ("is a partner of", True),
    "opposes": ("opposes", True),
}
"""Each relation in words, and whether the one that has it stands above the other in a figure.

The first that two actors have decides how they stand to each other.
"""
_KINDS = tuple(LABELS)
_Kinds = frozenset[tuple[str, bool]]
"""Kinds of relations, each with whether it is the actor itself that has it."""
RELATED: _Kinds = frozenset((kind, own) for kind in _KINDS for own in (True, False))
"""What relates an actor to others, either way."""
PARTNERS = frozenset(pair for pair in RELATED if pair[0] not in ("designated-by", "opposes"))
"""What makes two belong together."""
ABOVE = PARTNERS & {(kind, not down) for kind, (_, down) in LABELS.items() if kind != "partner-of"}
"""What puts an actor under the other: it is part of it, or led, backed or recruited by it."""
_STATUS = ("stated", "alleged", "inferred")

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Edge:
    """All that `source` is to `target` with one status.

    `status` is stated (one of the two says so, or whom it belongs to), alleged (only others do)
    or inferred (the editor does); `by` are those who say so. `label` is what the source does or
    is: the target follows.
    """

    source: str
    target: str
    kinds: tuple[str, ...]
    status: str
    by: tuple[str, ...]
    label: str

    @property
    def pair(self) -> Pair:
        """The upper and the lower of the two."""
        down = LABELS[self.kinds[0]][1]
        return (self.source, self.target) if down else (self.target, self.source)


@dataclass(frozen=True, slots=True)
class Bundle:
    """Edges of the same kinds and status that have the end `hub` in common."""

    name: str
    edges: tuple[Edge, ...]
    hub: str


class RelationIndex:
    """The relations of a graph's actors, either way.

    One index serves all figures of a graph: of an actor that thousands name, which stands beside
    each of them, the relations are read once.
    """

    def __init__(self, graph: Graph) -> None:
        self.graph = graph
        self._by_target: dict[str, dict[str, list[Relation]]] = {}
        self._related: dict[tuple[str, _Kinds], tuple[str, ...]] = {}

    def by_target(self, actor_id: str) -> Mapping[str, list[Relation]]:
        """The relations that an actor has to others, by the id of the other."""
        if actor_id not in self._by_target:
            found = self._by_target[actor_id] = {}
            for relation in self._own(actor_id):
                if relation.actor != actor_id:
                    found.setdefault(relation.actor, []).append(relation)
        return self._by_target[actor_id]

    def related(self, actor_id: str, kinds: _Kinds = RELATED) -> tuple[str, ...]:
        """The actors that one is related to by some kinds, by how close the relation is."""
        if (actor_id, kinds) not in self._related:
            found = sorted(self._others(actor_id, kinds))
            others = tuple(dict.fromkeys(other for _, other in found if other != actor_id))
            self._related[actor_id, kinds] = others
        return self._related[actor_id, kinds]

    def _own(self, actor_id: str) -> tuple[Relation, ...]:
        record = self.graph.records.get(actor_id)
        return record.relations if isinstance(record, Actor) else ()

    def _others(self, actor_id: str, kinds: _Kinds) -> Iterator[tuple[int, str]]:
        for relation in self._own(actor_id):
            if (relation.type, True) in kinds:
                yield _KINDS.index(relation.type), relation.actor
        for link in self.graph.backlinks_to(actor_id, "related"):
            relation = self.graph.linking_element(link)
            if isinstance(relation, Relation) and (relation.type, False) in kinds:
                yield _KINDS.index(relation.type), link.record_id


def edges(index: RelationIndex, actor_ids: Iterable[str]) -> tuple[Edge, ...]:
    """The edges among some actors."""
    order = {actor: number for number, actor in enumerate(dict.fromkeys(actor_ids))}
    found: list[Edge] = []
    for source in order:
        by_target = index.by_target(source)
        for target in sorted(order.keys() & by_target.keys(), key=order.__getitem__):
            found += _edges(index.graph, (source, target), by_target[target])
    return tuple(found)


def _edges(graph: Graph, pair: Pair, relations: Sequence[Relation]) -> Iterator[Edge]:
    """One edge for each status; a relation that several state counts as the best of them."""
    best: dict[str, int] = {}
    for each in relations:
        best[each.type] = min(best.get(each.type, 9), _status(graph, pair, each))
    for number, status in enumerate(_STATUS):
        own = tuple(kind for kind in _KINDS if best.get(kind) == number)
        by = dict.fromkeys(w for kind in own for r in relations if r.type == kind for w in r.by)
        if own:
            label = graph.language.join_list(LABELS[kind][0] for kind in own)
            yield Edge(*pair, own, status, tuple(by), label)


def _status(graph: Graph, pair: Pair, relation: Relation) -> int:
    own = {principal(graph, actor) for actor in pair}
    if any(principal(graph, by) in own for by in relation.by):
        return 0
    return 2 if relation.inferred else 1


def bundle_edges(edges: Iterable[Edge]) -> tuple[tuple[Bundle, ...], frozenset[Pair]]:
    """The fewest bundles that a greedy search finds, and the pairs that stand the other way up."""
    left = list(edges)
    turned = find_back_edges(edge.pair for edge in left)
    found: list[Bundle] = []
    while left:
        counts = Counter(key for edge in left for key in _keys(edge, turned))
        key, _ = max(counts.items(), key=lambda item: item[1])
        taken = tuple(edge for edge in left if key in _keys(edge, turned))
        alone = len({edge.source for edge in taken}) == 1
        found.append(Bundle(f"={len(found)}", taken, taken[0].source if alone else taken[0].target))
        left = [edge for edge in left if edge not in taken]
    return tuple(found), turned


def _keys(edge: Edge, turned: frozenset[Pair]) -> tuple[tuple[object, ...], ...]:
    """What an edge could be bundled by: its source or its target."""
    same = (edge.kinds, edge.status, edge.pair in turned)
    return (*same, "from", edge.source), (*same, "to", edge.target)
