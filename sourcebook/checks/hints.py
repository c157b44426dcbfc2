"""The fact that somebody who typed a figure or a date probably meant."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice

from sourcebook.checks.find_typed import Key, find_typed
from sourcebook.checks.passages import Passage
from sourcebook.derive import Derived, Fact
from sourcebook.derive.episodes import incident_ids_of
from sourcebook.derive.facts import DATASET
from sourcebook.language import FOR_EDITORS
from sourcebook.link import Graph
from sourcebook.markdown import FactUse, Mention
from sourcebook.models import Actor, Episode, Incident, Location, Record, Source

_MOST = 2
"""How many facts a message offers."""
_NAMES = ("name", "place")
"""Facts that are names: a number in them counts nothing."""
_FIGURE = len("about 1,000 to 2,000")
"""The longest that a figure is; what is longer is a value in words."""
_FAR = 1000
"""So many records are looked at for each thing typed, and no more."""
_LONGEST = 100
"""How far to either side a name may go on, in characters."""
_WIDEST = 6
"""The longest name of several words that is looked for, in words to either side."""


@dataclass
class Hints:
    """What facts say and how records are called, worked out for a record when it is asked for."""

    graph: Graph
    derived: Derived
    _facts_by_key: dict[str, dict[Key, list[str]]] = field(default_factory=dict)
    _names: frozenset[str] | None = None
    _last: tuple[Passage, tuple[str, ...]] | None = None

    def __call__(self, passage: Passage, key: Key) -> str:
        """`; did you mean {{…}}?` where facts of the records at hand say the same, else nothing."""
        found: list[str] = []
        for name in self._ids_at_hand(passage):
            found += [
                f"{{{{{name}.{fact}}}}}" for fact in self.facts_by_key(name).get(key, ())[:_MOST]
            ]
            if len(found) >= _MOST:
                break
        listed = FOR_EDITORS.join_list(found[:_MOST], "or")
        return f"; did you mean {listed}?" if found else ""

    def is_claimed(self, passage: Passage, key: Key) -> bool:
        """Whether a figure that is claimed of the records at hand says this."""
        facts = (
            self.derived.facts(record_id)[fact]
            for record_id in self._ids_at_hand(passage)
            for fact in self.facts_by_key(record_id).get(key, ())
        )
        return any(fact.anchor and len(fact.text) <= _FIGURE for fact in facts)

    def facts_say(self, record_ids: Iterable[str], key: Key) -> bool:
        """Whether a fact of one of these records says this."""
        return any(key in self.facts_by_key(name) for name in islice(record_ids, _FAR))

    def facts_by_key(self, record_id: str) -> dict[Key, list[str]]:
        """Everything that the facts of a record say, each with the facts that say it."""
        if record_id not in self._facts_by_key:
            self._facts_by_key[record_id] = self._read_facts(record_id)
        return self._facts_by_key[record_id]

    def linked_ids(self, record: Record) -> Iterator[str]:
        """A record, what belongs to it and what names it."""
        yield record.id
        for links in self.graph.backlinks.get(record.id, {}).values():
            for link in links:
                yield link.record_id
        if isinstance(record, Incident):
            yield record.location
        yield DATASET

    def is_name(self, words: str, start: int, end: int) -> bool:
        """Whether the text at a place of a passage is part of a name of a record."""
        before = words[max(0, start - _LONGEST) : start].split(" ")
        after = words[end : end + _LONGEST].split(" ")
        pieces = [*before[:-1], before[-1] + words[start:end] + after[0], *after[1:]]
        here = len(before) - 1
        for begin in range(max(0, here - _WIDEST), here + 1):
            for stop in range(here + 1, min(len(pieces), here + _WIDEST) + 1):
                if _comparable_name(" ".join(pieces[begin:stop])) in self.names:
                    return True
        return False

    @property
    def names(self) -> frozenset[str]:
        """The names of actors, locations and publishers."""
        if self._names is None:
            self._names = frozenset(map(_comparable_name, _names_of(self.graph.records.values())))
        return self._names

    def _ids_at_hand(self, passage: Passage) -> tuple[str, ...]:
        """The records that a text may speak of, each once; kept for the next thing typed in it."""
        if self._last is None or self._last[0] is not passage:
            names = dict.fromkeys(islice(self._find_ids_at_hand(passage), _FAR))
            self._last = passage, tuple(names)
        return self._last[1]

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
            yield from (link.record_id for link in self.graph.backlinks_to(record.id, "statements"))

    def _read_facts(self, record_id: str) -> dict[Key, list[str]]:
        found: dict[Key, list[str]] = {}
        facts = self.derived.facts(record_id)
        named = [fact for fact in facts if fact not in _NAMES]
        for fact in sorted(named, key=lambda name: _sort_key(name, facts[name])):
            for one in find_typed(facts[fact].text):
                for key in _wider_keys(one.key):
                    found.setdefault(key, []).append(fact)
        return found


def _sort_key(name: str, fact: Fact) -> tuple[bool, int, bool, int, str]:
    """What says least beside, and is the record's own, comes first; mere counts come last."""
    counted = fact.rule.startswith("counted")
    return counted, len(fact.text), bool(fact.anchor), len(name), name


def _wider_keys(key: Key) -> Iterator[Key]:
    """What a thing says, and what it says in part: a day is of a month, and of a year."""
    yield key
    if key[0] == "date":
        _, day, month, year = key
        for part in ((day, month, None), (None, month, year), (None, month, None)):
            if part != (day, month, year) and any(part):
                yield ("date", *part)
        if month is not None:
            yield ("date", None, None, year)


def _names_of(records: Iterable[Record]) -> Iterator[str]:
    for record in records:
        if isinstance(record, Actor | Location):
            yield from record.names.values()
            yield from record.variants
        elif isinstance(record, Source):
            yield record.publisher


def _comparable_name(words: str) -> str:
    """A name as it is compared: without marks around it, and without a genitive."""
    bare = words.strip(" .,;:!?()[]…\ufffd\ufffc'’").lower()
    return bare.removesuffix("'s").removesuffix("’s")
