"""What the facts of records say, so that what somebody typed can be compared with it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from sourcebook.checks.find_typed import Key, find_typed, wider_keys
from sourcebook.derive import Derived, Fact, Scope

_NAMES = ("name", "place")
"""Facts that are names: a number in them counts nothing."""
_FIGURE = len("about 1,000 to 2,000")
"""The longest that a figure is; what is longer is a value in words."""


@dataclass
class FactKeys:
    """What facts say, worked out for a record when it is asked for."""

    derived: Derived
    _by_record: dict[str, dict[Key, list[str]]] = field(default_factory=dict)

    def facts_saying(self, record_id: str, key: Key) -> list[str]:
        """The names of a record's facts that say this, the likeliest to be meant first."""
        if record_id not in self._by_record:
            self._by_record[record_id] = self._read(record_id)
        return self._by_record[record_id].get(key, [])

    def is_claimed(self, record_ids: Iterable[str], key: Key) -> bool:
        """Whether a figure that is claimed in one of these records says this."""
        facts = (
            self.derived.facts(record_id)[fact]
            for record_id in record_ids
            for fact in self.facts_saying(record_id, key)
        )
        return any(
            fact.anchor and len(fact.text) <= _FIGURE and not is_counted(fact) for fact in facts
        )

    def scope_of(self, record_id: str, fact: str) -> Scope | None:
        """The scope that a fact is drawn from; None for what is not claimed."""
        anchor = self.derived.facts(record_id)[fact].anchor
        analysis = self.derived.analyses.get(record_id)
        for scope in analysis.scopes if analysis and anchor else ():
            if anchor == scope.anchor or any(anchor == one.anchor for one in scope.claims):
                return scope
        return None

    def _read(self, record_id: str) -> dict[Key, list[str]]:
        found: dict[Key, list[str]] = {}
        facts = self.derived.facts(record_id)
        for fact in sorted(_named(facts), key=lambda name: _sort_key(name, facts[name])):
            for one in find_typed(facts[fact].text):
                for key in wider_keys(one.key):
                    found.setdefault(key, []).append(fact)
        return found


def is_counted(fact: Fact) -> bool:
    """Whether a fact counts records or claims, and is not what one of them says."""
    return fact.rule.startswith("counted")


def _named(facts: Mapping[str, Fact]) -> list[str]:
    return [fact for fact in facts if fact not in _NAMES]


def _sort_key(name: str, fact: Fact) -> tuple[bool, int, bool, int, str]:
    """What says least beside, and is the record's own, comes first; mere counts come last."""
    return is_counted(fact), len(fact.text), bool(fact.anchor), len(name), name
