"""Figures that cannot be: a part above its whole, and two values of one claimant at once.

A scope is part of another if both count over the same incidents and time, and its measure and
its population are the other's own or within them: civilians killed are part of people killed,
and of people killed and wounded.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from sourcebook.derive import ClaimInScope, Derived, Scope
from sourcebook.derive.values import bounds, compatible
from sourcebook.link import Graph
from sourcebook.models import Figure
from sourcebook.problems import Problem
from sourcebook.vocabulary import Measure, Population


@dataclass(frozen=True, slots=True)
class _PartAndWhole:
    """A scope that is part of another of the same record."""

    record_id: str
    part: Scope
    whole: Scope


def check_parts(graph: Graph, derived: Derived) -> Iterator[Problem]:
    """SB430, SB431: a part is not above its whole, by one claimant or between all of them."""
    for pair in _pairs(graph, derived):
        own = tuple(_above_own_whole(graph, pair))
        yield from own or _all_above_whole(graph, pair)


def _pairs(graph: Graph, derived: Derived) -> Iterator[_PartAndWhole]:
    for name, analysis in derived.analyses.items():
        figures = [scope for scope in analysis.scopes if scope.measure.kind == "figure"]
        for part in figures:
            for whole in figures:
                if part is not whole and _is_part(graph, part, whole):
                    yield _PartAndWhole(name, part, whole)


def _is_part(graph: Graph, part: Scope, whole: Scope) -> bool:
    measures, populations = graph.dataset.terms(Measure), graph.dataset.terms(Population)
    return (
        (part.covers, part.period) == (whole.covers, whole.period)
        and whole.measure.id in measures.broader(part.measure.id)
        and (whole.of == part.of or whole.of in populations.broader(part.of or ""))
    )


def _above_own_whole(graph: Graph, pair: _PartAndWhole) -> Iterator[Problem]:
    """Each claim that is above one of the same claimant that should contain it."""
    for part in _figures(pair.part):
        for whole in _figures(pair.whole):
            same = part.record_id == pair.record_id and _one_claimant(part, whole)
            if same and _is_above(part, whole):
                yield _problem(graph, pair, part, whole)


def _one_claimant(one: ClaimInScope, other: ClaimInScope) -> bool:
    return not {*one.claim.by}.isdisjoint(other.claim.by)


def _is_above(part: ClaimInScope, whole: ClaimInScope) -> bool:
    """Whether the least of one is more than the most of the other."""
    least, most = bounds(part.claim.value), bounds(whole.claim.value)
    return least is not None and most is not None and least[0] > most[1]


def _figures(scope: Scope) -> list[ClaimInScope]:
    return [entry for entry in scope.claims if entry.has_value]


def _problem(graph: Graph, pair: _PartAndWhole, part: ClaimInScope, whole: ClaimInScope) -> Problem:
    message = (
        f"claim '{part.claim.id}' ({_said(graph, part)} {_what(graph, pair.part)}) is more than "
        f"'{whole.claim.id}' by the same claimant ({_said(graph, whole)} "
        f"{_what(graph, pair.whole)}), of which it is part: one of them is wrong, or replaced"
    )
    return _at(graph, part, "SB430", message)


def _all_above_whole(graph: Graph, pair: _PartAndWhole) -> Iterator[Problem]:
    """What every claimant gives of a part, where it is above what any gives of the whole."""
    parts, wholes = _figures(pair.part), _figures(pair.whole)
    own = next((entry for entry in parts if entry.record_id == pair.record_id), None)
    if own and wholes and all(_is_above(part, whole) for part in parts for whole in wholes):
        message = (
            f"all that is said of {_what(graph, pair.part)} is more than all that is said of "
            f"{_what(graph, pair.whole)}, of which they are part: compare the scopes"
        )
        yield _at(graph, own, "SB431", message)


def check_repeated_claimants(graph: Graph, derived: Derived) -> Iterator[Problem]:
    """SB432: a claimant has one current figure of a scope, or several that can all be true."""
    for name, analysis in derived.analyses.items():
        for scope in analysis.scopes:
            for one, other in combinations(_figures(scope), 2):
                if other.record_id == name and _contradicts(graph, one, other):
                    message = (
                        f"claims '{one.claim.id}' ({_said(graph, one)}) and '{other.claim.id}' "
                        f"({_said(graph, other)}) of one claimant cannot both hold: let the later "
                        "one supersede the other, or give them different scopes"
                    )
                    yield _at(graph, other, "SB432", message)


def _contradicts(graph: Graph, one: ClaimInScope, other: ClaimInScope) -> bool:
    counted = isinstance(one.claim.value, Figure) and isinstance(other.claim.value, Figure)
    excluded = not compatible(one.claim, other.claim, graph.dataset)
    return counted and _one_claimant(one, other) and excluded


def _said(graph: Graph, entry: ClaimInScope) -> str:
    return graph.language.value(entry.claim.value, graph.label)


def _what(graph: Graph, scope: Scope) -> str:
    return graph.subject_in_sentence(scope.measure.id, scope.of)


def _at(graph: Graph, entry: ClaimInScope, code: str, message: str) -> Problem:
    path = (*graph.claim_path(entry.record_id, entry.claim), "value")
    return graph.problem(entry.record_id, path, code, message)
