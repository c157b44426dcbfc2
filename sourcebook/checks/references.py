"""Rules about references that need more than the record they name."""

from collections.abc import Callable, Iterable, Iterator

from sourcebook.derive import Derived
from sourcebook.derive.facts import DATASET
from sourcebook.derive.origins import parents
from sourcebook.link import Graph
from sourcebook.link.references import found_in
from sourcebook.load.yaml import ValuePath
from sourcebook.markdown import Cited, FactUse
from sourcebook.models import (
    Actor,
    ClaimRef,
    Episode,
    FactRef,
    Incident,
    Location,
    Record,
    Source,
)
from sourcebook.problems import Problem, did_you_mean

_CHAINS: dict[str, Callable[[Record], Iterable[str]]] = {
    "within": lambda record: _some(isinstance(record, Location) and record.within),
    "derived_from": lambda record: parents(record) if isinstance(record, Source) else (),
    "speaks-for": lambda record: _related(record, "speaks-for"),
    "part-of": lambda record: _related(record, "part-of"),
}
"""What must not lead back to itself: the name of the chain, and the next links of a record."""


def _some(value: str | bool | None) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else ()


def _related(record: Record, kind: str) -> tuple[str, ...]:
    relations = record.relations if isinstance(record, Actor) else ()
    return tuple(relation.actor for relation in relations if relation.type == kind)


def circles(graph: Graph, _derived: Derived) -> Iterator[Problem]:
    """SB206: nothing lies within itself, goes back to itself or speaks for itself."""
    for name, follow in _CHAINS.items():
        edges = {record.id: tuple(follow(record)) for record in graph.records.values()}
        for circle in _circles(edges):
            way = " → ".join((*circle, circle[0]))
            path = (
                (_field(name),)
                if _field(name) in type(graph.records[circle[0]]).model_fields
                else ()
            )
            yield graph.problem(circle[0], path, "SB206", f"a circle in {name}: {way}")


def _field(chain: str) -> str:
    return (
        chain if chain == "within" else "derived_from" if chain == "derived_from" else "relations"
    )


def _circles(edges: dict[str, tuple[str, ...]]) -> Iterator[tuple[str, ...]]:
    """Each circle once, from its first id; nothing is walked twice."""
    done: set[str] = set()
    for start in sorted(edges):
        trail: list[str] = []
        waiting = [(start, 0)]
        while waiting:
            here, depth = waiting.pop()
            del trail[depth:]
            if here in trail:
                circle = trail[trail.index(here) :]
                first = circle.index(min(circle))
                yield tuple(circle[first:] + circle[:first])
            elif here not in done:
                done.add(here)
                trail.append(here)
                waiting += [(there, depth + 1) for there in reversed(edges.get(here, ()))]


def claims(graph: Graph, _derived: Derived) -> Iterator[Problem]:
    """SB207: supersedes and rests_on name claims. SB208: a claim's id stands once."""
    known = {f"{record.id}.{claim.id}" for record, claim in graph.claims()}
    for record in graph.records.values():
        yield from _twice(graph, record)
        for found in found_in(record):
            if isinstance(found.mark, ClaimRef):
                whole = found.value if "." in found.value else f"{record.id}.{found.value}"
                if whole not in known:
                    near = [name for name in known if name.startswith(whole.split(".")[0] + ".")]
                    message = f"unknown claim '{found.value}'{did_you_mean(whole, near)}"
                    yield graph.problem(record.id, found.path, "SB207", message)


def _twice(graph: Graph, record: Record) -> Iterator[Problem]:
    seen: set[str] = set()
    for index, claim in enumerate(getattr(record, "claims", ())):
        if claim.id in seen:
            message = f"claim id '{claim.id}' stands twice in this record"
            yield graph.problem(record.id, ("claims", index, "id"), "SB208", message)
        seen.add(claim.id)


def facts(graph: Graph, derived: Derived) -> Iterator[Problem]:
    """SB303: what stands between braces, or names a figure, is a fact of its record."""
    for name, path, holder, fact, line in _facts_used(graph):
        message = _unknown_fact(graph, derived, holder, fact)
        if message:
            yield graph.problem(name, path, "SB303", message, line)


def _facts_used(graph: Graph) -> Iterator[tuple[str, ValuePath, str, str, int]]:
    """Record and path, the fact's record and name, and the line within a text."""
    for (name, path), prose in graph.prose.items():
        for hole in prose.holes:
            if isinstance(hole, FactUse) and hole.id:
                yield name, path, hole.id, hole.fact, hole.line
    for record in graph.of(Episode):
        for found in found_in(record):
            if isinstance(found.mark, FactRef):
                holder, _, fact = found.value.partition(".")
                yield record.id, found.path, holder, fact, 0


def _unknown_fact(graph: Graph, derived: Derived, name: str, fact: str) -> str:
    known = derived.facts(name)
    if fact in known:
        return ""
    if name not in graph.records and name != DATASET:
        return f"unknown fact '{name}.{fact}': there is no record '{name}'"
    hint = did_you_mean(fact, known) or f"; it has {', '.join(known)}"
    return f"unknown fact '{fact}' of '{name}'{hint}"


def uncited(graph: Graph, _derived: Derived) -> Iterator[Problem]:
    """SB407: a sentence of an incident's narrative cites, or is made of facts."""
    for incident in graph.of(Incident):
        for sentence in graph.text(incident.id, "body").sentences:
            if not any(isinstance(part, Cited | FactUse) for part in sentence.parts):
                text = "".join(part for part in sentence.parts if isinstance(part, str)).strip()
                message = f"this sentence cites nothing: “{text[:60]}…”"
                yield graph.problem(incident.id, ("body",), "SB407", message, sentence.line)
