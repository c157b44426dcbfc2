"""Who is who in an episode: its actors with their part in it, and those behind them."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from sourcebook.charts import relations
from sourcebook.charts.relations import Edge
from sourcebook.language import Language
from sourcebook.models import Incident
from sourcebook.render.view import View
from sourcebook.vocabulary import RoleType

_Key = tuple[int, tuple[str, ...]]
"""The place of a role in the list of roles, and as whom an actor is known to have it."""


@dataclass(frozen=True, slots=True)
class PartTaken:
    """What an actor was, as whom it is known to be that, and in how many incidents."""

    role: str
    known: tuple[str, ...]
    incidents: int

    @property
    def words(self) -> str:
        """The part in words: `attacker, alleged`."""
        return ", ".join((self.role, *self.known))


@dataclass(frozen=True, slots=True)
class Participant:
    """An actor, its parts (none of who only stands behind others), and its ties to the rest."""

    actor_id: str
    parts: tuple[PartTaken, ...]
    ties: tuple[Edge, ...]

    def describe_parts(self, language: Language) -> str:
        """Its parts as they stand in its box, each once: `attacker, alleged and denied; target`."""
        known: dict[str, dict[str, None]] = {}
        for part in self.parts:
            known.setdefault(part.role, {}).update(dict.fromkeys(part.known))
        each = ((role, language.join_list(status)) for role, status in known.items())
        return "; ".join(", ".join(filter(None, pair)) for pair in each)


@dataclass(frozen=True, slots=True)
class Participants:
    """Those of an episode by their weight in it; `left_out` are not in the picture."""

    members: tuple[Participant, ...]
    left_out: tuple[str, ...]

    def parts(self, language: Language) -> dict[str, str]:
        """Those that have a part, in words: what the picture is drawn of."""
        return {m.actor_id: m.describe_parts(language) for m in self.members if m.parts}


def participants_of(view: View, incidents: Iterable[Incident]) -> Participants:
    """Everyone who acted, was attacked or is accused in some incidents, and who is behind them."""
    known: dict[str, dict[_Key, set[str]]] = {}
    for incident in incidents:
        for actor_id, key in _parts(view, incident):
            known.setdefault(actor_id, {}).setdefault(key, set()).add(incident.id)
    given = sorted(known, key=lambda actor_id: _weight(view, actor_id, known[actor_id]))
    drawn = relations.some_with_those_behind(view.relations, given).actors
    listed = tuple(dict.fromkeys((*given, *drawn)))
    ties: dict[str, list[Edge]] = {}
    for edge in relations.edges(view.relations, listed):
        ties.setdefault(edge.source, []).append(edge)
    members = (
        Participant(each, tuple(_taken(view, known.get(each, {}))), tuple(ties.get(each, ())))
        for each in listed
    )
    return Participants(tuple(members), tuple(each for each in listed if each not in drawn))


def _parts(view: View, incident: Incident) -> Iterator[tuple[str, _Key]]:
    """Who had which part in an incident."""
    roles = view.dataset.terms(RoleType)
    attacker = next(roles.order(term.id) for term in roles.values() if term.attacks)
    for each in view.attributions(incident.id):
        yield each.actor_id, (attacker, (each.status, *(("denied",) if each.denied else ())))
    for role in incident.roles:
        if not roles[role.role].attacks and not roles[role.role].only_speaks:
            yield role.actor, (roles.order(role.role), ())


def _weight(view: View, actor_id: str, parts: Mapping[_Key, set[str]]) -> tuple[int, int, str, str]:
    """The weightiest part first; then who has it in most incidents; then by name."""
    first = min(rank for rank, _ in parts)
    held = (incidents for (rank, _), incidents in parts.items() if rank == first)
    return first, -len(set[str]().union(*held)), view.record(actor_id).label, actor_id


def _taken(view: View, parts: Mapping[_Key, set[str]]) -> Iterator[PartTaken]:
    roles = tuple(view.dataset.terms(RoleType).values())
    for (rank, known), incidents in sorted(parts.items()):
        yield PartTaken(roles[rank].label, known, len(incidents))
