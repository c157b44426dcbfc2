"""Who did it, claimed it or denied it: a sentence says no other than the records.

Titles, summaries, bottom lines and texts of incidents and episodes are read, in English. A sentence
counts where its grammar is plain: an actor's name and its verb, or the verb and "by" and the name;
what is asked, supposed or quoted is left alone.
"""

from collections.abc import Callable, Iterable, Iterator

from sourcebook.checks.acts import Act, ActKind, acts_in
from sourcebook.checks.named_actors import NamedActors
from sourcebook.checks.passages import Passage, problem_in_passage
from sourcebook.checks.wording import incidents_of
from sourcebook.derive import Derived
from sourcebook.derive.attribution import AttackStatement, attack_statements
from sourcebook.derive.origins import principal
from sourcebook.language import FOR_EDITORS
from sourcebook.link import Graph
from sourcebook.models import Episode, Incident
from sourcebook.problems import Problem, quoted
from sourcebook.vocabulary import RoleType

_FIELDS = ("title", "summary", "bottom_line", "body", "judgements")


class WhoDidIt:
    """Compares what sentences say of who did it with what is on record of their incidents."""

    def __init__(self, graph: Graph, derived: Derived) -> None:
        self.graph, self.derived = graph, derived
        self._named = NamedActors(graph)
        self._statements: dict[str, tuple[AttackStatement, ...]] = {}

    def check(self, passage: Passage) -> Iterator[Problem]:
        """SB623: what is said of who did it is on record. SB624: and by whom, is known."""
        if passage.path[0] not in _FIELDS or not isinstance(passage.record, Incident | Episode):
            return
        acts = tuple(acts_in(passage, self._named.found))
        incident_ids = incidents_of(self.graph, passage) if acts else []
        for act in acts if incident_ids else ():
            wrong = self._wrong(act, incident_ids)
            if wrong:
                code, message = wrong
                yield problem_in_passage(self.graph, passage, act.start, code, message)

    def _wrong(self, act: Act, incident_ids: Iterable[str]) -> tuple[str, str] | None:
        """Code and message of what is wrong with what is told; None where it is on record."""
        if act.unknown:
            message = (
                f"{quoted(act.words)}: {quoted(act.unknown)} is no actor on record by this name: "
                "write it as on record, add the name to its variants, or record the actor"
            )
            return "SB624", message
        each = [list(self._of(name)) for name in incident_ids]
        each += _together(act, each)
        if any(_CHECKS[act.kind](self, act, found) for found in each):
            return None
        listed = FOR_EDITORS.join_list(f"'{name}'" for name in list(incident_ids)[:3])
        return "SB623", f"{quoted(act.words)}: of {listed} {_WHY[act.kind]}: {_DO[act.kind]}"

    def _of(self, incident_id: str) -> tuple[AttackStatement, ...]:
        if incident_id not in self._statements:
            incident = self.graph.records[incident_id]
            found = self._said_of(incident) if isinstance(incident, Incident) else ()
            self._statements[incident_id] = tuple(found)
        return self._statements[incident_id]

    def _said_of(self, incident: Incident) -> Iterator[AttackStatement]:
        """What is said of who attacked; who acted in another role is one of two sides."""
        yield from attack_statements(
            self.graph, incident, self.derived.analyses[incident.id].scopes
        )
        roles = self.graph.dataset.terms(RoleType)
        for role in incident.roles:
            if roles[role.role].acts:
                yield AttackStatement(role.actor, ())

    def own(self, ids: Iterable[str], others: Iterable[str]) -> bool:
        """Whether one of some actors is one of others, or speaks for the same principal."""
        voices = {principal(self.graph, actor_id) for actor_id in others}
        return any(principal(self.graph, actor_id) in voices for actor_id in ids)


Statements = list[AttackStatement]
_Check = Callable[[WhoDidIt, Act, Statements], bool]


def _together(act: Act, each: list[Statements]) -> list[Statements]:
    """What is said of all incidents, where it is told that something was said."""
    negative = act.kind in (ActKind.NOT_CLAIMED, ActKind.NOT_DENIED)
    return [] if negative else [[one for found in each for one in found]]


def _claimed(who: WhoDidIt, act: Act, statements: Statements) -> bool:
    """Whether each of the actors says itself that it attacked."""
    own = [one for one in statements if not one.denies and who.own(one.by, [one.actor_id])]
    return bool(own) and all(who.own(ids, [one.actor_id for one in own]) for ids in act.actors)


def _not_claimed(who: WhoDidIt, act: Act, statements: Statements) -> bool:
    """Whether nobody, or none of the actors, says itself that it attacked."""
    own = [one for one in statements if not one.denies and who.own(one.by, [one.actor_id])]
    if not act.actors:
        return not own
    return not any(who.own(ids, [one.actor_id for one in own]) for ids in act.actors)


def _denied(who: WhoDidIt, act: Act, statements: Statements) -> bool:
    denying = [claimant for one in statements if one.denies for claimant in one.by]
    return bool(denying) and all(who.own(ids, denying) for ids in act.actors)


def _not_denied(who: WhoDidIt, act: Act, statements: Statements) -> bool:
    denying = [claimant for one in statements if one.denies for claimant in one.by]
    return not denying if not act.actors else not any(who.own(i, denying) for i in act.actors)


def _blamed(who: WhoDidIt, act: Act, statements: Statements) -> bool:
    """Whether each of the actors names an attacker other than itself; the one named, if known."""
    for ids in act.actors:
        named = [s.actor_id for s in statements if not s.denies and who.own(s.by, ids)]
        if not named or (act.blamed and not who.own(act.blamed, named)):
            return False
    return True


def _attacked(who: WhoDidIt, act: Act, statements: Statements) -> bool:
    """Whether somebody says of each of the actors that it attacked."""
    named = [one.actor_id for one in statements if not one.denies]
    return all(who.own(ids, named) for ids in act.actors)


_CHECKS: dict[ActKind, _Check] = {
    ActKind.CLAIMED: _claimed,
    ActKind.NOT_CLAIMED: _not_claimed,
    ActKind.DENIED: _denied,
    ActKind.NOT_DENIED: _not_denied,
    ActKind.BLAMED: _blamed,
    ActKind.ATTACKED: _attacked,
}
_WHY = {
    ActKind.CLAIMED: "nobody so called says on record that it did it",
    ActKind.NOT_CLAIMED: "somebody says on record that it did it",
    ActKind.DENIED: "nobody so called denies it on record",
    ActKind.NOT_DENIED: "somebody denies it on record",
    ActKind.BLAMED: "nobody so called says so on record",
    ActKind.ATTACKED: "nobody says on record that it did it",
}
_DO = {
    ActKind.CLAIMED: "record its claim of responsibility, or write who did it according to whom",
    ActKind.NOT_CLAIMED: "write who claims it, or correct the claim or role that says so",
    ActKind.DENIED: "record its denial, or leave it out",
    ActKind.NOT_DENIED: "write who denies it, or correct the claim that says so",
    ActKind.BLAMED: "record whom it names, or write who says it",
    ActKind.ATTACKED: "record who says so, or write that it is not known",
}
