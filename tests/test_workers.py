"""Work in several processes gives what work in one gives, and its faults arrive."""

import multiprocessing
import os
from collections.abc import Callable

import pytest

from sourcebook import workers
from sourcebook.publish import PublishError
from sourcebook.render import PageTemplateError
from sourcebook.workers import WorkerError, map_parallel

MANY = range(workers._FEW)
HOME = os.getpid()

pytestmark = pytest.mark.skipif(
    "fork" not in multiprocessing.get_all_start_methods(), reason="this system cannot fork"
)


@pytest.fixture(autouse=True)
def two_processors(monkeypatch: pytest.MonkeyPatch) -> None:
    """Work is spread even where the tests run on one processor."""
    monkeypatch.setattr(os, "sched_getaffinity", lambda _pid: {0, 1}, raising=False)


def where(number: int) -> tuple[int, int]:
    return number, os.getpid()


def test_few_items_are_done_at_home() -> None:
    found = map_parallel(where, range(workers._FEW - 1), None)
    assert found == [(number, HOME) for number in range(workers._FEW - 1)]
    assert map_parallel(where, [], None) == []


def test_many_items_are_done_elsewhere_and_come_back_in_order() -> None:
    found = map_parallel(where, MANY, None)
    assert [number for number, _ in found] == list(MANY)
    assert HOME not in {process for _, process in found}


def test_what_was_read_before_is_shared() -> None:
    read = {number: str(number) for number in MANY}
    assert map_parallel(lambda number: read[number], MANY, None) == [str(number) for number in MANY]


@pytest.mark.parametrize("items", [range(5), MANY])
def test_progress_counts_every_item(items: range) -> None:
    told: list[tuple[str, int, int]] = []
    map_parallel(where, items, lambda *step: told.append(step))
    assert told == [("pages", done, len(items)) for done in range(1, len(items) + 1)]


def fail(fault: Exception) -> Callable[[int], int]:
    def job(number: int) -> int:
        if number == 150:
            raise fault
        return number

    return job


@pytest.mark.parametrize(
    "fault",
    [PublishError("a.html: cannot be written"), PageTemplateError("a.html:3: (page b.html)")],
)
def test_a_fault_arrives_as_it_was(fault: Exception) -> None:
    with pytest.raises(type(fault)) as caught:
        map_parallel(fail(fault), MANY, None)
    assert str(caught.value) == str(fault)
    assert multiprocessing.active_children() == []


def test_a_worker_that_was_killed_is_told(capfd: pytest.CaptureFixture[str]) -> None:
    def job(number: int) -> int:
        if number == 150:
            os.kill(os.getpid(), 9)
        return number

    with pytest.raises(WorkerError, match="a worker process was killed; is there enough memory"):
        map_parallel(job, MANY, None)
    assert multiprocessing.active_children() == []


def test_an_interruption_stops_the_workers() -> None:
    def stop(_step: str, done: int, _total: int) -> None:
        if done == 10:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        map_parallel(where, range(5000), stop)
    assert multiprocessing.active_children() == []
    assert workers._job is None


def test_nothing_is_kept_afterwards() -> None:
    map_parallel(where, MANY, None)
    assert workers._job is None
    with pytest.raises(RuntimeError, match="a worker was started without a job"):
        workers._run(1)
