"""Rules about the order of dates: what happened, what was said of it, what was published."""

from collections.abc import Iterator
from datetime import datetime

from sourcebook.checks.calendars import hint_of_calendar
from sourcebook.derive import Derived, Scope
from sourcebook.derive.dates import instants, surely_before
from sourcebook.link import Graph
from sourcebook.models import Citation, Claim, Incident, Record, Source, When
from sourcebook.problems import Problem


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
    if published is not None and surely_before(published, incident.date):
        message = (
            f"'{citation.source}' was published ({published}) before this event "
            f"({incident.date}), and cannot report it: one of the dates is wrong"
            f"{hint_of_calendar(published, incident.date)}"
        )
        yield graph.problem(incident.id, path, "SB401", message)


def _said_too_late(graph: Graph, record: Record, claim: Claim) -> Iterator[Problem]:
    published = [_date_of(graph, citation.source) for citation in claim.cites]
    said = claim.said
    if said is None or not all(
        date is not None and surely_before(date, said) for date in published
    ):
        return
    path = (*graph.claim_path(record.id, claim), "said")
    message = (
        f"claim '{claim.id}' was said ({said}) after every report that carries it: "
        "one of the dates is wrong"
    )
    yield graph.problem(record.id, path, "SB404", message)


def _date_of(graph: Graph, source_id: str) -> When | None:
    source = graph.records.get(source_id)
    return source.last_changed if isinstance(source, Source) else None


def check_carriers(graph: Graph, _derived: Derived) -> Iterator[Problem]:
    """SB413: no report carries what was said after it appeared, and after it was last updated."""
    for record, claim in graph.claims():
        said = claim.said
        late = [] if said is None else list(_too_early(graph, claim, said))
        if late and len(late) < len(claim.cites):  # all of them is SB404
            for number, source in late:
                path = (*graph.claim_path(record.id, claim), "cites", number)
                message = (
                    f"claim '{claim.id}' was said ({said}) after '{source.id}' appeared "
                    f"({source.last_changed}), which is to carry it: cite what was published "
                    "later, or give updated where the page was"
                )
                yield graph.problem(record.id, path, "SB413", message)


def _too_early(graph: Graph, claim: Claim, said: When) -> Iterator[tuple[int, Source]]:
    for number, citation in enumerate(claim.cites):
        source = graph.records.get(citation.source)
        if isinstance(source, Source):
            changed = source.last_changed
            if changed is not None and surely_before(changed, said):
                yield number, source


def check_event_dates(graph: Graph, derived: Derived) -> Iterator[Problem]:
    """SB414: an incident's date is one that somebody gives, where anybody gives one."""
    for incident in graph.all_of(Incident):
        for scope in derived.analyses[incident.id].scopes:
            if _is_of_event(scope, incident.id) and not _given(graph, incident, scope):
                dates = [str(one.claim.value) for one in scope.claims if one.has_value]
                listed = graph.language.join_list(dict.fromkeys(dates))
                message = (
                    f"the date ({incident.date}) is none of those that the claims of this "
                    f"incident give ({listed}): correct it, or add the claim that gives it"
                )
                yield graph.problem(incident.id, ("date",), "SB414", message)


def _is_of_event(scope: Scope, record_id: str) -> bool:
    """Whether a scope is about when the incident happened, and of nothing else."""
    return scope.measure.says_when and scope.covers == (record_id,) and scope.period is None


def _given(graph: Graph, incident: Incident, scope: Scope) -> bool:
    own = instants(incident.date, graph.dataset.time_zone)
    values = [one.claim for one in scope.claims if one.has_value]
    spans = [
        instants(claim.value, claim.zone or graph.dataset.time_zone)
        for claim in values
        if isinstance(claim.value, When)
    ]
    return not spans or any(_overlap(own, span) for span in spans)


def _overlap(one: tuple[datetime, datetime], other: tuple[datetime, datetime]) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]
