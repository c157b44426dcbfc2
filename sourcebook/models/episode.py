"""An episode: the briefing of a chain of incidents."""

from typing import Annotated, ClassVar

from pydantic import BeforeValidator, Field

from sourcebook.models.base import (
    ClaimRef,
    FactRef,
    Model,
    PlainText,
    ProseText,
    Record,
    TermRef,
    TitleText,
)
from sourcebook.models.evidence import Claim
from sourcebook.models.when import Date
from sourcebook.vocabulary import ClaimStatusTerm, Confidence, Likelihood, Marking


def _basis(value: object) -> object:
    """A claim's name alone is a basis whose status was not written down."""
    return {"claim": value} if isinstance(value, str) else value


class Basis(Model):
    """A claim that a judgement rests on, and its status when the judgement was written.

    `claim` is `record.claim`.
    """

    claim: Annotated[str, ClaimRef()]
    standing: Annotated[str, TermRef(ClaimStatusTerm)] | None = None


class Judgement(Model):
    """What the editor concludes, in ICD 203 words, and the claims that it rests on.

    Each of `rests_on` is a basis, or `record.claim` alone.
    """

    text: ProseText
    likelihood: Annotated[str, TermRef(Likelihood)]
    confidence: Annotated[str, TermRef(Confidence)]
    because: ProseText
    rests_on: Annotated[tuple[Annotated[Basis, BeforeValidator(_basis)], ...], Field(min_length=1)]


class Question(Model):
    """A contested point of an episode, and the scopes that hold its positions.

    Each of `see` is `record.measure` or `record.measure.population`, as in `{{record.fact}}`.
    """

    ask: PlainText
    see: Annotated[tuple[Annotated[str, FactRef()], ...], Field(min_length=1)]
    note: ProseText | None = None


class Episode(Record):
    """A chain of incidents that is reported on as one, and the briefing about it."""

    kind: ClassVar[str] = "episode"
    folder: ClassVar[str] = "episodes"

    title: TitleText
    summary: TitleText
    marking: Annotated[str, TermRef(Marking)]
    as_of: Date
    cut_off: Date
    bottom_line: Annotated[tuple[ProseText, ...], Field(min_length=1)]
    key_figures: tuple[Annotated[str, FactRef()], ...] = ()
    questions: tuple[Question, ...] = ()
    judgements: tuple[Judgement, ...] = ()
    assumptions: tuple[ProseText, ...] = ()
    unknowns: tuple[ProseText, ...] = ()
    claims: tuple[Claim, ...] = ()
