"""Prose cannot drift: what the records can say is looked up in them, not typed."""

import re
from collections.abc import Iterator

from sourcebook.checks.find_typed import (
    DATE,
    FIGURE,
    RANK,
    VAGUE,
    Typed,
    find_typed,
    may_hold_typed,
)
from sourcebook.checks.hints import Hints
from sourcebook.checks.passages import Passage, problem_in_passage
from sourcebook.markdown import Mention
from sourcebook.models import Episode
from sourcebook.problems import Problem, quoted

_IN_EPISODES = {FIGURE: "SB601", DATE: "SB602", RANK: "SB603", VAGUE: "SB604"}
_ELSEWHERE = {FIGURE: "SB605", DATE: "SB605", RANK: "SB606", VAGUE: "SB606"}
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
_TOKEN = re.compile(r"[\w'’/-]*")


def check_typed(hints: Hints, passage: Passage) -> Iterator[Problem]:
    """SB601 to SB606: no figure, date, rank or vague count is typed in a sentence."""
    if may_hold_typed(passage.text, passage.tokens):
        for one in find_typed(passage.own_words):
            if not _is_exempt(hints, passage, one):
                yield _problem(hints, passage, one)


def _is_exempt(hints: Hints, passage: Passage, one: Typed) -> bool:
    """Whether it is part of a name, or says what a fact says where no fact is allowed."""
    if _is_article(hints, passage, one) or (one.kind == RANK and passage.path == ("title",)):
        return True
    part, _ = passage.part_at(one.start)
    if isinstance(part, Mention):
        record = hints.graph.records.get(part.id)
        if record is None or one.text in record.label or hints.facts_say([part.id], one.key):
            return True
    if passage.plain and hints.facts_say(hints.linked_ids(passage.record), one.key):
        return True
    return hints.is_name(passage.text, one.start, one.end)


def _is_article(hints: Hints, passage: Passage, one: Typed) -> bool:
    """Whether "one" hardly counts: outside episodes, where no claim at hand says so."""
    written = one.text.lower() == "one" and not isinstance(passage.record, Episode)
    return written and not hints.is_claimed(passage, one.key)


def _problem(hints: Hints, passage: Passage, one: Typed) -> Problem:
    codes = _IN_EPISODES if isinstance(passage.record, Episode) else _ELSEWHERE
    word = _whole_word(passage.text, one) if one.kind == FIGURE else one.text
    message = f"{quoted(word)} is typed: {_advice(hints, passage, one, word)}"
    return problem_in_passage(hints.graph, passage, one.start, codes[one.kind], message)


def _advice(hints: Hints, passage: Passage, one: Typed, word: str) -> str:
    if one.kind == FIGURE and word != one.text:
        return f"if it is a name, mark it [{word}]{{.name}}; else {_IS[FIGURE]}"
    if passage.plain and one.kind in (FIGURE, DATE):
        return (
            "facts are not allowed in this field, and none of the records that it belongs with "
            "says this: correct it, or leave it out"
        )
    if passage.plain:
        return f"{_IS[one.kind]}: leave it out"
    return _IS[one.kind] + (hints(passage, one.key) or f": {_UNKNOWN[one.kind]}")


def _whole_word(words: str, one: Typed) -> str:
    """The word that a figure is part of: the F-15 of 15."""
    before = _TOKEN.match(words[max(0, one.start - 20) : one.start][::-1])
    after = _TOKEN.match(words, one.end, one.end + 20)
    return (before[0][::-1] if before else "") + one.text + (after[0] if after else "")
