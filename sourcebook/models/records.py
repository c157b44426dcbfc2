"""The kinds of record: one class each, and the table of them."""

from typing import Annotated, ClassVar, Literal

from pydantic import BeforeValidator, Field, model_validator

from sourcebook.models.base import ClaimRef, FactRef, Lang, Model, Prosaic, Record, Ref, Text
from sourcebook.models.evidence import Citation, Claim, Stated
from sourcebook.models.refusals import refusal
from sourcebook.models.when import Date
from sourcebook.models.words import (
    ActorKind,
    ClaimStanding,
    Confidence,
    DerivedRelation,
    EventType,
    GradeName,
    Likelihood,
    LocationKind,
    PlacePrecision,
    RelationType,
    RoleName,
    SourceStatus,
    SourceType,
)

Url = Annotated[str, Field(pattern=r"^https?://[^\s/]+\S*$", max_length=2000)]
Names = Annotated[dict[Lang, Text], Field(min_length=1)]


class Role(Stated):
    """What an actor was in an incident, and who says so."""

    actor: Annotated[str, Ref("actor", "roles")]
    role: RoleName


class Response(Stated):
    """An earlier incident that this one answered, and who says so."""

    incident: Annotated[str, Ref("incident", "answered_by")]


class Override(Model):
    """A grade that an editor sets against the computed one: which, who, when and why."""

    grade: GradeName
    by: Text
    date: Date
    why: Prosaic


class Incident(Record):
    """One event at one place and time, with every claim about it."""

    kind: ClassVar[str] = "incident"
    folder: ClassVar[str] = "incidents"

    title: Text
    summary: Text | None = None
    type: EventType
    date: Date
    location: Annotated[str, Ref("location", "incidents")]
    location_precision: PlacePrecision
    episode: Annotated[str, Ref("episode", "incidents")] | None = None
    responds_to: tuple[Response, ...] = ()
    roles: tuple[Role, ...] = ()
    claims: tuple[Claim, ...] = ()
    grade_override: Override | None = None


class Relation(Stated):
    """How one actor stands to another, and who says so."""

    type: RelationType
    actor: Annotated[str, Ref("actor", "related")]
    since: Date | None = None
    until: Date | None = None

    @model_validator(mode="after")
    def _in_order(self) -> "Relation":
        if self.since and self.until and self.until.latest < self.since.earliest:
            message = f"it ends ({self.until}) before it begins ({self.since})"
            raise refusal("end_before_start", message)
        return self


class Named(Record):
    """A record that is called by its names, the English one first."""

    names: Names
    variants: tuple[Text, ...] = ()

    @property
    def label(self) -> str:
        """The English name, or the first one there is."""
        return self.names.get("en") or next(iter(self.names.values()))


class Actor(Named):
    """A person, organisation or collective that acts, claims or is claimed about."""

    kind: ClassVar[str] = "actor"
    folder: ClassVar[str] = "actors"

    type: ActorKind
    summary: Text | None = None
    relations: tuple[Relation, ...] = ()
    claims: tuple[Claim, ...] = ()
    wikidata: Annotated[str, Field(pattern=r"^Q[1-9]\d*$")] | None = None


class Coordinates(Model):
    """A point in WGS 84 degrees, the radius in metres that it may be off by, and who gives it."""

    lat: Annotated[float, Field(ge=-90, le=90)]
    lon: Annotated[float, Field(ge=-180, le=180)]
    uncertainty_m: Annotated[int, Field(gt=0, le=5_000_000)]
    cites: Annotated[tuple[Citation, ...], Field(min_length=1)]
    note: Prosaic | None = None


class Near(Model):
    """Where only this is known: a place it lies near, how far off in metres and which way."""

    location: Annotated[str, Ref("location", "nearby")]
    distance_m: Annotated[int, Field(gt=0, le=5_000_000)]
    direction: Text | None = None
    cites: Annotated[tuple[Citation, ...], Field(min_length=1)]
    note: Prosaic | None = None


class Location(Named):
    """A place: its names, what it lies in, and where, as far as that was read."""

    kind: ClassVar[str] = "location"
    folder: ClassVar[str] = "locations"

    type: LocationKind
    summary: Text | None = None
    within: Annotated[str, Ref("location", "contains")] | None = None
    coordinates: Coordinates | None = None
    rival_coordinates: tuple[Coordinates, ...] = ()
    near: Near | None = None
    geonames: Annotated[int, Field(gt=0)] | None = None
    wikidata: Annotated[str, Field(pattern=r"^Q[1-9]\d*$")] | None = None
    iso_3166: Annotated[str, Field(pattern=r"^[A-Z]{2}(-[A-Z0-9]{1,3})?$")] | None = None
    claims: tuple[Claim, ...] = ()


