"""The evidence inside a record: citations, claims, and who states a role or a link."""

from typing import Annotated

from pydantic import Field, PlainSerializer, PlainValidator, model_validator

from sourcebook.models.base import (
    ClaimRef,
    Id,
    Lang,
    Model,
    OneOrMore,
    ProseText,
    Quoted,
    Ref,
    TermRef,
    Text,
)
from sourcebook.models.comparison import with_comparison
from sourcebook.models.passage import Assessment, SealedPassage
from sourcebook.models.statuses import ClaimStatus
from sourcebook.models.values import RawValue, Value, as_written, raw_value, read_value
from sourcebook.models.when import Date
from sourcebook.models.zones import ZoneName
from sourcebook.vocabulary import Measure, Population, Stance


class Citation(Model):
    """Who carries a statement, and where in it: a source, a locator, and the words quoted.

    `prefix` and `suffix` are the words right before and after those quoted, where these occur
    twice; `language` is that of the quotation, where it is not the source's.
    `passage` stands in the place of `quote` where the words are not reproduced.
    `assessed` is what a person found who read the passage under its claim.
    `as_` is the value as the carrier gives it, where that differs from the claim's own.
    `compared_by` and `compared_on` name who compared words that a machine read with the picture or
    recording, and the day.
    """

    source: Annotated[str, Ref("source", "citations")]
    at: Text | None = None
    quote: Annotated[Text | None, Quoted()] = None
    passage: SealedPassage | None = None
    prefix: Text | None = None
    suffix: Text | None = None
    language: Lang | None = None
    translation: Text | None = None
    as_: Text | None = Field(default=None, alias="as")
    compared_by: Text | None = None
    compared_on: Date | None = None
    assessed: Assessment | None = None
    note: ProseText | None = None

    @model_validator(mode="after")
    def _compared_by_somebody_at_some_time(self) -> "Citation":
        return with_comparison(self)


Claimants = Annotated[
    tuple[Annotated[str, Ref("actor", "statements")], ...], OneOrMore, Field(min_length=1)
]
Citations = Annotated[tuple[Citation, ...], Field(min_length=1)]


class Stated(Model):
    """Something that somebody says: by whom, carried by what; or an inference of the editor."""

    by: Annotated[tuple[Annotated[str, Ref("actor", "statements")], ...], OneOrMore] = ()
    cites: tuple[Citation, ...] = ()
    inferred: bool = False
    note: ProseText | None = None


class Claim(Model):
    """What a claimant says of the record that holds the claim.

    `covers` names other incidents whose harm the same figure includes; `period` is the time that
    a figure counts over, where it is not the event itself; `zone` is the IANA zone in whose
    calendar a date is given, where that is not the dataset's own. `derivation` says how the value
    was worked out, where it is not in what is quoted.

    `value` is as written until the record is linked: what it says depends on the measure, and which
    measures there are on the dataset.
    """

    id: Id
    by: Claimants
    measure: Annotated[str, TermRef(Measure)]
    of: Annotated[str, TermRef(Population)] | None = None
    value: Annotated[Value, PlainValidator(as_written), PlainSerializer(raw_value)]
    stance: Annotated[str, TermRef(Stance)] | None = None
    said: Date | None = None
    as_of: Date | None = None
    period: Date | None = None
    zone: ZoneName | None = None
    cites: Citations
    derivation: Text | None = None
    status: ClaimStatus = ClaimStatus.ACCEPTED
    supersedes: Annotated[str, ClaimRef()] | None = None
    covers: tuple[Annotated[str, Ref("incident", "covered_by")], ...] = ()
    note: ProseText | None = None

    def read(self, measure: Measure) -> "Claim":
        """The claim with its value read as a measure asks; itself where it was read already.

        Raises:
            PydanticCustomError: `bad_figure`, `min_above_max`, `bad_date` or `bad_value`.
        """
        if not isinstance(self.value, RawValue):
            return self
        return self.model_copy(update={"value": read_value(self.value, measure)})


def claims_of(record: Model) -> tuple[Claim, ...]:
    """The claims that are written in a record; none where its kind has none."""
    claims: tuple[Claim, ...] = getattr(record, "claims", ())
    return claims
