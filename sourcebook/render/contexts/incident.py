"""The page of an incident."""

from dataclasses import dataclass, replace

from markupsafe import Markup

from sourcebook.charts import toll
from sourcebook.derive import Attribution, ClaimInScope, Coverage, Grade, Origins, Scope
from sourcebook.load import FileLocation
from sourcebook.maps import map_items_of_incident
from sourcebook.models import Incident, Record, Response, Role
from sourcebook.pages import date_interval_of
from sourcebook.render.contexts.origin_reasons import SharedText, Voice, shared_texts, voices_of
from sourcebook.render.contexts.record import (
    Glance,
    claims_about,
    glance_of,
    mentions_of,
    ordered_scopes,
)
from sourcebook.render.pictures import Pictures, draw_places, svg
from sourcebook.render.view import View
from sourcebook.vocabulary import RoleType


@dataclass(frozen=True, slots=True)
class RoleRow:
    """A role in an incident, and how well it is established that an attacker was one."""

    role: Role
    attribution: Attribution | None


@dataclass(frozen=True, slots=True)
class ResponseRow:
    """A response, and the incident at its other end."""

    response: Response
    other: Incident


@dataclass(frozen=True, slots=True)
class IncidentContext:
    """What `incident.html` reads. `scopes` are all but those of who did it."""

    record: Incident
    attributions: tuple[Attribution, ...]
    grade: Grade
    origins: Origins
    glance: Glance
    roles: tuple[RoleRow, ...]
    responsibility: tuple[Scope, ...]
    scopes: tuple[Scope, ...]
    responds_to: tuple[ResponseRow, ...]
    answered_by: tuple[ResponseRow, ...]
    voices: tuple[Voice, ...]
    shared: tuple[SharedText, ...]
    said_of: tuple[tuple[Record, ClaimInScope], ...]
    mentions: tuple[Record, ...]
    coverage: Coverage
    gaps: tuple[str, ...]
    file: FileLocation


def incident_context(view: View) -> IncidentContext:
    """An incident: who is said to have done it, what answered it, how its voices merge."""
    incident_id = view.page.subject
    record, analysis = view.record_of(Incident, incident_id), view.analysis(incident_id)
    if analysis.grade is None:
        raise ValueError(f"{incident_id} has no grade")
    said_of = claims_about(view, view.backlinks_to(incident_id, "named_in"))
    answers = _answers(view, incident_id)
    shown = {other.id for other, _ in said_of} | {answer.other.id for answer in answers}
    return IncidentContext(
        record=record,
        attributions=analysis.attributions,
        grade=analysis.grade,
        origins=analysis.origins,
        glance=glance_of(view, incident_id),
        roles=tuple(_role(view, role) for role in record.roles),
        responsibility=tuple(s for s in analysis.scopes if s.measure.says_who_attacked),
        scopes=ordered_scopes(s for s in analysis.scopes if not s.measure.says_who_attacked),
        responds_to=tuple(
            ResponseRow(response, view.record_of(Incident, response.incident))
            for response in record.responds_to
        ),
        answered_by=answers,
        voices=voices_of(view, [record]),
        shared=shared_texts(view, view.summary(analysis.origins.reports).shared),
        said_of=said_of,
        mentions=mentions_of(view, incident_id, shown | {record.episode}),
        coverage=view.coverage_of(incident_id),
        gaps=analysis.gaps,
        file=view.file_location(incident_id),
    )


def _role(view: View, role: Role) -> RoleRow:
    if not view.dataset.terms(RoleType)[role.role].attacks:
        return RoleRow(role, None)
    found = (a for a in view.attributions(view.page.subject) if a.actor_id == role.actor)
    return RoleRow(role, next(found, None))


def _answers(view: View, incident_id: str) -> tuple[ResponseRow, ...]:
    found = [
        ResponseRow(response, view.record_of(Incident, link.record_id))
        for link in view.backlinks_to(incident_id, "answered_by")
        if isinstance(response := view.linking_element(link), Response)
    ]
    return tuple(sorted(found, key=lambda row: (date_interval_of(row.other), row.other.id)))


def incident_pictures(view: View) -> Pictures:
    """Where an incident happened, and who gave which toll when."""
    incident_id = view.page.subject
    analysis = view.analysis(incident_id)
    places = map_items_of_incident(view.graph, incident_id, view.url, analysis.claimed_places)
    tolls = tuple(filter(None, (_toll(view, scope) for scope in analysis.scopes)))
    return replace(draw_places(view, places, "Where it happened"), tolls=tolls)


def _toll(view: View, scope: Scope) -> Markup:
    if not scope.measure.harm:
        return Markup("")
    prefix = f"toll-{scope.anchor}"
    return svg(toll.draw(view.graph, view.page.subject, scope, prefix=prefix, href=view.url))
