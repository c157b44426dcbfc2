"""Rules about references that need more than the record they name."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sourcebook.checks.several_scopes import several_scopes_message
from sourcebook.derive import Derived
from sourcebook.derive.facts import DATASET
from sourcebook.link import Graph
from sourcebook.link.marked_values import marked_values
from sourcebook.link.nearest_id import NearestId
from sourcebook.load.yaml import ValuePath
from sourcebook.markdown import Cited, FactUse, Part, plain_text
from sourcebook.models import ClaimRef, Episode, FactRef, Incident, Record, claims_of
from sourcebook.problems import Problem, did_you_mean, quoted

_MOST = 12
"""How many names a message lists."""


def check_claim_references(graph: Graph, _derived: Derived) -> Iterator[Problem]:
    """SB207: supersedes and rests_on name claims. SB208: a claim's id is used once."""
    known = {
        record.id: {claim.id for claim in claims_of(record)} for record in graph.records.values()
    }
    for record in graph.records.values():
        yield from _repeated_claim_ids(graph, record)
        for found in marked_values(record):
            message = isinstance(found.mark, ClaimRef) and _unknown_claim_message(
                graph, record.id, found.value, known
            )
            if message:
                yield graph.problem(record.id, found.path, "SB207", message)


def _unknown_claim_message(
    graph: Graph, record_id: str, written: str, known: dict[str, set[str]]
) -> str:
    """What is wrong with a claim's name: its id, or `record.id` for one of another record."""
    claim_record_id, _, claim = written.rpartition(".")
    claim_record_id = claim_record_id or record_id
    if claim_record_id in graph.unloadable_ids or claim in known.get(claim_record_id, ()):
        return ""
    if claim_record_id not in known:
        hint = NearestId(known)(claim_record_id)
        return (
            f"unknown claim {quoted(written)}: there is no record {quoted(claim_record_id)}{hint}"
        )
    ids = known[claim_record_id]
    before = written.removesuffix(claim)
    listed = (
        f"the claims of '{claim_record_id}' are {_first_names(sorted(ids))}"
        if ids
        else f"'{claim_record_id}' has no claims"
    )
    return (
        f"unknown claim {quoted(written)}{did_you_mean(claim, ids, before=before) or f': {listed}'}"
    )


def _repeated_claim_ids(graph: Graph, record: Record) -> Iterator[Problem]:
    seen: set[str] = set()
    for index, claim in enumerate(claims_of(record)):
        if claim.id in seen:
            message = f"claim id '{claim.id}' is used twice in this record: give one another id"
            yield graph.problem(record.id, ("claims", index, "id"), "SB208", message)
        seen.add(claim.id)


@dataclass(frozen=True, slots=True)
class _FactReference:
    """Where a fact is named, and the record and fact; `claimed` if its claims are to be shown."""

    record_id: str
    path: ValuePath
    line: int
    fact_record_id: str
    fact: str
    claimed: bool = False


def check_fact_references(graph: Graph, derived: Derived) -> Iterator[Problem]:
    """SB303: what is between braces, or names a figure, is a fact of its record."""
    for use in _fact_references(graph):
        message = _unknown_fact_message(graph, derived, use)
        if message:
            yield graph.problem(use.record_id, use.path, "SB303", message, use.line)


def _fact_references(graph: Graph) -> Iterator[_FactReference]:
    for (name, path), prose in graph.prose.items():
        for hole in prose.holes:
            if isinstance(hole, FactUse) and hole.id:
                yield _FactReference(name, path, hole.line, hole.id, hole.fact)
    for record in graph.all_of(Episode):
        for found in marked_values(record):
            if isinstance(found.mark, FactRef):
                fact_record_id, _, fact = found.value.partition(".")
                yield _FactReference(record.id, found.path, 0, fact_record_id, fact, claimed=True)


def _unknown_fact_message(graph: Graph, derived: Derived, use: _FactReference) -> str:
    name, fact, known = use.fact_record_id, use.fact, derived.facts(use.fact_record_id)
    whole = quoted(f"{name}.{fact}".rstrip("."))
    if name in graph.unloadable_ids:
        return ""
    if name not in graph.records and name != DATASET:
        hint = NearestId(graph.records)(name)
        return f"unknown fact {whole}: there is no record {quoted(name)}{hint}"
    named = sorted(known, key=lambda name: (not known[name].anchor, name))
    fitting = [name for name in named if known[name].anchor or not use.claimed]
    if fact in fitting:
        return ""
    several = several_scopes_message(derived, name, fact)
    if several:
        return f"unknown fact {whole}: {several}"
    listed = f"the claims of '{name}' are" if use.claimed else "its facts are"
    listed = f": {listed} {_first_names(fitting)}" if fitting else f": '{name}' has no claims"
    problem = f"{whole} has no positions to show" if fact in known else f"unknown fact {whole}"
    return f"{problem}{did_you_mean(fact, fitting, before=f'{name}.') or listed}"


def _first_names(names: Iterable[str]) -> str:
    """The first of many names in their order, in words."""
    ordered = list(names)
    return ", ".join(ordered[:_MOST]) + (" and more" if len(ordered) > _MOST else "")


def check_uncited_sentences(graph: Graph, _derived: Derived) -> Iterator[Problem]:
    """SB407: a sentence of a narrative or of a bottom line cites, or is made of facts."""
    for record_id, path in _narratives(graph):
        for sentence in graph.prose_at(record_id, *path).sentences:
            if not any(isinstance(part, Cited | FactUse) for part in sentence.parts):
                message = f"this sentence cites no source: {quoted(_as_written(sentence.parts))}"
                yield graph.problem(record_id, path, "SB407", message, sentence.line)


def _narratives(graph: Graph) -> Iterator[tuple[str, ValuePath]]:
    """The texts that report what happened: record id and path."""
    for incident in graph.all_of(Incident):
        yield incident.id, ("body",)
    for episode in graph.all_of(Episode):
        yield episode.id, ("body",)
        yield from ((episode.id, ("bottom_line", n)) for n in range(len(episode.bottom_line)))


def _as_written(parts: Iterable[Part]) -> str:
    """A sentence without its citations; a link without a label is shown by its id."""
    return plain_text(parts, lambda mention: mention.label or mention.id, lambda _: "")