class Derivation(Model):
    """Another source that this one goes back to, and how."""

    source: Annotated[str, Ref("source", "derivatives")]
    relation: DerivedRelation
    note: Prosaic | None = None


Sha256 = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]


class Capture(Model):
    """A source's text as it was captured, named by the SHA-256 of its bytes; and when that was.

    `original` is the SHA-256 of the file that the text was taken from, `media_type` its kind.
    """

    sha256: Sha256
    captured: Date
    original: Sha256 | None = None
    media_type: Annotated[str, Field(pattern=r"^[a-z]+/[a-z0-9.+-]+$")] | None = None


class Source(Record):
    """A published text, picture or dataset, and how much of it the editor has read.

    `issued_by` is the actor whose own voice it is; `parts` is false for what has no parts to
    point into (a short post, a single picture).
    """

    kind: ClassVar[str] = "source"
    folder: ClassVar[str] = "sources"

    title: Text
    publisher: Text
    issued_by: Annotated[str, Ref("actor", "published")] | None = None
    author: tuple[Text, ...] = ()
    published: Date | None = None
    type: SourceType
    language: Lang
    url: Url | None = None
    archive: Url | None = None
    accessed: Date | None = None
    read: Literal["whole", "opening", "part", "none"]
    read_note: Prosaic | None = None
    parts: bool = True
    copy_of: Annotated[str, Ref("source", "copies")] | None = None
    derived_from: tuple[Derivation, ...] = ()
    status: SourceStatus = "live"
    status_date: Date | None = None
    status_note: Prosaic | None = None
    capture: Capture | None = None
    note: Prosaic | None = None


def _basis(value: object) -> object:
    """A claim's name stands for a basis whose standing was not written down."""
    return {"claim": value} if isinstance(value, str) else value


class Basis(Model):
    """A claim that a judgement rests on, and how it stood when the judgement was written.

    `claim` is `record.claim`.
    """

    claim: Annotated[str, ClaimRef()]
    standing: ClaimStanding | None = None


class Judgement(Model):
    """What the editor concludes, in ICD 203 words, and the claims that it rests on.

    Each of `rests_on` is a basis, or `record.claim` alone.
    """

    text: Prosaic
    likelihood: Likelihood
    confidence: Confidence
    because: Prosaic
    rests_on: Annotated[tuple[Annotated[Basis, BeforeValidator(_basis)], ...], Field(min_length=1)]


class Question(Model):
    """A contested point of an episode, and the places where its positions stand.

    Each of `see` is `record.measure` or `record.measure.population`, as in `{{record.fact}}`.
    """

    ask: Text
    see: Annotated[tuple[Annotated[str, FactRef()], ...], Field(min_length=1)]
    note: Prosaic | None = None


class Episode(Record):
    """A chain of incidents that is reported on as one, and the briefing about it."""

    kind: ClassVar[str] = "episode"
    folder: ClassVar[str] = "episodes"

    title: Text
    summary: Text
    marking: Literal["TLP:RED", "TLP:AMBER+STRICT", "TLP:AMBER", "TLP:GREEN", "TLP:CLEAR"]
    as_of: Date
    cut_off: Date
    bottom_line: Annotated[tuple[Prosaic, ...], Field(min_length=1)]
    key_figures: tuple[Annotated[str, FactRef()], ...] = ()
    questions: tuple[Question, ...] = ()
    judgements: tuple[Judgement, ...] = ()
    assumptions: tuple[Prosaic, ...] = ()
    unknowns: tuple[Prosaic, ...] = ()
    claims: tuple[Claim, ...] = ()


class Page(Record):
    """A text written by hand, such as About."""

    kind: ClassVar[str] = "page"
    folder: ClassVar[str] = "pages"

    title: Text
    summary: Text | None = None

    @model_validator(mode="after")
    def _has_text(self) -> "Page":
        if not self.body.strip():
            raise refusal("empty_page", "a page has a text below its fields, and this one has none")
        return self


KINDS: dict[str, type[Record]] = {
    model.kind: model for model in (Incident, Actor, Location, Source, Episode, Page)
}
"""Every kind of record by its name, in the order in which the site shows them."""
