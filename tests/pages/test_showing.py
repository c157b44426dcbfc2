"""The pages that are said to show something of a record are all those that change with it."""

from pathlib import Path

import pytest

from sourcebook.pages import ShowingPages
from sourcebook.site import Prepared, build, prepare
from tests.conftest import lay_out
from tests.ledger.branch_edits import changed

CHANGES = {
    "testhaven": ("locations/testhaven.md", "lat: -48.5,", "lat: -48.25,"),
    "ember-log-2032": ("sources/ember-log-2032.md", "Log of the year", "The log of the year"),
    "pinecone-brigade": ("actors/pinecone-brigade.md", "Pinecone Brigade", "Brigade of Pines"),
    "testhaven-rockets": ("incidents/testhaven-rockets.md", "Rockets on", "The rockets on"),
    "depot-nine-strike": ("incidents/depot-nine-strike.md", "value: 4", "value: 5"),
    "quellmark": ("actors/quellmark.md", "type: state", "type: unnamed"),
    "salt-month": ("episodes/salt-month.md", "invented incidents", "made-up incidents"),
}


def html(folder: Path) -> dict[str, bytes]:
    return {
        file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*.html")
    }


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small dataset and its site."""
    root = lay_out(tmp_path_factory.mktemp("showing"))
    build(prepare(root), root / "site")
    return root


@pytest.mark.parametrize("record_id", CHANGES)
def test_every_page_that_changes_is_named(record_id: str, root: Path) -> None:
    file, old, new = CHANGES[record_id]
    before, was = html(root / "site"), (root / "content" / file).read_bytes()
    changed(root / "content" / file, (old, new))
    try:
        prepared = prepare(root)
        build(prepared, root / "site")
        moved = {url for url, page in html(root / "site").items() if before.get(url) != page}
        (root / "content" / file).write_bytes(was)
    finally:
        (root / "content" / file).write_bytes(was)
        build(prepare(root), root / "site")
    named = ShowingPages(prepared.graph, prepared.pages).urls([record_id])
    assert moved
    assert moved <= set(named)
    assert len(named) < len(before)


def test_the_pages_of_the_record_come_first(small_prepared: Prepared) -> None:
    pages = ShowingPages(small_prepared.graph, small_prepared.pages)
    assert pages.urls(["testhaven"])[0] == "locations/testhaven.html"
    assert pages.urls(["no-such-record"]) == []
