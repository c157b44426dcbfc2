"""Rules about quotations that need no capture: figures in them, their length, translations."""

from collections.abc import Iterator
from dataclasses import dataclass

from sourcebook.derive import Derived
from sourcebook.link import Graph
from sourcebook.load.yaml import ValuePath
from sourcebook.models import Citation, Claim, Source
from sourcebook.problems import Problem, quoted
from sourcebook.quotes import missing_value
from sourcebook.vocabulary import Measure

_OWN = "en"
"""The language that translations are written in."""


@dataclass(frozen=True, slots=True)
class _QuotingCitation:
    """A citation that quotes: its path, and the language of its words."""

    record_id: str
    path: ValuePath
    citation: Citation
    words: str
    language: str


def check_quotations(graph: Graph, _derived: Derived) -> Iterator[Problem]:
    """SB503, SB507, SB509: what is wrong with quotations as they are written."""
    for record_id, path in graph.quotation_paths:
        if path[-1] == "quote":
            citation = graph.element_at(record_id, path[:-1])
            source = graph.records.get(citation.source)
            language = source.language if isinstance(source, Source) else ""
            one = _QuotingCitation(
                record_id, path, citation, citation.quote, citation.language or language
            )
            yield from (*_figure(graph, one), *_too_long(graph, one), *_translation(graph, one))


def _figure(graph: Graph, one: _QuotingCitation) -> Iterator[Problem]:
    claim = graph.element_at(one.record_id, one.path[:2])
    if not isinstance(claim, Claim):
        return
    measure = graph.dataset.terms(Measure)[claim.measure]
    lacks = missing_value(measure, claim, one.citation, one.words, one.language)
    if lacks:
        message = (
            f"claim '{claim.id}' says {claim.value.text}, but {lacks} is not in "
            f"{quoted(one.words)}: quote the words that say it, or say in derivation how the value "
            "was worked out"
        )
        yield graph.problem(one.record_id, one.path, "SB503", message)


def _too_long(graph: Graph, one: _QuotingCitation) -> Iterator[Problem]:
    words, most = len(one.words.split()), graph.dataset.quotation_words
    if words > most:
        message = (
            f"the quotation has {words} words, more than the {most} of quotation_words in "
            "dataset.yml: quote what supports the claim and leave out the rest with […]"
        )
        yield graph.problem(one.record_id, one.path, "SB507", message)


def _translation(graph: Graph, one: _QuotingCitation) -> Iterator[Problem]:
    if one.citation.translation is not None and one.language.partition("-")[0] == _OWN:
        message = (
            "a quotation in English has a translation: say in language what it was "
            "translated from, or leave the translation out"
        )
        yield graph.problem(one.record_id, one.path, "SB509", message)
