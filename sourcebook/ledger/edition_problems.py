"""SB703: a figure of the last edition that moved, and nothing that tells its readers."""

from collections.abc import Iterator
from pathlib import Path

from sourcebook.ledger.edition_changes import MovedClaim, last_edition, moved_claims
from sourcebook.ledger.edition_lock import EditionLock, read_edition_lock
from sourcebook.ledger.facts_lock import read_lock
from sourcebook.link import Graph
from sourcebook.models import claims_of
from sourcebook.problems import Problem, quoted

_MEND = (
    '`python build.py facts --correct "why"` writes a correction, which readers of it see; or keep '
    "the claim and add one that supersedes it"
)


def moved_figures(graph: Graph, content: Path) -> Iterator[Problem]:
    """Claims that say something else than in the last edition; none while a record is unread."""
    lock = read_edition_lock(content)
    yield from lock.problems
    if lock.problems or graph.unloadable_ids:
        return
    edition = lock if lock.exists else last_edition(graph, lock, read_lock(content))
    for moved in moved_claims(graph, edition):
        if not _is_there_twice(moved):  # which of the two was published is not to be known
            yield _problem(graph, edition, moved)


def _is_there_twice(moved: MovedClaim) -> bool:
    return [claim.id for claim in claims_of(moved.record)].count(moved.claim_id) > 1


def _problem(graph: Graph, edition: EditionLock, moved: MovedClaim) -> Problem:
    where = f"in edition {edition.edition}" if edition.edition else "as it was published"
    now = f"and now says {quoted(moved.now)}" if moved.claim else "and is gone"
    message = (
        f"'{moved.record.id}.{moved.claim_id}' said {quoted(moved.was)} {where} {now}: {_MEND}"
    )
    path = ("claims", claims_of(moved.record).index(moved.claim), "value") if moved.claim else ()
    return graph.problem(moved.record.id, path, "SB703", message)
