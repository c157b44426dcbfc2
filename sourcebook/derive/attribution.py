"""Attribution: who is said to have attacked. All readers ask here, and none decides for itself.

Pages, briefing, timeline, tables, ledger, search, grade, gaps and checks show or weigh the same
attributions. They are read from the roles of an incident and from the current claims of its
matrix, those of other records that cover it included.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from sourcebook.derive.matrix import Scope
from sourcebook.derive.origins import principal
from sourcebook.link import Graph
from sourcebook.models import Incident, References
from sourcebook.vocabulary import RoleType

STATUSES = ("acknowledged", "alleged", "inferred")
"""How an attribution is known, the best established first."""


@dataclass(frozen=True, slots=True)
class Attribution:
    """An actor that is said to have attacked.

    `status` is acknowledged (the actor says so itself, or another of the same principal), alleged
    (others say so) or inferred (by the editor). `denied`: the actor, or one of the same principal,
    says that it did not.
    """

    actor_id: str
    status: str
    denied: bool


@dataclass(frozen=True, slots=True)
class AttackStatement:
    """That somebody, or the editor by inference, names an attacker, or denies that it was one."""

    actor_id: str
    by: tuple[str, ...]
    inferred: bool = False
    denies: bool = False


def attributions(
    graph: Graph, incident: Incident, scopes: Iterable[Scope]
) -> tuple[Attribution, ...]:
    """Every actor that is said to have attacked, the best established first."""
    statements = attack_statements(graph, incident, scopes)
    best: dict[str, str] = {}
    for statement in statements:
        if not statement.denies:
            status = _status(graph, statement)
            known = best.setdefault(statement.actor_id, status)
            best[statement.actor_id] = min(known, status, key=STATUSES.index)
    denying = {principal(graph, s.actor_id) for s in statements if s.denies and _own(graph, s)}
    ordered = sorted(best.items(), key=lambda item: STATUSES.index(item[1]))
    return tuple(
        Attribution(actor_id, status, principal(graph, actor_id) in denying)
        for actor_id, status in ordered
    )


def attack_statements(
    graph: Graph, incident: Incident, scopes: Iterable[Scope]
) -> tuple[AttackStatement, ...]:
    """Everything that is now said of who attacked, in roles and in claims."""
    return (*_roles(graph, incident), *_claims(scopes))


def _roles(graph: Graph, incident: Incident) -> Iterator[AttackStatement]:
    roles = graph.dataset.terms(RoleType)
    for role in incident.roles:
        if roles[role.role].attacks:
            yield AttackStatement(role.actor, role.by, role.inferred)


def _claims(scopes: Iterable[Scope]) -> Iterator[AttackStatement]:
    """What current claims say of responsibility; who takes no stance says nothing of it."""
    for scope in scopes:
        for entry in scope.claims if scope.measure.says_who_attacked else ():
            claim, stance = entry.claim, entry.stance
            if entry.current and not stance.is_silent and isinstance(claim.value, References):
                for actor_id in claim.value.ids:
                    yield AttackStatement(actor_id, claim.by, denies=stance.denies)


def _status(graph: Graph, statement: AttackStatement) -> str:
    if statement.inferred:
        return "inferred"
    return "acknowledged" if _own(graph, statement) else "alleged"


def _own(graph: Graph, statement: AttackStatement) -> bool:
    """Whether it is the word of the actor itself, or of another of the same principal."""
    own = principal(graph, statement.actor_id)
    return any(principal(graph, claimant) == own for claimant in statement.by)


def weakest_status(found: Iterable[Attribution]) -> str:
    """How the least established of some attributions is known; empty without any."""
    return max((each.status for each in found), key=STATUSES.index, default="")


def principals(graph: Graph, found: Iterable[Attribution]) -> frozenset[str]:
    """The ids of the principals of those that are said to have attacked: the sides."""
    return frozenset(principal(graph, each.actor_id) for each in found)


def involved_actors(incident: Incident, found: Iterable[Attribution]) -> tuple[str, ...]:
    """The ids of all that have a role in an incident or are said to have attacked, sorted."""
    attackers = {each.actor_id for each in found}
    return tuple(sorted({role.actor for role in incident.roles} | attackers))


def incidents_by_attacker(
    found: Mapping[str, tuple[Attribution, ...]],
) -> Mapping[str, frozenset[str]]:
    """The ids of the incidents that each actor is said to have attacked in, by its id.

    `found` has the attributions of each incident, by the incident's id.
    """
    groups: dict[str, set[str]] = defaultdict(set)
    for incident_id, several in found.items():
        for each in several:
            groups[each.actor_id].add(incident_id)
    return {actor_id: frozenset(incidents) for actor_id, incidents in groups.items()}
