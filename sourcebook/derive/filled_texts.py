"""Titles and summaries as they read: each fact in them looked up, marks of names taken off.

Whoever shows a title wants its words: index, search, map, export, redirect. So records are filled
in once, before any page or output is made of them. What stands between the braces stays in the
prose of the graph, for checks, for the ledger, and for pages that link a fact to its claim.
"""

import re
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from types import MappingProxyType
from typing import Any

from sourcebook.derive import Derived
from sourcebook.derive.facts import Fact, dataset_facts, record_facts
from sourcebook.link import Graph
from sourcebook.load.yaml import ValuePath
from sourcebook.markdown import FactUse
from sourcebook.models import Model, Record

_DEEPEST = 4
"""So often a title may state the name of a record whose title states a name, and so on."""
_BREAK = re.compile("[ \n]+")
_UNKNOWN = "…"
"""Stands for a fact that nobody knew on the day that a site is as of."""


def with_filled_texts(graph: Graph, derived: Derived) -> tuple[Graph, Derived]:
    """Graph and facts in which titles and summaries are the words that a reader sees.

    A fact that is not known is reported as a problem, and its place left open.
    """
    filled = graph
    for _ in range(_DEEPEST if graph.bound_texts else 0):
        records = _filled_records(filled, derived)
        if all(filled.records[record_id] is record for record_id, record in records.items()):
            break
        filled = replace(filled, records=MappingProxyType({**filled.records, **records}))
        derived = _with_facts_of(filled, derived)
    return filled, derived


def filled_text(graph: Graph, derived: Derived, record_id: str, path: ValuePath) -> str:
    """The words of a title or summary as a reader sees them."""

    def words(part: object) -> str:
        if not isinstance(part, FactUse):
            return str(part)
        fact = derived.facts(part.id).get(part.fact)
        return _UNKNOWN if fact is None else part.shown(fact.text)

    sentences = graph.prose_at(record_id, *path).sentences
    text = " ".join("".join(map(words, sentence.parts)) for sentence in sentences)
    return _BREAK.sub(" ", text)


def _filled_records(graph: Graph, derived: Derived) -> dict[str, Record]:
    found: dict[str, Record] = {}
    for record_id, path in graph.bound_texts:
        record = found.get(record_id, graph.records[record_id])
        found[record_id] = _with_value(record, path, filled_text(graph, derived, record_id, path))
    return found


def _with_value(element: Any, path: ValuePath, value: str) -> Any:
    """An element of a record with another value at a path; itself where it has it already."""
    if not path:
        return element if element == value else value
    step, rest = path[0], path[1:]
    if isinstance(element, Model):
        inner = getattr(element, str(step))
        now = _with_value(inner, rest, value)
        return element if now is inner else element.model_copy(update={str(step): now})
    now = _with_value(element[int(step)], rest, value)
    same = now is element[int(step)]
    return element if same else (*element[: int(step)], now, *element[int(step) + 1 :])


def _with_facts_of(graph: Graph, derived: Derived) -> Derived:
    """The same analyses, and facts that call records as this graph does."""

    @cache
    def known(record_id: str) -> Mapping[str, Fact]:
        return MappingProxyType(record_facts(graph, graph.records[record_id], derived.analyses))

    return replace(
        derived, known=known, dataset=MappingProxyType(dataset_facts(graph, derived.coverage))
    )
