"""All hints that a passage may not say what its claim says."""

from collections.abc import Iterator
from dataclasses import dataclass

from sourcebook.link import Graph
from sourcebook.models import Citation, Claim, Record, Source
from sourcebook.support.counted import measure_hints, population_hints
from sourcebook.support.doubt import doubt_hints
from sourcebook.support.passage_words import PassageWords
from sourcebook.support.speakers import ActorNames, speaker_hints
from sourcebook.support.times import time_hints

_READ = "en"
"""The language in which words are read."""


@dataclass(frozen=True, slots=True)
class Hint:
    """What a machine saw in a passage; `of_speaker` is whether it is about who says it."""

    message: str
    of_speaker: bool = False


def hints_of(names: ActorNames, record: Record, claim: Claim, words: str) -> Iterator[Hint]:
    """What in the English words of a passage may not fit the claim that it is cited for."""
    graph, passage = names.graph, PassageWords(words)
    for message in speaker_hints(names, claim, passage):
        yield Hint(message, of_speaker=True)
    for found in (
        measure_hints(graph, claim, passage),
        population_hints(graph, claim, passage),
        doubt_hints(graph, claim, passage),
        time_hints(graph, record, claim, passage),
    ):
        yield from map(Hint, found)


def english_words(graph: Graph, citation: Citation) -> str:
    """The English words of a citation, quoted or translated; empty where there are none."""
    source = graph.records.get(citation.source)
    language = citation.language or (source.language if isinstance(source, Source) else "")
    own = language.partition("-")[0] == _READ
    return (citation.quote if own else citation.translation) or ""
