"""Facts that somebody states: claims, what they span, and who was and is what to whom."""

from collections.abc import Iterable, Iterator

from sourcebook.derive import Derived, Scope
from sourcebook.language import Language
from sourcebook.ledger.other_fields import other_parts
from sourcebook.ledger.published_fact import (
    FactPart,
    PublishedFact,
    prefixed,
    published_fact,
    words_of,
)
from sourcebook.link import Graph
from sourcebook.load.yaml import ValuePath
from sourcebook.models import (
    Citation,
    Claim,
    Record,
    References,
    Relation,
    Response,
    Role,
    Stated,
    claims_of,
)


def claim_facts(graph: Graph, record: Record) -> Iterator[PublishedFact]:
    """What each claim says, by whom, and what carries it in which words: a line a claim."""
    for number, claim in enumerate(claims_of(record)):
        path = ("claims", number)
        carriers = citation_parts(graph.language, claim.cites, path)
        yield from published_fact(
            record.id, claim.id, (*_claim_parts(graph, claim, path), *carriers)
        )


def _claim_parts(graph: Graph, claim: Claim, path: ValuePath) -> Iterator[FactPart]:
    value = claim.value
    named = isinstance(value, References)
    words = value.text if named else graph.language.value(value, graph.label)
    yield FactPart(words, (*path, "value"))
    yield FactPart(claim.measure, (*path, "measure"))
    for field, before in _FIELDS.items():
        yield FactPart(prefixed(graph.language, before, getattr(claim, field)), (*path, field))
    yield FactPart("" if claim.status == "accepted" else claim.status, (*path, "status"))
    yield from other_parts(graph.language, claim, _SAID, path)


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
"""The fields of a claim that are published, and the prefix of each."""
_SAID = ("id", "value", "measure", "status", "cites", *_FIELDS)


def citation_parts(
    language: Language, cites: Iterable[Citation], path: ValuePath
) -> Iterator[FactPart]:
    """What carries a statement, where in it, and in which words: a part for each citation."""
    for number, citation in enumerate(cites):
        where = (*path, "cites", number)
        words = citation.source + (f", {citation.at}" if citation.at else "")
        words += f" “{words_of(citation.quote)}”" if citation.quote else ""
        words += f" as “{citation.as_}”" if citation.as_ else ""
        words += f" in {citation.language}" if citation.language else ""
        words += f" that is “{words_of(citation.translation)}”" if citation.translation else ""
        rest = other_parts(language, citation, _CARRIED, where)
        yield FactPart(", ".join((words, *(part.text for part in rest))), where)


_CARRIED = ("source", "at", "quote", "prefix", "suffix", "as_", "language", "translation")
"""The fields of a citation that are said; those around a quotation say where it is, not what."""


def scope_facts(graph: Graph, record: Record, derived: Derived) -> Iterator[PublishedFact]:
    """What several claims of one scope come to: range, agreement, number of apparent origins."""
    for scope in derived.analyses[record.id].scopes:
        if len(scope.claims) > 1:
            path = _path_of_first_claim(record, scope)
            name, parts = _scope_name(record, scope), _scope_parts(graph, scope, path)
            yield from published_fact(record.id, name, parts, computed=True)


def _scope_name(record: Record, scope: Scope) -> str:
    name = f"{scope.measure.id}.{scope.of}" if scope.of else scope.measure.id
    name += f" over {scope.period}" if scope.period else ""
    others = [other for other in scope.covers if other != record.id]
    return f"{name} with {', '.join(others)}" if others else name


def _scope_parts(graph: Graph, scope: Scope, path: ValuePath) -> Iterator[FactPart]:
    yield FactPart(scope.range.describe(graph.language) if scope.range else "", path)
    yield FactPart(scope.agreement, path)
    yield FactPart(f"apparent origins: {len(scope.origins.origins)}", path)


def _path_of_first_claim(record: Record, scope: Scope) -> ValuePath:
    """The first claim of a scope that the record itself holds."""
    own = {entry.claim.id for entry in scope.claims if entry.record_id == record.id}
    for number, claim in enumerate(claims_of(record)):
        if claim.id in own:
            return ("claims", number)
    return ()


def statement_facts(graph: Graph, record: Record) -> Iterator[PublishedFact]:
    """Roles, relations and responses: who was what, who says so, and what carries it."""
    for field, name in _STATEMENTS.items():
        for number, stated in enumerate(getattr(record, field, ())):
            pieces = _statement_parts(graph, stated, (field, number))
            yield from published_fact(record.id, f"{name} {_describe_subject(stated)}", pieces)


_STATEMENTS = {"roles": "role", "relations": "relation", "responds_to": "answers"}


_STATED = ("since", "until", "inferred", "by", "cites", "role", "type", "actor", "incident")


def _describe_subject(stated: Stated) -> str:
    """What a statement is about, in a word and an id."""
    if isinstance(stated, Role):
        return f"{stated.role} {stated.actor}"
    if isinstance(stated, Relation):
        return f"{stated.type} {stated.actor}"
    return stated.incident if isinstance(stated, Response) else ""


def _statement_parts(graph: Graph, stated: Stated, path: ValuePath) -> Iterator[FactPart]:
    for field in ("since", "until"):
        yield FactPart(
            prefixed(graph.language, field, getattr(stated, field, None)), (*path, field)
        )
    yield FactPart("inferred by the editor" if stated.inferred else "", (*path, "inferred"))
    yield from other_parts(graph.language, stated, _STATED, path)
    yield FactPart(prefixed(graph.language, "by", stated.by), (*path, "by"))
    yield from citation_parts(graph.language, stated.cites, path)
    if not (stated.by or stated.cites or stated.inferred):
        yield FactPart("stated", path)
