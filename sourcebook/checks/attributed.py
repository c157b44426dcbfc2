"""Whose word it is: a fact that is not settled is attributed to who says it."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from sourcebook.checks import lexicon
from sourcebook.checks.passages import Passage
from sourcebook.derive import ClaimInScope, Derived, Scope
from sourcebook.link import Graph
from sourcebook.markdown import FactUse, Mention
from sourcebook.models import Actor, Agreement
from sourcebook.problems import Problem

_REPORTING = frozenset(lexicon.REPORTING)
_NO_REPORT = (".said", ".as-of", ".period")
"""Facts of a claim that say when, and not what."""
_UNSETTLED = {
    Agreement.DISPUTED: "disputed",
    Agreement.DIFFERING: "reported in different ways",
    Agreement.SINGLE: "from one origin alone",
}
"""How a sentence that states a fact is to be understood, by the agreement of its scope."""


def check_attributed(graph: Graph, derived: Derived, passage: Passage) -> Iterator[Problem]:
    """SB616: what is disputed, or depends on one origin, is attributed to who says it."""
    if passage.path[0] == "claims" or _has_reporting_verb(passage):
        return
    for use in passage.facts:
        found = _unsettled_scope(derived, use)
        if found is not None and not _names_a_claimant(graph, passage, found[1]):
            scope, claims = found
            message = (
                f"{{{{{use.id}.{use.fact}}}}} is {_UNSETTLED[scope.agreement]}, and the sentence "
                f"does not say whose word it is: name {_a_claimant(graph, claims)}, or write "
                "said, reported, according to"
            )
            yield _problem_at_fact(graph, passage, use, message)


def _problem_at_fact(graph: Graph, passage: Passage, use: FactUse, message: str) -> Problem:
    """SB616 at a fact, on its own line of the file."""
    record_id, path = passage.record.id, passage.path
    found = graph.problem(record_id, path, "SB616", message, use.line)
    written = f"{{{{{use.id}.{use.fact}}}}}"
    return replace(
        found, line=graph.file_locations[record_id].line_of_text(path, use.line, written)
    )


def _has_reporting_verb(passage: Passage) -> bool:
    return not _REPORTING.isdisjoint(passage.tokens)


def _unsettled_scope(
    derived: Derived, use: FactUse
) -> tuple[Scope, tuple[ClaimInScope, ...]] | None:
    """The scope of a fact that is no settled matter, and the claims that it is drawn from."""
    fact = derived.facts(use.id).get(use.fact)
    if fact is None or not fact.anchor or use.fact.endswith(_NO_REPORT):
        return None
    for scope in derived.analyses[use.id].scopes:
        here = tuple(one for one in scope.claims if one.anchor == fact.anchor)
        if here or scope.anchor == fact.anchor:
            return (scope, here or scope.claims) if scope.agreement in _UNSETTLED else None
    return None


def _names_a_claimant(graph: Graph, passage: Passage, claims: Iterable[ClaimInScope]) -> bool:
    """Whether a sentence names one of those who say it."""
    linked = {part.id for part in passage.sentence.parts if isinstance(part, Mention)}
    words = passage.text.lower()
    for actor_id in {by for one in claims for by in one.claim.by}:
        if actor_id == passage.record.id:
            return True  # its own page speaks of it
        actor = graph.records.get(actor_id)
        called = (*actor.names.values(), *actor.variants) if isinstance(actor, Actor) else ()
        if actor_id in linked or any(
            one in words for long in called for one in _short_names(long.lower())
        ):
            return True
    return False


def _short_names(name: str) -> tuple[str, ...]:
    """A name, or the ends of a long one by which it is often called: US Central Command."""
    pieces = name.split()
    return (" ".join(pieces[:2]), " ".join(pieces[-2:])) if len(pieces) > 2 else (name,)


def _a_claimant(graph: Graph, claims: Iterable[ClaimInScope]) -> str:
    return graph.label(min(by for one in claims for by in one.claim.by))
