"""SB701, SB702 and SB705: what is not as `facts.lock` has it, and what is wrong there."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from sourcebook.derive import Derived
from sourcebook.derive.facts import DATASET
from sourcebook.ledger.all_facts import published_facts
from sourcebook.ledger.fact_change import FactChange, count_facts, group_by_record
from sourcebook.ledger.fact_changes import Comparison, Repeated, compare_facts, former_records
from sourcebook.ledger.facts_lock import LOCK_NAME, FactsLock, LockedFact, read_lock
from sourcebook.ledger.moved_place import distance_moved
from sourcebook.link import Graph
from sourcebook.load import FileLocation
from sourcebook.problems import Problem, quoted

_MEND = "if this is meant, run `python build.py facts`, so that the reviewer sees it in facts.lock"
_AGAIN = "run `python build.py facts`, which writes the file again"


ShownOn = Callable[[Iterable[str]], list[str]]
"""The addresses of the pages that show something of some records."""


def changed_facts(
    graph: Graph, derived: Derived, content: Path, shown_on: ShownOn = lambda _: []
) -> Iterator[Problem]:
    """Facts that changed without a word in the lock, and what is wrong with the lock.

    Nothing is compared where there is no lock, or where it or a record could not be read: that
    has to be corrected first.
    """
    lock = read_lock(content)
    yield from lock.problems
    if lock.exists and not lock.problems and not graph.unloadable_ids:
        facts = published_facts(graph, derived, former_records(lock))
        found = compare_facts(lock, facts, graph.aliases)
        problems = (
            *_change_problems(graph, lock, found, content, shown_on),
            *_rename_problems(graph, found, content),
            *_lock_problems(found, f"{content.name}/{LOCK_NAME}"),
        )
        yield from map(_as_leftover, problems) if found.only_computed else problems


def _as_leftover(problem: Problem) -> Problem:
    """What follows from two changes that were merged is told, and keeps nothing from readers."""
    message = problem.message.replace(_MEND, f"two changes that were merged make it so; {_AGAIN}")
    return replace(problem, code="SB705", message=message)


def file_location_of(graph: Graph, content: Path, record_id: str) -> FileLocation:
    """Where a record is written, or the dataset described; for a former id, where it now is."""
    if record_id == DATASET:
        return FileLocation(content / "dataset.yml", f"{content.name}/dataset.yml")
    return graph.file_locations[graph.aliases.get(record_id, record_id)]


def _change_problems(
    graph: Graph, lock: FactsLock, found: Comparison, content: Path, shown_on: ShownOn
) -> Iterator[Problem]:
    known = {*lock.record_ids, *graph.aliases, *found.renamed.values()}
    for name, some in group_by_record(found.changes).items():
        if name not in graph.records and name not in graph.aliases and name != DATASET:
            message = f"'{name}' is gone, and with it {count_facts(some)}: {_MEND}"
            line = min((one.before.line for one in some if one.before), default=0)
            yield Problem(f"{content.name}/{LOCK_NAME}", line, "SB701", message)
        elif name not in known:
            message = f"'{name}' is new, and with it {count_facts(some)}: {_MEND}"
            yield Problem(file_location_of(graph, content, name).display_path, 1, "SB701", message)
        else:
            place, pages = file_location_of(graph, content, name), name_pages(shown_on([name]))
            yield from (_problem(graph, place, move, pages) for move in some)


def name_pages(urls: list[str], most: int = 3) -> str:
    """The first of some addresses, and how many more there are."""
    more = f" and {len(urls) - most:,} more" if len(urls) > most else ""
    return ", ".join(urls[:most]) + more


def _problem(graph: Graph, place: FileLocation, move: FactChange, pages: str) -> Problem:
    piece = move.changed_part
    shown = f"; it may show on {pages}" if pages else ""
    message = f"'{move.key}' {move.description}{distance_moved(graph, move)}: {_MEND}{shown}"
    line = place.line_at_offset(piece.path, piece.line_offset)
    return Problem(
        place.display_path, line, "SB701", message, record_id=move.record_id, value_path=piece.path
    )


def _rename_problems(graph: Graph, found: Comparison, content: Path) -> Iterator[Problem]:
    """One problem for a record that has another id, however many lines name it."""
    for old, new in found.renamed.items():
        place, path = file_location_of(graph, content, new), ("aliases",)
        message = f"'{old}' is renamed '{new}', and its facts move with it: {_MEND}"
        yield Problem(place.display_path, place.line(path), "SB701", message, record_id=new)


def _lock_problems(found: Comparison, display_path: str) -> Iterator[Problem]:
    """SB702: a fact of which two changes say two things. SB705: what a merge left behind."""
    for one in found.repeated:
        if not one.leftovers:
            yield Problem(display_path, one.lines[-1].line, "SB702", _conflict_message(one))
        else:
            several = " and as ".join(quoted(words) for words in one.differences)
            message = (
                f"'{one.lines[0].key}' stands here as {several}, and the records say "
                f"{quoted(one.now_differs)}: a merge left this line; {_AGAIN} without it"
            )
            yield Problem(display_path, one.leftovers[0].line, "SB705", message)
    for record_id, lines in _by_record(found.leftovers).items():
        message = f"'{record_id}' is no more, and a merge left this line of it: {_AGAIN} without it"
        yield Problem(display_path, lines[0].line, "SB705", message)


def _conflict_message(one: Repeated) -> str:
    several = " and as ".join(quoted(words) for words in one.differences)
    now = f"the records now say {quoted(one.now_differs)}" if one.now else "the records have none"
    return (
        f"'{one.lines[0].key}' stands here as {several}, and {now}: two changes were merged; see "
        f"that the records say what you mean, then {_AGAIN}"
    )


def _by_record(lines: Iterable[LockedFact]) -> dict[str, list[LockedFact]]:
    found: dict[str, list[LockedFact]] = {}
    for line in lines:
        found.setdefault(line.record_id, []).append(line)
    return found
