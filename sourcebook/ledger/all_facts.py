"""Every published fact of a dataset."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import chain, count

from sourcebook.derive import Derived
from sourcebook.ledger.dataset_facts import dataset_facts
from sourcebook.ledger.former_ids import former_id_facts
from sourcebook.ledger.published_fact import PublishedFact
from sourcebook.ledger.record_facts import record_facts
from sourcebook.ledger.statement_facts import claim_facts, scope_facts, statement_facts
from sourcebook.ledger.text_facts import text_facts
from sourcebook.link import Graph


def published_facts(
    graph: Graph, derived: Derived, gone: Mapping[str, str] | None = None
) -> Mapping[str, PublishedFact]:
    """Every published fact by its name, by record. Of two with one name the later is numbered.

    `gone` are records that are no more, with their kinds: that this is so is a fact, too.
    """
    found: dict[str, PublishedFact] = {}
    for one in _every_fact(graph, derived, gone or {}):
        free = _with_free_name(one, found)
        found[free.key] = free
    ordered = sorted(found.values(), key=lambda fact: (fact.record_id, fact.name))
    return {fact.key: fact for fact in ordered}


def _with_free_name(one: PublishedFact, taken: Mapping[str, PublishedFact]) -> PublishedFact:
    """A fact under a name that no other has, as of a claim with the id of a field."""
    if one.key not in taken:
        return one
    numbered: Iterable[PublishedFact] = (
        replace(one, name=f"{one.name} ({number})") for number in count(2)
    )
    return next(fact for fact in chain((one,), numbered) if fact.key not in taken)


def _every_fact(graph: Graph, derived: Derived, gone: Mapping[str, str]) -> Iterator[PublishedFact]:
    for record in graph.records.values():
        yield from record_facts(graph, derived, record)
        yield from scope_facts(graph, record, derived)
        yield from statement_facts(graph, record)
        yield from claim_facts(graph, record)
    yield from text_facts(graph)
    yield from former_id_facts(graph, gone)
    yield from dataset_facts(graph.dataset)
