"""Every quotation checked again, and `content/quotes.lock` written as it then has to be."""

from dataclasses import dataclass
from pathlib import Path

from sourcebook.atomic_file import write_if_changed
from sourcebook.capture.errors import CaptureError
from sourcebook.link import Graph, link
from sourcebook.load import load
from sourcebook.problems import Severity
from sourcebook.quotes import (
    LOCK_NAME,
    Captures,
    Verification,
    captures_folder,
    format_lock,
    verify_quotations,
)


@dataclass(frozen=True, slots=True)
class RefreshedLock:
    """The graph and its quotations as they now are; `changed` is whether the lock was written."""

    graph: Graph
    verification: Verification
    changed: bool


def refresh(content: Path, captures: Path | None = None) -> RefreshedLock:
    """Check every quotation and write the lock.

    Raises:
        CaptureError: a record cannot be read; its lines would be lost.
        CapturesFolderError: the folder of captured texts is not there, or is published.
        FileWriteError: the lock cannot be written.
    """
    store = Captures(captures_folder(content, captures))
    graph = load_graph(content)
    verified = verify_quotations(graph, content, store)
    file = content / LOCK_NAME
    if verified.lines:
        return RefreshedLock(
            graph, verified, write_if_changed(file, format_lock(verified.lines).encode())
        )
    gone = file.is_file()
    file.unlink(missing_ok=True)
    return RefreshedLock(graph, verified, gone)


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
