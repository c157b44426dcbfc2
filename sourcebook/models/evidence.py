"""The evidence inside a record: citations, claims, and who states a role or a link."""

from typing import Annotated, Any, Literal

from pydantic import Field, PlainSerializer, PlainValidator, ValidationInfo, field_validator

from sourcebook.models.base import (
    ClaimRef,
    Id,
    Lang,
    Model,
    OneOrMore,
    Prosaic,
    Quoted,
    Ref,
    Text,
)
from sourcebook.models.refusals import refusal
from sourcebook.models.values import Value, raw_value, read_value
from sourcebook.models.when import Date
from sourcebook.models.zones import ZoneName
from sourcebook.problems import did_you_mean, quoted
from sourcebook.vocabulary import Measure, Population, built_in

Stance = Literal[
    "claims",
    "accepts",
    "attributes",
    "denies",
    "partly_accepts",
    "declines_comment",
    "silent_as_of",
]
"""Where a claimant stands on responsibility (after GTD's claim fields)."""

SILENT = ("declines_comment", "silent_as_of")
"""The stances of who takes none: they neither accuse nor accept nor contradict."""


class Citation(Model):
    """Who carries a statement, and where in it: a source, a locator, and the words quoted.

    `prefix` and `suffix` are the words right before and behind those quoted, where these stand
    twice; `language` is that of the quotation, where it is not the source's.
    `as_` is the value as the carrier gives it, where that differs from the claim's own.
    """

    source: Annotated[str, Ref("source", "citations")]
    at: Text | None = None
    quote: Annotated[Text | None, Quoted()] = None
    prefix: Text | None = None
    suffix: Text | None = None
    language: Lang | None = None
    translation: Text | None = None
    as_: Text | None = Field(default=None, alias="as")
    note: Prosaic | None = None


Claimants = Annotated[
    tuple[Annotated[str, Ref("actor", "statements")], ...], OneOrMore, Field(min_length=1)
]
Citations = Annotated[tuple[Citation, ...], Field(min_length=1)]


class Stated(Model):
    """Something that somebody says: by whom, carried by what; or an inference of the editor."""

    by: Annotated[tuple[Annotated[str, Ref("actor", "statements")], ...], OneOrMore] = ()
    cites: tuple[Citation, ...] = ()
    inferred: bool = False
    note: Prosaic | None = None


class Claim(Model):
    """What a claimant says of the record that holds the claim.

    `covers` names other incidents whose harm the same figure includes; `period` is the time that
    a figure counts over, where it is not the event itself; `zone` is the IANA zone in whose
    calendar a date is given, where that is not the dataset's own. `derivation` says how the value
    was come by, where it does not stand in what is quoted.
    """

    id: Id
    by: Claimants
    measure: str
    of: str | None = None
    value: Annotated[Value, PlainValidator(read_value), PlainSerializer(raw_value)]
    stance: Stance | None = None
    said: Date | None = None
    as_of: Date | None = None
    period: Date | None = None
    zone: ZoneName | None = None
    cites: Citations
    derivation: Text | None = None
    status: Literal["accepted", "superseded", "withdrawn"] = "accepted"
    supersedes: Annotated[str, ClaimRef()] | None = None
    covers: tuple[Annotated[str, Ref("incident", "covered_by")], ...] = ()
    note: Prosaic | None = None

    @field_validator("measure")
    @classmethod
    def _known_measure(cls, name: str, info: ValidationInfo) -> str:
        return _known(name, (info.context or {}).get("measures", built_in(Measure)), "measure")

    @field_validator("of")
    @classmethod
    def _known_population(cls, name: str | None, info: ValidationInfo) -> str | None:
        populations = (info.context or {}).get("populations", built_in(Population))
        return name if name is None else _known(name, populations, "population")


def _known(name: str, known: dict[str, Any], what: str) -> str:
    if name in known:
        return name
    hint = did_you_mean(name, known) or f"; declare it under {what}s in dataset.yml"
    raise refusal("unknown_measure", f"unknown {what} {quoted(name)}{hint}")
