"""Work spread over processes: forked after loading, so that all share what was read."""

import gc
import multiprocessing
import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from typing import Any, TypeVar

T = TypeVar("T")
R = TypeVar("R")

_FEW = 200
"""Below this many items a second process costs more than it saves."""
_CHUNK = 64


class WorkerError(Exception):
    """A process that works for us has ended before its work did."""


Progress = Callable[[str, int, int], None]
"""Called with the step, how much of it is done, and how much there is."""

_job: Callable[[Any], Any] | None = None


@contextmanager
def garbage_collection_off() -> Iterator[None]:
    """Switch garbage collection off: all that is made is kept, and each run would look at it."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def map_parallel(job: Callable[[T], R], items: Sequence[T], progress: Progress | None) -> list[R]:
    """What `job` makes of each item, in order; an exception of any is raised here.

    Raises:
        WorkerError: a process was killed, as systems do when memory runs out.
    """
    results: list[R] = []
    for result in _results(job, items):
        results.append(result)
        if progress is not None:
            progress("pages", len(results), len(items))
    return results


def _results(job: Callable[[T], R], items: Sequence[T]) -> Iterator[R]:
    count = min(len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 1, 8)
    forks = "fork" in multiprocessing.get_all_start_methods() and os.name == "posix"
    if len(items) < _FEW or count < 2 or not forks:
        yield from map(job, items)
        return
    yield from _forked(job, items, count)


def _forked(job: Callable[[T], R], items: Sequence[T], count: int) -> Iterator[R]:
    global _job
    _job = job
    gc.freeze()  # or each collection in a worker would copy the pages that all share
    try:
        # not multiprocessing.Pool, which waits for ever for the work of a process that was killed
        with ProcessPoolExecutor(count, multiprocessing.get_context("fork")) as pool:
            yield from pool.map(_run, items, chunksize=_CHUNK)
    except BrokenProcessPool:
        message = "a worker process was killed; is there enough memory? Nothing was published"
        raise WorkerError(message) from None
    finally:
        _job = None
        gc.unfreeze()


def _run(item: Any) -> Any:
    if _job is None:
        raise RuntimeError("a worker was started without a job")
    return _job(item)
