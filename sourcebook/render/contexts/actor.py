"""The page of an actor: its relations both ways, its part in incidents, its words."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from sourcebook.charts import relations
from sourcebook.derive import Attribution, ClaimInScope, Scope
from sourcebook.link import Link
from sourcebook.load import FileLocation
from sourcebook.models import Actor, Claim, Incident, Record, Relation, Response, Role, Source
from sourcebook.pages import date_interval_of
from sourcebook.render.contexts.incident_rows import by_date
from sourcebook.render.contexts.record import claims_about, mentions_of, ordered_scopes
from sourcebook.render.pictures import Pictures, map_of, svg
from sourcebook.render.view import View
from sourcebook.vocabulary import RoleType

"""The roles in the order in which a page lists them."""
_STATED = {"roles": "Who was involved", "relations": "Relation", "chain": "What it answered"}
"""What is stated at an anchor of a record's page."""


@dataclass(frozen=True, slots=True)
class RelationRow:
    """A relation as it reads from this actor: `phrase` and then `other`.

    It is written in the record `record_id`, as its relation number `index`.
    """

    phrase: str
    other: str
    relation: Relation
    record_id: str
    index: int


@dataclass(frozen=True, slots=True)
class PartRow:
    """A role in an incident, and how well it is established that an attacker was one."""

    incident: Incident
    role: Role
    attribution: Attribution | None


@dataclass(frozen=True, slots=True)
class StatedRow:
    """What an actor states otherwise than by a claim: what it is, in words, and its anchor."""

    text: str
    anchor: str
    label: str


@dataclass(frozen=True, slots=True)
class StatementsOn:
    """What an actor said of one record: its claims, and what else it states."""

    record: Record
    claims: tuple[ClaimInScope, ...]
    stated: tuple[StatedRow, ...]


@dataclass(frozen=True, slots=True)
class ActorContext:
    """What `actor.html` reads.

    `speakers` are those whose words count as its own, with how many claims each makes; `published`
    are the sources in its voice.
    """

    record: Actor
    relations: tuple[RelationRow, ...]
    parts: tuple[PartRow, ...]
    statements: tuple[StatementsOn, ...]
    speakers: tuple[tuple[Record, int], ...]
    scopes: tuple[Scope, ...]
    said_of: tuple[tuple[Record, ClaimInScope], ...]
    published: tuple[Source, ...]
    mentions: tuple[Record, ...]
    gaps: tuple[str, ...]
    file: FileLocation


def actor_context(view: View) -> ActorContext:
    """An actor: its relations, its part in incidents, what it said and what is said of it."""
    actor_id = view.page.subject
    record, analysis = view.record_of(Actor, actor_id), view.analysis(actor_id)
    said_of = claims_about(view, view.backlinks_to(actor_id, "named_in"))
    statements, parts = _statements(view, actor_id), _parts(view, actor_id)
    shown = {other.id for other, _ in said_of} | {each.record.id for each in statements}
    published = view.linking_records(actor_id, "published")
    return ActorContext(
        record=record,
        relations=_relations(view, record),
        parts=parts,
        statements=statements,
        speakers=_speakers(view, actor_id),
        scopes=ordered_scopes(analysis.scopes),
        said_of=said_of,
        published=by_date(source for source in published if isinstance(source, Source)),
        mentions=mentions_of(view, actor_id, shown | {part.incident.id for part in parts}),
        gaps=analysis.gaps,
        file=view.file_location(actor_id),
    )


def _relations(view: View, actor: Actor) -> tuple[RelationRow, ...]:
    """Every relation of an actor, its own first, each kind together."""
    own = [
        RelationRow(view.dataset.term_of(r, "type").label, r.actor, r, actor.id, index)
        for index, r in enumerate(actor.relations)
    ]
    return (*sorted(own, key=_order), *sorted(_reversed(view, actor.id), key=_order))


def _reversed(view: View, actor_id: str) -> Iterator[RelationRow]:
    for link in view.backlinks_to(actor_id, "related"):
        relation: Relation = view.linking_element(link)
        phrase = view.dataset.term_of(relation, "type").inverse
        yield RelationRow(phrase, link.record_id, relation, link.record_id, int(link.path[1]))


