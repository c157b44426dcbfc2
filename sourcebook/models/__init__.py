"""The classes that check records, one to a kind, and the types of their values."""

from sourcebook.models.actor import Actor, Relation
from sourcebook.models.base import (
    ClaimRef,
    Correction,
    Excuse,
    FactRef,
    Mark,
    Markup,
    Model,
    PlainMarkup,
    Quoted,
    Record,
    Ref,
    TermRef,
    prose_fields,
)
from sourcebook.models.dataset import Dataset
from sourcebook.models.episode import Basis, Episode, Judgement
from sourcebook.models.evidence import Citation, Claim, Stated, claims_of
from sourcebook.models.incident import Incident, Override, Response, Role
from sourcebook.models.kinds import KINDS
from sourcebook.models.location import Coordinates, Location
from sourcebook.models.moments import Moment, When
from sourcebook.models.page import HandwrittenPage
from sourcebook.models.passage import Assessment, SealedPassage, WordRange
from sourcebook.models.source import Capture, Source
from sourcebook.models.statuses import Agreement, ClaimStatus
from sourcebook.models.values import Absent, Figure, RawValue, References, Value, Wording

__all__ = [
    "KINDS",
    "Absent",
    "Actor",
    "Agreement",
    "Assessment",
    "Basis",
    "Capture",
    "Citation",
    "Claim",
    "ClaimRef",
    "ClaimStatus",
    "Coordinates",
    "Correction",
    "Dataset",
    "Episode",
    "Excuse",
    "FactRef",
    "Figure",
    "HandwrittenPage",
    "Incident",
    "Judgement",
    "Location",
    "Mark",
    "Markup",
    "Model",
    "Moment",
    "Override",
    "PlainMarkup",
    "Quoted",
    "RawValue",
    "Record",
    "Ref",
    "References",
    "Relation",
    "Response",
    "Role",
    "SealedPassage",
    "Source",
    "Stated",
    "TermRef",
    "Value",
    "When",
    "WordRange",
    "Wording",
    "claims_of",
    "prose_fields",
]
