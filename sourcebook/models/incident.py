"""An incident: what happened, when and where, who was what in it, and all claims about it."""

from typing import Annotated, ClassVar

from sourcebook.models.base import (
    Model,
    PlainText,
    ProseText,
    Record,
    Ref,
    TermRef,
    Text,
    TitleText,
)
from sourcebook.models.evidence import Claim, Stated
from sourcebook.models.when import Date
from sourcebook.vocabulary import EventType, GradeTerm, PlacePrecision, RoleType


class Role(Stated):
    """What an actor was in an incident, and who says so."""

    actor: Annotated[str, Ref("actor", "roles")]
    role: Annotated[str, TermRef(RoleType)]


class Response(Stated):
    """An earlier incident that this one answered, and who says so."""

    incident: Annotated[str, Ref("incident", "answered_by")]


class Override(Model):
    """A grade that an editor sets against the computed one: which, who, when and why."""

    grade: Annotated[str, TermRef(GradeTerm)]
    by: Text
    date: Date
    why: ProseText


class OtherIncident(Model):
    """An incident that is like this one and is another, and how that shows."""

    incident: Annotated[str, Ref("incident", "told_apart")]
    why: Text

    @property
    def record_id(self) -> str:
        """The id of the other one."""
        return self.incident


class Incident(Record):
    """One event at one place and time, with every claim about it.

    `not_same_as` tells it apart from an incident of the same place, day and type.
    """

    kind: ClassVar[str] = "incident"
    folder: ClassVar[str] = "incidents"

    title: TitleText
    summary: PlainText | None = None
    type: Annotated[str, TermRef(EventType)]
    date: Date
    location: Annotated[str, Ref("location", "incidents")]
    location_precision: Annotated[str, TermRef(PlacePrecision)]
    episode: Annotated[str, Ref("episode", "incidents")] | None = None
    responds_to: tuple[Response, ...] = ()
    roles: tuple[Role, ...] = ()
    claims: tuple[Claim, ...] = ()
    not_same_as: tuple[OtherIncident, ...] = ()
    grade_override: Override | None = None
