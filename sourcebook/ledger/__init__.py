"""`content/facts.lock`: what is published as fact, in words, so that none of it moves unseen."""

from sourcebook.ledger.all_facts import published_facts
from sourcebook.ledger.fact_change import FactChange, count_facts, group_by_record
from sourcebook.ledger.fact_changes import Comparison, compare_facts, former_records
from sourcebook.ledger.fact_problems import changed_facts, file_location_of
from sourcebook.ledger.facts_lock import LOCK_NAME, FactsLock, format_lock, read_lock
from sourcebook.ledger.published_fact import PublishedFact
from sourcebook.ledger.text_facts import SentencesByFact, sentences_by_fact

__all__ = [
    "LOCK_NAME",
    "Comparison",
    "FactChange",
    "FactsLock",
    "PublishedFact",
    "SentencesByFact",
    "changed_facts",
    "compare_facts",
    "count_facts",
    "file_location_of",
    "format_lock",
    "former_records",
    "group_by_record",
    "published_facts",
    "read_lock",
    "sentences_by_fact",
]
