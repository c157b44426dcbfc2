"""Whether a sentence speaks of what a fact is about: its measure, and whom it counts."""

import re

from sourcebook.checks import lexicon
from sourcebook.checks.fact_keys import FactKeys, is_counted
from sourcebook.checks.find_typed import FIGURE, Typed, lower_case_words
from sourcebook.checks.passages import Passage
from sourcebook.checks.stems import same_stem
from sourcebook.derive import Scope
from sourcebook.link import Graph

_NAME = re.compile(r"[a-z]+")
_STOP = re.compile(r"[,;:.!?()—–\ufffc]")
_AHEAD = 60
"""How far behind a figure what it counts is looked for, in characters."""


def fits(
    graph: Graph, facts: FactKeys, named: tuple[str, str], passage: Passage, one: Typed
) -> bool:
    """Whether a typed thing may have been meant for a fact (record and name) that says the same."""
    record_id, fact = named
    if one.kind != FIGURE:
        return not fact.endswith((".said", ".as-of")) or _speaks(passage, lexicon.REPORTING)
    scope = facts.scope_of(record_id, fact)
    if scope is None or is_counted(facts.derived.facts(record_id)[fact]):
        last = fact.rpartition(".")[2]
        return _speaks(passage, (*_NAME.findall(last), *lexicon.FACT_WORDS.get(fact, ())))
    about = _measure_words(scope)
    return _speaks(passage, about) and _counts(graph, scope, passage, one, about)


def _speaks(passage: Passage, words: tuple[str, ...]) -> bool:
    return any(same_stem(token, word) for token in passage.tokens for word in words)


def _measure_words(scope: Scope) -> tuple[str, ...]:
    """How a measure is spoken of."""
    label = (word for word in lower_case_words(scope.measure.label) if word not in _EMPTY)
    return (*label, *lexicon.MEASURE_WORDS.get(scope.measure.id, ()))


def _counts(
    graph: Graph, scope: Scope, passage: Passage, one: Typed, about: tuple[str, ...]
) -> bool:
    """Whether what follows a figure is what a scope counts, or nothing but its measure."""
    behind = lower_case_words(_STOP.split(passage.text[one.end : one.end + _AHEAD], maxsplit=1)[0])
    before_verb = []
    for word in behind:
        if any(same_stem(word, each) for each in about) or word in lexicon.COUNTED_VERBS:
            break
        before_verb.append(word)
    whom = lower_case_words(graph.subject("", scope.of)) if scope.of else []
    counted = (*whom, *about, *lexicon.PERSONS)
    return not before_verb or any(
        same_stem(word, each) for word in before_verb for each in counted if each not in _EMPTY
    )


_EMPTY = frozenset(("of", "the", "in", "for", "at", "to", "and", "who", "it", "by", "from", "a"))
"""Words of a label that say nothing of what it counts."""
