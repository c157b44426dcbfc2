"""Publishing is all or nothing: whatever stops it, the site is the old one or the new one."""

import errno
import os
import re
import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from unittest import mock

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sourcebook.publish import MANIFEST, Publication, PublishError, Written
from tests.small_site import tree

Site = Mapping[str, bytes]

OLD: Site = {"a.html": b"1", "b/c.html": b"2", "d": b"3", "e/f": b"4", "g/h/i": b"5"}
# One stays, one changes, a file becomes a folder, a folder a file, one goes with its folders.
NEW: Site = {"a.html": b"1", "b/c.html": b"two", "d/x": b"6", "e": b"7", "j/k": b"8"}


class Killed(BaseException):
    """Stands for a signal or a power cut: nothing in the program catches it."""


def publish(out: Path, site: Site) -> Written:
    publication = Publication(out)
    for path, data in site.items():
        publication.put(path, data)
    return publication.commit(site)


def published(out: Path) -> dict[str, bytes]:
    """The files of a site without the list of them."""
    return {path: data for path, data in tree(out).items() if path != MANIFEST}


def left_beside(out: Path) -> list[str]:
    """What lies beside the site and should not."""
    return sorted(path.name for path in out.parent.iterdir() if path != out)


_OPERATIONS = [
    (Path, "write_bytes"),
    (Path, "mkdir"),
    (Path, "replace"),
    (Path, "unlink"),
    (Path, "rmdir"),
    (shutil, "rmtree"),
    (os, "fsync"),
]


