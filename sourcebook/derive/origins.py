"""Origins are counted, not links: who makes a claim, and which texts reports derive from.

Sources are walked along `copy_of` and `derived_from` to their roots; claimants along
`speaks-for` and `part-of` to their principal, so that a spokesman, his command and his
government are one. What remains is *apparently* independent: a graph cannot prove more.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sourcebook.link import Graph
from sourcebook.models import Actor, Citation, Source
from sourcebook.vocabulary import RelationType

Statement = tuple[tuple[str, ...], tuple[Citation, ...]]
"""Claimants and the citations that carry them: a claim, a role or a relation."""


@dataclass(frozen=True, slots=True)
class Origins:
    """How well something is sourced, each a sorted tuple: sources, publishers, roots, origins.

    `merged` says, a sentence each, why two of them were counted as one.
    """

    reports: tuple[str, ...]
    publishers: tuple[str, ...]
    lineages: tuple[str, ...]
    origins: tuple[str, ...]
    merged: tuple[str, ...]

    @property
    def echoed(self) -> bool:
        """Whether several reports have one apparent origin, and so look like more than they are."""
        return len(self.reports) > 1 and len(self.origins) == 1


def parents(source: Source) -> tuple[str, ...]:
    """The ids of the sources that one is directly a copy of, or derived from."""
    copied = (source.copy_of,) if source.copy_of else ()
    return (*copied, *(derivation.source for derivation in source.derived_from))


def roots(graph: Graph, source_id: str) -> tuple[str, ...]:
    """The ids of the sources that one derives from in the end; its own where it is original."""
    known = graph.ancestry.roots
    if source_id not in known:
        known[source_id] = _roots(graph, source_id)
    return known[source_id]


def _roots(graph: Graph, source_id: str) -> tuple[str, ...]:
    found, seen, waiting = set(), {source_id}, [source_id]
    while waiting:
        here = waiting.pop()
        source = graph.records.get(here)
        above = parents(source) if isinstance(source, Source) else ()
        if not above:
            found.add(here)
        waiting += [parent for parent in above if parent not in seen]
        seen.update(above)
    return tuple(sorted(found))


def chain(graph: Graph, actor_id: str) -> tuple[str, ...]:
    """An actor and those it speaks for or is part of, up to its principal."""
    known = graph.ancestry.chains
    if actor_id not in known:
        steps = steps_to_principal(graph, actor_id)
        known[actor_id] = (actor_id, *(above for _, _, above in steps))
    return known[actor_id]


def steps_to_principal(graph: Graph, actor_id: str) -> tuple[tuple[str, str, str], ...]:
    """The way from an actor up to its principal: rows of actor, relation and the actor above."""
    kinds, passed = graph.dataset.terms(RelationType), [actor_id]
    found: list[tuple[str, str, str]] = []
    while True:
        actor = graph.records.get(passed[-1])
        relations = actor.relations if isinstance(actor, Actor) else ()
        above = [r for r in relations if kinds[r.type].one_voice and r.actor not in passed]
        if not above:
            return tuple(found)
        found.append((passed[-1], above[0].type, above[0].actor))
        passed.append(above[0].actor)


def principal(graph: Graph, actor_id: str) -> str:
    """The id of the actor as whose word an actor's own is counted."""
    return chain(graph, actor_id)[-1]


def origins(graph: Graph, statements: Iterable[Statement]) -> Origins:
    """How well a set of statements is sourced."""
    statements = tuple(statements)
    cited = {cite.source for _, cites in statements for cite in cites}
    sources = [
        source for one in sorted(cited) if isinstance(source := graph.records.get(one), Source)
    ]
    found = {origin for by, cites in statements for origin in _origins(graph, by, cites)}
    claimants = sorted({claimant for by, _ in statements for claimant in by})
    return Origins(
        reports=tuple(source.id for source in sources),
        publishers=tuple(sorted({source.publisher for source in sources})),
        lineages=tuple(sorted({root for source in sources for root in roots(graph, source.id)})),
        origins=tuple(sorted(found)),
        merged=tuple(_merged(graph, claimants, sources)),
    )


def _origins(graph: Graph, by: tuple[str, ...], cites: tuple[Citation, ...]) -> Iterator[str]:
    for claimant in by:
        group = principal(graph, claimant)
        yield from {_origin(graph, cite.source, group) for cite in cites} or {group}


def _origin(graph: Graph, source_id: str, group: str) -> str:
    """Whose claim it is when a publisher makes it in a text that comes from another's."""
    source = graph.records.get(source_id)
    if not isinstance(source, Source) or not _is_issuer(graph, source, group):
        return group
    above = [graph.records.get(root) for root in roots(graph, source_id)]
    issuers = [root.issued_by for root in above if isinstance(root, Source) and root.issued_by]
    return principal(graph, issuers[0]) if issuers else group


def _is_issuer(graph: Graph, source: Source, group: str) -> bool:
    return source.issued_by is not None and principal(graph, source.issued_by) == group


def _merged(graph: Graph, claimants: list[str], sources: list[Source]) -> Iterator[str]:
    for claimant in claimants:
        way = chain(graph, claimant)
        if len(way) > 1:
            yield " → ".join(map(graph.label, way))
    for source in sources:
        above = [root for root in roots(graph, source.id) if root != source.id]
        if above:
            behind = ", ".join(f"“{graph.label(root)}”" for root in above)
            yield f"{source.publisher}, “{source.title}” goes back to {behind}"