def _order(row: RelationRow) -> tuple[str, str]:
    return row.phrase, row.other


def _parts(view: View, actor_id: str) -> tuple[PartRow, ...]:
    """The incidents of an actor by its role in them, each by date."""
    found = []
    for link in view.backlinks_to(actor_id, "roles"):
        incident, role = view.record(link.record_id), view.linking_element(link)
        if isinstance(incident, Incident) and isinstance(role, Role):
            found.append(PartRow(incident, role, _attribution(view, incident, role)))
    order = view.dataset.terms(RoleType).order
    return tuple(sorted(found, key=lambda row: _part_order(row, order(row.role.role))))


def _attribution(view: View, incident: Incident, role: Role) -> Attribution | None:
    if not view.dataset.terms(RoleType)[role.role].attacks:
        return None
    return next((a for a in view.attributions(incident.id) if a.actor_id == role.actor), None)


def _part_order(row: PartRow, order: int) -> tuple[int, str, str]:
    return order, date_interval_of(row.incident), row.incident.id


def _statements(view: View, actor_id: str) -> tuple[StatementsOn, ...]:
    """What an actor said, by the record that it speaks of, each claim once."""
    links: dict[str, list[Link]] = {}
    for link in view.backlinks_to(actor_id, "statements"):
        links.setdefault(link.record_id, []).append(link)
    found = (_statements_on(view, record_id, of) for record_id, of in links.items())
    return tuple(sorted(found, key=_statements_order))


def _statements_order(statements: StatementsOn) -> tuple[bool, str, str]:
    """Incidents first, by date."""
    record = statements.record
    return not isinstance(record, Incident), date_interval_of(record), record.id


def _statements_on(view: View, record_id: str, links: Iterable[Link]) -> StatementsOn:
    elements = [view.linking_element(link) for link in links]
    claims = {each.id: each for each in elements if isinstance(each, Claim)}
    stated = (_stated(view, record_id, e) for e in elements if not isinstance(e, Claim))
    return StatementsOn(
        view.record(record_id),
        tuple(view.claim_in_scope(record_id, claim) for claim in claims.values()),
        tuple(dict.fromkeys(stated)),
    )


def _stated(view: View, record_id: str, element: object) -> StatedRow:
    """What a role, a relation or a response says."""
    text, anchor = "It is stated there", ""
    if isinstance(element, Role):
        label = view.record(element.actor).label
        text, anchor = f"{label} as {view.dataset.term_of(element, 'role').label}", "roles"
    if isinstance(element, Relation):
        phrase = view.dataset.term_of(element, "type").label
        text = f"{view.record(record_id).label} {phrase} {view.record(element.actor).label}"
        anchor = "relations"
    if isinstance(element, Response):
        text, anchor = f"It answered “{view.record(element.incident).label}”", "chain"
    return StatedRow(text, anchor, _STATED.get(anchor, "Statement"))


def _speakers(view: View, actor_id: str) -> tuple[tuple[Record, int], ...]:
    """Those whose words count as an actor's own and who make claims, with how many."""
    counted = ((view.record(other), _claim_count(view, other)) for other in view.speakers(actor_id))
    return tuple(sorted((pair for pair in counted if pair[1]), key=lambda pair: pair[0].label))


def _claim_count(view: View, actor_id: str) -> int:
    links = view.backlinks_to(actor_id, "statements")
    return len({(link.record_id, link.claim) for link in links if link.claim is not None})


def actor_pictures(view: View) -> Pictures:
    """An actor among those it is related to, and where its incidents were."""
    actor_id = view.page.subject
    drawn = relations.around(
        view.relations, actor_id, prefix="relations", href=view.url, more="#relations"
    )
    incidents = sorted({link.record_id for link in view.backlinks_to(actor_id, "roles")})
    found = map_of(view, incidents, "Where its incidents were", "#incidents")
    return replace(found, relations=svg(drawn))
