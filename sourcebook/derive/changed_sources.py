"""Sources that were retracted, or corrected after they were read, and what depends on them.

COPE's guidelines on retraction ask that a retracted text stay findable and be marked wherever
it is used; so nothing is deleted here, and everything that depends on it says so.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sourcebook.link import Graph, Link
from sourcebook.models import Incident, Source
from sourcebook.vocabulary import SourceStatus


@dataclass(frozen=True, slots=True)
class ChangedSource:
    """A source that was retracted or corrected, and every citation that depends on it."""

    source: Source
    citations: tuple[Link, ...]

    def through(self, link: Link) -> str | None:
        """The source that is cited, if it is another that is derived from this one; else None."""
        return None if link.target_id == self.source.id else link.target_id


def is_changed_since_read(source: Source, status: SourceStatus) -> bool:
    """Whether a source was retracted, or corrected since it was last looked at."""
    corrected = status.is_corrected and not _read_after_correction(source)
    return status.is_retracted or corrected


def _read_after_correction(source: Source) -> bool:
    """Whether the text that was read is the corrected one."""
    seen = [source.accessed, source.capture.captured if source.capture else None]
    changed = source.status_date
    return changed is not None and any(
        date is not None and date.earliest >= changed.earliest for date in seen
    )


def retracted_or_corrected(graph: Graph) -> tuple[ChangedSource, ...]:
    """Every source that was retracted, or corrected since it was read, by id."""
    statuses = graph.dataset.terms(SourceStatus)
    return tuple(
        ChangedSource(source, _citations(graph, source))
        for source in graph.all_of(Source)
        if is_changed_since_read(source, statuses[source.status])
    )


def _citations(graph: Graph, source: Source) -> tuple[Link, ...]:
    """Every citation of a source, and of those that are derived from it in turn."""
    seen, waiting = {source.id}, [source.id]
    found: list[Link] = []
    while waiting:
        here = waiting.pop()
        found += graph.backlinks_to(here, "citations")
        derived = [
            link.record_id
            for field in ("copies", "derivatives")
            for link in graph.backlinks_to(here, field)
        ]
        waiting += [source_id for source_id in derived if source_id not in seen]
        seen.update(derived)
    return tuple(sorted(found, key=lambda link: (link.record_id, tuple(map(str, link.path)))))


def affected_records(
    graph: Graph, changed: Iterable[ChangedSource]
) -> Mapping[str, tuple[Source, ...]]:
    """The changed sources by the id of each record whose page depends on them."""
    found: dict[str, dict[str, Source]] = {}
    for each in changed:
        for record_id in _affected_by(graph, each):
            found.setdefault(record_id, {})[each.source.id] = each.source
    return {record_id: tuple(sources.values()) for record_id, sources in found.items()}


def _affected_by(graph: Graph, changed: ChangedSource) -> set[str]:
    """The records that cite a source, and the episodes and incidents that show their claims."""
    citing = {link.record_id for link in changed.citations}
    covered = {
        incident_id
        for link in changed.citations
        if link.claim is not None
        for incident_id in graph.linking_element(link).covers
    }
    records = (graph.records[record_id] for record_id in citing | covered)
    episodes = {record.episode for record in records if isinstance(record, Incident)}
    return citing | covered | {episode for episode in episodes if episode} | {changed.source.id}
