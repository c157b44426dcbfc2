"""How actors stand to each other, as stated, alleged or inferred; and which of them to show."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from sourcebook.derive.origins import principal
from sourcebook.link import Graph
from sourcebook.models import Actor, Relation

WORDS: Mapping[str, tuple[str, bool]] = {
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
"""Each relation in words, and whether the one that has it stands above the other in a picture.

The first that two actors have decides how they stand to each other.
"""
_KINDS = tuple(WORDS)
_Kind = tuple[str, bool]
_NEAR = frozenset((kind, own) for kind in _KINDS for own in (True, False))
"""What ties an actor to others: a kind of relation, and whether it is the actor that has it."""
_BESIDE = frozenset(pair for pair in _NEAR if pair[0] not in ("designated-by", "opposes"))
"""What makes two belong together."""
_LEVEL = "partner-of"
_UNDER = _BESIDE & {(kind, not down) for kind, (_, down) in WORDS.items() if kind != _LEVEL}
"""What puts an actor under the other."""
_STATUS = ("stated", "alleged", "inferred")


@dataclass(frozen=True, slots=True)
class Tie:
    """All that `source` is to `target` with one status, in words.

    `status` is stated (one of the two says so, or whom it belongs to), alleged (only others do)
    or inferred (the editor does); `by` are those who say so.
    """

    source: str
    target: str
    kinds: tuple[str, ...]
    status: str
    by: tuple[str, ...]

    @property
    def words(self) -> str:
        """What the source does or is: the target follows."""
        return " and ".join(WORDS[kind][0] for kind in self.kinds)

    @property
    def pair(self) -> tuple[str, str]:
        """The upper and the lower of the two."""
        down = WORDS[self.kinds[0]][1]
        return (self.source, self.target) if down else (self.target, self.source)


def ties(graph: Graph, names: Iterable[str]) -> tuple[Tie, ...]:
    """The ties among some actors."""
    order = {name: number for number, name in enumerate(dict.fromkeys(names))}
    found: list[Tie] = []
    for source in order:
        outward = _outward(graph, source)
        for target in sorted(order.keys() & outward.keys(), key=order.__getitem__):
            kinds: dict[str, list[Relation]] = {}
            for relation in outward[target]:
                kinds.setdefault(relation.type, []).append(relation)
            found += _ties(graph, (source, target), kinds)
    return tuple(found)


def _ties(
    graph: Graph, pair: tuple[str, str], kinds: Mapping[str, list[Relation]]
) -> Iterator[Tie]:
    known = {kind: min(_status(graph, pair, r) for r in said) for kind, said in kinds.items()}
    for number, status in enumerate(_STATUS):
        own = tuple(kind for kind in _KINDS if known.get(kind) == number)
        by = dict.fromkeys(who for kind in own for relation in kinds[kind] for who in relation.by)
        if own:
            yield Tie(*pair, own, status, tuple(by))


def _status(graph: Graph, pair: tuple[str, str], relation: Relation) -> int:
    """The number in `_STATUS`: a relation that several state counts as the best of them."""
    own = {principal(graph, name) for name in pair}
    if any(principal(graph, by) in own for by in relation.by):
        return 0
    return 2 if relation.inferred else 1


def _outward(graph: Graph, name: str) -> Mapping[str, list[Relation]]:
    """An actor's relations by whom they are to."""
    known = _known(graph).outward
    if name not in known:
        known[name] = {}
        for relation in _relations(graph, name):
            if relation.actor != name:
                known[name].setdefault(relation.actor, []).append(relation)
    return known[name]


def _relations(graph: Graph, name: str) -> tuple[Relation, ...]:
    record = graph.records.get(name)
    return record.relations if isinstance(record, Actor) else ()


def near(graph: Graph, name: str) -> tuple[str, ...]:
    """The actors that one is related to, either way, by how close the relation is."""
    return _others(graph, name, _NEAR)


def partners(graph: Graph, name: str) -> tuple[str, ...]:
    """The same, without those whom it only opposes or designated, and who do so."""
    return _others(graph, name, _BESIDE)


def above(graph: Graph, name: str) -> tuple[str, ...]:
    """Those whom an actor is under: what it is part of, and who leads, backs or recruited it."""
    return _others(graph, name, _UNDER)


@dataclass(frozen=True, slots=True)
class _Known:
    """What was found of an actor already: one that thousands name stands beside each of them."""

    outward: dict[str, dict[str, list[Relation]]]
    others: dict[tuple[str, frozenset[_Kind]], tuple[str, ...]]


@lru_cache(maxsize=1)
def _known(_: Graph) -> _Known:
    return _Known({}, {})


def _others(graph: Graph, name: str, wanted: frozenset[_Kind]) -> tuple[str, ...]:
    """Those to whom an actor has, or who have to it, a relation that is `wanted`."""
    known = _known(graph).others
    if (name, wanted) not in known:
        found = sorted((k, other) for k, other, kind in _all(graph, name) if kind in wanted)
        known[name, wanted] = tuple(dict.fromkeys(other for _, other in found if other != name))
    return known[name, wanted]


def _all(graph: Graph, name: str) -> Iterator[tuple[int, str, _Kind]]:
    """Every relation that an actor has or that others have to it, with the number of its kind."""
    for relation in _relations(graph, name):
        yield _KINDS.index(relation.type), relation.actor, (relation.type, True)
    for link in graph.backlinks_to(name, "related"):
        relation = graph.linking_element(link)
        if isinstance(relation, Relation):
            yield _KINDS.index(relation.type), link.record_id, (relation.type, False)
