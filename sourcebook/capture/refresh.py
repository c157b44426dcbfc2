"""Every quotation checked again, and `content/quotes.lock` written as it then has to be."""

from dataclasses import dataclass
from pathlib import Path

from sourcebook.atomic_file import FileWriteError, write_if_changed
from sourcebook.capture.errors import CaptureError
from sourcebook.link import Graph, link
from sourcebook.load import load
from sourcebook.problems import Severity
from sourcebook.quotes import (
    LOCK_NAME,
    Captures,
    LockedQuotation,
    Verification,
    captures_folder,
    format_lock,
    verify_quotations,
)


@dataclass(frozen=True, slots=True)
class RefreshedLock:
    """The graph and its quotations as they now are; `changed` is whether the lock was written.

    `kept` are lines that no quotation has any more, which stayed because their captured text is
    not at hand; `pruned` those that were taken out all the same.
    """

    graph: Graph
    verification: Verification
    changed: bool
    kept: tuple[LockedQuotation, ...] = ()
    pruned: tuple[LockedQuotation, ...] = ()


def refresh(content: Path, captures: Path | None = None, *, prune: bool = False) -> RefreshedLock:
    """Check every quotation and write the lock, if the dataset keeps one.

    What a captured text elsewhere was found to hold stays in the lock; `prune` takes lines out of
    which the quotation is gone, unless a change of the same source waits to be looked up.

    Raises:
        CaptureError: a record cannot be read; its lines would be lost.
        CapturesFolderError: the folder of captured texts is not there, or is published.
        FileWriteError: the lock cannot be written.
    """
    store = Captures(captures_folder(content, captures))
    graph = load_graph(content)
    verified = verify_quotations(graph, content, store)
    unseen = verified.unseen
    kept = unseen.held if prune else unseen.lines
    changed = graph.dataset.keeps_quotes_lock and _write(content, (*verified.lines, *kept))
    pruned = tuple(line for line in unseen.lines if line not in kept)
    return RefreshedLock(graph, verified, changed, kept, pruned)


def _write(content: Path, lines: tuple[LockedQuotation, ...]) -> bool:
    """Write the lock, or take it away where it would be empty; whether that changed anything."""
    file = content / LOCK_NAME
    if lines:
        return write_if_changed(file, format_lock(lines).encode())
    gone = file.exists()
    try:
        file.unlink(missing_ok=True)
    except OSError as error:
        raise FileWriteError(f"{file}: cannot be taken away: {error.strerror}") from error
    return gone


def load_graph(content: Path) -> Graph:
    """The graph of a dataset.

    Raises:
        CaptureError: a record of it cannot be read.
    """
    loaded = load(content)
    errors = [one for one in loaded.problems if one.severity is Severity.ERROR]
    if loaded.dataset is None or errors:
        first = f"{errors[0].path}:{errors[0].line}: {errors[0].message}" if errors else ""
        raise CaptureError(f"first correct what keeps records from being read: {first}")
    return link(loaded, loaded.dataset)[0]
