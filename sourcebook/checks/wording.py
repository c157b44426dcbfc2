"""Words of estimation, of certainty and of saying: each only where it is earned.

Likelihood and confidence follow ICD 203 (Analytic Standards), 6.e.(2): see `lexicon`.
"""

import re
from collections.abc import Callable, Iterable, Iterator

from sourcebook.checks import lexicon
from sourcebook.checks.passages import Passage, problem_in_passage
from sourcebook.derive import Derived
from sourcebook.derive.episodes import incident_ids_of
from sourcebook.link import Graph
from sourcebook.models import Episode, Incident
from sourcebook.problems import Problem, quoted
from sourcebook.vocabulary import GradeTerm, RoleType


def terms_in(terms: Iterable[str], after: str = "") -> re.Pattern[str]:
    """What finds any of some terms as whole words, the longest first."""
    longest = sorted(terms, key=len, reverse=True)
    found = "|".join(re.escape(term).replace(r"\ ", r"\s+") for term in longest)
    return re.compile(rf"\b(?:{found})\b{after}", re.I)


LIKELIHOOD = terms_in((*lexicon.LIKELIHOOD, *lexicon.LIKELIHOOD_SECOND))
_CONFIDENCE = terms_in(lexicon.CONFIDENCE)
_SURE = terms_in(lexicon.SURE, r"(?<!established(?=\s(?:in|at|near|by|as|itself)\b))")
_LOADED = terms_in(lexicon.LOADED)
_PASSIVE = re.compile(
    r"\b(?:is|are|was|were|be|been|being|got)\s+(?:\w+ly\s+)?"
    rf"(?P<verb>{'|'.join(lexicon.HARM)})\b",
    re.I,
)
_CLAUSE = re.compile(r"[,;:.!?—–]")
_LOWER = re.compile(r"[^\W\d_]+")
_TRIGGERS = frozenset(
    word
    for term in (
        *lexicon.LIKELIHOOD, *lexicon.LIKELIHOOD_SECOND, *lexicon.CONFIDENCE, *lexicon.SURE,
        *lexicon.LOADED, *lexicon.HARM,
    )
    for word in term.split()
) - {"no", "even", "very", "highly", "almost"}  # fmt: skip
_WordingCheck = Callable[[Graph, Derived, Passage], Iterator[Problem]]


def check_wording(graph: Graph, derived: Derived, passage: Passage) -> Iterator[Problem]:
    """SB611, SB612, SB614, SB615, SB617, SB618: words that say more than the records do."""
    if not _TRIGGERS.isdisjoint(passage.tokens):
        for wording_check in _WORDING_CHECKS:
            yield from wording_check(graph, derived, passage)


def _is_in_judgement(passage: Passage) -> bool:
    """Whether a passage is part of a judgement: what it says, or why."""
    return passage.path[0] == "judgements"


def _likelihood(graph: Graph, _derived: Derived, passage: Passage) -> Iterator[Problem]:
    """SB611, SB612: likelihood outside judgements. SB614: likelihood beside confidence."""
    code = "SB611" if isinstance(passage.record, Episode) else "SB612"
    sure = _CONFIDENCE.search(passage.own_words)
    for match in LIKELIHOOD.finditer(passage.own_words):
        if not _is_in_judgement(passage):
            message = (
                f"{quoted(match[0])} is a degree of likelihood, which only a judgement gives: "
                "quote who says it, write what is known, or make it a judgement"
            )
            yield problem_in_passage(graph, passage, match.start(), code, message)
        if sure is not None:
            message = (
                f"{quoted(match[0])} and {quoted(sure[0])} are in one sentence: how likely a "
                "thing is and how good the grounds for saying so are two things"
            )
            yield problem_in_passage(graph, passage, match.start(), "SB614", message)


def _certainty(graph: Graph, derived: Derived, passage: Passage) -> Iterator[Problem]:
    """SB615: what is called certain is graded so."""
    grades = graph.dataset.terms(GradeTerm)
    for match in _SURE.finditer(passage.own_words):
        if _is_denied(passage.own_words, match.start()):
            continue
        for record_id in incidents_of(graph, passage):
            grade = derived.analyses[record_id].grade
            if grade is not None and not grades[grade.name].is_certain:
                message = (
                    f"{quoted(match[0])} says more than the grade of '{record_id}', which is "
                    f"{grade.name}: write who says it, or leave the word out"
                )
                yield problem_in_passage(graph, passage, match.start(), "SB615", message)
                break


def _is_denied(words: str, place: int) -> bool:
    """Whether the clause before a place denies or doubts."""
    if words[:place].endswith(("n't ", "n’t ")):
        return True
    return not {*lexicon.DENYING}.isdisjoint(_clause_words_before(words, place))


def _clause_words_before(words: str, place: int) -> list[str]:
    """The words of a clause before a place in it."""
    start = max((match.end() for match in _CLAUSE.finditer(words, 0, place)), default=0)
    return _LOWER.findall(words[start:place].lower())


def incidents_of(graph: Graph, passage: Passage) -> list[str]:
    """The incidents that a sentence speaks of; in an episode, all of its where it names none."""
    if isinstance(passage.record, Incident):
        return [passage.record.id]
    named = [
        record_id
        for record_id in passage.record_ids
        if isinstance(graph.records.get(record_id), Incident)
    ]
    if named or not isinstance(passage.record, Episode):
        return named
    return [*incident_ids_of(graph, passage.record.id)]


def _loaded_verbs(graph: Graph, _derived: Derived, passage: Passage) -> Iterator[Problem]:
    """SB617: a verb of saying does not judge what is said."""
    for match in _LOADED.finditer(passage.own_words):
        message = f"{quoted(match[0])} judges what was said: write said, wrote or reported"
        yield problem_in_passage(graph, passage, match.start(), "SB617", message)


def _passive_harm(graph: Graph, derived: Derived, passage: Passage) -> Iterator[Problem]:
    """SB618: where it is contested who did it, a sentence about harm says who says who did."""
    record = passage.record
    if not isinstance(record, Incident):
        return
    why = _why_unsettled(graph, record, derived)
    for match in _PASSIVE.finditer(passage.own_words) if why else ():
        ends = _CLAUSE.search(passage.own_words, match.end())
        rest = passage.own_words[match.end() : ends.start() if ends else None]
        if "by" in _LOWER.findall(rest.lower()):
            continue
        if {*lexicon.NOBODY}.isdisjoint(_clause_words_before(passage.own_words, match.start())):
            message = (
                f"{quoted(match[0])} does not say by whom, and {why}: write who did it according "
                "to whom, or that it is not known"
            )
            yield problem_in_passage(graph, passage, match.start(), "SB618", message)


def _why_unsettled(graph: Graph, incident: Incident, derived: Derived) -> str:
    """Why it is not settled who did it; empty where it is."""
    analysis, roles = derived.analyses[incident.id], graph.dataset.terms(RoleType)
    grades = graph.dataset.terms(GradeTerm)
    if analysis.grade is not None and grades[analysis.grade.name].is_contested:
        return "who did it is contested"
    acted = any(roles[role.role].acts for role in incident.roles)
    named = analysis.attributions or acted
    return "" if named else "nobody is said to have done it"


_WORDING_CHECKS: tuple[_WordingCheck, ...] = (_likelihood, _certainty, _loaded_verbs, _passive_harm)
