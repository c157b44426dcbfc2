"""What a reader does: looks a name up, and goes from a sentence to who says it and on."""

from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.audit import axe
from tests.browser.conftest import OpenWindow
from tests.browser.kinds import is_redirect
from tests.browser.markup import Document

# Whether what was followed can be seen: in the window, and not under the bar at its top.
CAN_BE_SEEN = """element => {
    const box = element.getClientRects()[0];
    const seen = document.elementFromPoint(box.left + box.width / 2, box.top + 3);
    return element.contains(seen) || !!seen && seen.contains(element) && seen.closest('article');
}"""


@dataclass(frozen=True)
class Trail:
    """From a page by a note of it to a source, and from there to another page that cites it."""

    start: str
    note: str
    source: str
    other: str


def _records(site: Path, kind: str) -> list[Document]:
    pages = sorted(page for page in (site / kind).glob("*.html") if page.name != "index.html")
    paths = [page.relative_to(site).as_posix() for page in pages if not is_redirect(page)]
    return [Document.read(site, path) for path in paths]


def _trails(site: Path) -> list[Trail]:
    incidents = {document.path for document in _records(site, "incidents")}
    return [
        Trail(document.path, note, source, other)
        for document in _records(site, "incidents")
        for _, note in document.links("article a.cite[href]")
        for source, _ in document.links(f"#{note} a[href]")
        if source.startswith("sources/")
        for other, _ in Document.read(site, source).links("article a[href]")
        if other in incidents - {document.path}
    ]


@pytest.fixture(scope="module")
def trail(site: Path) -> Trail:
    """The first way from a sentence to another incident."""
    trails = _trails(site)
    assert trails, "no incident shares a source with another"
    return trails[0]


@pytest.fixture(scope="module")
def named(site: Path) -> Document:
    """An actor with a name in Arabic script."""
    return next(actor for actor in _records(site, "actors") if actor.select("article [lang=ar]"))


def _link_to(place: Locator, url: str) -> Locator:
    """The first link of a text in a place that a reader can see and that leads to an address."""
    hrefs: list[str] = place.locator("a[href]:not(svg *)").evaluate_all(
        "(links, url) => links.filter(a => a.checkVisibility() && a.href.split('#')[0] === url)"
        ".map(a => a.getAttribute('href'))",
        url,
    )
    assert hrefs, f"no link to {url} can be seen"
    return place.locator(f'a[href="{hrefs[0]}"]:not(svg *)').first


def _see(page: Page, element: Locator) -> None:
    page.wait_for_function(CAN_BE_SEEN, arg=element.element_handle())


def test_from_a_sentence_to_its_source_to_another_incident_and_back(
    home: str, trail: Trail, window: OpenWindow
) -> None:
    opened = window(home)
    page = opened.open(trail.start)
    marker = page.locator(f'article a.cite[href="#{trail.note}"]').first
    note = page.locator(f"li#{trail.note}")
    article = page.locator("article")

    marker.click()
    expect(page).to_have_url(f"{home}{trail.start}#{trail.note}")
    _see(page, note)
    _link_to(note, home + trail.source).click()
    page.wait_for_url(f"{home}{trail.source}*")
    _link_to(article, home + trail.other).click()
    page.wait_for_url(f"{home}{trail.other}*")
    _link_to(article, home + trail.source)

    page.go_back()
    page.go_back()
    _see(page, note)
    note.locator("a.note-back").first.click()
    sentence = page.locator(f"[id='{page.url.partition('#')[2]}']")
    _see(page, sentence)
    assert sentence.evaluate(
        "(place, marker) => place === marker || place.contains(marker)", marker.element_handle()
    )
    assert opened.watch.problems() == []


@pytest.mark.parametrize("width", [1440, 390])
@pytest.mark.parametrize("selector", ["h1", "article [lang=ar]"], ids=["name", "arabic-name"])
def test_search_finds_a_name(
    home: str, named: Document, window: OpenWindow, selector: str, width: int
) -> None:
    opened = window(home, width=width)
    page = opened.open("index.html")
    if width < 1000:
        page.locator("label.md-header__button[for=__search]").click()
    query = page.locator("[data-md-component=search-query]")
    query.click()
    query.fill(named.select(selector)[0].text.strip())
    results = page.locator("[data-md-component=search-result] a[href]")
    expect(results.first).to_be_visible()
    assert axe(page) == []
    found = results.evaluate_all("links => links.map(a => a.href.split(/[?#]/)[0])")
    assert home + named.path in found
    results.nth(found.index(home + named.path)).click()
    page.wait_for_url(f"{home}{named.path}*")
    expect(page.locator("article h1")).to_be_visible()
    assert opened.watch.problems() == []


@pytest.mark.parametrize("width", [1440, 390])
def test_a_link_to_a_folded_question_opens_it(home: str, window: OpenWindow, width: int) -> None:
    """A question of an episode that is folded unfolds for who comes for it, and shows itself."""
    opened = window(home, width=width)
    page = opened.open("episodes/salt-month.html")
    expect(page.locator("#question-1")).to_be_visible()
    expect(page.locator("#question-2")).to_be_hidden()
    page = opened.open("episodes/salt-month.html#question-2")
    expect(page.locator("#question-2")).to_be_visible()
    asked = page.get_by_role("heading", name="Who fired on the harbour?")
    expect(asked).to_be_in_viewport()
    assert asked.evaluate(CAN_BE_SEEN)


def test_on_a_phone_the_parts_of_an_episode_are_one_step_away(
    home: str, window: OpenWindow
) -> None:
    jumps = window(home, width=1440).open("episodes/salt-month.html").locator(".jumps a")
    expect(jumps.first).to_be_hidden()
    page = window(home, width=390).open("episodes/salt-month.html")
    page.locator(".jumps a", has_text="Who says what").click()
    expect(page.locator("h2#contested")).to_be_in_viewport()


def test_on_paper_every_question_stands_open_and_nothing_stands_twice(
    served: str, window: OpenWindow
) -> None:
    page = window(served).open("episodes/salt-month.html")
    page.emulate_media(media="print")
    for body in page.locator(".point__body").all():
        expect(body).to_be_visible()
    page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true })")
    for twice in page.locator(".unprinted").all():
        expect(twice).to_be_hidden()
