"""How grave each problem is in its dataset, and which are excused in their records."""

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, replace

from sourcebook.link import Graph
from sourcebook.models import Excuse, Record, claims_of
from sourcebook.problems import Problem, did_you_mean, quoted


@dataclass(frozen=True, slots=True)
class CountedProblems:
    """The problems that count and those that are excused, each sorted."""

    problems: tuple[Problem, ...]
    excused: tuple[Problem, ...]


ExcusesOf = Callable[[Record], Collection[Excuse]]
"""Which excuses hold for a record."""


def apply_excuses(
    graph: Graph,
    found: Iterable[Problem],
    waiting: Collection[str] = (),
    in_force: ExcusesOf | None = None,
) -> CountedProblems:
    """Problems as the dataset takes them: each with its severity, some of them excused.

    `in_force` says which excuses of a record hold, where not all do. SB117: an excuse that excuses
    nothing becomes a problem itself; not one from a rule that is `waiting` for records which did
    not load.
    """
    excuses = {(record.id, number): excuse for record, number, excuse in _excuses(graph)}
    if in_force is not None:
        excuses = {
            key: one for key, one in excuses.items() if one in in_force(graph.records[key[0]])
        }
    weighed = [replace(one, level=graph.dataset.severity(one.code)) for one in sorted(found)]
    pairs = [(one, _matching_excuses(graph, one, excuses)) for one in weighed] if excuses else []
    used = {key for _, keys in pairs for key in keys}
    excused = tuple(
        replace(one, excuse=_excuse_text(excuses[keys[0]])) for one, keys in pairs if keys
    )
    idle = [
        _unused_excuse_problem(graph, *key, excuse)
        for key, excuse in excuses.items()
        if key not in used and not (graph.unloadable_ids and excuse.rule in waiting)
    ]
    return CountedProblems(tuple(sorted({*weighed, *idle} - {*excused})), excused)


def _excuses(graph: Graph) -> Iterator[tuple[Record, int, Excuse]]:
    for record in graph.records.values():
        for number, excuse in enumerate(record.excused):
            yield record, number, excuse


_Key = tuple[str, int]
"""The record that holds an excuse, and its number there from 0."""


def _matching_excuses(graph: Graph, problem: Problem, excuses: dict[_Key, Excuse]) -> list[_Key]:
    """The excuses that a problem has."""
    record = graph.records.get(problem.record_id)
    numbers = range(len(record.excused)) if record else ()
    keys = [(problem.record_id, number) for number in numbers]
    return [
        key for key in keys if key in excuses and _excuse_matches(excuses[key], problem, record)
    ]


def _excuse_matches(excuse: Excuse, problem: Problem, record: Record | None) -> bool:
    return (
        excuse.rule == problem.code
        and excuse.at in (None, *_place_names(problem, record))
        and (excuse.words or "") in problem.message
    )


def _place_names(problem: Problem, record: Record | None) -> Iterator[str]:
    """What an excuse may call the place of a problem: its field, and the claim that it is in."""
    yield from (str(step) for step in problem.value_path[:1])
    if problem.value_path[:1] == ("body",):
        yield "text"
    if record is not None and len(problem.value_path) > 1 and problem.value_path[0] == "claims":
        yield claims_of(record)[int(problem.value_path[1])].id


def _excuse_text(excuse: Excuse) -> str:
    return f"{excuse.why} ({excuse.by}, {excuse.date})"


def _unused_excuse_problem(graph: Graph, record_id: str, number: int, excuse: Excuse) -> Problem:
    at = f" at {quoted(excuse.at)}" if excuse.at else ""
    words = f" with the words {quoted(excuse.words)}" if excuse.words else ""
    hint = _nearest(graph.records[record_id], excuse.at) or ": delete the excuse"
    message = (
        f"excuse {number + 1} excuses nothing: there is no problem of {excuse.rule}{at}{words} "
        f"in this record{hint}"
    )
    level = graph.dataset.severity("SB117")
    path = ("excused", number, "rule")
    return replace(graph.problem(record_id, path, "SB117", message), level=level)


def _nearest(record: Record, at: str | None) -> str:
    """A guess at the place that was meant, where the one given is none."""
    known = {*type(record).model_fields, *(claim.id for claim in claims_of(record))}
    return did_you_mean(at, known) if at and at not in known else ""
