"""The words of lists: each a term, a row with its labels and the flags that carry its meaning.

What a word means is asked of its flags and never of the word, so that a new one needs no code. The
built-in rows are the files of `terms/`; a dataset's own come beside them (`Dataset.terms`).
"""

from sourcebook.vocabulary.built_in import VocabularyError, built_in, read_terms
from sourcebook.vocabulary.kinds import (
    BY_NAME,
    VOCABULARIES,
    Absence,
    ActorType,
    CaptureExtent,
    CaptureMethod,
    ClaimStatusTerm,
    Confidence,
    DerivationType,
    EventType,
    GradeTerm,
    Likelihood,
    LocationType,
    Marking,
    Measure,
    MeasureKind,
    PlacePrecision,
    Population,
    Reading,
    RelationType,
    RoleType,
    SourceStatus,
    SourceType,
    Stance,
    Verdict,
)
from sourcebook.vocabulary.term import Term
from sourcebook.vocabulary.vocabulary import T, Vocabulary, plain

__all__ = [
    "BY_NAME",
    "VOCABULARIES",
    "Absence",
    "ActorType",
    "CaptureExtent",
    "CaptureMethod",
    "ClaimStatusTerm",
    "Confidence",
    "DerivationType",
    "EventType",
    "GradeTerm",
    "Likelihood",
    "LocationType",
    "Marking",
    "Measure",
    "MeasureKind",
    "PlacePrecision",
    "Population",
    "Reading",
    "RelationType",
    "RoleType",
    "SourceStatus",
    "SourceType",
    "Stance",
    "T",
    "Term",
    "Verdict",
    "Vocabulary",
    "VocabularyError",
    "built_in",
    "plain",
    "read_terms",
]
