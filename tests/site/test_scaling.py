"""Work grows no faster than the dataset: counted, not measured by a clock."""

from collections import Counter
from cProfile import Profile
from dataclasses import dataclass
from pathlib import Path
from types import CodeType

import pytest

from benchmarks.generate import write
from sourcebook import workers
from sourcebook.link import Graph, Link
from sourcebook.problems import blocks_publication
from sourcebook.site import build, prepare
from tests.conftest import REPOSITORY, lay_out

SIZE = 60
MOST = 2.2
MOST_OF_A_FILE = 3
"""Twice the dataset may take this many times the work: chains of actors grow longer, too."""


@dataclass
class Work:
    """What building a dataset took: calls by the file of the function, links visited, bytes."""

    calls: Counter[str]
    links: int = 0
    pages: int = 0
    bytes: int = 0
    stubs: int = 0


def counted(profile: Profile) -> Counter[str]:
    """The calls of each file's functions, each step of a generator included."""
    calls: Counter[str] = Counter()
    for entry in profile.getstats():
        calls[_file(entry.code)] += entry.callcount
    return calls


def _file(code: CodeType | str) -> str:
    """Our file of a function, or that it is Python's own, or another package's."""
    path = Path("python" if isinstance(code, str) else code.co_filename)
    if path.is_relative_to(REPOSITORY / "sourcebook"):
        return path.relative_to(REPOSITORY).as_posix()
    return "templates" if "templates" in path.parts else path.parts[-2] if path.root else "python"


def work(size: int, root: Path, monkeypatch: pytest.MonkeyPatch) -> Work:
    """Build an invented dataset of so many incidents in `root`, and count."""
    write(size, root / "dataset")
    lay_out(root, root / "dataset")
    done, profile = Work(Counter()), Profile()
    real = Graph.backlinks_to

    def counted_links(graph: Graph, record_id: str, reverse: str) -> tuple[Link, ...]:
        found = real(graph, record_id, reverse)
        done.links += 1 + len(found)
        return found

    with monkeypatch.context() as patch:
        patch.setattr(workers, "_FEW", 1_000_000)  # all in this process, where it is counted
        build(prepare(root), root / "warm")  # frames and caches that every later build finds
        patch.setattr(Graph, "backlinks_to", counted_links)
        with profile:
            prepared = prepare(root)
            build(prepared, root / "site")
    assert not blocks_publication(prepared.problems)
    sizes = [path.stat().st_size for path in (root / "site").rglob("*.html")]
    done.calls = counted(profile)
    done.pages, done.bytes, done.stubs = len(sizes), sum(sizes), len(prepared.stubs)
    return done


FORGETFUL = ("urllib",)
"""It remembers the last 128 addresses: with more sources than that it takes each apart again."""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Work, Work]:
    """The work for a dataset, and for one of twice its size."""
    with pytest.MonkeyPatch.context() as patch:
        one = work(SIZE, tmp_path_factory.mktemp("one") / "project", patch)
        return one, work(2 * SIZE, tmp_path_factory.mktemp("two") / "project", patch)


def test_calls_grow_with_the_dataset(built: tuple[Work, Work]) -> None:
    one, two = built
    assert one.calls.total() > 100_000, "nothing was counted"
    assert two.calls.total() <= MOST * one.calls.total()
    grown = {
        name: (one.calls[name], calls)
        for name, calls in two.calls.items()
        if calls > 2000 and calls > MOST_OF_A_FILE * one.calls[name] and name not in FORGETFUL
    }
    assert grown == {}, "calls for one dataset, and for one of twice its size"


def test_links_are_visited_as_often_as_there_are_more(built: tuple[Work, Work]) -> None:
    one, two = built
    assert 0 < one.links < two.links <= MOST * one.links


def test_pages_grow_in_number_and_not_in_size(built: tuple[Work, Work]) -> None:
    one, two = built
    assert one.pages < two.pages <= MOST * one.pages
    assert two.bytes <= MOST * one.bytes


def test_mkdocs_draws_as_few_pages_for_many_records(
    built: tuple[Work, Work], small_site: Path
) -> None:
    one, two = built
    assert one.stubs == two.stubs
    assert one.stubs < 20
