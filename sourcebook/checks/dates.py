"""Rules about the order of dates: what happened, what was said of it, what was published."""

from collections.abc import Iterator
from datetime import timedelta

from sourcebook.derive import Derived
from sourcebook.link import Graph
from sourcebook.models import Citation, Claim, Incident, Record, Source, When
from sourcebook.problems import Problem

_SLACK = timedelta(days=1)
"""Dates of publication have zones of their own, which records do not give."""


def check_dates(graph: Graph, _derived: Derived) -> Iterator[Problem]:
    """SB401: a report follows what it reports. SB404: a statement precedes its report."""
    for incident in graph.all_of(Incident):
        for path, cites in _citations(incident):
            for number, citation in enumerate(cites):
                where = (*path, "cites", number)
                yield from _published_too_early(graph, incident, citation, where)
    for record, claim in graph.claims():
        yield from _said_too_late(graph, record, claim)


def _citations(incident: Incident) -> Iterator[tuple[tuple[str | int, ...], tuple[Citation, ...]]]:
    for field in ("claims", "roles"):
        for index, item in enumerate(getattr(incident, field)):
            yield (field, index), item.cites


def _published_too_early(
    graph: Graph, incident: Incident, citation: Citation, path: tuple[str | int, ...]
) -> Iterator[Problem]:
    published = _date_of(graph, citation.source)
    if published is not None and _before(published, incident.date):
        message = (
            f"'{citation.source}' was published ({published}) before this event "
            f"({incident.date}), and cannot report it: one of the dates is wrong"
        )
        yield graph.problem(incident.id, path, "SB401", message)


def _said_too_late(graph: Graph, record: Record, claim: Claim) -> Iterator[Problem]:
    published = [_date_of(graph, citation.source) for citation in claim.cites]
    said = claim.said
    if said is None or not all(date is not None and _before(date, said) for date in published):
        return
    path = (*graph.claim_path(record.id, claim), "said")
    message = (
        f"claim '{claim.id}' was said ({said}) after every report that carries it: "
        "one of the dates is wrong"
    )
    yield graph.problem(record.id, path, "SB404", message)


def _date_of(graph: Graph, source_id: str) -> When | None:
    source = graph.records.get(source_id)
    return source.published if isinstance(source, Source) else None


def _before(one: When, other: When) -> bool:
    """Whether one date is surely before another: by more than the width of the world's zones."""
    if one.end is None or other.start is None:
        return False
    return other.earliest - one.latest > _SLACK
