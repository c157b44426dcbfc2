"""`content/facts.lock`: what is published as fact, in words, so that none of it moves unseen."""

from sourcebook.ledger.all_facts import published_facts
from sourcebook.ledger.fact_changes import (
    FactChange,
    changed_facts,
    compare_facts,
    file_location_of,
    group_by_record,
)
from sourcebook.ledger.facts_lock import LOCK_NAME, FactsLock, format_lock, read_lock
from sourcebook.ledger.published_fact import PublishedFact
from sourcebook.ledger.text_facts import (
    SentencesByFact,
    sentences_by_fact,
    text_field_name,
)

__all__ = [
    "LOCK_NAME",
    "FactChange",
    "FactsLock",
    "PublishedFact",
    "SentencesByFact",
    "changed_facts",
    "compare_facts",
    "file_location_of",
    "format_lock",
    "group_by_record",
    "published_facts",
    "read_lock",
    "sentences_by_fact",
    "text_field_name",
]
