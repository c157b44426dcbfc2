"""`content/facts.lock`: what is published as fact, in words, so that none of it moves unseen."""

from sourcebook.ledger.compare import Move, by_record, moved, moves, place_of
from sourcebook.ledger.facts import ledger
from sourcebook.ledger.lock import NAME, FactLock, read_lock, written
from sourcebook.ledger.texts import Stated, read_aloud, stated, text_name
from sourcebook.ledger.told import Told

__all__ = [
    "NAME",
    "FactLock",
    "Move",
    "Stated",
    "Told",
    "by_record",
    "ledger",
    "moved",
    "moves",
    "place_of",
    "read_aloud",
    "read_lock",
    "stated",
    "text_name",
    "written",
]
