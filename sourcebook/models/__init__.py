"""The classes that check records, one to a kind, and the types of their values."""

from sourcebook.models.base import (
    ClaimRef,
    Excuse,
    FactRef,
    Mark,
    Markup,
    Model,
    Quoted,
    Record,
    Ref,
)
from sourcebook.models.dataset import Dataset
from sourcebook.models.evidence import SILENT, Citation, Claim, Stated
from sourcebook.models.measures import Measure
from sourcebook.models.moments import Moment, When
from sourcebook.models.records import (
    KINDS,
    Actor,
    Basis,
    Capture,
    Coordinates,
    Episode,
    Incident,
    Judgement,
    Location,
    Page,
    Relation,
    Response,
    Role,
    Source,
)
from sourcebook.models.values import Absent, Figure, Named, Value, Wording

__all__ = [
    "KINDS",
    "SILENT",
    "Absent",
    "Actor",
    "Basis",
    "Capture",
    "Citation",
    "Claim",
    "ClaimRef",
    "Coordinates",
    "Dataset",
    "Episode",
    "Excuse",
    "FactRef",
    "Figure",
    "Incident",
    "Judgement",
    "Location",
    "Mark",
    "Markup",
    "Measure",
    "Model",
    "Moment",
    "Named",
    "Page",
    "Quoted",
    "Record",
    "Ref",
    "Relation",
    "Response",
    "Role",
    "Source",
    "Stated",
    "Value",
    "When",
    "Wording",
]
