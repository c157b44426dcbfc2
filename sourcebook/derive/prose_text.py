"""Prose as plain text: what a reader sees of it, without markup and without notes."""

from collections.abc import Iterable

from sourcebook.derive import Derived
from sourcebook.link import Graph
from sourcebook.markdown import FactUse, Mention, plain_text
from sourcebook.markdown.prose import Part


def prose_text(graph: Graph, derived: Derived, parts: Iterable[Part]) -> str:
    """Parts of a text with the label of each link and the words of each fact.

    A fact that is not known is left out: it is reported as a problem of its record.
    """

    def link_text(mention: Mention) -> str:
        return mention.label or graph.label(mention.id)

    def fact_text(use: FactUse) -> str:
        fact = derived.facts(use.id).get(use.fact)
        return "" if fact is None else use.shown(fact.text)

    return plain_text(parts, link_text, fact_text)
