"""Sources that were retracted, or corrected after they were read, and what stands on them.

COPE's guidelines on retraction ask that a retracted text stay findable and be marked wherever
it is used; so nothing is deleted here, and everything that rests on it says so.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from sourcebook.link import Graph, Link
from sourcebook.models import Incident, Source

WORDS = {"retracted": "retracted", "corrected": "corrected after it was read"}
"""The states of a source that what rests on it must be looked at for, in words."""


@dataclass(frozen=True, slots=True)
class Amended:
    """A source that was retracted or corrected, and every citation that stands on it.

    `through` names, for the citation of another source, that source, which goes back to it.
    """

    source: Source
    citations: tuple[Link, ...]

    def through(self, link: Link) -> str | None:
        """The source that is cited where that is not the amended one, but goes back to it."""
        return None if link.target == self.source.id else link.target


def amended_since_read(source: Source) -> bool:
    """Whether a source was retracted, or corrected since it was last looked at."""
    return source.status == "retracted" or (
        source.status == "corrected" and not _read_since(source)
    )


def _read_since(source: Source) -> bool:
    """Whether the text that was read is the corrected one."""
    seen = [source.accessed, source.capture.captured if source.capture else None]
    changed = source.status_date
    return changed is not None and any(
        date is not None and date.earliest >= changed.earliest for date in seen
    )


@lru_cache(maxsize=1)
def amended(graph: Graph) -> tuple[Amended, ...]:
    """Every source that was retracted, or corrected since it was read, by id."""
    return tuple(
        Amended(source, _citations(graph, source))
        for source in graph.of(Source)
        if amended_since_read(source)
    )


def _citations(graph: Graph, source: Source) -> tuple[Link, ...]:
    seen, waiting = {source.id}, [source.id]
    found: list[Link] = []
    while waiting:
        here = waiting.pop()
        found += graph.back(here, "citations")
        above = [
            link.source for name in ("copies", "derivatives") for link in graph.back(here, name)
        ]
        waiting += [name for name in above if name not in seen]
        seen.update(above)
    return tuple(sorted(found, key=lambda link: (link.source, tuple(map(str, link.path)))))


@lru_cache(maxsize=1)
def stamped(graph: Graph) -> Mapping[str, tuple[Source, ...]]:
    """The amended sources by the record whose page stands on them, its own text included."""
    found: dict[str, dict[str, Source]] = {}
    for each in amended(graph):
        for name in _records(graph, each):
            found.setdefault(name, {})[each.source.id] = each.source
    return {name: tuple(sources.values()) for name, sources in found.items()}


def _records(graph: Graph, each: Amended) -> set[str]:
    """The records that cite a source, and the episodes and incidents that show their claims."""
    holders = {link.source for link in each.citations}
    covered = {
        name
        for link in each.citations
        if link.claim is not None
        for name in graph.holder(link).covers
    }
    told = (graph.records[name] for name in holders | covered)
    episodes = {record.episode for record in told if isinstance(record, Incident)}
    return holders | covered | {name for name in episodes if name} | {each.source.id}