@contextmanager
def stopped(at: int, error: BaseException) -> Iterator[list[str]]:
    """Let only `at` operations on the disk succeed; the next one is half done and then fails."""
    done: list[str] = []

    def counted(name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def operation(*args: Any, **options: Any) -> Any:
            done.append(name)
            if len(done) <= at:
                return real(*args, **options)
            if len(done) == at + 1 and name == "write_bytes":
                real(args[0], args[1][: len(args[1]) // 2])
            if len(done) == at + 1 and name == "rmtree":
                real(next(Path(args[0]).glob("*/"), args[0]), ignore_errors=True)
            raise error

        return operation

    with ExitStack() as stack:
        for owner, name in _OPERATIONS:
            fake = counted(name, getattr(owner, name))
            stack.enter_context(mock.patch.object(owner, name, fake))
        yield done


def how_many(out: Path, site: Site) -> int:
    """How many operations a publication takes."""
    with stopped(10_000, Killed()) as done:
        publish(out, site)
    return len(done)


def test_the_site_is_what_was_put(tmp_path: Path) -> None:
    out = tmp_path / "deep" / "site"
    assert publish(out, OLD) == Written(files=5, changed=5, removed=0)
    assert published(out) == OLD
    assert publish(out, NEW) == Written(files=5, changed=4, removed=3)
    assert published(out) == NEW
    assert not (out / "g").exists(), "a folder that became empty is left"
    assert left_beside(out) == []


def test_what_has_not_changed_is_not_written(tmp_path: Path) -> None:
    out = tmp_path / "site"
    publish(out, OLD)
    before = {path: path.stat().st_mtime_ns for path in out.rglob("*")}
    assert publish(out, OLD) == Written(files=5, changed=0, removed=0)
    assert {path: path.stat().st_mtime_ns for path in out.rglob("*")} == before


def decided(out: Path) -> bool:
    """Whether a publication was cut short after it was decided, so that the next one ends it."""
    return (out.parent / f".{out.name}.staged" / "plan.json").exists()


def check_the_next_run(out: Path, old: Site) -> bool:
    """Look at what a publication of NEW that was stopped has left; whether it had been decided."""
    left, was_decided = published(out), decided(out)
    assert was_decided or left in (old, NEW)
    Publication(out).discard()
    assert published(out) == (NEW if was_decided else left)
    assert left_beside(out) == []
    publish(out, NEW)
    assert published(out) == NEW
    assert left_beside(out) == []
    return was_decided


@pytest.mark.parametrize("old", [{}, OLD])
def test_killed_at_any_moment_the_site_is_the_old_or_the_new_one(old: Site, tmp_path: Path) -> None:
    publish(tmp_path / "count" / "site", old)
    total = how_many(tmp_path / "count" / "site", NEW)
    found = set()
    for at in range(total):
        out = tmp_path / str(at) / "site"
        publish(out, old)
        with stopped(at, Killed()), pytest.raises(Killed):
            publish(out, NEW)
        found.add(check_the_next_run(out, old))
    assert found == {True, False}


def test_killed_again_while_it_finishes(tmp_path: Path) -> None:
    for at in range(1, 30):
        out = tmp_path / str(at) / "site"
        publish(out, OLD)
        for again in (at, 1, 2, 3):
            with stopped(again, Killed()), suppress(Killed):
                publish(out, NEW)
        check_the_next_run(out, OLD)


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EACCES])
def test_a_full_disk_leaves_the_site_and_says_so(code: int, tmp_path: Path) -> None:
    publish(tmp_path / "count" / "site", OLD)
    total = how_many(tmp_path / "count" / "site", NEW)
    told = []
    for at in range(total):
        out = tmp_path / str(at) / "site"
        publish(out, OLD)
        with stopped(at, OSError(code, os.strerror(code))):
            try:
                publish(out, NEW)
            except PublishError as fault:
                told.append(str(fault).rpartition(": cannot be written: ")[2])
        check_the_next_run(out, OLD)
    assert set(told) == {os.strerror(code)}
    assert len(told) > total // 2, "only what is left of the stage may stay there in silence"


def put_all(publication: Publication, site: Site) -> None:
    for path, data in site.items():
        publication.put(path, data)


@pytest.mark.parametrize("late", [0, 1, 2])
def test_of_two_at_once_one_publishes_and_the_other_is_told(late: int, tmp_path: Path) -> None:
    """`late` files of the first are still to be staged when the second begins."""
    out = tmp_path / "site"
    publish(out, OLD)
    first = Publication(out)
    files = list(NEW.items())
    put_all(first, dict(files[late:]))
    second = Publication(out)
    put_all(first, dict(files[:late]))
    put_all(second, {"other": b"9"})
    with pytest.raises(PublishError, match="another build has published here meanwhile"):
        first.commit(NEW)
    first.discard()
    assert published(out) == OLD
    second.commit(["other"])
    assert published(out) == {"other": b"9"}
    publish(out, NEW)
    assert published(out) == NEW
    assert left_beside(out) == []


def test_who_is_overtaken_while_it_works_is_told(tmp_path: Path) -> None:
    out = tmp_path / "site"
    first = Publication(out)
    put_all(first, OLD)
    publish(out, NEW)
    with pytest.raises(PublishError, match="another build has published here meanwhile"):
        first.commit(OLD)
    first.discard()
    assert published(out) == NEW
    assert left_beside(out) == []


def test_what_was_thrown_away_leaves_nothing(tmp_path: Path) -> None:
    out = tmp_path / "site"
    publish(out, OLD)
    publication = Publication(out)
    publication.put("new.html", b"never")
    publication.discard()
    assert published(out) == OLD
    assert left_beside(out) == []


def test_a_foreign_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "home").mkdir()
    (tmp_path / "home" / "letter.txt").write_text("mine")
    with pytest.raises(PublishError, match=r"holds no published\.json, so it is no site of ours"):
        Publication(tmp_path / "home")
    with pytest.raises(PublishError, match=r"letter\.txt: is a file; name a folder for the site"):
        Publication(tmp_path / "home" / "letter.txt")
    with pytest.raises(PublishError, match=r"site: cannot be written"):
        Publication(tmp_path / "home" / "letter.txt" / "site")
    assert tree(tmp_path) == {"home/letter.txt": b"mine"}


