"""What one claimant cannot mean: half a person, and two things that exclude each other."""

from collections.abc import Iterator
from itertools import combinations

from sourcebook.derive import ClaimInScope, Derived
from sourcebook.derive.areas import containing_places
from sourcebook.derive.values import bounds, compatible
from sourcebook.link import Graph
from sourcebook.models import Figure, Location, References, When, claims_of
from sourcebook.problems import Problem
from sourcebook.vocabulary import Measure


def check_whole_people(graph: Graph, _derived: Derived) -> Iterator[Problem]:
    """SB419: people, and whatever else is counted, are whole."""
    measures = graph.dataset.terms(Measure)
    for record in graph.records.values():
        for index, claim in enumerate(claims_of(record)):
            counts = measures[claim.measure].harm or claim.of is not None
            if counts and isinstance(claim.value, Figure) and not _is_whole(claim.value):
                message = (
                    f"claim '{claim.id}' counts {claim.value.text}, but nobody is counted in "
                    "parts: give a whole number; an average is a measure of its own"
                )
                yield graph.problem(record.id, ("claims", index, "value"), "SB419", message)


def _is_whole(figure: Figure) -> bool:
    return all(one is None or one == int(one) for one in (figure.low, figure.high))


def check_own_statements(graph: Graph, derived: Derived) -> Iterator[Problem]:
    """SB433: a claimant gives one date, one place and one answer, or says what replaced what.

    Figures are the matter of SB432.
    """
    for record_id, analysis in derived.analyses.items():
        for scope in analysis.scopes:
            for one, other in combinations([each for each in scope.claims if each.has_value], 2):
                if other.record_id == record_id and _excludes(graph, one, other):
                    yield _problem(graph, one, other)


def _excludes(graph: Graph, one: ClaimInScope, other: ClaimInScope) -> bool:
    """Whether what a claimant says in two claims, none of them a figure, cannot both be true."""
    if {*one.claim.by}.isdisjoint(other.claim.by) or bounds(one.claim.value) is not None:
        return False
    first, second = one.claim.value, other.claim.value
    if one.stance.denies != other.stance.denies:
        return not compatible(one.claim, other.claim, graph.dataset)
    if isinstance(first, When) and isinstance(second, When):
        return not compatible(one.claim, other.claim, graph.dataset)
    if isinstance(first, References) and isinstance(second, References):
        return first.kind == "location" and _lie_apart(graph, first.ids, second.ids)
    return False


def _lie_apart(graph: Graph, one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether none of some places lies in one of the others, or the other way round."""
    above_one, above_other = _with_above(graph, one), _with_above(graph, other)
    return above_one.isdisjoint(other) and above_other.isdisjoint(one)


def _with_above(graph: Graph, location_ids: tuple[str, ...]) -> frozenset[str]:
    places = (graph.records.get(location_id) for location_id in location_ids)
    found = (place for place in places if isinstance(place, Location))
    return frozenset(each.id for place in found for each in containing_places(graph, place))


def _problem(graph: Graph, one: ClaimInScope, other: ClaimInScope) -> Problem:
    message = (
        f"claims '{one.claim.id}' ({_said(graph, one)}) and '{other.claim.id}' "
        f"({_said(graph, other)}) of one claimant exclude each other: let the later one "
        "supersede the other, or give them different scopes"
    )
    path = (*graph.claim_path(other.record_id, other.claim), "value")
    return graph.problem(other.record_id, path, "SB433", message)


def _said(graph: Graph, entry: ClaimInScope) -> str:
    words = graph.language.value(entry.claim.value, graph.label)
    return f"{words}, {entry.stance.label.lower()}" if entry.claim.stance else words
