"""The rules by which facts are computed, as tables that prose can show: `{{dataset.grades}}`.

A page that explains the rules shows these, so that it cannot say otherwise than they do.
"""

from collections.abc import Iterable, Iterator, Mapping

from sourcebook.derive.fact import DATASET, Fact
from sourcebook.derive.grade import LADDER_VERSION
from sourcebook.derive.matrix import RANGE_RULE, RANGE_VERSION
from sourcebook.models import Dataset
from sourcebook.vocabulary import (
    Absence,
    ClaimStatusTerm,
    Confidence,
    GradeTerm,
    Likelihood,
    PlacePrecision,
    Reading,
    RelationType,
    Term,
    plain,
)


def _table(words: str, heads: tuple[str, str], rows: Iterable[tuple[str, str]]) -> Fact:
    return Fact(words, DATASET, "", "as the program has it", table=(heads, *rows))


def _rows(terms: Iterable[Term]) -> Iterator[tuple[str, str]]:
    return ((term.label, term.definition) for term in terms)


def rulebook(dataset: Dataset) -> Mapping[str, Fact]:
    """The tables by the name of the fact, with the words of a dataset."""
    precisions = dataset.terms(PlacePrecision).values()
    relations = dataset.terms(RelationType).values()
    statuses = dataset.terms(ClaimStatusTerm).values()
    likelihoods = dataset.terms(Likelihood).values()
    return {
        "absences": _table(
            "four kinds of no value",
            ("word", "meaning"),
            (
                ("0", "counted, and there was nobody or nothing"),
                *_rows(dataset.terms(Absence).values()),
            ),
        ),
        "confidences": _table(
            "confidence",
            ("word", "what the basis is"),
            _rows(dataset.terms(Confidence).values()),
        ),
        "grades": _table(
            f"ladder of grades, version {LADDER_VERSION}",
            ("grade", "met if"),
            _rows(dataset.terms(GradeTerm).values()),
        ),
        "likelihoods": _table(
            "terms of likelihood",
            ("term", "in per cent"),
            ((term.label, term.percent) for term in likelihoods),
        ),
        "precisions": _table(
            "how closely a place is known",
            ("word", "meaning"),
            ((plain(term.id), term.definition) for term in precisions),
        ),
        "ranges": _table(
            f"range rule, version {RANGE_VERSION}",
            ("rule", "how a range is formed"),
            ((f"range rule, version {RANGE_VERSION}", RANGE_RULE),),
        ),
        "readings": _table(
            "how much was read",
            ("word", "meaning"),
            ((term.id, term.definition) for term in dataset.terms(Reading).values()),
        ),
        "standings": _table(
            "how claims stand",
            ("word", "meaning"),
            _rows(term for term in statuses if not term.is_outdated),
        ),
        "voices": _table(
            "who counts as one voice",
            ("relation", "effect"),
            ((plain(term.id), "both count as one origin") for term in relations if term.one_voice),
        ),
    }
