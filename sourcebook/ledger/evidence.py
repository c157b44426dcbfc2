"""Facts that somebody states: claims, what they span, and who was and is what to whom."""

from collections.abc import Iterable, Iterator

from sourcebook.derive import Derived, Scope
from sourcebook.ledger.told import Piece, Told, behind, told
from sourcebook.link import Graph
from sourcebook.load.yaml import ValuePath
from sourcebook.models import Citation, Claim, Named, Record, Relation, Response, Role, Stated


def claims(graph: Graph, record: Record) -> Iterator[Told]:
    """What each claim says and by whom, and on another line what carries it."""
    for number, claim in enumerate(getattr(record, "claims", ())):
        path = ("claims", number)
        yield from told(record.id, claim.id, _claim(graph, claim, path))
        yield from told(record.id, f"{claim.id} cites", carried(claim.cites, path))


def _claim(graph: Graph, claim: Claim, path: ValuePath) -> Iterator[Piece]:
    value = claim.value
    words = value.text if isinstance(value, Named) else graph.language.value(value, graph.label)
    yield Piece(words, (*path, "value"))
    yield Piece(claim.measure, (*path, "measure"))
    for field, before in _FIELDS.items():
        yield Piece(behind(graph.language, before, getattr(claim, field)), (*path, field))
    yield Piece("" if claim.status == "accepted" else claim.status, (*path, "status"))


_FIELDS = {
    "of": "of",
    "stance": "",
    "by": "by",
    "said": "said",
    "as_of": "as of",
    "period": "over",
    "zone": "by the calendar of",
    "supersedes": "replaces",
    "covers": "with",
    "derivation": "derived:",
}
"""The fields of a claim that are told, and the words before them."""


def carried(cites: Iterable[Citation], path: ValuePath) -> Iterator[Piece]:
    """What carries a statement, and where in it; the words quoted are in another lock."""
    for number, citation in enumerate(cites):
        words = citation.source + (f", {citation.at}" if citation.at else "")
        words += f" as “{citation.as_}”" if citation.as_ else ""
        words += f" in {citation.language}" if citation.language else ""
        words += f" that is “{citation.translation}”" if citation.translation else ""
        yield Piece(words, (*path, "cites", number))


def scopes(graph: Graph, record: Record, derived: Derived) -> Iterator[Told]:
    """What several claims of one scope come to: their range, how they stand, how many voices."""
    for scope in derived.analyses[record.id].scopes:
        if len(scope.claims) > 1:
            path = _first(record, scope)
            yield from told(record.id, _scope_name(record, scope), _scope(graph, scope, path))


def _scope_name(record: Record, scope: Scope) -> str:
    name = f"{scope.measure.id}.{scope.of}" if scope.of else scope.measure.id
    name += f" over {scope.period}" if scope.period else ""
    others = [other for other in scope.covers if other != record.id]
    return f"{name} with {', '.join(others)}" if others else name


def _scope(graph: Graph, scope: Scope, path: ValuePath) -> Iterator[Piece]:
    current = sum(position.current for position in scope.claims)
    yield Piece(scope.range.words(graph.language) if scope.range else "", path)
    yield Piece(scope.agreement, path)
    yield Piece(f"current claims: {current}", path)
    yield Piece(f"apparent origins: {len(scope.origins.origins)}", path)


def _first(record: Record, scope: Scope) -> ValuePath:
    """The first claim of a scope that the record itself holds."""
    own = {position.claim.id for position in scope.claims if position.record_id == record.id}
    for number, claim in enumerate(getattr(record, "claims", ())):
        if claim.id in own:
            return ("claims", number)
    return ()


def ties(graph: Graph, record: Record) -> Iterator[Told]:
    """Roles, relations and responses: who was what, who says so, and what carries it."""
    for field, name in _TIES.items():
        for number, stated in enumerate(getattr(record, field, ())):
            pieces = _stated(graph, stated, (field, number))
            yield from told(record.id, f"{name} {_other(stated)}", pieces)


_TIES = {"roles": "role", "relations": "relation", "responds_to": "answers"}


def _other(stated: Stated) -> str:
    """What a statement is about, in a word and an id."""
    if isinstance(stated, Role):
        return f"{stated.role} {stated.actor}"
    if isinstance(stated, Relation):
        return f"{stated.type} {stated.actor}"
    return stated.incident if isinstance(stated, Response) else ""


def _stated(graph: Graph, stated: Stated, path: ValuePath) -> Iterator[Piece]:
    for field in ("since", "until"):
        yield Piece(behind(graph.language, field, getattr(stated, field, None)), (*path, field))
    yield Piece("inferred by the editor" if stated.inferred else "", (*path, "inferred"))
    yield Piece(behind(graph.language, "by", stated.by), (*path, "by"))
    yield from carried(stated.cites, path)
    if not (stated.by or stated.cites or stated.inferred):
        yield Piece("stated", path)
