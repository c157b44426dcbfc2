"""Origins are counted, not links: who stands behind a claim, and where reports go back to.

Sources are walked along `copy_of` and `derived_from` to their roots; claimants along
`speaks-for` and `part-of` to their principal, so that a spokesman, his command and his
government are one. What remains is *apparently* independent: a graph cannot prove more.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from sourcebook.link import Graph
from sourcebook.models import Actor, Citation, Source

UPWARD = ("speaks-for", "part-of")
"""The relations that make one voice of two actors."""

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
        """Whether several reports go back to one apparent origin: they look like more than it."""
        return len(self.reports) > 1 and len(self.origins) == 1


def parents(source: Source) -> tuple[str, ...]:
    """The sources that one goes back to directly."""
    copied = (source.copy_of,) if source.copy_of else ()
    return (*copied, *(derivation.source for derivation in source.derived_from))


def roots(graph: Graph, name: str) -> tuple[str, ...]:
    """The sources that a source goes back to in the end, itself where it goes back to none."""
    known = _walked(graph).roots
    if name not in known:
        known[name] = _roots(graph, name)
    return known[name]


def _roots(graph: Graph, name: str) -> tuple[str, ...]:
    found, seen, waiting = set(), {name}, [name]
    while waiting:
        here = waiting.pop()
        source = graph.records.get(here)
        above = parents(source) if isinstance(source, Source) else ()
        if not above:
            found.add(here)
        waiting += [parent for parent in above if parent not in seen]
        seen.update(above)
    return tuple(sorted(found))


def chain(graph: Graph, name: str) -> tuple[str, ...]:
    """An actor and those it speaks for or is part of, up to its principal."""
    known = _walked(graph).chains
    if name not in known:
        known[name] = _chain(graph, name)
    return known[name]


def _chain(graph: Graph, name: str) -> tuple[str, ...]:
    return (name, *(above for _, _, above in steps(graph, name)))


def steps(graph: Graph, name: str) -> tuple[tuple[str, str, str], ...]:
    """The way from an actor up to its principal: at each step who, by which relation, and whose."""
    names = [name]
    found: list[tuple[str, str, str]] = []
    while True:
        actor = graph.records.get(names[-1])
        relations = actor.relations if isinstance(actor, Actor) else ()
        above = [r for r in relations if r.type in UPWARD and r.actor not in names]
        if not above:
            return tuple(found)
        found.append((names[-1], above[0].type, above[0].actor))
        names.append(above[0].actor)


@dataclass(frozen=True, slots=True)
class _Walked:
    """The ways up that were walked already: thousands of claims share a few hundred of them."""

    roots: dict[str, tuple[str, ...]]
    chains: dict[str, tuple[str, ...]]


@lru_cache(maxsize=1)
def _walked(_: Graph) -> _Walked:
    return _Walked({}, {})


def principal(graph: Graph, name: str) -> str:
    """Whom an actor's words are counted as."""
    return chain(graph, name)[-1]


def origins(graph: Graph, statements: Iterable[Statement]) -> Origins:
    """How well a set of statements is sourced."""
    statements = tuple(statements)
    cited = {cite.source for _, cites in statements for cite in cites}
    sources = [
        source for name in sorted(cited) if isinstance(source := graph.records.get(name), Source)
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
        behind = principal(graph, claimant)
        voices = {_voice(graph, cite.source, behind) for cite in cites}
        yield from voices or {behind}


def _voice(graph: Graph, source: str, behind: str) -> str:
    """Whose claim it is when a publisher speaks for itself, but from another's text."""
    record = graph.records.get(source)
    if not isinstance(record, Source) or not _speaks(graph, record, behind):
        return behind
    above = [graph.records.get(root) for root in roots(graph, source)]
    issuers = [root.issued_by for root in above if isinstance(root, Source) and root.issued_by]
    return principal(graph, issuers[0]) if issuers else behind


def _speaks(graph: Graph, source: Source, behind: str) -> bool:
    return source.issued_by is not None and principal(graph, source.issued_by) == behind


def _merged(graph: Graph, claimants: list[str], sources: list[Source]) -> Iterator[str]:
    for claimant in claimants:
        names = chain(graph, claimant)
        if len(names) > 1:
            yield " → ".join(graph.label(name) for name in names)
    for source in sources:
        above = [root for root in roots(graph, source.id) if root != source.id]
        if above:
            behind = ", ".join(f"“{graph.label(root)}”" for root in above)
            yield f"{source.publisher}, “{source.title}” goes back to {behind}"
