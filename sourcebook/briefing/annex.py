"""The claims that a single file holds: every scope that it refers to, whole and numbered.

A file that travels alone cannot lead to the page of a record. What it says of a claim leads to
its annex instead, and because paper has no links, each claim has a number: C3.2 is the second
claim of the third scope.
"""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from sourcebook.derive import ClaimInScope, Scope
from sourcebook.markdown import FactUse
from sourcebook.render.view import View

Target = tuple[str, str]
"""The id of a record, and the anchor of a claim or scope on its page."""
_Key = tuple[tuple[str, ...], str, str, str]


@dataclass(frozen=True, slots=True)
class NumberedClaim:
    """A claim in the annex: its number, its anchor in the file, its index in its record."""

    number: str
    anchor: str
    in_scope: ClaimInScope
    index: int


@dataclass(frozen=True, slots=True)
class NumberedScope:
    """A scope in the annex: its number, its anchor in the file, the record that has it."""

    number: str
    anchor: str
    record_id: str
    scope: Scope
    claims: tuple[NumberedClaim, ...]


@dataclass(frozen=True, slots=True)
class Annex:
    """Numbered scopes, and where in the file each claim and scope of a record's page stands.

    A figure that covers several incidents stands once, and is found from each of them.
    """

    scopes: tuple[NumberedScope, ...]
    places: Mapping[Target, NumberedScope | NumberedClaim]


def make_annex(view: View, wanted: Iterable[Target], order: Callable[[str], int]) -> Annex:
    """The scopes of what is wanted, and of all that these refer to; `order` ranks records."""
    owned = []
    for key in _closed(view, wanted):
        owner = min(key[0], key=lambda record_id: (order(record_id), record_id))
        scopes = view.analysis(owner).scopes
        owned.append((order(owner), owner, next(n for n, s in enumerate(scopes) if _key(s) == key)))
    numbered = tuple(
        _numbered(view, number, owner, view.analysis(owner).scopes[index])
        for number, (_, owner, index) in enumerate(sorted(owned), 1)
    )
    return Annex(numbered, dict(place for scope in numbered for place in _places(view, scope)))


def targets(view: View, record_id: str, *path: str | int) -> Iterator[Target]:
    """The claims and scopes that the prose of a record at a path gives as facts."""
    for hole in view.prose_at(record_id, *path).holes:
        if isinstance(hole, FactUse):
            fact = view.facts(hole.id)[hole.fact]
            if fact.anchor:
                yield hole.id, fact.anchor


def _closed(view: View, wanted: Iterable[Target]) -> set[_Key]:
    """The scopes that are wanted, those that their notes refer to, and so on."""
    found: set[_Key] = set()
    waiting = deque(wanted)
    while waiting:
        record_id, anchor = waiting.popleft()
        for scope in view.analysis(record_id).scopes:
            if _holds(scope, anchor) and _key(scope) not in found:
                found.add(_key(scope))
                waiting += _further(view, scope)
    return found


def _key(scope: Scope) -> _Key:
    return scope.covers, scope.measure.id, scope.of or "", scope.period or ""


def _holds(scope: Scope, anchor: str) -> bool:
    return scope.anchor == anchor or any(found.anchor == anchor for found in scope.claims)


def _further(view: View, scope: Scope) -> Iterator[Target]:
    """What replaced its claims, and what their notes give as facts."""
    for found in scope.claims:
        record_id = found.record_id
        if found.replaced_by is not None:
            other, _, claim_id = found.replaced_by.rpartition(".")
            yield other or record_id, f"claim-{claim_id}"
        path = ("claims", view.claim_index(record_id, found.claim))
        yield from targets(view, record_id, *path, "note")
        for number in range(len(found.claim.cites)):
            yield from targets(view, record_id, *path, "cites", number, "note")


def _numbered(view: View, number: int, owner: str, scope: Scope) -> NumberedScope:
    claims = (
        NumberedClaim(
            f"C{number}.{n}",
            f"{found.record_id}.claim-{found.claim.id}",
            found,
            view.claim_index(found.record_id, found.claim),
        )
        for n, found in enumerate(scope.claims, 1)
    )
    return NumberedScope(f"C{number}", f"{owner}.{scope.anchor}", owner, scope, tuple(claims))


def _places(
    view: View, numbered: NumberedScope
) -> Iterator[tuple[Target, NumberedScope | NumberedClaim]]:
    """The same scope as each of the records that it covers has it, under anchors of its own."""
    claims = {(c.in_scope.record_id, c.in_scope.claim.id): c for c in numbered.claims}
    for record_id in numbered.scope.covers:
        for scope in view.analysis(record_id).scopes:
            if _key(scope) == _key(numbered.scope):
                yield (record_id, scope.anchor), numbered
                for found in scope.claims:
                    yield (record_id, found.anchor), claims[found.record_id, found.claim.id]
