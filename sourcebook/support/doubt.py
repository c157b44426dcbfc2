"""Hints at what is denied, supposed or planned in the words of a passage."""

from collections.abc import Iterator

from sourcebook.link import Graph
from sourcebook.models import Absent, Claim, Figure, References
from sourcebook.support.counted import counted_numbers, measure_terms
from sourcebook.support.hint_words import hint_words, match_length
from sourcebook.support.passage_words import PassageWords
from sourcebook.support.terms_in_passage import TermInPassage, counted_by
from sourcebook.vocabulary import Stance

_NEAR = 5
"""How many tokens before a verb a negation or a modal verb belongs to it."""
_BREAKS = frozenset({",", ".", ";", ":", "but", "and", "although", "though"})
_TO = "to"
_RESPONSIBILITY = frozenset({"responsibility", "involvement"})


def doubt_hints(graph: Graph, claim: Claim, passage: PassageWords) -> Iterator[str]:
    """That a passage denies, supposes or plans what a claim says."""
    if isinstance(claim.value, References) or claim.stance is not None:
        yield from _stance_hints(graph, claim, passage)
    elif _is_positive(claim):
        terms = _own_terms(graph, claim, passage)
        if terms:
            yield from _denied(passage, terms)
            yield from _supposed(passage, terms)


def _is_positive(claim: Claim) -> bool:
    """Whether a claim says that there was something."""
    value = claim.value
    if isinstance(value, Absent):
        return False
    return isinstance(value, Figure) and not (value.low == value.high == 0)


def _own_terms(graph: Graph, claim: Claim, passage: PassageWords) -> list[TermInPassage]:
    """The words of a claim's measure: those that its figure belongs to, or else all."""
    terms = measure_terms(graph, passage)
    counted = [counted_by(passage, one, terms) for one in counted_numbers(passage, claim)]
    own = [one for one in counted if one is not None and one.term_id == claim.measure]
    if counted:
        return own
    return [one for one in terms if one.term_id == claim.measure]


def _denied(passage: PassageWords, terms: list[TermInPassage]) -> Iterator[str]:
    found = [_negation(passage, one.at) or _denial(passage, one.at) for one in terms]
    if all(found):
        yield f"“{found[0]}” stands before “{passage.tokens[terms[0].at]}”: the words may deny it"


def _supposed(passage: PassageWords, terms: list[TermInPassage]) -> Iterator[str]:
    found = [_supposition(passage, one.at) for one in terms]
    if all(found):
        word = passage.tokens[terms[0].at]
        yield f"“{found[0]}” stands before “{word}”: it may be supposed or planned"


def _before(passage: PassageWords, at: int) -> list[str]:
    """The tokens right before a place, the nearest first, up to where another thought begins."""
    found: list[str] = []
    for token in reversed(passage.tokens[max(0, at - _NEAR) : at]):
        if token in _BREAKS:
            break
        found.append(token)
    return found


def _negation(passage: PassageWords, at: int) -> str:
    before = _before(passage, at)
    for number, token in enumerate(before):
        negates = match_length((token,), 0, hint_words("negates")) or token.endswith("n't")
        follows = before[number - 1] if number else passage.tokens[at]
        if negates and not match_length((follows,), 0, hint_words("negates_not")):
            return token
    return ""


def _denial(passage: PassageWords, at: int) -> str:
    """What denies the rest of its sentence before a place, or says behind it that it is false."""
    sentence, tokens = passage.sentence(at), passage.tokens
    for place in sentence:
        said = _denied_at(tokens, place) if place < at else ""
        if said:
            return said
        if place > at and match_length(tokens, place, hint_words("untrue")):
            return tokens[place]
    return ""


def _denied_at(tokens: tuple[str, ...], at: int) -> str:
    """The words at a place that deny what follows them."""
    follows = tokens[at + 1 : at + 2]
    if match_length(tokens, at, hint_words("denies")):
        return tokens[at] if match_length(follows, 0, hint_words("denied")) else ""
    if match_length(tokens, at, hint_words("denies_what_follows")):
        return " ".join(tokens[at : at + 2])
    return ""


def _supposition(passage: PassageWords, at: int) -> str:
    before = _before(passage, at)
    for number, token in enumerate(before):
        if match_length((token,), 0, hint_words("supposed")):
            return token
        planned = match_length((token,), 0, hint_words("planned"))
        if planned and number and before[number - 1] == _TO:
            return f"{token} {_TO}"
    return ""


def _stance_hints(graph: Graph, claim: Claim, passage: PassageWords) -> Iterator[str]:
    """That a claimant takes the other stand in the passage."""
    stance = graph.dataset.terms(Stance)[claim.stance or ""]
    if claim.stance is None or stance.is_silent:
        return
    denial = _denial_of_responsibility(passage)
    if not stance.denies and denial:
        yield f"“{denial}” is in the words, and the claim is no denial"
    claimed = _claim_of_responsibility(passage)
    if stance.denies and claimed and not denial:
        yield f"“{claimed}” is in the words, and the claim is a denial"


def _denial_of_responsibility(passage: PassageWords) -> str:
    tokens = passage.tokens
    for at, token in enumerate(tokens):
        rest = tokens[at + 1 : at + 4]
        if match_length(tokens, at, hint_words("denies")) and _RESPONSIBILITY & {*rest}:
            return token
        negated = token in ("not", "nothing") or token.endswith("n't")
        denied = (*hint_words("not_behind"), *hint_words("unsaid"))
        if negated and match_length(rest, 0, denied):
            return f"{token} {rest[0]}"
    return ""


def _claim_of_responsibility(passage: PassageWords) -> str:
    tokens = passage.tokens
    for at in range(len(tokens)):
        near = _RESPONSIBILITY & {*tokens[at + 1 : at + 4]}
        if near and match_length(tokens, at, hint_words("claims_it")):
            return tokens[at]
    return ""
