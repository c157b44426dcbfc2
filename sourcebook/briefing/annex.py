"""The claims that a single file holds: every scope that it refers to, whole and numbered.

A file that travels alone cannot lead to the page of a record. What it says of a claim leads to
its annex instead, and because paper has no links, each claim has a number: C3.2 is the second
claim of the third scope.
"""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from sourcebook.derive import ClaimInScope, Derived, Scope
from sourcebook.link import Graph
from sourcebook.markdown import FactUse

Target = tuple[str, str]
"""A record, and the anchor of a claim or scope on its page."""
_Key = tuple[tuple[str, ...], str, str, str]


@dataclass(frozen=True, slots=True)
class Row:
    """A claim in the annex: its number, its anchor in the file, its index in its record."""

    number: str
    anchor: str
    position: ClaimInScope
    index: int


@dataclass(frozen=True, slots=True)
class Entry:
    """A scope in the annex: its number, its anchor in the file, the record that it stands on."""

    number: str
    anchor: str
    record: str
    scope: Scope
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Annex:
    """Numbered scopes, and where in the file each claim and scope of a record's page stands.

    A figure that covers several incidents stands once, and is found from each of them.
    """

    entries: tuple[Entry, ...]
    places: dict[Target, Entry | Row]


def annex(
    graph: Graph, derived: Derived, wanted: Iterable[Target], order: Callable[[str], int]
) -> Annex:
    """The scopes of what is wanted, and of all that these refer to; `order` ranks records."""
    owned = []
    for key in _closed(graph, derived, wanted):
        owner = min(key[0], key=lambda name: (order(name), name))
        scopes = derived.analyses[owner].scopes
        owned.append((order(owner), owner, next(n for n, s in enumerate(scopes) if _key(s) == key)))
    entries = tuple(
        _entry(graph, number, owner, derived.analyses[owner].scopes[index])
        for number, (_, owner, index) in enumerate(sorted(owned), 1)
    )
    return Annex(entries, dict(place for entry in entries for place in _places(derived, entry)))


def targets(graph: Graph, derived: Derived, name: str, *path: str | int) -> Iterator[Target]:
    """The claims and scopes that the prose of a record at a path gives as facts."""
    for hole in graph.prose_at(name, *path).holes:
        if isinstance(hole, FactUse):
            fact = derived.facts(hole.id)[hole.fact]
            if fact.anchor:
                yield hole.id, fact.anchor


def _closed(graph: Graph, derived: Derived, wanted: Iterable[Target]) -> set[_Key]:
    """The scopes that are wanted, those that their notes refer to, and so on."""
    found: set[_Key] = set()
    waiting = deque(wanted)
    while waiting:
        record, anchor = waiting.popleft()
        for scope in derived.analyses[record].scopes:
            if _holds(scope, anchor) and _key(scope) not in found:
                found.add(_key(scope))
                waiting += _further(graph, derived, scope)
    return found


def _key(scope: Scope) -> _Key:
    return scope.covers, scope.measure.id, scope.of or "", scope.period or ""


def _holds(scope: Scope, anchor: str) -> bool:
    return scope.anchor == anchor or any(p.anchor == anchor for p in scope.claims)


def _further(graph: Graph, derived: Derived, scope: Scope) -> Iterator[Target]:
    """What replaced its claims, and what their notes give as facts."""
    for position in scope.claims:
        name, index = position.record_id, _index(graph, position)
        if position.replaced_by is not None:
            other, _, claim = position.replaced_by.rpartition(".")
            yield other or name, f"claim-{claim}"
        yield from targets(graph, derived, name, "claims", index, "note")
        for number in range(len(position.claim.cites)):
            yield from targets(graph, derived, name, "claims", index, "cites", number, "note")


def _index(graph: Graph, position: ClaimInScope) -> int:
    return [claim.id for claim in graph.records[position.record_id].claims].index(position.claim.id)  # type: ignore[attr-defined]


def _entry(graph: Graph, number: int, owner: str, scope: Scope) -> Entry:
    rows = (
        Row(f"C{number}.{n}", f"{p.record_id}.claim-{p.claim.id}", p, _index(graph, p))
        for n, p in enumerate(scope.claims, 1)
    )
    return Entry(f"C{number}", f"{owner}.{scope.anchor}", owner, scope, tuple(rows))


def _places(derived: Derived, entry: Entry) -> Iterator[tuple[Target, Entry | Row]]:
    """The same scope as each of the records that it covers has it, under anchors of its own."""
    rows = {(row.position.record_id, row.position.claim.id): row for row in entry.rows}
    for record in entry.scope.covers:
        for scope in derived.analyses[record].scopes:
            if _key(scope) == _key(entry.scope):
                yield (record, scope.anchor), entry
                for position in scope.claims:
                    yield (record, position.anchor), rows[position.record_id, position.claim.id]
