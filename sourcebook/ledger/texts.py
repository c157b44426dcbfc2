"""What texts rest on: the facts that they state and the places that they cite."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from sourcebook.derive import Derived
from sourcebook.ledger.told import Piece, Told, told
from sourcebook.link import Graph
from sourcebook.link.references import found_in
from sourcebook.load.yaml import ValuePath
from sourcebook.markdown import Cited, FactUse, Mention, Part, Prose, Sentence
from sourcebook.models import Episode, FactRef


def texts(graph: Graph, derived: Derived) -> Iterator[Told]:
    """Each fact in each text as it now reads there, and each source with the places cited.

    A text is a field with all that it holds, or one claim's; how often it states a fact counts.
    """
    found: dict[tuple[str, str], list[Piece]] = defaultdict(list)
    for record, path, prose in _texts(graph):
        where = text_name(graph, record, path)
        for name, piece in _rests(derived, prose, path):
            found[record, f"{where} {name}"].append(piece)
    for record, path, written in _shown(graph):
        words = _fact(derived, *_split(written))
        found[record, f"{path[0]} shows {written}"].append(Piece(words, path))
    for (record, name), pieces in found.items():
        yield from told(record, name, pieces)


def _texts(graph: Graph) -> Iterator[tuple[str, ValuePath, Prose]]:
    for (record, path), prose in graph.prose.items():
        yield record, path, prose


def _rests(derived: Derived, prose: Prose, path: ValuePath) -> Iterator[tuple[str, Piece]]:
    for hole in prose.holes:
        if isinstance(hole, FactUse):
            words = _fact(derived, hole.id, hole.fact)
            yield f"states {hole.id}.{hole.fact}", Piece(words, path, hole.line)
        elif isinstance(hole, Cited):
            for source, at in hole.items:
                yield f"cites {source}", Piece(at or "as a whole", path, hole.line)


def _shown(graph: Graph) -> Iterator[tuple[str, ValuePath, str]]:
    """Every fact that a field of an episode names."""
    for episode in graph.of(Episode):
        for found in found_in(episode):
            if isinstance(found.mark, FactRef):
                yield episode.id, found.path, found.value


def _split(written: str) -> tuple[str, str]:
    holder, _, fact = written.partition(".")
    return holder, fact


def _fact(derived: Derived, record: str, name: str) -> str:
    fact = derived.facts(record).get(name)
    return "" if fact is None else fact.words


def text_name(graph: Graph, record: str, path: ValuePath) -> str:
    """A path without numbers, which change where something is put before it."""
    steps = [str(step) for step in path if isinstance(step, str)]
    if path[0] == "claims":
        claims = getattr(graph.records[record], "claims", ())
        steps[0] = claims[int(path[1])].id
    return "text" if path == ("body",) else ".".join(steps)


Stated = Mapping[str, list[tuple[str, ValuePath, Sentence]]]
"""By a fact, `record.name`, every sentence that states it: record, text and sentence."""


def stated(graph: Graph) -> Stated:
    """The sentences that state facts, by the fact."""
    found: dict[str, list[tuple[str, ValuePath, Sentence]]] = defaultdict(list)
    for record, path, prose in _texts(graph):
        for sentence in prose.sentences:
            uses = {f"{p.id}.{p.fact}" for p in sentence.parts if isinstance(p, FactUse)}
            for name in sorted(uses):
                found[name].append((record, path, sentence))
    return found


def read_aloud(graph: Graph, derived: Derived, sentence: Sentence) -> str:
    """A sentence as its reader has it, without its notes."""
    words = "".join(_words(graph, derived, part) for part in sentence.parts)
    return " ".join(words.split())


def _words(graph: Graph, derived: Derived, part: Part) -> str:
    if isinstance(part, FactUse):
        return _fact(derived, part.id, part.fact)
    if isinstance(part, Mention):
        record = graph.records.get(part.id)
        return part.label or (record.label if record else part.id)
    return "" if isinstance(part, Cited) else part
