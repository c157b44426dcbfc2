"""What texts depend on: facts that they state, places that they cite, words and figures in them.

What a stated fact now is stands with the record that it is of, and moves there: a text has its name
alone, so that a change to one record leaves the lines of all others as they are.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from operator import attrgetter

from sourcebook.ledger.published_fact import FactPart, PublishedFact, published_fact, words_of
from sourcebook.link import Graph
from sourcebook.load.yaml import ValuePath
from sourcebook.markdown import Cited, FactUse, Prose, Sentence
from sourcebook.models import claims_of
from sourcebook.quotes import Quotation, find_quotations

_WORD = re.compile(r"\w+(?:[-.,:/–]\w+)*")
_BY_WORDS = frozenset(
    (
        *("title", "summary", "bottom_line", "assumptions", "unknowns", "questions", "judgements"),
        *("corrections", "excused", "grade_override", "names", "variants"),
    )
)
"""The fields whose every word is a fact: what is in them needs no second line."""
TextPath = tuple[str, ValuePath]


def text_facts(graph: Graph) -> Iterator[PublishedFact]:
    """A line for each text: the facts that it states, what it cites, quotes, and types as figures.

    A text is a field with all that it holds, or that of one claim; how often it states a fact
    counts, and the order does not.
    """
    quotations = _quotations(graph)
    found: dict[tuple[str, str], list[FactPart]] = defaultdict(list)
    for (record, path), prose in graph.prose.items():
        if path[0] not in _BY_WORDS:
            parts = _parts(prose, path, quotations.get((record, path), ()))
            found[record, text_field_name(graph, record, path)] += parts
    for (record, name), pieces in found.items():
        yield from published_fact(record, name, sorted(pieces, key=attrgetter("text")))


def _quotations(graph: Graph) -> Mapping[TextPath, list[Quotation]]:
    found: dict[TextPath, list[Quotation]] = defaultdict(list)
    for quotation in find_quotations(graph):
        if quotation.in_prose:
            found[quotation.record_id, quotation.path].append(quotation)
    return found


def _parts(
    prose: Prose, path: ValuePath, quotations: "list[Quotation] | tuple[()]"
) -> Iterator[FactPart]:
    for hole in prose.holes:
        if isinstance(hole, FactUse):
            yield FactPart(f"states {hole.id}.{hole.fact}", path, hole.line)
        elif isinstance(hole, Cited):
            for source, at in hole.items:
                yield FactPart(f"cites {source}" + (f", {at}" if at else ""), path, hole.line)
    for one in quotations:
        words = f"quotes “{words_of(one.quoted_text.words)}” of {', '.join(one.source_ids)}"
        yield FactPart(words, path, one.line_offset)
    yield from _typed_figures(prose, path)


def _typed_figures(prose: Prose, path: ValuePath) -> Iterator[FactPart]:
    """Every figure that is typed, be it in a name."""
    for sentence in (*prose.labels, *prose.sentences):
        for part, line in zip(sentence.parts, sentence.lines, strict=True):
            for figure in _figures(part if isinstance(part, str) else getattr(part, "label", "")):
                yield FactPart(f"types {figure}", path, line)


def _figures(text: str | None) -> list[str]:
    """The words of a text that hold a digit."""
    return [word for word in _WORD.findall(text or "") if any(map(str.isdigit, word))]


def text_field_name(graph: Graph, record_id: str, path: ValuePath) -> str:
    """A path without numbers, which change where something is put before it."""
    steps = [str(step) for step in path if isinstance(step, str)]
    if path[0] == "claims":
        claims = claims_of(graph.records[record_id])
        steps[0] = claims[int(path[1])].id
    return "text" if path == ("body",) else ".".join(steps)


SentencesByFact = Mapping[str, list[tuple[str, ValuePath, Sentence]]]
"""By a fact, `record.name`, every sentence that states it: record, text and sentence."""


def sentences_by_fact(graph: Graph) -> SentencesByFact:
    """The sentences that state facts, by the fact."""
    found: dict[str, list[tuple[str, ValuePath, Sentence]]] = defaultdict(list)
    for (record, path), prose in graph.prose.items():
        for sentence in prose.sentences:
            uses = {f"{p.id}.{p.fact}" for p in sentence.parts if isinstance(p, FactUse)}
            for name in sorted(uses):
                found[name].append((record, path, sentence))
    return found
