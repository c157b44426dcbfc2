"""What is published as fact, in words, so that none of it moves unseen: `content/facts.lock`.

And what the last edition said, so that what moves since then is corrected: `content/edition.lock`.
"""

from sourcebook.ledger.all_facts import published_facts
from sourcebook.ledger.correction_entry import with_correction, with_correction_in_row
from sourcebook.ledger.edition_changes import (
    MovedClaim,
    last_edition,
    moved_claims,
    next_edition,
)
from sourcebook.ledger.edition_lock import (
    EDITION_LOCK_NAME,
    EditionLock,
    PublishedRecord,
    format_edition_lock,
    read_edition_lock,
)
from sourcebook.ledger.edition_problems import moved_figures
from sourcebook.ledger.fact_change import FactChange, count_facts, group_by_record
from sourcebook.ledger.fact_changes import Comparison, compare_facts, former_records
from sourcebook.ledger.fact_problems import changed_facts, file_location_of, name_pages
from sourcebook.ledger.facts_lock import LOCK_NAME, FactsLock, format_lock, read_lock
from sourcebook.ledger.moved_place import distance_moved
from sourcebook.ledger.published_fact import PublishedFact
from sourcebook.ledger.text_facts import SentencesByFact, sentences_by_fact

__all__ = [
    "EDITION_LOCK_NAME",
    "LOCK_NAME",
    "Comparison",
    "EditionLock",
    "FactChange",
    "FactsLock",
    "MovedClaim",
    "PublishedFact",
    "PublishedRecord",
    "SentencesByFact",
    "changed_facts",
    "compare_facts",
    "count_facts",
    "distance_moved",
    "file_location_of",
    "format_edition_lock",
    "format_lock",
    "former_records",
    "group_by_record",
    "last_edition",
    "moved_claims",
    "moved_figures",
    "name_pages",
    "next_edition",
    "published_facts",
    "read_edition_lock",
    "read_lock",
    "sentences_by_fact",
    "with_correction",
    "with_correction_in_row",
]
