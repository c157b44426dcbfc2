"""Facts that count who says a thing, and how many answers there are."""

from collections.abc import Iterator

from sourcebook.derive.fact import Fact
from sourcebook.derive.matrix import ClaimInScope, Scope
from sourcebook.link import Graph
from sourcebook.models import Incident, References


def answer_count(graph: Graph, record_id: str, scope: Scope) -> Fact:
    """How many different values the current claims of a scope give."""
    given = (entry.claim.value for entry in scope.claims if entry.has_value)
    answers = {graph.language.value(value, graph.label) for value in given}
    words = graph.language.number(len(answers))
    return Fact(words, record_id, scope.anchor, "counted: the different answers that are given")


def named_count(graph: Graph, record_id: str, entry: ClaimInScope) -> Iterator[tuple[str, Fact]]:
    """How many records a claim names, where its value is records."""
    value = entry.claim.value
    if isinstance(value, References):
        words, rule = graph.language.number(len(value.ids)), f"counted: what {entry.claim.id} names"
        yield f"{entry.claim.id}.count", Fact(words, record_id, entry.anchor, rule)


def role_claimants(graph: Graph, incident: Incident) -> Iterator[tuple[str, str, str, str]]:
    """How many say that an actor had a role: name, words, rule and section of the fact."""
    by: dict[str, set[str]] = {}
    for role in incident.roles:
        by.setdefault(f"{role.role}.{role.actor}.claimants", set()).update(role.by)
    for name, claimants in by.items():
        rule = "counted: who says that it had this role"
        yield name, graph.language.number(len(claimants)) if claimants else "", rule, "roles"
