"""Prose cannot drift: what the records can say is looked up in them, not typed."""

import re
from collections.abc import Iterator

from sourcebook.checks import lexicon
from sourcebook.checks.find_typed import (
    DATE,
    FIGURE,
    RANK,
    VAGUE,
    Typed,
    find_typed,
    lower_case_words,
    may_hold_typed,
)
from sourcebook.checks.hints import FactGuess, Hints
from sourcebook.checks.passages import Passage, problem_in_passage
from sourcebook.language import FOR_EDITORS
from sourcebook.markdown import Mention
from sourcebook.models import Episode
from sourcebook.problems import Problem, quoted

_IN_EPISODES = {FIGURE: "SB601", DATE: "SB602", RANK: "SB603", VAGUE: "SB604"}
_ELSEWHERE = {FIGURE: "SB605", DATE: "SB605", RANK: "SB606", VAGUE: "SB606"}
_UNBOUND, _UNSAID = "SB620", "SB621"
_IS = {
    FIGURE: "a figure is looked up, not typed",
    DATE: "a date is looked up, not typed",
    RANK: "what comes first or is the greatest changes with the records",
    VAGUE: "a count is a fact, and this one says no number",
}
_UNKNOWN = {
    FIGURE: "write {{record.fact}}, or record the claim that says it",
    DATE: "write {{record.fact}}, or record the claim that says it",
    RANK: "leave it out, or quote who says so",
    VAGUE: "write {{record.fact}}, quote who says so, or leave it out",
}
_HARM = frozenset(
    (*lexicon.HARM, *lexicon.MEASURE_WORDS["killed"], *lexicon.MEASURE_WORDS["wounded"])
)
_TOKEN = re.compile(r"[\w'’/-]*")
_BOTH_AND = re.compile(r"\s+[^,;:.!?]{1,80}?\s(?:and|&)\s", re.I)


def check_typed(hints: Hints, passage: Passage) -> Iterator[Problem]:
    """SB601 to SB606, SB620, SB621: no figure, date, rank or vague count is typed in a sentence."""
    if may_hold_typed(passage.text, passage.tokens):
        for one in find_typed(passage.own_words, every=passage.plain):
            if not _is_exempt(hints, passage, one):
                yield _problem(hints, passage, one)


def _is_exempt(hints: Hints, passage: Passage, one: Typed) -> bool:
    """Whether it is part of a name or of a link that says it, or counts nothing."""
    if passage.plain and one.kind in (FIGURE, DATE):
        return _counts_nothing(passage, one) or hints.names.covers(passage.text, one.start, one.end)
    if _is_article(hints, passage, one) or (one.kind == RANK and passage.path == ("title",)):
        return True
    part, _ = passage.part_at(one.start)
    if isinstance(part, Mention):
        record = hints.graph.records.get(part.id)
        if record is None or one.text in record.label or hints.is_said([part.id], passage, one):
            return True
    return hints.names.covers(passage.text, one.start, one.end)


def _counts_nothing(passage: Passage, one: Typed) -> bool:
    """Whether a number word of a title or summary is no count: "one report", "both A and B"."""
    word = one.text.lower()
    if word == "one":
        behind = lower_case_words(passage.text[one.end : one.end + 60])[:3]
        return any(noun in behind for noun in lexicon.COUNTED_REPORTS)
    return word == "both" and bool(_BOTH_AND.match(passage.text, one.end))


def _is_article(hints: Hints, passage: Passage, one: Typed) -> bool:
    """Whether "one" hardly counts: outside episodes, of no harm, and claimed by nobody here."""
    if one.text.lower() != "one" or isinstance(passage.record, Episode):
        return False
    harm = not _HARM.isdisjoint(passage.tokens)
    if harm and not _counts_nothing(passage, one):
        return False
    return not hints.facts.is_claimed(_records_of(passage), one.key)


def _records_of(passage: Passage) -> tuple[str, ...]:
    """The records that may vouch for a figure: its own, and those that the sentence links to."""
    return (passage.record.id, *passage.record_ids)


def _problem(hints: Hints, passage: Passage, one: Typed) -> Problem:
    word = _whole_word(passage.text, one) if one.kind == FIGURE else one.text
    message = f"{quoted(word)} is typed: {_advice(hints, passage, one, word)}"
    return problem_in_passage(hints.graph, passage, one.start, _code(hints, passage, one), message)


def _code(hints: Hints, passage: Passage, one: Typed) -> str:
    """Which rule is broken: what no record at hand says is an error, what one says a warning."""
    counted = one.kind in (FIGURE, DATE)
    if passage.plain and counted:
        return _UNBOUND
    if isinstance(passage.record, Episode):
        return _IN_EPISODES[one.kind]
    if counted and not hints.is_said(_records_of(passage), passage, one):
        return _UNSAID
    return _ELSEWHERE[one.kind]


def _advice(hints: Hints, passage: Passage, one: Typed, word: str) -> str:
    if one.kind == FIGURE and word != one.text:
        return f"if it is a name, mark it [{word}]{{.name}}; else {_IS[FIGURE]}"
    if one.kind not in (FIGURE, DATE):
        return f"{_IS[one.kind]}: {_UNKNOWN[one.kind]}"
    guesses = hints.guesses(passage, one)
    if not guesses:
        return f"{_IS[one.kind]}: {_UNKNOWN[one.kind]}"
    return f"{_IS[one.kind]}; did you mean {_offer(guesses, one, as_words=passage.plain)}?"


def _offer(guesses: tuple[FactGuess, ...], one: Typed, *, as_words: bool) -> str:
    """The facts that may have been meant, in a title or summary with the words as they are."""
    words = f"|{one.text}" if as_words else ""
    found = (f"{{{{{guess.record_id}.{guess.fact}{words}}}}}" for guess in guesses)
    return FOR_EDITORS.join_list(found, "or")


def _whole_word(words: str, one: Typed) -> str:
    """The word that a figure is part of: the F-15 of 15."""
    before = _TOKEN.match(words[max(0, one.start - 20) : one.start][::-1])
    after = _TOKEN.match(words, one.end, one.end + 20)
    return (before[0][::-1] if before else "") + one.text + (after[0] if after else "")
