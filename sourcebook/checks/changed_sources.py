"""What depends on a source that was retracted, or corrected after it was read."""

from collections import ChainMap
from collections.abc import Iterator
from dataclasses import replace

from sourcebook.as_of.prune import prune
from sourcebook.derive import Derived, analyse_record
from sourcebook.derive.changed_sources import ChangedSource
from sourcebook.derive.matrix import successors
from sourcebook.language import FOR_EDITORS
from sourcebook.link import Graph, Link
from sourcebook.load.fields import describe_parent
from sourcebook.models import Claim, Incident, Mark, Model, Ref, Source, Stated
from sourcebook.problems import Problem
from sourcebook.vocabulary import SourceStatus

_RULES = {
    "is_corrected": (
        "SB420",
        "compare it with the corrected text, and give the source the day as accessed",
    ),
    "is_retracted": ("SB421", "cite another source, or take it back"),
}
"""By a flag of the status of a source: the rule, and how to correct what depends on the source."""


def _rule(status: SourceStatus) -> tuple[str, str] | None:
    return next((rule for flag, rule in _RULES.items() if getattr(status, flag)), None)


def check_change_described(graph: Graph, _derived: Derived) -> Iterator[Problem]:
    """SB423: a source that was corrected or retracted says when, and what was wrong."""
    statuses = graph.dataset.terms(SourceStatus)
    for source in graph.all_of(Source):
        if _rule(statuses[source.status]):
            lacking = [name for name in ("status_date", "status_note") if not getattr(source, name)]
            if lacking:
                fields = FOR_EDITORS.join_list(lacking)
                message = f"it was {source.status}: add {fields}, when and why"
                yield graph.problem(source.id, ("status",), "SB423", message)


def check_citations(graph: Graph, derived: Derived) -> Iterator[Problem]:
    """SB420, SB421: every claim, statement and sentence that depends on a changed source."""
    for each in derived.changed_sources:
        for link in each.citations:
            if link.claim is None or _is_current(graph, derived, link):
                yield _problem(graph, each, link)


def _is_current(graph: Graph, derived: Derived, link: Link) -> bool:
    """Whether the claim that holds a link is neither superseded nor withdrawn."""
    claim_id = graph.linking_element(link).id
    found = derived.analyses[link.record_id].find_claim(link.record_id, claim_id)
    return found is not None and found[1].current


def _problem(graph: Graph, each: ChangedSource, link: Link) -> Problem:
    status, through = graph.dataset.terms(SourceStatus)[each.source.status], each.through(link)
    code, correction = _rule(status) or ("", "")
    way = f"'{through}', which is derived from " if through else ""
    date = _date_in_brackets(graph, each.source)
    what = f"depends on {way}'{each.source.id}', which was {status.definition}{date}"
    offset = link.hole.line if link.hole is not None else 0
    message = f"{_describe_element(graph, link)} {what}: {correction}"
    return graph.problem(link.record_id, link.path, code, message, offset)


def _describe_element(graph: Graph, link: Link) -> str:
    if link.hole is not None:
        return "this sentence"
    if link.claim is not None:
        claim = graph.linking_element(link)
        return f"claim '{claim.id}'" if isinstance(claim, Claim) else "this claim"
    return describe_parent(link.path[: link.path.index("cites") + 1])


def _date_in_brackets(graph: Graph, source: Source) -> str:
    return f" ({graph.language.day(source.status_date)})" if source.status_date else ""


def check_grades(graph: Graph, derived: Derived) -> Iterator[Problem]:
    """SB422: an incident whose grade would be another without what was retracted."""
    statuses = graph.dataset.terms(SourceStatus)
    changed = derived.changed_sources
    gone = [each for each in changed if statuses[each.source.status].is_retracted]
    without = _Without(graph, {link.target_id for each in gone for link in each.citations})
    for record_id in sorted({link.record_id for each in gone for link in each.citations}):
        record, was = graph.records[record_id], derived.analyses[record_id].grade
        if isinstance(record, Incident) and was is not None:
            now = without.grade(record)
            if now != was.name:
                message = (
                    f"the grade '{was.name}' depends on what was retracted: without it '{now}'"
                )
                yield graph.problem(record_id, (), "SB422", message)


class _Without:
    """A record as if some sources did not exist."""

    def __init__(self, graph: Graph, sources: set[str]) -> None:
        self._graph, self._sources, self._replaced = graph, sources, successors(graph)
        self._left = {n: record for n, record in graph.records.items() if n not in sources}

    def keep_value(self, mark: Mark, value: str) -> bool:
        return not (isinstance(mark, Ref) and value in self._sources)

    def rebuild(self, _was: Model, now: Model) -> Model | None:
        return None if isinstance(now, Stated) and not now.cites and not now.inferred else now

    def grade(self, incident: Incident) -> str:
        """The grade that an incident then has."""
        left = prune(incident, self)
        graph = replace(self._graph, records=ChainMap({incident.id: left}, self._left))
        found = analyse_record(graph, left, self._replaced)
        return found.grade.name if found.grade else ""
