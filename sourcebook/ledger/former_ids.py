"""Ids that records no longer have: where each leads, or that its record is gone.

The lines of such an id stay where those of its record were, so that deleting or renaming a record
changes its own lines only, and merges with any change to the records beside it.
"""

from collections.abc import Iterator, Mapping

from sourcebook.ledger.published_fact import FactPart, PublishedFact, published_fact
from sourcebook.link import Graph

IS = "is"
"""The name of the fact that says what a record is."""
GONE = "gone"


def former_id_facts(graph: Graph, gone: Mapping[str, str]) -> Iterator[PublishedFact]:
    """Two lines for each alias, and for each record that is no more, which have its kind."""
    for alias, record_id in graph.aliases.items():
        if alias not in graph.records:
            record = graph.records[record_id]
            path = ("aliases", record.aliases.index(alias))
            yield from published_fact(alias, "", (FactPart(record.kind),))
            yield from published_fact(alias, IS, (FactPart(f"now {record_id}", path),))
    for record_id, kind in gone.items():
        if record_id not in graph.records and record_id not in graph.aliases:
            yield from published_fact(record_id, "", (FactPart(kind),))
            yield from published_fact(record_id, IS, (FactPart(GONE),))
