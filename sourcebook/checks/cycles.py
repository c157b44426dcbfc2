"""Chains of references that must not lead back to where they began."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from sourcebook.derive import Derived
from sourcebook.link import Graph
from sourcebook.link.marked_values import marked_values
from sourcebook.load.fields import describe_path
from sourcebook.load.yaml import ValuePath
from sourcebook.models import Actor, Location, Record, Ref, Source, claims_of
from sourcebook.problems import Problem
from sourcebook.vocabulary import RelationType


@dataclass(frozen=True, slots=True)
class Edge:
    """One step of a chain: what it leads to, and where in the record that is written."""

    target: str
    path: ValuePath


def _within_edges(_: Graph, record: Record) -> Iterator[Edge]:
    if isinstance(record, Location) and record.within:
        yield Edge(record.within, ("within",))


def _source_edges(_: Graph, record: Record) -> Iterator[Edge]:
    if isinstance(record, Source):
        if record.copy_of:
            yield Edge(record.copy_of, ("copy_of",))
        for index, derivation in enumerate(record.derived_from):
            yield Edge(derivation.source, ("derived_from", index, "source"))


def _actor_edges(graph: Graph, record: Record) -> Iterator[Edge]:
    kinds = graph.dataset.terms(RelationType)
    for index, relation in enumerate(record.relations if isinstance(record, Actor) else ()):
        if kinds[relation.type].one_voice:
            yield Edge(relation.actor, ("relations", index, "actor"))


_CHAINS: dict[str, Callable[[Graph, Record], Iterable[Edge]]] = {
    "what it lies in (within)": _within_edges,
    "what it is derived from (derived_from, copy_of)": _source_edges,
    "whom it speaks for or is part of": _actor_edges,
}
"""In words, and the next steps from a record."""


def check_cycles(graph: Graph, _derived: Derived) -> Iterator[Problem]:
    """SB206: nothing is within, derived from, part of or a replacement of itself."""
    for record in graph.records.values():
        yield from _self_references(graph, record)
    for words, follow in _CHAINS.items():
        edges = {record.id: tuple(follow(graph, record)) for record in graph.records.values()}
        for cycle in _find_cycles(edges):
            if len(cycle) > 1:
                yield _problem(graph, words, cycle, edges)
    edges = dict(_successions(graph))
    for cycle in _find_cycles(edges):
        yield _problem(graph, "what it replaces (supersedes)", cycle, edges)


def _self_references(graph: Graph, record: Record) -> Iterator[Problem]:
    """A record may make statements, and claims may name it; else it does not refer to itself."""
    for found in marked_values(record):
        refers = isinstance(found.mark, Ref) and found.mark.reverse != "statements"
        if refers and found.value == record.id and found.path[0] != "claims":
            message = f"{describe_path(found.path)} names the record itself"
            yield graph.problem(record.id, found.path, "SB206", message)


def _successions(graph: Graph) -> Iterator[tuple[str, tuple[Edge, ...]]]:
    """Each claim as `record.claim`, and the claim that it replaces."""
    for record in graph.records.values():
        for index, claim in enumerate(claims_of(record)):
            older = claim.supersedes
            if older is not None:
                whole = older if "." in older else f"{record.id}.{older}"
                edge = Edge(whole, ("claims", index, "supersedes"))
                yield f"{record.id}.{claim.id}", (edge,)


def _problem(
    graph: Graph, words: str, cycle: tuple[str, ...], edges: Mapping[str, tuple[Edge, ...]]
) -> Problem:
    way = " → ".join((*cycle, cycle[0]))
    following = cycle[1 % len(cycle)]
    path = next(edge.path for edge in edges[cycle[0]] if edge.target == following)
    message = f"following {words} leads in a circle, so one step is wrong: {way}"
    return graph.problem(cycle[0].partition(".")[0], path, "SB206", message)


def _find_cycles(edges: Mapping[str, tuple[Edge, ...]]) -> Iterator[tuple[str, ...]]:
    """Each cycle once, from its first id; nothing is walked twice."""
    done: set[str] = set()
    for start in sorted(edges):
        trail: dict[str, int] = {}
        waiting = [(start, 0)]
        while waiting:
            here, depth = waiting.pop()
            while len(trail) > depth:
                trail.popitem()
            if here in trail:
                cycle = tuple(trail)[trail[here] :]
                first = cycle.index(min(cycle))
                yield cycle[first:] + cycle[:first]
            elif here not in done:
                done.add(here)
                trail[here] = depth
                following = sorted({edge.target for edge in edges.get(here, ())}, reverse=True)
                waiting += [(there, depth + 1) for there in following]
