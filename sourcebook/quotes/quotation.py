"""Every quotation of a dataset: in the fields of citations, and in prose that cites."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from sourcebook.link import Graph
from sourcebook.load.yaml import ValuePath
from sourcebook.markdown import Cited, Mention, Part, Sentence
from sourcebook.models import Citation, Claim, SealedPassage, Source, claims_of
from sourcebook.quotes.sealed_passage import seal_text
from sourcebook.quotes.source_text import QuotedText
from sourcebook.vocabulary import Measure

_MARKED = re.compile('“([^“”]+)”|«([^«»]+)»|"([^"]+)"')
_WORD = re.compile(r"\w+")
_FEWEST_WORDS = 3
"""Fewer words between quotation marks may be a name, or a word held at arm's length."""
_FOLD = re.compile(r"[ \t\n]+")
_OWN_LANGUAGE = "en"
"""What the prose of records is written in: the words of other languages are translated in it."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words that are said to be in a source, or in one of several; and where they are quoted.

    `field_name` is the path without numbers, `line_offset` how many lines down in a text; `claim`
    is the claim of a citation that quotes nothing, whose figure has to be in the source. `passage`
    is what is looked up where the words are sealed, and `claim` then the one that it is cited for.
    """

    record_id: str
    path: ValuePath
    field_name: str
    source_ids: tuple[str, ...]
    quoted_text: QuotedText
    line_offset: int = 0
    claim: Claim | None = None
    passage: SealedPassage | None = None

    @property
    def is_figure(self) -> bool:
        """Whether it is only a figure, which nobody quotes."""
        return self.claim is not None and self.passage is None

    @property
    def words_looked_for(self) -> QuotedText:
        """What is looked for; of a sealed passage without the value that has to be in it."""
        return self.quoted_text if self.passage is None else QuotedText(seal_text(self.passage))

    @property
    def in_prose(self) -> bool:
        """Whether it is in a text, and not in a field of its own."""
        return self.claim is None and self.passage is None and self.path[-1] != "quote"


def quoted_text_of(citation: Citation) -> QuotedText:
    """What a citation quotes or seals; how its lines are broken does not matter."""
    if citation.quote is None and citation.passage is not None:
        return QuotedText(seal_text(citation.passage))
    fields = (citation.quote, citation.prefix, citation.suffix)
    return QuotedText(*(_FOLD.sub(" ", text or "") for text in fields))


def find_quotations(graph: Graph) -> Iterator[Quotation]:
    """Every quotation, and every cited figure of a captured source that is not quoted."""
    for name, path in graph.quotation_paths:
        if path[-1] == "quote":
            yield from _in_citation(graph, name, path)
        elif path[-2:] == ("passage", "sha256"):
            yield from _sealed(graph, name, path)
        else:
            yield from _in_prose(graph, name, path)
    yield from _unquoted_figures(graph)


def _in_citation(graph: Graph, record_id: str, path: ValuePath) -> Iterator[Quotation]:
    citation = graph.element_at(record_id, path[:-1])
    if isinstance(graph.records.get(citation.source), Source):  # or it has a problem already
        words = quoted_text_of(citation)
        yield Quotation(
            record_id, path, _field_name(graph, record_id, path), (citation.source,), words
        )


def _sealed(graph: Graph, record_id: str, path: ValuePath) -> Iterator[Quotation]:
    citation, holder = graph.element_at(record_id, path[:-2]), graph.element_at(record_id, path[:2])
    if citation.quote is None and isinstance(graph.records.get(citation.source), Source):
        claim = holder if isinstance(holder, Claim) else None
        words = seal_text(citation.passage, _sought_value(graph, claim, citation))
        place, sources = _field_name(graph, record_id, path[:-2]), (citation.source,)
        yield Quotation(
            record_id,
            path,
            place,
            sources,
            QuotedText(words),
            claim=claim,
            passage=citation.passage,
        )


def _sought_value(graph: Graph, claim: Claim | None, citation: Citation) -> str:
    """The value that has to be in the words of a sealed passage; empty where none has to."""
    if claim is None or claim.derivation is not None:
        return ""
    figured = graph.dataset.terms(Measure)[claim.measure].kind in ("figure", "date")
    return (citation.as_ or claim.value.text) if figured else ""


def _field_name(graph: Graph, record_id: str, path: ValuePath) -> str:
    """A path without numbers, which change where something is put before it."""
    steps = [str(step) for step in path if isinstance(step, str) and step not in ("cites", "quote")]
    if path[0] == "claims":
        steps.insert(1, graph.element_at(record_id, path[:2]).id)
    return ".".join(steps)


def _in_prose(graph: Graph, record_id: str, path: ValuePath) -> Iterator[Quotation]:
    field_name = _field_name(graph, record_id, path)
    for sentence in graph.prose_at(record_id, *path).sentences:
        source_ids = tuple(_source_ids(graph, sentence))
        for words, line in _quoted_words(sentence) if source_ids else ():
            yield Quotation(record_id, path, field_name, source_ids, QuotedText(words), line)


def _source_ids(graph: Graph, sentence: Sentence) -> list[str]:
    """The ids of the sources that a sentence cites and that its words can be from, each once."""
    source_ids = dict.fromkeys(name for cited in sentence.citations for name, _ in cited.items)
    return [name for name in source_ids if _same_language(graph, name)]


def _same_language(graph: Graph, source_id: str) -> bool:
    source = graph.records.get(source_id)
    return isinstance(source, Source) and source.language.partition("-")[0] == _OWN_LANGUAGE


def _quoted_words(sentence: Sentence) -> Iterator[tuple[str, int]]:
    """What is between quotation marks in a sentence, and the line on which it begins."""
    texts = [_part_text(part) for part in sentence.parts]
    starts = [sum(map(len, texts[:index])) for index in range(len(texts))]
    for match in _MARKED.finditer("".join(texts)):
        words = next(group for group in match.groups() if group is not None).strip()
        if len(_WORD.findall(words)) >= _FEWEST_WORDS and "\0" not in words:
            index = bisect_right(starts, match.start()) - 1
            yield words, sentence.lines[index]


def _part_text(part: Part) -> str:
    """A part of a sentence as it is read; a NUL for what is looked up."""
    if isinstance(part, str):
        return part
    if isinstance(part, Mention):
        return part.label or part.id
    return "" if isinstance(part, Cited) else "\0"


def _unquoted_figures(graph: Graph) -> Iterator[Quotation]:
    captured = {source.id for source in graph.all_of(Source) if source.capture is not None}
    for record in graph.records.values() if captured else ():
        for index, claim in enumerate(claims_of(record)):
            for number, citation in enumerate(
                claim.cites if _states_a_figure(graph, claim) else ()
            ):
                if _quotes_nothing(citation) and citation.source in captured:
                    path = ("claims", index, "cites", number)
                    words = QuotedText(citation.as_ or claim.value.text)
                    place, sources = _field_name(graph, record.id, path), (citation.source,)
                    yield Quotation(record.id, path, place, sources, words, claim=claim)


def _quotes_nothing(citation: Citation) -> bool:
    return citation.quote is None and citation.passage is None


def _states_a_figure(graph: Graph, claim: Claim) -> bool:
    return claim.derivation is None and graph.dataset.terms(Measure)[claim.measure].kind == "figure"
