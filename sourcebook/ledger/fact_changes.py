"""What changed: facts that are not as `facts.lock` has them."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import reduce
from operator import and_, or_

from sourcebook.ledger.fact_change import FactChange, without
from sourcebook.ledger.facts_lock import FactsLock, LockedFact
from sourcebook.ledger.former_ids import GONE, IS
from sourcebook.ledger.published_fact import SEPARATOR, PublishedFact
from sourcebook.ledger.renames import renamed_since, with_new_ids

Facts = Mapping[str, PublishedFact]


@dataclass(frozen=True, slots=True)
class Repeated:
    """A fact of which a lock has several lines, and what it is now, if it is still there."""

    lines: tuple[LockedFact, ...]
    now: PublishedFact | None

    @property
    def agreed(self) -> bool:
        """Whether the lines together are what it is now, so that all of it was seen by somebody.

        Each part of it stands in a line, and whatever stands in all of them is a part of it: where
        a part is missing, a change took it away.
        """
        if self.now is None:
            return False
        everything = reduce(or_, (Counter(line.parts) for line in self.lines))
        return self._shared <= Counter(self.now.texts) <= everything

    @property
    def differences(self) -> list[str]:
        """What each line says that not all of them do."""
        return [_without(line.parts, self._shared) for line in self.lines]

    @property
    def now_differs(self) -> str:
        """What it now says besides what all lines do."""
        return _without(self.now.texts if self.now else [], self._shared)

    @property
    def _shared(self) -> Counter[str]:
        return reduce(and_, (Counter(line.parts) for line in self.lines))

    @property
    def leftovers(self) -> tuple[LockedFact, ...]:
        """The lines that are not so as they stand; none where they are in conflict."""
        now = self.now
        if now is None or not self.agreed:
            return ()
        return tuple(line for line in self.lines if line.text != now.text)


def _is_computed(fact: PublishedFact | None) -> bool:
    return fact is not None and fact.computed


@dataclass(frozen=True, slots=True)
class Comparison:
    """A lock beside the facts as they are.

    `changes` are the facts that moved, by record and name. `renamed` is the new id of each record
    that has another one; what moved with it is no change. `repeated` are facts of which a merge
    left several lines, and `leftovers` lines of records that the lock itself says are no more.
    """

    changes: tuple[FactChange, ...] = ()
    renamed: Mapping[str, str] = field(default_factory=dict)
    repeated: tuple[Repeated, ...] = ()
    leftovers: tuple[LockedFact, ...] = ()

    @property
    def only_computed(self) -> bool:
        """Whether every fact that is stated is as the lock has it.

        Then what follows from them can differ only since two changes were merged, each of which
        stated a part of it: nothing moved that nobody saw.
        """
        disagreed = (one.now for one in self.repeated if not one.agreed)
        moved = (*(change.after for change in self.changes), *disagreed)
        return not self.renamed and all(map(_is_computed, moved))


def _without(parts: Iterable[str], others: Counter[str]) -> str:
    return SEPARATOR.join(without(parts, others.elements())) or "nothing else"


def compare_facts(lock: FactsLock, facts: Facts, aliases: Mapping[str, str]) -> Comparison:
    """All that differs between a lock and the facts as they are; `aliases` lead to new ids."""
    renamed = renamed_since(lock, aliases)
    before = with_new_ids(lock, facts, renamed)
    gone = {*former_records(lock), *(old for old in aliases if old not in renamed)}
    leftovers = [one for one in before.values() if one.record_id in gone and one.key not in facts]
    named = {*renamed.values(), *(f"{old}.{IS}" for old in renamed)}
    skipped = {*lock.repeated, *named, *(line.key for line in leftovers)}
    changes = tuple(
        change
        for change in _changes(before, facts)
        if change.key not in skipped and not (change.after is None and change.record_id in renamed)
    )
    repeated = tuple(Repeated(tuple(lines), facts.get(key)) for key, lines in lock.repeated.items())
    return Comparison(changes, renamed, repeated, tuple(leftovers))


def _changes(before: Mapping[str, LockedFact], facts: Facts) -> Iterator[FactChange]:
    names = {key: line.record_id for key, line in before.items()}
    names |= {key: fact.record_id for key, fact in facts.items()}
    for key in sorted(names, key=lambda key: (names[key], key)):
        was, now = before.get(key), facts.get(key)
        if was is None or now is None or was.text != now.text:
            yield FactChange(was, now)


def former_records(lock: FactsLock) -> dict[str, str]:
    """The records that a lock says are no more, with their kinds."""
    ended = (line.record_id for key, line in lock.facts.items() if _ends(lock, key))
    return {name: lock.facts[name].text for name in ended if name in lock.facts}


def _ends(lock: FactsLock, key: str) -> bool:
    return key.endswith(f".{IS}") and any(
        line.text == GONE for line in (lock.facts[key], *lock.repeated.get(key, ()))
    )
