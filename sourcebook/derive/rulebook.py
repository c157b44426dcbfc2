"""The rules by which facts are computed, as tables that prose can show: `{{dataset.grades}}`.

A page that explains the rules shows these, so that it cannot say otherwise than they do.
"""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from sourcebook.derive.analysis import AGREEMENTS
from sourcebook.derive.fact import DATASET, Fact
from sourcebook.derive.grade import GRADES, LADDER_VERSION
from sourcebook.derive.matrix import RANGE_RULE, RANGE_VERSION
from sourcebook.models.words import (
    ABSENT,
    CONFIDENCES,
    LIKELIHOODS,
    PRECISIONS,
    READ_WHOLE,
    in_words,
)
from sourcebook.vocabulary import RelationType, built_in

_LABELS = {"single": "one origin"}
"""Where pages use another word than the code."""


def _table(words: str, heads: tuple[str, str], rows: Iterable[tuple[str, str]]) -> Fact:
    return Fact(words, DATASET, "", "as the program has it", table=(heads, *rows))


RULEBOOK: Mapping[str, Fact] = MappingProxyType(
    {
        "absences": _table(
            "four kinds of no value",
            ("word", "meaning"),
            (("0", "counted, and there was nobody or nothing"), *ABSENT.items()),
        ),
        "confidences": _table("confidence", ("word", "what the basis is"), CONFIDENCES.items()),
        "grades": _table(
            f"ladder of grades, version {LADDER_VERSION}", ("grade", "met if"), GRADES.items()
        ),
        "likelihoods": _table(
            "terms of likelihood",
            ("term", "in per cent"),
            LIKELIHOODS.items(),
        ),
        "precisions": _table(
            "how closely a place is known",
            ("word", "meaning"),
            ((in_words(code), words) for code, words in PRECISIONS.items()),
        ),
        "ranges": _table(
            f"range rule, version {RANGE_VERSION}",
            ("rule", "how a range is formed"),
            ((f"range rule, version {RANGE_VERSION}", RANGE_RULE),),
        ),
        "readings": _table("how much was read", ("word", "meaning"), READ_WHOLE.items()),
        "standings": _table(
            "how claims stand",
            ("word", "meaning"),
            ((_LABELS.get(code, code), words) for code, words in AGREEMENTS.items()),
        ),
        "voices": _table(
            "who counts as one voice",
            ("relation", "effect"),
            (
                (in_words(term.id), "both count as one origin")
                for term in built_in(RelationType).values()
                if term.one_voice
            ),
        ),
    }
)
"""By the name of the fact."""
