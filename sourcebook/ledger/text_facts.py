"""What texts depend on: facts that they state, places that they cite, figures that are typed."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

from sourcebook.derive import Derived
from sourcebook.ledger.published_fact import FactPart, PublishedFact, published_fact
from sourcebook.link import Graph
from sourcebook.link.marked_values import marked_values
from sourcebook.load.yaml import ValuePath
from sourcebook.markdown import Cited, FactUse, Prose, Sentence
from sourcebook.models import Episode, FactRef, Source, claims_of
from sourcebook.models.named import NamedRecord

_WORD = re.compile(r"\w+(?:[-.,:/–]\w+)*")
_Found = Iterator[tuple[str, str, FactPart]]
"""Record, name of the fact in it, and a piece of that."""


def text_facts(graph: Graph, derived: Derived) -> Iterator[PublishedFact]:
    """Each fact in each text as it now reads there, and each source with the places cited.

    What is typed, and not looked up, counts as far as it has a digit. A text is a field with all
    that it holds, or that of one claim; how often it states a fact counts.
    """
    found: dict[tuple[str, str], list[FactPart]] = defaultdict(list)
    for record, name, piece in (
        *_prose_facts(graph, derived),
        *_plain_figures(graph),
        *_shown_facts(graph, derived),
    ):
        found[record, name].append(piece)
    for (record, name), pieces in found.items():
        yield from published_fact(record, name, pieces)


def _prose_facts(graph: Graph, derived: Derived) -> _Found:
    for (record, path), prose in graph.prose.items():
        where = text_field_name(graph, record, path)
        for name, piece in (*_stated_and_cited(derived, prose, path), *_typed_figures(prose, path)):
            yield record, f"{where} {name}", piece


def _plain_figures(graph: Graph) -> _Found:
    """Figures in fields of words without links and facts."""
    for record in graph.records.values():
        names = list(record.names.values()) if isinstance(record, NamedRecord) else []
        title = "" if isinstance(record, Source) else getattr(record, "title", "")
        plain = {"names": names, "title": [title], "summary": [getattr(record, "summary", "")]}
        for field, some in plain.items():
            for figure in _figures(" ".join(filter(None, some))):
                yield record.id, f"{field} figures", FactPart(figure, (field,))


def _stated_and_cited(
    derived: Derived, prose: Prose, path: ValuePath
) -> Iterator[tuple[str, FactPart]]:
    for hole in prose.holes:
        if isinstance(hole, FactUse):
            words = _fact_text(derived, hole.id, hole.fact)
            yield f"states {hole.id}.{hole.fact}", FactPart(words, path, hole.line)
        elif isinstance(hole, Cited):
            for source, at in hole.items:
                yield f"cites {source}", FactPart(at or "as a whole", path, hole.line)


def _typed_figures(prose: Prose, path: ValuePath) -> Iterator[tuple[str, FactPart]]:
    """Every figure that is typed, be it in a name."""
    for sentence in (*prose.labels, *prose.sentences):
        for part, line in zip(sentence.parts, sentence.lines, strict=True):
            for figure in _figures(part if isinstance(part, str) else getattr(part, "label", "")):
                yield "figures", FactPart(figure, path, line)


def _figures(text: str | None) -> list[str]:
    """The words of a text that hold a digit."""
    return [word for word in _WORD.findall(text or "") if any(map(str.isdigit, word))]


def _shown_facts(graph: Graph, derived: Derived) -> _Found:
    """Every fact that a field of an episode names."""
    for episode in graph.all_of(Episode):
        for found in marked_values(episode):
            if isinstance(found.mark, FactRef):
                record_id, _, fact = found.value.partition(".")
                name = f"{found.path[0]} shows {found.value}"
                yield episode.id, name, FactPart(_fact_text(derived, record_id, fact), found.path)


def _fact_text(derived: Derived, record_id: str, name: str) -> str:
    fact = derived.facts(record_id).get(name)
    return "" if fact is None else fact.text


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
