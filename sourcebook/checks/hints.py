"""The fact that somebody who typed a figure or a date probably meant.

A figure alone proves nothing: nine bunkers are no nine children. So a fact is offered only where
the sentence speaks of what the fact counts; else the message says what to do, and offers none.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from sourcebook.checks.bound_words import words_say
from sourcebook.checks.fact_keys import FactKeys, is_counted
from sourcebook.checks.find_typed import Typed
from sourcebook.checks.fitting import fits
from sourcebook.checks.passages import Passage
from sourcebook.checks.record_names import RecordNames
from sourcebook.derive import Derived
from sourcebook.derive.episodes import incident_ids_of
from sourcebook.link import Graph
from sourcebook.markdown import FactUse, Mention
from sourcebook.models import Episode, Incident

_MOST = 2
"""How many facts a message offers."""
_FAR = 1000
"""So many records are looked at for each thing typed, and no more."""


@dataclass(frozen=True, slots=True)
class FactGuess:
    """A fact that may have been meant."""

    record_id: str
    fact: str


class Hints:
    """What facts say and how records are called, worked out when it is asked for."""

    def __init__(self, graph: Graph, derived: Derived) -> None:
        self.graph, self.derived = graph, derived
        self.facts, self.names = FactKeys(derived), RecordNames(graph)
        self._last: tuple[Passage, tuple[str, ...]] | None = None

    def guesses(self, passage: Passage, one: Typed) -> tuple[FactGuess, ...]:
        """The facts of the records at hand that say what was typed, and speak of what it does."""
        return tuple(islice(dict.fromkeys(self._guesses(passage, one)), _MOST))

    def is_said(self, record_ids: Iterable[str], passage: Passage, one: Typed) -> bool:
        """Whether something in one of these records says what was typed, of what it speaks of.

        How many records and claims there are vouches for nothing.
        """
        return any(
            not is_counted(self.derived.facts(record_id)[fact])
            and fits(self.graph, self.facts, (record_id, fact), passage, one)
            for record_id in record_ids
            for fact in self.facts.facts_saying(record_id, one.key)
        )

    def ids_at_hand(self, passage: Passage) -> tuple[str, ...]:
        """The records that a text may speak of, each once; kept for the next thing typed in it."""
        if self._last is None or self._last[0] is not passage:
            names = dict.fromkeys(islice(self._find_ids_at_hand(passage), _FAR))
            self._last = passage, tuple(names)
        return self._last[1]

    def _guesses(self, passage: Passage, one: Typed) -> Iterator[FactGuess]:
        for record_id in self.ids_at_hand(passage):
            for fact in self.facts.facts_saying(record_id, one.key):
                if passage.plain and not self._same(record_id, fact, one):
                    continue
                if fits(self.graph, self.facts, (record_id, fact), passage, one):
                    yield FactGuess(record_id, fact)

    def _same(self, record_id: str, fact: str, one: Typed) -> bool:
        """Whether what was typed may stand for a fact in words of its own."""
        return words_say(one.text, self.derived.facts(record_id)[fact].text)

    def _find_ids_at_hand(self, passage: Passage) -> Iterator[str]:
        """The records that a sentence may speak of, the nearest first."""
        record = passage.record
        yield from passage.record_ids
        if not isinstance(record, Episode):
            yield record.id
        for hole in self.graph.prose_at(record.id, *passage.path).holes:
            if isinstance(hole, Mention | FactUse):
                yield hole.id
        if isinstance(record, Episode):
            yield from incident_ids_of(self.graph, record.id)
            yield record.id
        elif not isinstance(record, Incident):
            yield from self._records_that_name(record.id)

    def _records_that_name(self, record_id: str) -> Iterator[str]:
        """Where an actor speaks, and what happened at a place."""
        for reverse in ("statements", "incidents", "roles"):
            yield from (link.record_id for link in self.graph.backlinks_to(record_id, reverse))
