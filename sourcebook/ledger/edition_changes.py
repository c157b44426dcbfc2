"""What claims said in the last edition and no longer say: each is corrected, or has to be."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from pydantic_core import PydanticCustomError

from sourcebook.ledger.edition_lock import EditionLock, PublishedRecord
from sourcebook.ledger.facts_lock import FactsLock
from sourcebook.ledger.published_fact import SEPARATOR
from sourcebook.link import Graph
from sourcebook.models import Claim, Correction, RawValue, Record, References, claims_of
from sourcebook.models.values import raw_value, read_value
from sourcebook.vocabulary import Measure


@dataclass(frozen=True, slots=True)
class MovedClaim:
    """A claim that said something else in the last edition; `claim` is None where it is gone."""

    record: Record
    claim_id: str
    was: str
    claim: Claim | None

    @property
    def now(self) -> str:
        """What it now says, as the record has it; empty where it is gone."""
        return value_as_written(self.claim) if self.claim else ""


def value_as_written(claim: Claim) -> str:
    """The value of a claim as a record has it."""
    value = raw_value(claim.value)
    return value if isinstance(value, str) else ", ".join(value)


def published_records(graph: Graph) -> dict[str, PublishedRecord]:
    """Every record as an edition has it."""
    return {
        record.id: PublishedRecord(
            record.id,
            record.kind,
            {claim.id: value_as_written(claim) for claim in claims_of(record)},
        )
        for record in graph.records.values()
    }


def next_edition(graph: Graph, moved: Iterable[MovedClaim]) -> Iterator[PublishedRecord]:
    """Every record as the edition that begins has it; what is not yet corrected stays as it was."""
    records = published_records(graph)
    for one in moved:
        before = records[one.record.id]
        values = {**before.values, one.claim_id: one.was}
        records[one.record.id] = PublishedRecord(before.record_id, before.kind, values)
    yield from (one for one in records.values() if one.values)


def last_edition(graph: Graph, edition: EditionLock, facts: FactsLock) -> EditionLock:
    """What was last published: the lock of the edition, or else what the lock of facts says."""
    if edition.exists or not facts.exists:
        return edition
    records = {
        record.id: PublishedRecord(record.id, record.kind, dict(_in_facts(graph, record, facts)))
        for record in graph.records.values()
    }
    return EditionLock(records=records, exists=False)


def _in_facts(graph: Graph, record: Record, facts: FactsLock) -> Iterator[tuple[str, str]]:
    """The claims of a record, each with its value, or with the words that the lock has for it."""
    for claim in claims_of(record):
        line = facts.facts.get(f"{record.id}.{claim.id}")
        if line is not None:
            value, words = value_as_written(claim), line.parts[0]
            unchanged = words == _value_words(graph, claim).split(SEPARATOR)[0]
            yield claim.id, value if unchanged else words


def _value_words(graph: Graph, claim: Claim) -> str:
    """The value of a claim as `facts.lock` has it."""
    value = claim.value
    named = isinstance(value, References)
    return value.text if named else graph.language.value(value, graph.label)


def moved_claims(graph: Graph, edition: EditionLock) -> Iterator[MovedClaim]:
    """Every claim of the last edition whose value is another one, and for which nothing stands."""
    for published in edition.records.values():
        record_id = graph.aliases.get(published.record_id, published.record_id)
        record = graph.records.get(record_id)
        if record is not None and published.values:
            yield from _moved_in(graph, record, published.values, edition.date)


def _moved_in(
    graph: Graph, record: Record, values: Mapping[str, str], date: str
) -> Iterator[MovedClaim]:
    claims = {claim.id: claim for claim in claims_of(record)}
    for name, was in values.items():
        claim = claims.get(name)
        if claim is not None and (_says(graph, claim, was) or _replaces(graph, record, claim, was)):
            continue
        moved = MovedClaim(record, name, was, claim)
        if not any(_corrects(one, moved, date) for one in record.corrections):
            yield moved


def _says(graph: Graph, claim: Claim, was: str) -> bool:
    """Whether a claim says what it said: in other signs, or by the new id of a record, too."""
    now = value_as_written(claim)
    if was == now:
        return True
    if isinstance(claim.value, References):
        return [graph.aliases.get(name, name) for name in was.split(", ")] == [*claim.value.ids]
    words = graph.language.value(claim.value, graph.label)
    return was == words or _words(graph, claim, was) == words


def _words(graph: Graph, claim: Claim, was: str) -> str | None:
    """A value as it was written, in words; None where the measure can no longer say it."""
    try:
        value = read_value(RawValue((was,)), graph.dataset.terms(Measure)[claim.measure])
    except PydanticCustomError:
        return None
    return graph.language.value(value, graph.label)


def _replaces(graph: Graph, record: Record, claim: Claim, was: str) -> bool:
    """Whether a claim replaces another one that still says what it said itself."""
    if not claim.supersedes:
        return False
    other, _, name = claim.supersedes.rpartition(".")
    holder = graph.records.get(other or record.id, record)
    return any(one.id == name and _says(graph, one, was) for one in claims_of(holder))


def _corrects(correction: Correction, moved: MovedClaim, edition_date: str) -> bool:
    """Whether a correction is about a claim as it now is, and not about an earlier change of it."""
    if moved.claim_id not in correction.about:
        return False
    if correction.now is not None:
        return correction.now == moved.now
    return moved.claim is None or str(correction.date) >= edition_date
