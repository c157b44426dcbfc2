"""Who is said to have done it: acknowledged, alleged or inferred, and never without the word."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sourcebook.derive.matrix import Scope
from sourcebook.derive.origins import principal
from sourcebook.link import Graph
from sourcebook.models import SILENT, Claim, Incident, Named

_WEIGHT = {"acknowledged": 0, "alleged": 1, "inferred": 2}


@dataclass(frozen=True, slots=True)
class Accused:
    """An actor that is said to have attacked.

    `status` is acknowledged (it says so itself, or whoever it speaks for does), alleged (others
    say so) or inferred (by the editor); `denied` tells that it says no.
    """

    actor: str
    status: str
    denied: bool


def accused(graph: Graph, incident: Incident, scopes: Iterable[Scope]) -> tuple[Accused, ...]:
    """Everyone who is said to have done it, whoever acknowledges it first."""
    found: dict[str, str] = {}
    for actor, status in (*_roles(graph, incident), *_claims(graph, scopes, affirmed=True)):
        known = found.setdefault(actor, status)
        found[actor] = min(known, status, key=_WEIGHT.__getitem__)
    denied = {actor for actor, own in _claims(graph, scopes, affirmed=False) if own != "alleged"}
    ordered = sorted(found.items(), key=lambda item: _WEIGHT[item[1]])
    return tuple(Accused(actor, status, actor in denied) for actor, status in ordered)


def involved(incident: Incident, by: Iterable[Accused]) -> tuple[str, ...]:
    """The ids of all who have a role in an incident or are accused of it, sorted."""
    accused_of_it = {each.actor for each in by}
    return tuple(sorted({role.actor for role in incident.roles} | accused_of_it))


def _roles(graph: Graph, incident: Incident) -> Iterator[tuple[str, str]]:
    for role in incident.roles:
        if role.role == "attacker":
            yield role.actor, "inferred" if role.inferred else _own(graph, role.actor, role.by)


def _claims(graph: Graph, scopes: Iterable[Scope], *, affirmed: bool) -> Iterator[tuple[str, str]]:
    """Whom current claims name, and whether it is their own word."""
    for scope in scopes:
        for entry in scope.claims if scope.measure.id == "responsibility" else ():
            stance = entry.claim.stance
            if entry.current and stance not in SILENT and (stance != "denies") is affirmed:
                yield from _named(graph, entry.claim)


def _named(graph: Graph, claim: Claim) -> Iterator[tuple[str, str]]:
    for actor in claim.value.ids if isinstance(claim.value, Named) else ():
        yield actor, _own(graph, actor, claim.by)


def _own(graph: Graph, actor: str, by: Iterable[str]) -> str:
    own = principal(graph, actor)
    return "acknowledged" if any(principal(graph, each) == own for each in by) else "alleged"
