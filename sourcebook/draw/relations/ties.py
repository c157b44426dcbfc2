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
    names = tuple(dict.fromkeys(names))
    found: list[Tie] = []
    for source in names:
        outward = _outward(graph, source)
        for target in names if outward else ():
            if target not in outward:
                continue
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
    known = _known(graph).near
    if name not in known:
        known[name] = _near(graph, name)
    return known[name]


@dataclass(frozen=True, slots=True)
class _Known:
    """What was found of an actor already: one that thousands name stands beside each of them."""

    outward: dict[str, dict[str, list[Relation]]]
    near: dict[str, tuple[str, ...]]


@lru_cache(maxsize=1)
def _known(_: Graph) -> _Known:
    return _Known({}, {})


def _near(graph: Graph, name: str) -> tuple[str, ...]:
    found = [(_KINDS.index(r.type), r.actor) for r in _relations(graph, name)]
    for link in graph.back(name, "related"):
        relation = graph.holder(link)
        if isinstance(relation, Relation):
            found.append((_KINDS.index(relation.type), link.source))
    return tuple(dict.fromkeys(other for _, other in sorted(found) if other != name))
