"""What changed: facts that are not as `facts.lock` has them."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from sourcebook.derive import Derived
from sourcebook.derive.facts import DATASET
from sourcebook.language import FOR_EDITORS
from sourcebook.ledger.all_facts import published_facts
from sourcebook.ledger.facts_lock import LOCK_NAME, FactsLock, LockedFact, read_lock
from sourcebook.ledger.published_fact import SEPARATOR, FactPart, PublishedFact
from sourcebook.link import Graph
from sourcebook.load import FileLocation
from sourcebook.problems import Problem, quoted

_MEND = "if this is meant, run `python build.py facts`, so that the reviewer sees it in facts.lock"


@dataclass(frozen=True, slots=True)
class FactChange:
    """A fact that was another, is new (`was` is None) or is gone (`now` is None)."""

    before: LockedFact | None
    after: PublishedFact | None

    @property
    def key(self) -> str:
        """The fact's name."""
        return self.after.key if self.after else self.before.key if self.before else ""

    @property
    def record_id(self) -> str:
        """The record that it is of."""
        return self.after.record_id if self.after else self.before.record_id if self.before else ""

    @property
    def lost(self) -> str:
        """What it no longer says."""
        return SEPARATOR.join(_without(self._old, self._new))

    @property
    def gained(self) -> str:
        """What it now says and did not."""
        return SEPARATOR.join(_without(self._new, self._old))

    @property
    def _old(self) -> list[str]:
        return self.before.parts if self.before else []

    @property
    def _new(self) -> list[str]:
        return [piece.text for piece in self.after.parts] if self.after else []

    @property
    def changed_part(self) -> FactPart:
        """The part that changed, or else the first."""
        pieces = self.after.parts if self.after else (FactPart(""),)
        old = Counter(self._old)
        for piece in pieces:
            if not old[piece.text]:
                return piece
            old[piece.text] -= 1
        return pieces[0]

    @property
    def description(self) -> str:
        """The move in words."""
        if self.after is None or self.before is None:
            is_so = "is new:" if self.after else "is gone; it was"
            return f"{is_so} {quoted(self.gained or self.lost)}"
        if self.lost and self.gained:
            return f"was {quoted(self.lost)} and is now {quoted(self.gained)}"
        if self.gained:
            return f"now says {quoted(self.gained)}, too"
        return f"no longer says {quoted(self.lost)}" if self.lost else "is in another order"


def _without(some: Iterable[str], others: Iterable[str]) -> list[str]:
    left = Counter(others)
    found = []
    for each in some:
        if left[each]:
            left[each] -= 1
        else:
            found.append(each)
    return found


def compare_facts(lock: FactsLock, facts: Mapping[str, PublishedFact]) -> tuple[FactChange, ...]:
    """Everything that changed between a lock and the facts as they are, sorted by name."""
    found = []
    for key in sorted({*lock.facts, *facts}):
        was, now = lock.facts.get(key), facts.get(key)
        if was is None or now is None or was.text != now.text:
            found.append(FactChange(was, now))
    return tuple(found)


def changed_facts(graph: Graph, derived: Derived, content: Path) -> Iterator[Problem]:
    """SB701: facts that changed without a word in the lock. SB702: what is wrong with the lock.

    Nothing is compared where there is no lock, or where it or a record could not be read: that
    has to be corrected first.
    """
    lock = read_lock(content)
    yield from lock.problems
    if lock.exists and not lock.problems and not graph.unloadable_ids:
        yield from _change_problems(
            graph, lock, compare_facts(lock, published_facts(graph, derived)), content
        )


def file_location_of(graph: Graph, content: Path, record_id: str) -> FileLocation:
    """Where a record is written, or the dataset described."""
    if record_id == DATASET:
        return FileLocation(content / "dataset.yml", f"{content.name}/dataset.yml")
    return graph.file_locations[record_id]


def group_by_record(found: Iterable[FactChange]) -> dict[str, list[FactChange]]:
    """Moves by the record that they are of, both in their order."""
    grouped: dict[str, list[FactChange]] = defaultdict(list)
    for move in found:
        grouped[move.record_id].append(move)
    return dict(sorted(grouped.items()))


def _change_problems(
    graph: Graph, lock: FactsLock, found: Iterable[FactChange], content: Path
) -> Iterator[Problem]:
    known = lock.record_ids
    for name, some in group_by_record(found).items():
        if name not in graph.records and name != DATASET:
            message = f"'{name}' is gone, and with it {_count_facts(some)}: {_MEND}"
            yield Problem(
                f"{content.name}/{LOCK_NAME}", lock.line_numbers[some[0].key], "SB701", message
            )
        elif name not in known:
            message = f"'{name}' is new, and with it {_count_facts(some)}: {_MEND}"
            yield Problem(file_location_of(graph, content, name).display_path, 1, "SB701", message)
        else:
            yield from (_problem(file_location_of(graph, content, name), move) for move in some)


def _problem(place: FileLocation, move: FactChange) -> Problem:
    piece = move.changed_part
    message = f"'{move.key}' {move.description}: {_MEND}"
    line = place.line_at_offset(piece.path, piece.line_offset)
    return Problem(
        place.display_path, line, "SB701", message, record_id=move.record_id, value_path=piece.path
    )


def _count_facts(moves: list[FactChange]) -> str:
    return FOR_EDITORS.count(len(moves), "fact")
