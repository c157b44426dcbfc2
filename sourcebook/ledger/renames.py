"""Records that have another id than in `facts.lock`: their lines move with them."""

import re
from collections.abc import Mapping
from dataclasses import replace

from sourcebook.ledger.facts_lock import FactsLock, LockedFact
from sourcebook.ledger.former_ids import IS
from sourcebook.ledger.published_fact import SEPARATOR, PublishedFact


def renamed_since(lock: FactsLock, aliases: Mapping[str, str]) -> dict[str, str]:
    """The records that the lock has under an id that is now an alias: old id to new."""
    return {
        old: new
        for old, new in aliases.items()
        if old in lock.facts and lock.facts.get(f"{old}.{IS}", _NONE).text != f"now {new}"
    }


_NONE = LockedFact("", "", "")


def with_new_ids(
    lock: FactsLock, facts: Mapping[str, PublishedFact], renamed: Mapping[str, str]
) -> dict[str, LockedFact]:
    """The lines of a lock as they would read had the records always had the ids they have now.

    What is another but for an id is left as it was, and is a change.
    """
    if not renamed:
        return lock.facts
    ids = "|".join(map(re.escape, sorted(renamed, key=len, reverse=True)))
    pattern = re.compile(rf"(?<![\w-])(?:{ids})(?![\w-])")

    def new(text: str) -> str:
        return pattern.sub(lambda match: renamed[match[0]], text)

    ends = {f"{old}.{IS}" for old in renamed}
    found: dict[str, LockedFact] = {}
    for key, line in lock.facts.items():
        moved = new(key)
        stays = (key in facts and key not in ends) or moved in lock.facts or moved not in facts
        kept = key if stays else moved
        record_id = line.record_id if kept == key else facts[kept].record_id
        present = facts[kept].texts if kept in facts else ()
        parts = (new(part) if new(part) in present else part for part in line.parts)
        text = SEPARATOR.join(parts)
        found[kept] = replace(line, key=kept, record_id=record_id, text=text)
    return found
