"""Rules about quotations that need no capture: figures in them, their length, translations."""

from collections.abc import Iterator
from dataclasses import dataclass

from sourcebook.derive import Derived
from sourcebook.link import Graph
from sourcebook.load.yaml import ValuePath
from sourcebook.models import Citation, Claim, Source, claims_of
from sourcebook.numbers import primary_language, reads_words
from sourcebook.problems import Problem, quoted
from sourcebook.quotes import (
    counted_by,
    find_quotations,
    is_in_translation,
    missing_value,
    unsupported_words,
    words_of_source,
)

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
    """SB503, SB507, SB509, SB523: what is wrong with quotations as they are written."""
    yield from _left_words(graph)
    for record_id, path in graph.quotation_paths:
        if path[-1] == "quote":
            citation = graph.element_at(record_id, path[:-1])
            if citation.source in graph.unloadable_ids and citation.source not in graph.records:
                continue  # in which language it is written is not known
            language = _language(graph, citation.source)
            one = _QuotingCitation(
                record_id, path, citation, citation.quote, citation.language or language
            )
            yield from (*_figure(graph, one), *_too_long(graph, one), *_translation(graph, one))


def _figure(graph: Graph, one: _QuotingCitation) -> Iterator[Problem]:
    claim = graph.element_at(one.record_id, one.path[:2])
    if not isinstance(claim, Claim):
        return
    counted = counted_by(graph, claim)
    words = words_of_source(one.words)
    lacks = missing_value(counted, claim, one.citation, words, one.language)
    if lacks and not is_in_translation(counted, claim, one.citation, words, one.language):
        message = (
            f"claim '{claim.id}' says {claim.value.text}, but {lacks} is not in "
            f"{quoted(one.words)}: {_way_out(graph, one)}"
        )
        yield graph.problem(one.record_id, one.path, "SB503", message)


def _way_out(graph: Graph, one: _QuotingCitation) -> str:
    """What to do where a figure is not in a quotation."""
    if one.language and not reads_words(primary_language(one.language)):
        name = graph.language.language_name(one.language)
        return (
            f"quote the words that say it; number words in {name} are not read, so that "
            "where they say it in words a translation beside them has to give the figure"
        )
    return (
        "quote the words that say it, write in as what this carrier says where that is something "
        "else, or say in derivation how the value was worked out"
    )


def _left_words(graph: Graph) -> Iterator[Problem]:
    """SB523: figures that none of the words of their carriers has."""
    for record in graph.records.values():
        for index, claim in enumerate(claims_of(record)):
            if _is_given_otherwise(claim):
                languages = {one.source: _language(graph, one.source) for one in claim.cites}
                words = unsupported_words(counted_by(graph, claim), claim, languages)
                if words:
                    yield _left(graph, record.id, index, claim, words)


def _is_given_otherwise(claim: Claim) -> bool:
    """Whether a claim has carriers whose words nothing else compares with its value."""
    others = any(one.as_ is not None for one in claim.cites)
    return others and not any(one.quote is not None and one.as_ is None for one in claim.cites)


def _left(
    graph: Graph, record_id: str, index: int, claim: Claim, words: tuple[str, ...]
) -> Problem:
    listed = graph.language.join_list(map(quoted, words))
    message = (
        f"claim '{claim.id}' says {claim.value.text}, and none of its carriers does, in the words "
        f"that are given for them: {listed}; correct the value, or give the words of one that "
        "says it, in quote or as"
    )
    return graph.problem(record_id, ("claims", index, "value"), "SB523", message)


def _language(graph: Graph, source_id: str) -> str:
    source = graph.records.get(source_id)
    return source.language if isinstance(source, Source) else ""


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


def check_captured(graph: Graph, _derived: Derived) -> Iterator[Problem]:
    """SB536: where the dataset demands it, each source that is quoted has a captured text."""
    if not graph.dataset.every_quotation_captured:
        return
    for one in find_quotations(graph):
        for source_id in one.source_ids:
            source = graph.records[source_id]
            if isinstance(source, Source) and source.capture is None:
                message = (
                    f"{quoted(one.quoted_text.words)} cannot be looked up, since no captured text "
                    f"of '{source_id}' is on record, and this dataset demands one: capture it "
                    f"with `python build.py capture {source_id} FILE`"
                )
                yield graph.problem(one.record_id, one.path, "SB536", message, one.line_offset)
