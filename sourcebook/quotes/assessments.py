"""What a verdict on a passage is bound to: the passage, and what the claim says with it.

    1f0c2a9b-77aa01c3-…    hashes of passage, value, claimant, measure, population and scope

Each is the first 8 hexadecimal digits of a SHA-256, so that it can be said which of them changed.
"""

import json
from collections.abc import Iterator
from hashlib import sha256

from sourcebook.models import Citation, Claim, When
from sourcebook.models.values import raw_value
from sourcebook.quotes.quotation import quoted_text_of

_PARTS = ("the passage", "the value", "the claimant", "the measure", "the population", "the scope")
"""What is hashed, in order, as a message calls it."""
_DIGITS = 8


def bound_to(claim: Claim, citation: Citation) -> str:
    """What a verdict on a citation's passage under a claim is bound to, as it is now."""
    return "-".join(_hash(part) for part in _read_parts(claim, citation))


def changed_parts(claim: Claim, citation: Citation) -> tuple[str, ...]:
    """What is not as it was when a person gave the verdict on a citation; nothing without one."""
    if citation.assessed is None:
        return ()
    then, now = citation.assessed.of.split("-"), bound_to(claim, citation).split("-")
    pairs = zip(_PARTS, then, now, strict=True)
    return tuple(part for part, old, new in pairs if old != new)


def has_passage(citation: Citation) -> bool:
    """Whether a citation quotes or seals words that can be read under its claim."""
    return citation.quote is not None or citation.passage is not None


def _read_parts(claim: Claim, citation: Citation) -> Iterator[object]:
    words = quoted_text_of(citation)
    yield [citation.source, words.words, words.prefix, words.suffix]
    yield [raw_value(claim.value), citation.as_, claim.stance, claim.derivation]
    yield sorted(claim.by)
    yield claim.measure
    yield claim.of
    yield [sorted(claim.covers), _text(claim.period), _text(claim.as_of), claim.zone]


def _text(date: When | None) -> str | None:
    return None if date is None else date.text


def _hash(part: object) -> str:
    data = json.dumps(part, ensure_ascii=False, sort_keys=True).encode()
    return sha256(data).hexdigest()[:_DIGITS]