def test_an_empty_folder_may_be_used(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    publish(tmp_path / "site", OLD)
    assert published(tmp_path / "site") == OLD


@pytest.mark.parametrize(
    "path",
    ["../x", "a/../../x", "/x", "", ".", "a//x", "a/", "a\\x", "..", "a/./x", "c:\\x"],
)
def test_a_path_that_leads_out_is_refused(path: str, tmp_path: Path) -> None:
    publication = Publication(tmp_path / "site")
    with pytest.raises(PublishError, match="leads out of the site's folder"):
        publication.put(path, b"x")
    publication.discard()
    assert tree(tmp_path) == {}


def test_what_was_never_published_is_never_touched(tmp_path: Path) -> None:
    out = tmp_path / "site"
    publish(out, OLD)
    (out / "CNAME").write_bytes(b"vale.example")
    (out / "g" / "h" / "note.txt").write_bytes(b"mine")
    publish(out, NEW)
    assert published(out) == {**NEW, "CNAME": b"vale.example", "g/h/note.txt": b"mine"}


@pytest.mark.parametrize("foreign", ["e/note.txt", "j", "j/k/x", "d", "b/c.html/x"])
def test_a_foreign_file_in_the_way_stops_the_publication(foreign: str, tmp_path: Path) -> None:
    """Below where a file is to be, or where a folder or a file is to be."""
    out = tmp_path / "site"
    publish(out, {"a.html": b"1", "e/f": b"4"})
    (out / foreign).parent.mkdir(parents=True, exist_ok=True)
    (out / foreign).write_bytes(b"mine")
    before = tree(out)
    message = f"{re.escape(str(out / foreign))}: was not put there by us; move it away"
    with pytest.raises(PublishError, match=message):
        publish(out, NEW)
    assert tree(out) == before
    (out / foreign).unlink()
    publish(out, NEW)
    assert published(out) == NEW


@pytest.mark.parametrize(
    "damage", ['{"files": ', "[]", '{"files": 1}', '{"files": [1]}', '{"files": ["../x"]}']
)
def test_a_damaged_list_is_told(damage: str, tmp_path: Path) -> None:
    out = tmp_path / "site"
    publish(out, OLD)
    (tmp_path / "x").write_text("mine")
    (out / MANIFEST).write_text(damage)
    with pytest.raises(PublishError, match=r"published\.json: is damaged; empty the folder"):
        publish(out, NEW)
    assert published(out) == OLD
    assert left_beside(out) == ["x"]


@pytest.mark.parametrize("new", [NEW, {"a.html": b"1"}])
def test_a_link_that_leads_out_of_the_site_is_not_followed(new: Site, tmp_path: Path) -> None:
    out = tmp_path / "site"
    publish(out, OLD)
    (out / "b").rename(tmp_path / "elsewhere")
    (out / "b").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(PublishError, match="b: was not put there by us"):
        publish(out, new)
    assert tree(tmp_path / "elsewhere") == {"c.html": b"2"}


def test_the_folder_may_be_a_link(tmp_path: Path) -> None:
    (tmp_path / "disk").mkdir()
    (tmp_path / "site").symlink_to(tmp_path / "disk")
    publish(tmp_path / "site", OLD)
    publish(tmp_path / "site", NEW)
    assert published(tmp_path / "disk") == NEW
    assert (tmp_path / "site").is_symlink()


@pytest.mark.parametrize("name", [".", "..", "sub/..", "/"])
def test_the_folder_may_be_named_in_any_way(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "here" / "sub").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "here")
    with pytest.raises(PublishError, match=r"no site of ours|is no folder of its own"):
        Publication(Path(name))
    assert tree(tmp_path) == {}


_NAMES = st.sampled_from("ab")
_PATHS = st.lists(_NAMES, min_size=1, max_size=3).map("/".join)


def _possible(site: dict[str, bytes]) -> bool:
    """Whether no file of a site is a folder of another."""
    return not any(other.startswith(f"{path}/") for path in site for other in site)


_SITES = st.dictionaries(_PATHS, st.binary(max_size=2), max_size=4).filter(_possible)
_RUNS = st.lists(st.tuples(_SITES, st.one_of(st.none(), st.integers(0, 40))), max_size=6)


@settings(max_examples=80, deadline=None)
@given(_RUNS, _SITES)
def test_any_sequence_of_publications_ends_with_the_last(
    runs: list[tuple[Site, int | None]], last: Site
) -> None:
    with TemporaryDirectory() as folder:
        out = Path(folder) / "site"
        for site, at in runs:
            with stopped(10_000 if at is None else at, Killed()):
                try:
                    publish(out, site)
                except Killed:
                    continue
            assert published(out) == site
        publish(out, last)
        assert published(out) == last
        assert left_beside(out) == []
