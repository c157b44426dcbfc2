"""Whether the words of a source are those of the text that it goes back to."""

from sourcebook.link import Graph
from sourcebook.models import Source
from sourcebook.vocabulary import DerivationType


def is_reworded(graph: Graph, source_id: str) -> bool:
    """Whether a source puts what another says in other words: itself, or what it is a copy of.

    What it quotes then are words of its own about a speaker, however exactly they were looked up.
    """
    terms, seen = graph.dataset.terms(DerivationType), set[str]()
    source = graph.records.get(source_id)
    while isinstance(source, Source) and source.id not in seen:
        seen.add(source.id)
        if any(terms[one.relation].rewords for one in source.derived_from):
            return True
        same = (one.source for one in source.derived_from if terms[one.relation].same_text)
        source = graph.records.get(source.copy_of or next(same, ""))
    return False
