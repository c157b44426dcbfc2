"""The view is the only door from a page to the graph, so that what a page reads can be recorded."""

import ast
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest

import sourcebook
from sourcebook.models import Episode
from sourcebook.pages import Page, briefing_url
from sourcebook.render import Renderer
from sourcebook.render.recording import ALL, RecordedMapping
from sourcebook.site import Prepared

PACKAGE = Path(sourcebook.__file__).parent
DOORS = {"page_reads.py", "site_data.py", "recording.py", "texts.py", "view.py"}
"""The modules of `render/` that hold the graph; the others are given a view."""


class Recorder:
    """Keeps what is read: for each kind of thing, the keys."""

    def __init__(self) -> None:
        self.found: dict[str, set[Any]] = defaultdict(set)

    def note(self, what: str, key: Any) -> None:
        self.found[what].add(key)


def reads_of(renderer: Renderer, page: Page) -> dict[str, set[Any]]:
    recorder = Recorder()
    renderer.render(page, recorder)
    return recorder.found


def test_what_a_page_shows_is_recorded(small_prepared: Prepared, small_renderer: Renderer) -> None:
    graph = small_prepared.graph
    for page in small_prepared.pages:
        record = graph.records.get(page.subject)
        if record is None or page.kind == "redirect":
            continue
        found = reads_of(small_renderer, page)
        assert page.subject in found["record"] | found["label"], page.url
        if record.kind not in ("page", "source"):
            assert page.subject in found["analysis"], page.url
        if page.subject in graph.backlinks:
            assert page.subject in found["backlinks"], page.url
        if record.body:
            assert (page.subject, ("body",)) in found["prose"], page.url


def test_every_link_of_a_page_leads_to_what_it_read(
    small_prepared: Prepared, small_renderer: Renderer
) -> None:
    urls = {f"{r.folder}/{r.id}.html": r.id for r in small_prepared.graph.records.values()}
    for page in small_prepared.pages:
        article, found = small_renderer.render(page).article, reads_of(small_renderer, page)
        for url, record_id in urls.items():
            if f'href="{page.root}{url}' in article:
                assert record_id in found["url"], (page.url, url)


def test_a_page_is_the_same_when_it_is_recorded(
    small_prepared: Prepared, small_renderer: Renderer
) -> None:
    episode = small_prepared.graph.all_of(Episode)[0]
    brief = Page(briefing_url(episode.id), episode.title, "briefing", "", episode.id)
    for page in (*small_prepared.pages, brief):
        recorded = small_renderer.render(page, Recorder())
        assert recorded == small_renderer.render(page), page.url


def test_a_page_of_one_record_does_not_read_all(
    small_prepared: Prepared, small_renderer: Renderer
) -> None:
    records = set(small_prepared.graph.records)
    for page in small_prepared.pages:
        if page.kind in ("source", "location", "page"):
            found = reads_of(small_renderer, page)
            assert ALL not in found["record"], page.url
            assert records - found["record"], page.url


def test_a_mapping_tells_what_is_looked_up() -> None:
    recorder = Recorder()
    made = RecordedMapping("record", {"a": 1, "b": 2}, recorder)
    assert made.get("a") == 1
    assert "c" not in made
    assert recorder.found == {"record": {"a", "c"}}
    assert list(made) == ["a", "b"]
    assert recorder.found == {"record": {"a", "c", ALL}}


def _modules() -> list[Path]:
    found = [*(PACKAGE / "render").rglob("*.py"), *(PACKAGE / "briefing").rglob("*.py")]
    return [path for path in found if path.name not in DOORS or path.parent.name != "render"]


@pytest.mark.parametrize("path", _modules(), ids=lambda path: f"{path.parent.name}/{path.name}")
def test_a_graph_is_only_handed_on(path: Path) -> None:
    tree = ast.parse(path.read_text("utf-8"))
    calls = (node for node in ast.walk(tree) if isinstance(node, ast.Call))
    handed = {id(argument) for call in calls for argument in call.args}
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and node.attr in ("graph", "_graph", "_derived"):
            whole = isinstance(node.value, ast.Name) and node.value.id == "context"  # of an output
            assert id(node) in handed or whole, f"{path.name}:{node.lineno}"
