"""One fact that is not as `facts.lock` has it, in words."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from sourcebook.language import FOR_EDITORS
from sourcebook.ledger.facts_lock import LockedFact
from sourcebook.ledger.published_fact import SEPARATOR, FactPart, PublishedFact
from sourcebook.problems import quoted


@dataclass(frozen=True, slots=True)
class FactChange:
    """A fact that was another, is new (`before` is None) or is gone (`after` is None)."""

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
        return SEPARATOR.join(without(self._old, self._new))

    @property
    def gained(self) -> str:
        """What it now says and did not."""
        return SEPARATOR.join(without(self._new, self._old))

    @property
    def _old(self) -> list[str]:
        return self.before.parts if self.before else []

    @property
    def _new(self) -> list[str]:
        return self.after.texts if self.after else []

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
            was, now = differing_words(self.lost, self.gained)
            return f"was {quoted(was)} and is now {quoted(now)}"
        if self.gained:
            return f"now says {quoted(self.gained)}, too"
        return f"no longer says {quoted(self.lost)}" if self.lost else "is in another order"


_AROUND = 2
"""So many words that two texts share are shown before and after those in which they differ."""
_SHORT = 60
"""Texts of so many characters are shown whole."""


def differing_words(one: str, other: str) -> tuple[str, str]:
    """Two texts without most of the words that both begin and end with, where they are long."""
    if max(len(one), len(other)) <= _SHORT:
        return one, other
    some, others = one.split(), other.split()
    start = _shared(some, others)
    end = _shared(some[start:][::-1], others[start:][::-1])
    first, last = max(0, start - _AROUND), max(0, end - _AROUND)
    return _cut(some, first, last), _cut(others, first, last)


def _shared(some: list[str], others: list[str]) -> int:
    """How many words two lists begin with."""
    pairs = enumerate(zip(some, others, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(some), len(others)))


def _cut(words: list[str], first: int, last: int) -> str:
    kept = " ".join(words[first : len(words) - last])
    return f"{'… ' if first else ''}{kept}{' …' if last else ''}"


def without(some: Iterable[str], others: Iterable[str]) -> list[str]:
    """Some texts without others, each as often as it is there."""
    left = Counter(others)
    found = []
    for each in some:
        if left[each]:
            left[each] -= 1
        else:
            found.append(each)
    return found


def group_by_record(found: Iterable[FactChange]) -> dict[str, list[FactChange]]:
    """Moves by the record that they are of, both in their order."""
    grouped: dict[str, list[FactChange]] = defaultdict(list)
    for move in found:
        grouped[move.record_id].append(move)
    return dict(sorted(grouped.items()))


def count_facts(moves: Iterable[FactChange]) -> str:
    """How many facts moved, but for the line that says the kind of a record."""
    return FOR_EDITORS.count(sum(move.key != move.record_id for move in moves), "fact")
