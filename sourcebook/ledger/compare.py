"""What moved: facts that are not as `facts.lock` has them."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from sourcebook.derive import Derived
from sourcebook.derive.facts import DATASET
from sourcebook.ledger.facts import ledger
from sourcebook.ledger.lock import NAME, FactLock, Line, read_lock
from sourcebook.ledger.told import BETWEEN, Piece, Told
from sourcebook.link import Graph
from sourcebook.load import FileLocation
from sourcebook.problems import Problem, quoted

_MEND = "if this is meant, run `python build.py facts`, so that the reviewer sees it in facts.lock"


@dataclass(frozen=True, slots=True)
class Move:
    """A fact that was another, is new (`was` is None) or is gone (`now` is None)."""

    was: Line | None
    now: Told | None

    @property
    def key(self) -> str:
        """The fact's name."""
        return self.now.key if self.now else self.was.key if self.was else ""

    @property
    def record(self) -> str:
        """The record that it is of."""
        return self.now.record if self.now else self.was.record if self.was else ""

    @property
    def lost(self) -> str:
        """What it no longer says."""
        return BETWEEN.join(_without(self._old, self._new))

    @property
    def gained(self) -> str:
        """What it now says and did not."""
        return BETWEEN.join(_without(self._new, self._old))

    @property
    def _old(self) -> list[str]:
        return self.was.pieces if self.was else []

    @property
    def _new(self) -> list[str]:
        return [piece.words for piece in self.now.pieces] if self.now else []

    @property
    def source(self) -> Piece:
        """The piece that moved, or else the first."""
        pieces = self.now.pieces if self.now else (Piece(""),)
        old = Counter(self._old)
        for piece in pieces:
            if not old[piece.words]:
                return piece
            old[piece.words] -= 1
        return pieces[0]

    @property
    def words(self) -> str:
        """The move in words."""
        if self.now is None or self.was is None:
            is_so = "is new:" if self.now else "is gone; it was"
            return f"{is_so} {quoted(self.gained or self.lost)}"
        if self.lost and self.gained:
            return f"was {quoted(self.lost)} and is now {quoted(self.gained)}"
        if self.gained:
            return f"now says {quoted(self.gained)}, too"
        return f"no longer says {quoted(self.lost)}" if self.lost else "is told in another order"


def _without(some: Iterable[str], others: Iterable[str]) -> list[str]:
    left = Counter(others)
    found = []
    for each in some:
        if left[each]:
            left[each] -= 1
        else:
            found.append(each)
    return found


def moves(lock: FactLock, facts: Mapping[str, Told]) -> tuple[Move, ...]:
    """Everything that moved between a lock and the facts as they are, sorted by name."""
    found = []
    for key in sorted({*lock.lines, *facts}):
        was, now = lock.lines.get(key), facts.get(key)
        if was is None or now is None or was.words != now.words:
            found.append(Move(was, now))
    return tuple(found)


def moved(graph: Graph, derived: Derived, content: Path) -> Iterator[Problem]:
    """SB701: facts that moved unseen. SB702: what is wrong with the lock.

    Nothing is compared where there is no lock, or where it or a record could not be read: that
    has to be mended first.
    """
    lock = read_lock(content)
    yield from lock.problems
    if lock.there and not lock.problems and not graph.unloadable_ids:
        yield from _told(graph, lock, moves(lock, ledger(graph, derived)), content)


def place_of(graph: Graph, content: Path, record: str) -> FileLocation:
    """Where a record is written, or the dataset described."""
    if record == DATASET:
        return FileLocation(content / "dataset.yml", f"{content.name}/dataset.yml")
    return graph.file_locations[record]


def by_record(found: Iterable[Move]) -> dict[str, list[Move]]:
    """Moves by the record that they are of, both in their order."""
    grouped: dict[str, list[Move]] = defaultdict(list)
    for move in found:
        grouped[move.record].append(move)
    return dict(sorted(grouped.items()))


def _told(graph: Graph, lock: FactLock, found: Iterable[Move], content: Path) -> Iterator[Problem]:
    known = lock.records
    for name, some in by_record(found).items():
        if name not in graph.records and name != DATASET:
            message = f"'{name}' is gone, and with it {_facts(some)}: {_MEND}"
            yield Problem(f"{content.name}/{NAME}", lock.numbers[some[0].key], "SB701", message)
        elif name not in known:
            message = f"'{name}' is new, and with it {_facts(some)}: {_MEND}"
            yield Problem(place_of(graph, content, name).display_path, 1, "SB701", message)
        else:
            yield from (_problem(place_of(graph, content, name), move) for move in some)


def _problem(place: FileLocation, move: Move) -> Problem:
    piece = move.source
    message = f"'{move.key}' {move.words}: {_MEND}"
    line = place.line_at_offset(piece.path, piece.line)
    return Problem(
        place.display_path, line, "SB701", message, record_id=move.record, value_path=piece.path
    )


def _facts(moves: list[Move]) -> str:
    return "1 fact" if len(moves) == 1 else f"{len(moves):,} facts"
