"""What `facts` tells: what changed, by record, the sentences that state it, and the pages."""

from collections.abc import Iterable, Iterator

from sourcebook import site
from sourcebook.derive.facts import DATASET
from sourcebook.derive.prose_text import prose_text
from sourcebook.ledger import (
    Comparison,
    FactChange,
    FactsLock,
    SentencesByFact,
    count_facts,
    distance_moved,
    file_location_of,
    group_by_record,
    name_pages,
    sentences_by_fact,
)
from sourcebook.pages import ShowingPages

_MOST = 40
"""How many pages are named."""


def describe_changes(prepared: site.Prepared, lock: FactsLock, found: Comparison) -> Iterator[str]:
    """What changed, record by record, and the pages on which it shows."""
    sentences = sentences_by_fact(prepared.graph)
    for old, new in found.renamed.items():
        yield f"{old} is renamed {new}"
    grouped = group_by_record(found.changes)
    for name, some in grouped.items():
        known = name in lock.record_ids or name in found.renamed.values()
        yield from _describe_record(prepared, name, some, sentences, known=known)
    changed = {*grouped, *found.renamed.values()}
    urls = ShowingPages(prepared.graph, prepared.pages).urls(changed)
    if changed and urls:
        yield f"pages that may show it ({len(urls):,}): {name_pages(urls, _MOST)}"
    elif lock.exists and not changed:
        yield "no fact changed: what else changed is how the records are written, notes or prose"


def _describe_record(
    prepared: site.Prepared,
    name: str,
    some: list[FactChange],
    sentences: SentencesByFact,
    *,
    known: bool,
) -> Iterator[str]:
    graph = prepared.graph
    if name not in graph.records and name not in graph.aliases and name != DATASET:
        yield f"{name} is gone: {count_facts(some)}"
    elif not known:
        yield f"{name} is new: {count_facts(some)}"
    else:
        for move in some:
            yield from _describe_change(prepared, move, sentences)


def _describe_change(
    prepared: site.Prepared, move: FactChange, sentences: SentencesByFact
) -> Iterator[str]:
    """A fact that changed, at its place, and the sentences that state it."""
    graph, piece = prepared.graph, move.changed_part
    place = file_location_of(graph, prepared.content, move.record_id)
    line = place.line_at_offset(piece.path, piece.line_offset)
    yield f"{place.display_path}:{line}: {move.key} {move.description}{distance_moved(graph, move)}"
    stated = (sentence for name in _stated(prepared, move) for sentence in sentences.get(name, ()))
    for record, _, sentence in dict.fromkeys(stated):
        yield f"    {record}: “{prose_text(graph, prepared.derived, sentence.parts)}”"


def _stated(prepared: site.Prepared, move: FactChange) -> Iterable[str]:
    """The facts that a sentence can state and that now say what the change brought."""
    record_id, after = move.record_id, move.after
    now = {piece.text for piece in after.parts} if after else set()
    line = after.name if after else ""
    for name, fact in prepared.derived.facts(record_id).items():
        if fact.text in now or name == line or name.startswith(f"{line}."):
            yield f"{record_id}.{name}"
