"""An actor, and its relations to others."""

from typing import Annotated, ClassVar

from pydantic import Field, model_validator

from sourcebook.models.base import Model, PlainText, Ref, TermRef, Text
from sourcebook.models.evidence import Claim, Stated
from sourcebook.models.named import NamedRecord
from sourcebook.models.value_errors import value_error
from sourcebook.models.when import Date
from sourcebook.vocabulary import ActorType, RelationType


class Relation(Stated):
    """The relation of one actor to another, and who says so."""

    type: Annotated[str, TermRef(RelationType)]
    actor: Annotated[str, Ref("actor", "related")]
    since: Date | None = None
    until: Date | None = None

    @model_validator(mode="after")
    def _in_order(self) -> "Relation":
        if self.since and self.until and self.until.latest < self.since.earliest:
            message = f"it ends ({self.until}) before it begins ({self.since})"
            raise value_error("end_before_start", message)
        return self


class OtherActor(Model):
    """An actor of the same name that is another, and how that shows."""

    actor: Annotated[str, Ref("actor", "told_apart")]
    why: Text

    @property
    def record_id(self) -> str:
        """The id of the other one."""
        return self.actor


class Actor(NamedRecord):
    """A person, organisation or collective that acts, claims or is claimed about.

    `not_same_as` tells it apart from an actor of the same name.
    """

    kind: ClassVar[str] = "actor"
    folder: ClassVar[str] = "actors"

    type: Annotated[str, TermRef(ActorType)]
    summary: PlainText | None = None
    relations: tuple[Relation, ...] = ()
    claims: tuple[Claim, ...] = ()
    not_same_as: tuple[OtherActor, ...] = ()
    wikidata: Annotated[str, Field(pattern=r"^Q[1-9]\d*$")] | None = None
