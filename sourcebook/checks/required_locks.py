"""The two locks are there, unless the dataset says openly that it keeps none.

A lock that is not there compares nothing with anything: whoever takes it away switches off all
that it guards. So it is missed, and a dataset without one says so on its page of data.
"""

from collections.abc import Iterator
from pathlib import Path

from sourcebook.ledger import LOCK_NAME as FACTS
from sourcebook.link import Graph
from sourcebook.problems import Problem
from sourcebook.quotes import LOCK_NAME as QUOTES


def check_locks(graph: Graph, content: Path, *, quoted: bool) -> Iterator[Problem]:
    """SB710, SB535: a lock that is missing. SB537: one that the dataset says it does not keep.

    `quoted` is whether there is any quotation to lock.
    """
    kept = graph.dataset.keeps_facts_lock, graph.dataset.keeps_quotes_lock
    wanted = bool(graph.records), quoted
    for name, code, is_kept, is_wanted in zip(
        (FACTS, QUOTES), ("SB710", "SB535"), kept, wanted, strict=True
    ):
        display_path, exists = f"{content.name}/{name}", (content / name).exists()
        if is_kept and is_wanted and not exists:
            yield Problem(display_path, 0, code, _MISSING[name])
        if exists and not is_kept:
            yield Problem(display_path, 0, "SB537", _superfluous(name, graph.dataset.locks))


_MISSING = {
    FACTS: (
        "there is no facts.lock, so that no changed fact would be noticed: run "
        "`python build.py facts` and commit the file; if there was one, put that back first, and "
        "the command says what changed since"
    ),
    QUOTES: (
        "there is no quotes.lock, so that nothing says which quotations were found: run "
        "`python build.py quotes` where the captured texts are and commit the file; if there was "
        "one, put it back"
    ),
}


def _superfluous(name: str, locks: str) -> str:
    return (
        f"dataset.yml says `locks: {locks}`, so that nothing compares this file with the records: "
        f"delete that line, or {name}"
    )
