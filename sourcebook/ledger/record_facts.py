"""What records say of themselves, and what follows for them."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from sourcebook.derive import Derived
from sourcebook.ledger.episode_facts import episode_parts
from sourcebook.ledger.identity_facts import identity_facts
from sourcebook.ledger.place_facts import place_parts
from sourcebook.ledger.policy_facts import policy_facts
from sourcebook.ledger.published_fact import FactPart, PublishedFact, published_fact, words_of
from sourcebook.ledger.source_facts import source_parts
from sourcebook.link import Graph
from sourcebook.models import Episode, Incident, Location, Record, Source

_NamedParts = Iterator[tuple[str, Iterable[FactPart]]]


def record_facts(graph: Graph, derived: Derived, record: Record) -> Iterator[PublishedFact]:
    """Each fact that a record states of itself, or that is worked out for it."""
    yield from identity_facts(graph, record)
    named_parts = _KINDS.get(type(record))
    for name, pieces in named_parts(graph, derived, record) if named_parts else ():
        yield from published_fact(record.id, name, pieces, computed=name in _COMPUTED)
    yield from policy_facts(graph, record)


def _incident_parts(graph: Graph, derived: Derived, incident: Incident) -> _NamedParts:
    facts, analysis = derived.facts(incident.id), derived.analyses[incident.id]
    yield "date", (FactPart(facts["date"].text, ("date",)),)
    yield "grade", _grade_parts(derived, incident)
    yield "grade override", _override_parts(graph, incident)
    named = (
        f"{each.actor_id} {each.status}" + (", denied" if each.denied else "")
        for each in analysis.attributions
    )
    yield "attackers", tuple(FactPart(words, ("roles",)) for words in named)


_COMPUTED = ("grade", "attackers")
"""The facts of an incident that follow from its claims, roles and sources."""


def _grade_parts(derived: Derived, incident: Incident) -> Iterator[FactPart]:
    facts = derived.facts(incident.id)
    if "grade" in facts:
        yield FactPart(facts["grade"].text)
        yield FactPart(f"apparent origins: {facts['origins'].text}")


def _override_parts(graph: Graph, incident: Incident) -> Iterator[FactPart]:
    override, path = incident.grade_override, ("grade_override",)
    if override is not None:
        yield FactPart(override.grade, (*path, "grade"))
        yield FactPart(f"set by {override.by} on {graph.language.date(override.date)}", path)
        yield FactPart(words_of(override.why), (*path, "why"))


_KINDS: Mapping[type[Record], Callable[..., _NamedParts]] = {
    Incident: _incident_parts,
    Episode: episode_parts,
    Location: place_parts,
    Source: source_parts,
}
