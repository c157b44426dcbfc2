"""Rules about claims and what carries them."""

from collections.abc import Iterator

from sourcebook.derive import Derived
from sourcebook.link import Graph, Link
from sourcebook.load.fields import describe_path
from sourcebook.markdown import Cited
from sourcebook.models import (
    Citation,
    ClaimStatus,
    Incident,
    Record,
    Source,
    Stated,
)
from sourcebook.problems import Problem
from sourcebook.vocabulary import GradeTerm, Reading


def check_locators(graph: Graph, _derived: Derived) -> Iterator[Problem]:
    """SB111: a citation says where in the source. SB402: what nobody read is not cited."""
    readings = graph.dataset.terms(Reading)
    for source in graph.all_of(Source):
        for link in graph.backlinks_to(source.id, "citations"):
            if readings[source.read].is_unread:
                message = f"nobody read '{source.id}' (read: none): cite the copy that was read"
                yield _problem_at_link(graph, link, "SB402", message)
            elif source.parts and _locator(graph, link) is None:
                form = f"[@{source.id}, para 3]" if link.hole else "at: para 3"
                message = f"the citation of '{source.id}' does not say where in it: write {form}"
                yield _problem_at_link(graph, link, "SB111", message)


def _locator(graph: Graph, link: Link) -> str | None:
    if isinstance(link.hole, Cited):
        return next(
            (at for source, at in link.hole.items if source == link.target_id and not at), ""
        )
    citation = graph.linking_element(link, len(link.path) - 1)
    return citation.at if isinstance(citation, Citation) else None


def _problem_at_link(graph: Graph, link: Link, code: str, message: str) -> Problem:
    offset = link.hole.line if link.hole is not None else 0
    return graph.problem(link.record_id, link.path, code, message, offset)


def check_statements(graph: Graph, _derived: Derived) -> Iterator[Problem]:
    """SB110, SB115: a role or link says who states it, or is the editor's own inference."""
    for record in graph.records.values():
        for field in ("roles", "responds_to", "relations"):
            for index, item in enumerate(getattr(record, field, ())):
                if isinstance(item, Stated):
                    yield from _statement_problems(graph, record, (field, index), item)


def _statement_problems(
    graph: Graph, record: Record, path: tuple[str, int], item: Stated
) -> Iterator[Problem]:
    where = describe_path(path)
    if item.inferred and item.by:
        message = (
            f"{where} is marked as the editor's inference, but by names who states it: "
            "delete one of them"
        )
        yield graph.problem(record.id, path, "SB115", message)
    if not item.inferred and not item.by:
        message = f"{where} does not say who states it: give by, or inferred: true"
        yield graph.problem(record.id, path, "SB110", message)
    if not item.inferred and not item.cites:
        message = f"{where} has no citation: give cites, a source and the place in it"
        yield graph.problem(record.id, path, "SB110", message)


def check_superseded(graph: Graph, derived: Derived) -> Iterator[Problem]:
    """SB403: a superseded claim is replaced by one that is on record."""
    for record_id, analysis in derived.analyses.items():
        for scope in analysis.scopes:
            for entry in scope.claims:
                bare = entry.status is ClaimStatus.SUPERSEDED and entry.replaced_by is None
                if bare and entry.record_id == record_id:
                    path = (*graph.claim_path(record_id, entry.claim), "status")
                    message = (
                        f"claim '{entry.claim.id}' is superseded, but no claim "
                        f"names it: write supersedes: {entry.claim.id} in the newer one"
                    )
                    yield graph.problem(record_id, path, "SB403", message)


def check_overrides(graph: Graph, derived: Derived) -> Iterator[Problem]:
    """SB424: an editor's grade is another than the computed one; only one can be discounted."""
    grades = graph.dataset.terms(GradeTerm)
    for incident in graph.all_of(Incident):
        override, found = incident.grade_override, derived.analyses[incident.id].grade
        if override is None or found is None or grades[override.grade].by_editor:
            continue
        if override.grade == found.computed:
            message = f"the rules give '{found.computed}' too: delete grade_override"
            yield graph.problem(incident.id, ("grade_override", "grade"), "SB424", message)
