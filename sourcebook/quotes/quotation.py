"""Every quotation of a dataset: in the fields of citations, and in prose that cites."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from sourcebook.link import Graph
from sourcebook.load.yaml import ValuePath
from sourcebook.models import Citation, Claim, SealedPassage, Source, claims_of
from sourcebook.quotes.prose_quotations import ProseQuotations
from sourcebook.quotes.sealed_passage import seal_text
from sourcebook.quotes.source_text import QuotedText
from sourcebook.vocabulary import Measure

_FOLD = re.compile(r"[ \t\n]+")


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words that are said to be in a source, or in one of several; and where they are quoted.

    `field_name` is the path without numbers, `line_offset` how many lines down in a text; `claim`
    is the claim of a citation that quotes nothing, whose figure has to be in the source. `passage`
    is what is looked up where the words are sealed, and `claim` then the one that it is cited for.
    `cited` is whether its sources are cited for it, and not for its record as a whole.
    """

    record_id: str
    path: ValuePath
    field_name: str
    source_ids: tuple[str, ...]
    quoted_text: QuotedText
    line_offset: int = 0
    claim: Claim | None = None
    passage: SealedPassage | None = None
    cited: bool = True

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
    yield from _in_prose(graph)
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


def _in_prose(graph: Graph) -> Iterator[Quotation]:
    for found in ProseQuotations(graph):
        if found.source_ids:
            place, words = _field_name(graph, found.record_id, found.path), QuotedText(found.words)
            one = Quotation(found.record_id, found.path, place, found.source_ids, words, found.line)
            yield replace(one, cited=found.cited)


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
