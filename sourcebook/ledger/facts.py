"""Every published fact of a dataset."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import chain, count

from sourcebook.derive import Derived
from sourcebook.ledger.dataset import described
from sourcebook.ledger.evidence import claims, scopes, ties
from sourcebook.ledger.records import particulars
from sourcebook.ledger.texts import texts
from sourcebook.ledger.told import Told
from sourcebook.link import Graph


def ledger(graph: Graph, derived: Derived) -> Mapping[str, Told]:
    """Every published fact by its name, sorted. Of two with one name the later gets a number."""
    found: dict[str, Told] = {}
    for one in _all(graph, derived):
        free = _free(one, found)
        found[free.key] = free
    return dict(sorted(found.items()))


def _free(one: Told, taken: Mapping[str, Told]) -> Told:
    """A fact under a name that no other has, as of a claim with the id of a field."""
    numbered = (replace(one, name=f"{one.name} ({number})") for number in count(2))
    return next(told for told in chain((one,), numbered) if told.key not in taken)


def _all(graph: Graph, derived: Derived) -> Iterator[Told]:
    for record in graph.records.values():
        yield from particulars(graph, derived, record)
        yield from scopes(graph, record, derived)
        yield from ties(graph, record)
        yield from claims(graph, record)
    yield from texts(graph, derived)
    yield from described(graph.dataset)
