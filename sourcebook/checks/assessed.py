"""Rules about verdicts: what a person found who read a passage under its claim."""

from collections.abc import Iterator

from sourcebook.derive import Derived
from sourcebook.derive.coverage import standing_verdict
from sourcebook.language import FOR_EDITORS
from sourcebook.link import Graph
from sourcebook.load.yaml import ValuePath
from sourcebook.models import Claim, Model, claims_of
from sourcebook.problems import Problem
from sourcebook.quotes.assessments import changed_parts, has_passage
from sourcebook.vocabulary import Verdict

_UNCLAIMED = ("roles", "responds_to", "relations")
"""Fields whose entries cite and are no claims."""


def check_assessed(graph: Graph, _derived: Derived) -> Iterator[Problem]:
    """SB544, SB545: verdicts that hold no longer, and claims whose passages do not support them."""
    for record in graph.records.values():
        for index, claim in enumerate(claims_of(record)):
            where: ValuePath = ("claims", index)
            yield from _fallen_open(graph, record.id, where, claim)
            yield from _unsupported(graph, record.id, where, claim)
        for field in _UNCLAIMED:
            for index, stated in enumerate(getattr(record, field, ())):
                yield from _unbound(graph, record.id, (field, index), stated)


def _fallen_open(graph: Graph, record_id: str, where: ValuePath, claim: Claim) -> Iterator[Problem]:
    for number, citation in enumerate(claim.cites):
        assessed = citation.assessed
        if assessed is None:
            continue
        path = (*where, "cites", number, "assessed")
        changed = changed_parts(claim, citation)
        if not has_passage(citation):
            message = (
                "a verdict is on a passage, and none is quoted or sealed here: delete assessed"
            )
            yield graph.problem(record_id, path, "SB544", message)
        elif changed:
            verdict = graph.dataset.terms(Verdict)[assessed.verdict].read_as or assessed.verdict
            message = (
                f"{assessed.by} read this passage on {assessed.date.text} ({verdict}); since then "
                f"{FOR_EDITORS.join_list(changed)} changed: read it again and run `python build.py "
                f"assess {record_id} {claim.id} {citation.source} VERDICT --by NAME`, or delete "
                "assessed"
            )
            yield graph.problem(record_id, path, "SB544", message)


def _unsupported(graph: Graph, record_id: str, where: ValuePath, claim: Claim) -> Iterator[Problem]:
    """A claim of which every passage was read as something else than support."""
    read = [standing_verdict(graph, claim, one) for one in claim.cites if has_passage(one)]
    if read and all(verdict is not None and not verdict.supports for verdict in read):
        found = FOR_EDITORS.join_list(dict.fromkeys(one.read_as for one in read if one))
        message = (
            f"no passage of claim '{claim.id}' says what it says: {found}: cite what supports it, "
            "or correct the claim"
        )
        yield graph.problem(record_id, (*where, "cites"), "SB545", message)


def _unbound(graph: Graph, record_id: str, where: ValuePath, stated: Model) -> Iterator[Problem]:
    """SB544: a verdict on what is no claim, which nothing binds to what was read."""
    for number, citation in enumerate(getattr(stated, "cites", ())):
        if citation.assessed is not None:
            path = (*where, "cites", number, "assessed")
            message = "only passages of claims are assessed: delete assessed here"
            yield graph.problem(record_id, path, "SB544", message)
