"""A source: what was published, how much of it was read, and what it is derived from."""

from typing import Annotated, ClassVar

from pydantic import Field, model_validator

from sourcebook.models.base import Lang, Model, ProseText, Record, Ref, TermRef, Text
from sourcebook.models.comparison import with_comparison
from sourcebook.models.moments import When
from sourcebook.models.when import Date
from sourcebook.vocabulary import (
    CaptureExtent,
    CaptureMethod,
    DerivationType,
    Reading,
    SourceStatus,
    SourceType,
)

Url = Annotated[str, Field(pattern=r"^https?://[^\s/]+\S*$", max_length=2000)]


class Derivation(Model):
    """Another source that this one is derived from, and how."""

    source: Annotated[str, Ref("source", "derivatives")]
    relation: Annotated[str, TermRef(DerivationType)]
    note: ProseText | None = None


Sha256 = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]


class Capture(Model):
    """A source's text as it was captured, named by the SHA-256 of its bytes; and when that was.

    `original` is the SHA-256 of the file that the text was taken from, `media_type` its kind, and
    `reader` the name and version of what took it out: the first version where it is not given.
    `holds` is how much of the source is in it. `read_by` is how a picture or a recording became
    text, `confidence` how sure a machine was of that, in per cent on average; `compared_by` who
    compared the text with what it was read from, and `compared_on` when.
    """

    sha256: Sha256
    captured: Date
    original: Sha256 | None = None
    media_type: Annotated[str, Field(pattern=r"^[a-z]+/[a-z0-9.+-]+$")] | None = None
    reader: Annotated[str, Field(pattern=r"^[a-z]+ [1-9][0-9]{0,3}$")] | None = None
    holds: Annotated[str, TermRef(CaptureExtent)] | None = None
    read_by: Annotated[str, TermRef(CaptureMethod)] | None = None
    confidence: Annotated[float, Field(ge=0, le=100)] | None = None
    compared_by: Text | None = None
    compared_on: Date | None = None

    @model_validator(mode="after")
    def _compared_by_somebody_at_some_time(self) -> "Capture":
        return with_comparison(self)


class OtherSource(Model):
    """A source that is like this one and is another, and how that shows."""

    source: Annotated[str, Ref("source", "told_apart")]
    why: Text

    @property
    def record_id(self) -> str:
        """The id of the other one."""
        return self.source


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
    updated: Date | None = None
    type: Annotated[str, TermRef(SourceType)]
    language: Lang
    url: Url | None = None
    archive: Url | None = None
    accessed: Date | None = None
    read: Annotated[str, TermRef(Reading)]
    read_note: ProseText | None = None
    parts: bool = True
    copy_of: Annotated[str, Ref("source", "copies")] | None = None
    derived_from: tuple[Derivation, ...] = ()
    not_same_as: tuple[OtherSource, ...] = ()
    status: Annotated[str, TermRef(SourceStatus)] = "live"
    status_date: Date | None = None
    status_note: ProseText | None = None
    capture: Capture | None = None
    note: ProseText | None = None

    @property
    def last_changed(self) -> When | None:
        """When what can be read in it was there at the latest: updated, or else published."""
        return self.updated or self.published
