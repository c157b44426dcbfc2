"""Judgements: their terms of likelihood, and the claims that they rest on."""

from collections.abc import Iterator

from sourcebook.checks import lexicon
from sourcebook.checks.passages import read_passage
from sourcebook.checks.wording import LIKELIHOOD
from sourcebook.derive import Derived
from sourcebook.language import FOR_EDITORS
from sourcebook.link import Graph
from sourcebook.models import Basis, ClaimStatus, Episode, Judgement
from sourcebook.problems import Problem, quoted
from sourcebook.vocabulary import Likelihood, built_in

_GONE = (ClaimStatus.SUPERSEDED, ClaimStatus.WITHDRAWN)


def check_terms(graph: Graph, _derived: Derived) -> Iterator[Problem]:
    """SB613: a judgement keeps to its one term of likelihood."""
    for episode in graph.all_of(Episode):
        for number, judgement in enumerate(episode.judgements):
            yield from _judgement(graph, episode, number, judgement)


def _judgement(
    graph: Graph, episode: Episode, number: int, judgement: Judgement
) -> Iterator[Problem]:
    """SB613: a judgement uses one term of the first row, that of its field."""
    texts = {field: _own_words(graph, episode, number, field) for field in ("text", "because")}
    used_terms = [_field_term(match[0]) for match in LIKELIHOOD.finditer(texts["text"])]
    if used_terms != [judgement.likelihood]:
        used = FOR_EDITORS.join_list(map(quoted, used_terms)) or "no term of likelihood"
        message = (
            f"the judgement says {used}, and its likelihood is {quoted(judgement.likelihood)}: use "
            "that term, and only that, once"
        )
        yield graph.problem(episode.id, ("judgements", number, "text"), "SB613", message)
    for match in LIKELIHOOD.finditer(texts["because"]):
        if _field_term(match[0]) not in lexicon.LIKELIHOOD:
            message = f"{quoted(match[0])} is of the other row of terms: keep to one row"
            yield graph.problem(episode.id, ("judgements", number, "because"), "SB613", message)


def _own_words(graph: Graph, episode: Episode, number: int, field: str) -> str:
    path = ("judgements", number, field)
    sentences = graph.prose_at(episode.id, *path).sentences
    return " ".join(read_passage(episode, path, sentence).own_words for sentence in sentences)


def _field_term(term: str) -> str:
    """A term as the field has it."""
    words = " ".join(term.lower().split())
    terms = built_in(Likelihood).values()
    return next((term.id for term in terms if words in term.variants), words)


def check_bases(graph: Graph, derived: Derived) -> Iterator[Problem]:
    """SB619: a judgement is read again when the status of a claim that it rests on has changed."""
    for episode in graph.all_of(Episode):
        for number, judgement in enumerate(episode.judgements):
            for index, basis in enumerate(judgement.rests_on):
                message = _outdated_basis_message(
                    basis, derived.claim_status(episode.id, basis.claim)
                )
                if message:
                    path = ("judgements", number, "rests_on", index)
                    yield graph.problem(episode.id, path, "SB619", message)


def _outdated_basis_message(basis: Basis, now: str) -> str:
    """What changed since a judgement was written; empty where nothing did, or nobody knows."""
    if not now or basis.standing == now:
        return ""
    if basis.standing is None:
        said = f"'{basis.claim}' is {now}: read the judgement again, then write standing: {now}"
        return said if now in _GONE else ""
    return (
        f"'{basis.claim}' was {basis.standing} when the judgement was written and is {now} now: "
        f"read the judgement again, then write standing: {now}"
    )
