"""The closed list of facts that prose can name: `{{record.fact}}`.

    date, day, place, grade       of an incident
    name                          of any record
    <claim>                       the value of one claim, by its id
    <measure>                     what the current claims of its only scope say, as a range
    <measure>.<population>        the same where a measure has several scopes
    <measure>.<claimant>          what one claimant now says

`dataset` stands for the dataset as a whole: {{dataset.incidents}} counts them.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from sourcebook.derive.dates import day_words, in_words
from sourcebook.derive.matrix import Position, Scope
from sourcebook.derive.values import value_words
from sourcebook.link import Graph
from sourcebook.models import KINDS, Dataset, Incident, Record

DATASET = "dataset"


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact in words, where on the record's page it is shown, and how it came about."""

    words: str
    record: str
    anchor: str
    rule: str


def record_facts(
    graph: Graph, record: Record, scopes: tuple[Scope, ...], grade: str
) -> dict[str, Fact]:
    """Every fact of a record by its name.

    What is true of the record itself comes before what is claimed of it, and its own claims before
    those of other records that cover it. A name that two claimed facts would share is none.
    """
    claimed = [pair for scope in scopes for pair in _scope(graph, record.id, scope)]
    covering = [pair for scope in scopes for pair in _covering(graph, record.id, scope)]
    taken = {name for name, _ in claimed}
    found = {name: fact for name, fact in _clear(covering).items() if name not in taken}
    found |= _clear(claimed) | dict(_own(graph, record, grade))
    return dict(sorted(found.items()))


def _clear(pairs: Iterable[tuple[str, Fact]]) -> dict[str, Fact]:
    """Facts by name, without the names under which several things are said."""
    found: dict[str, Fact] = {}
    shared: set[str] = set()
    for name, fact in pairs:
        if found.setdefault(name, fact).words != fact.words:
            shared.add(name)
    return {name: fact for name, fact in found.items() if name not in shared}


def dataset_facts(graph: Graph) -> dict[str, Fact]:
    """How many there are of each kind, and of claims."""
    counts = {model.folder: len(graph.of(model)) for model in KINDS.values()}
    counts["claims"] = len(graph.claims())
    return {name: Fact(f"{n:,}", DATASET, "", "counted") for name, n in sorted(counts.items())}


def _own(graph: Graph, record: Record, grade: str) -> Iterator[tuple[str, Fact]]:
    yield "name", Fact(record.label, record.id, "", "the record's name")
    if isinstance(record, Incident):
        yield from _incident(graph, record, grade)


def _incident(graph: Graph, incident: Incident, grade: str) -> Iterator[tuple[str, Fact]]:
    dataset: Dataset = graph.dataset
    place = graph.records.get(incident.location)
    words = {
        "date": in_words(incident.date, dataset),
        "day": day_words(incident.date),
        "place": place.label if place else incident.location,
        "grade": grade,
    }
    for name, text in words.items():
        yield name, Fact(text, incident.id, "", f"the incident's {name}")


def _scope(graph: Graph, record: str, scope: Scope) -> Iterator[tuple[str, Fact]]:
    whole = _whole(graph, record, scope)
    if whole is not None:
        yield scope.measure.id, whole
        if scope.of:
            yield f"{scope.measure.id}.{scope.of}", whole
    for position in scope.positions:
        fact = _position(graph, record, position)
        if position.holder == record:
            yield position.claim.id, fact
        if position.current:
            for claimant in position.claim.by:
                yield f"{scope.measure.id}.{claimant}", fact


def _covering(graph: Graph, record: str, scope: Scope) -> Iterator[tuple[str, Fact]]:
    for position in scope.positions:
        if position.holder != record:
            yield position.claim.id, _position(graph, record, position)


def _position(graph: Graph, record: str, position: Position) -> Fact:
    words = value_words(position.claim.value, graph)
    return Fact(words, record, position.anchor, f"claim {position.claim.id}")


def _whole(graph: Graph, record: str, scope: Scope) -> Fact | None:
    """What a scope says in all: its range, or the value that all of its claims share."""
    values = {value_words(p.claim.value, graph): None for p in scope.positions if p.current}
    if scope.range is not None:
        count = sum(position.speaks for position in scope.positions)
        rule = f"range over {count} claim{'' if count == 1 else 's'} of equal scope"
        return Fact(scope.range.words, record, scope.anchor, rule)
    if not values:
        return None
    return Fact(" / ".join(values), record, scope.anchor, "every current position")


Known = Mapping[str, Mapping[str, Fact]]
"""Facts by the id of their record and their name."""
