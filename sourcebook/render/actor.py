"""What an actor's page adds up: its relations both ways, its part in incidents, its words."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import get_args

from sourcebook.link import Link
from sourcebook.models import Actor, Claim, Incident, Record, Relation, Response, Role
from sourcebook.models.words import RoleName
from sourcebook.pages import date_of
from sourcebook.render.view import View
from sourcebook.render.words import RELATIONS

_ROLES = get_args(RoleName)
"""The roles in the order in which a page lists them."""


@dataclass(frozen=True, slots=True)
class Related:
    """A relation as it reads from this actor: `phrase` and then `other`.

    It is written in the record `record_id`, as its relation number `index`.
    """

    phrase: str
    other: str
    relation: Relation
    record_id: str
    index: int


@dataclass(frozen=True, slots=True)
class Said:
    """What an actor said of one record: its claims, and what else it states, in words."""

    record: Record
    claims: tuple[Claim, ...]
    stated: tuple[tuple[str, str], ...]


def relations(view: View, actor: Actor) -> tuple[Related, ...]:
    """Every relation of an actor, its own first, each kind together."""
    own = [
        Related(RELATIONS[r.type][0], r.actor, r, actor.id, index)
        for index, r in enumerate(actor.relations)
    ]
    return (*sorted(own, key=_order), *sorted(_reversed(view, actor.id), key=_order))


def _reversed(view: View, name: str) -> Iterator[Related]:
    for link in view.backlinks_to(name, "related"):
        relation: Relation = view.linking_element(link)
        phrase = RELATIONS[relation.type][1]
        yield Related(phrase, link.record_id, relation, link.record_id, int(link.path[1]))


def _order(related: Related) -> tuple[str, str]:
    return related.phrase, related.other


def roles(view: View, name: str) -> tuple[tuple[str, tuple[tuple[Incident, Role], ...]], ...]:
    """The incidents of an actor by its role in them, each by date."""
    groups: dict[str, list[tuple[Incident, Role]]] = {}
    for link in view.backlinks_to(name, "roles"):
        incident, role = view.record(link.record_id), view.linking_element(link)
        if isinstance(incident, Incident):
            groups.setdefault(role.role, []).append((incident, role))
    ordered = sorted(groups.items(), key=lambda item: _ROLES.index(item[0]))
    return tuple((role, tuple(sorted(found, key=_dated))) for role, found in ordered)


def _dated(pair: tuple[Incident, Role]) -> tuple[str, str]:
    return date_of(pair[0]), pair[0].id


def said(view: View, name: str) -> tuple[Said, ...]:
    """What an actor said, by the record that it speaks of, each claim once."""
    links: dict[str, list[Link]] = {}
    for link in view.backlinks_to(name, "statements"):
        links.setdefault(link.record_id, []).append(link)
    found = (_said(view, record, of) for record, of in links.items())
    return tuple(sorted(found, key=_place))


def _place(said: Said) -> tuple[bool, str, str]:
    """Incidents first, by date."""
    record = said.record
    return not isinstance(record, Incident), date_of(record), record.id


def speakers(view: View, name: str) -> tuple[tuple[Record, int], ...]:
    """Those whose words count as an actor's own, with how many claims each makes."""
    others = view.speakers(name)
    counted = ((view.record(other), len(_claims(view, other))) for other in others)
    return tuple(sorted((pair for pair in counted if pair[1]), key=lambda pair: pair[0].label))


def _claims(view: View, name: str) -> set[tuple[str, int]]:
    links = view.backlinks_to(name, "statements")
    return {(link.record_id, link.claim) for link in links if link.claim is not None}


def _said(view: View, record: str, links: Iterable[Link]) -> Said:
    parts = [view.linking_element(link) for link in links]
    stated = (_stated(view, record, part) for part in parts if not isinstance(part, Claim))
    return Said(
        view.record(record),
        tuple({part.id: part for part in parts if isinstance(part, Claim)}.values()),
        tuple(dict.fromkeys(stated)),
    )


def _stated(view: View, record: str, part: object) -> tuple[str, str]:
    """What a role, a relation or a response says, and the anchor where it stands."""
    if isinstance(part, Role):
        return f"{view.record(part.actor).label} as {view.words(part.role)}", "roles"
    if isinstance(part, Relation):
        names = view.record(record).label, view.record(part.actor).label
        return f"{names[0]} {RELATIONS[part.type][0]} {names[1]}", "relations"
    if isinstance(part, Response):
        return f"It answered “{view.record(part.incident).label}”", "chain"
    return "It is stated there", ""
