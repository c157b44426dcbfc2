"""Relations of actors as edges: stated, alleged or inferred, and in bundles of the same label."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sourcebook.charts.layout import find_back_edges
from sourcebook.derive.origins import principal
from sourcebook.link import Graph
from sourcebook.models import Actor, Relation
from sourcebook.vocabulary import RelationType

Wanted = Callable[[RelationType, bool], bool]
"""Which relations are asked for, by their term and whether it is the actor itself that has it."""
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
    terms: tuple[RelationType, ...]
    status: str
    by: tuple[str, ...]
    label: str

    @property
    def pair(self) -> Pair:
        """The upper and the lower of the two; the first relation that they have decides."""
        below = self.terms[0].stands == "below"
        return (self.target, self.source) if below else (self.source, self.target)

    @property
    def directed(self) -> bool:
        """Whether it leads from the one to the other, and not both ways."""
        return all(term.stands != "beside" for term in self.terms)


@dataclass(frozen=True, slots=True)
class Bundle:
    """Edges of the same relations and status that have the end `hub` in common."""

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
        self.terms = graph.dataset.terms(RelationType)
        self.order = {kind: number for number, kind in enumerate(self.terms)}
        self._by_target: dict[str, dict[str, list[Relation]]] = {}
        self._related: dict[tuple[str, Wanted], tuple[str, ...]] = {}

    def by_target(self, actor_id: str) -> Mapping[str, list[Relation]]:
        """The relations that an actor has to others, by the id of the other."""
        if actor_id not in self._by_target:
            found = self._by_target[actor_id] = {}
            for relation in self._own(actor_id):
                if relation.actor != actor_id:
                    found.setdefault(relation.actor, []).append(relation)
        return self._by_target[actor_id]

    def related(self, actor_id: str, wanted: Wanted) -> tuple[str, ...]:
        """The actors that one is related to as is wanted, by how close the relation is."""
        if (actor_id, wanted) not in self._related:
            found = sorted(self._others(actor_id, wanted))
            others = tuple(dict.fromkeys(other for _, other in found if other != actor_id))
            self._related[actor_id, wanted] = others
        return self._related[actor_id, wanted]

    def _own(self, actor_id: str) -> tuple[Relation, ...]:
        record = self.graph.records.get(actor_id)
        return record.relations if isinstance(record, Actor) else ()

    def _others(self, actor_id: str, wanted: Wanted) -> Iterator[tuple[int, str]]:
        for relation in self._own(actor_id):
            if wanted(self.terms[relation.type], True):
                yield self.order[relation.type], relation.actor
        for link in self.graph.backlinks_to(actor_id, "related"):
            relation = self.graph.linking_element(link)
            if isinstance(relation, Relation) and wanted(self.terms[relation.type], False):
                yield self.order[relation.type], link.record_id


def anyhow(_term: RelationType, _own: bool) -> bool:
    """What relates an actor to others, either way."""
    return True


def together(term: RelationType, _own: bool) -> bool:
    """What makes two belong together."""
    return not term.sets_apart


def under(term: RelationType, own: bool) -> bool:
    """What puts an actor under the other: it is part of it, or led, backed or recruited by it."""
    return not term.sets_apart and term.stands == ("below" if own else "above")


def edges(index: RelationIndex, actor_ids: Iterable[str]) -> tuple[Edge, ...]:
    """The edges among some actors."""
    order = {actor: number for number, actor in enumerate(dict.fromkeys(actor_ids))}
    found: list[Edge] = []
    for source in order:
        by_target = index.by_target(source)
        for target in sorted(order.keys() & by_target.keys(), key=order.__getitem__):
            found += _edges(index, (source, target), by_target[target])
    return tuple(found)


def _edges(index: RelationIndex, pair: Pair, relations: Sequence[Relation]) -> Iterator[Edge]:
    """One edge for each status; a relation that several state counts as the best of them."""
    best: dict[str, int] = {}
    for each in relations:
        best[each.type] = min(best.get(each.type, 9), _status(index.graph, pair, each))
    for number, status in enumerate(_STATUS):
        own = [kind for kind in sorted(best, key=index.order.__getitem__) if best[kind] == number]
        by = dict.fromkeys(w for kind in own for r in relations if r.type == kind for w in r.by)
        if own:
            terms = tuple(index.terms[kind] for kind in own)
            label = index.graph.language.join_list(term.label for term in terms)
            yield Edge(*pair, terms, status, tuple(by), label)


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
    same = (tuple(term.id for term in edge.terms), edge.status, edge.pair in turned)
    return (*same, "from", edge.source), (*same, "to", edge.target)
