"""The source summary: how many sources, of what kind, language and age, from how many origins.

ICD 206 asks an analysis for a source summary statement; this is the part that can be counted.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from sourcebook.derive.origins import roots
from sourcebook.link import Graph
from sourcebook.models import Source

Counts = tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Summary:
    """Figures about a set of sources; each list of counts has the most frequent first."""

    sources: int
    publishers: int
    lineages: int
    shared: tuple[tuple[str, tuple[str, ...]], ...]
    types: Counts
    languages: Counts
    read: Counts
    archived: int
    first: str | None
    last: str | None


def summarise(graph: Graph, source_ids: Iterable[str]) -> Summary:
    """The summary of the sources with these ids.

    `shared` lists the roots that several of them go back to, each with those that do.
    """
    wanted = map(graph.records.get, sorted(set(source_ids)))
    found = [source for source in wanted if isinstance(source, Source)]
    dates = sorted((s.published for s in found if s.published), key=lambda date: date.earliest)
    by_root: dict[str, list[str]] = {}
    for source in found:
        for root in roots(graph, source.id):
            by_root.setdefault(root, []).append(source.id)
    shared = sorted(by_root.items(), key=lambda item: (-len(item[1]), item[0]))
    return Summary(
        sources=len(found),
        publishers=len({source.publisher for source in found}),
        lineages=len(by_root),
        shared=tuple((root, tuple(members)) for root, members in shared if len(members) > 1),
        types=_counts(source.type for source in found),
        languages=_counts(source.language for source in found),
        read=_counts(source.read for source in found),
        archived=sum(source.archive is not None for source in found),
        first=dates[0].text if dates else None,
        last=dates[-1].text if dates else None,
    )


def _counts(words: Iterable[str]) -> Counts:
    return tuple(sorted(Counter(words).items(), key=lambda item: (-item[1], item[0])))
