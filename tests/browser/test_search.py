"""The search box: what is found, by whom and how, and what it costs to load."""

import random
import shutil
from pathlib import Path
from unicodedata import category

import pytest
from playwright.sync_api import Page, Request, expect

from sourcebook.site import build, prepare
from sourcebook.web.search import shards
from sourcebook.web.search.tokenizer import LONGEST, tokenize
from tests.browser.audit import axe, sideways
from tests.browser.conftest import OpenWindow, Scheme
from tests.browser.server import serve
from tests.search_cases import CASES

QUERY = "[data-md-component=search-query]"
STATUS = ".md-search-result__meta"
RESULTS = ".md-search-result__list"
BOX = "[data-search=box]"
WORDS = (
    "([texts, longest]) => texts.map(text => sourcebook['search/tokenizer'].words(text, longest))"
)
INCIDENT = "incidents/depot-nine-strike.html"
BRIGADE = "actors/pinecone-brigade.html"


def search(page: Page, text: str) -> list[str]:
    """Type into the box with the keyboard alone; the addresses found, in order."""
    if not page.locator(QUERY).evaluate("box => box === document.activeElement"):
        page.keyboard.press("/")
    page.keyboard.press("Control+a")
    page.keyboard.type(text)
    expect(page.locator(RESULTS)).to_have_attribute("data-search-for", text)
    links = page.locator(f"{RESULTS} a")
    found: list[str] = links.evaluate_all("links => links.map(link => link.href)")
    return found


# -- words


def test_the_browser_takes_words_apart_as_the_index_does(home: str, window: OpenWindow) -> None:
    chosen = random.Random(1)
    alphabet = [chr(n) for n in range(0x20, 0x11000) if category(chr(n)) not in ("Cn", "Cs", "Co")]
    texts = [*CASES, *("".join(chosen.choices(alphabet, k=60)) for _ in range(500))]
    latin = [char for char in alphabet if ord(char) < 0x700] + [" ", "-", "'"] * 20
    texts += ["".join(chosen.choices(latin, k=60)) for _ in range(500)]
    page = window(home).open("index.html")
    found = page.evaluate(WORDS, [texts, LONGEST])
    for text, parts in zip(texts, found, strict=True):
        assert parts == [list(each) for each in tokenize(text)], ascii(text)


# -- what is found


FOUND = {
    "pinecone": BRIGADE,
    "PINE bri": BRIGADE,
    "Brigade, Pínecone!": BRIGADE,
    "pine-brigade": BRIGADE,
    "كوز": BRIGADE,
    "لِوَاءُ الكوز": BRIGADE,
    "لواء الک": BRIGADE,
    "quelmark": "actors/quellmark.html",
    "جمهوريه": "actors/quellmark.html",
    "الإختبار": "locations/testhaven.html",
    "drone test village": "incidents/village-drone.html",
    "drone قريه": "incidents/village-drone.html",
    "marrow 2032-02-11": "sources/marrow-2032-02-11.html",
    "marrow 2032-02": "sources/marrow-2032-02-11.html",
    "marrow February 11": "sources/marrow-2032-02-11.html",
    "northquell": "locations/north-quell.html",
    "the timeline": "timeline.html",
    "about": "about.html",
}


def test_is_found(home: str, window: OpenWindow, subtests: pytest.Subtests) -> None:
    opened = window(home)
    page = opened.open(INCIDENT)
    for text, address in FOUND.items():
        with subtests.test(text):
            assert home + address in search(page, text)
    assert opened.watch.problems() == []


def test_every_word_has_to_fit(home: str, window: OpenWindow) -> None:
    page = window(home).open("index.html")
    both = search(page, "pinecone brigade")
    assert len(both) == len(search(page, "brigade pinecone")) > 0
    assert len(both) <= len(search(page, "brigade"))
    assert search(page, "pinecone xylophone") == []
    expect(page.locator(STATUS)).to_have_text("No matching documents")
    expect(page.locator(".search-hint")).to_contain_text("Fewer words")


def test_names_come_before_texts_and_whole_words_before_parts(
    served: str, window: OpenWindow
) -> None:
    page = window(served).open("index.html")
    search(page, "quell")
    titles = page.locator(f"{RESULTS} > li:has(h2:text('Locations')) .search-title")
    first, second, *others = titles.all_inner_texts()
    assert [first, second] == ["North Quell", "Quellmark"]
    assert others == sorted(others, key=len), "what lies in North Quell, the shorter title first"
    assert "Depot Nine" in others


@pytest.mark.parametrize("text", ["test village", "testhaven", "The pinecone brigade", "quellmark"])
def test_what_is_called_just_so_comes_first(served: str, window: OpenWindow, text: str) -> None:
    first = search(window(served).open("index.html"), text)[0].removeprefix(served)
    assert (
        first
        == {
            "test village": "locations/test-village.html",
            "testhaven": "locations/testhaven.html",
            "The pinecone brigade": BRIGADE,
            "quellmark": "locations/quellmark-land.html",
        }[text]
    )


def test_what_is_found_is_counted_and_told(home: str, window: OpenWindow) -> None:
    page = window(home).open("index.html")
    found = search(page, "pinecone")
    assert page.locator(STATUS).get_attribute("role") == "status"
    groups = page.locator(f"{RESULTS} > li h2 span").all_inner_texts()
    assert sum(map(int, groups)) == len(found) > 1
    expect(page.locator(STATUS)).to_have_text(f"{len(found)} matching documents")


def test_the_rest_of_a_group_is_shown_when_asked_for(home: str, window: OpenWindow) -> None:
    page = window(home).open("index.html")
    search(page, "2032")
    group = page.locator(f"{RESULTS} > li:has(h2:text('Sources'))")
    links = group.locator("a")
    expect(links).to_have_count(5)
    count = int(group.locator("h2 span").inner_text())
    button = group.get_by_role("button", name=f"Show {count - 5} more Sources")
    button.focus()
    page.keyboard.press("Enter")
    expect(links).to_have_count(count)
    expect(links.nth(5)).to_be_focused()
    expect(group.locator("button")).to_have_count(0)


def test_what_was_typed_is_marked(home: str, window: OpenWindow) -> None:
    page = window(home).open("index.html")
    for text, marks in {
        "pine": ["Pine"],
        "brigáde pinec": ["Pinec", "Brigade"],
        "كوز": ["كوز"],
        "لِوَا": ["لوا"],
    }.items():
        search(page, text)
        hit = page.locator(f'{RESULTS} a[href$="{BRIGADE}"]')
        assert hit.locator("mark").all_inner_texts() == marks


# -- where it leads, and what it costs


@pytest.mark.parametrize("start", ["index.html", INCIDENT])
def test_a_result_leads_to_its_page_and_back_to_the_results(
    home: str, window: OpenWindow, start: str
) -> None:
    opened = window(home)
    page = opened.open(start)
    search(page, "pinecone brigade")
    page.locator(f"{RESULTS} a").first.click()
    page.wait_for_url(f"{home}actors/*")
    expect(page.locator("article h1")).to_contain_text("Pinecone Brigade")
    page.go_back()
    expect(page.locator(QUERY)).to_have_value("pinecone brigade")
    expect(page.locator(f"{RESULTS} a").first).to_be_visible()
    assert opened.watch.problems() == []


def test_what_was_found_can_be_linked(home: str, window: OpenWindow) -> None:
    opened = window(home)
    page = opened.open("actors/index.html?q=pinecone")
    expect(page.locator(f'{RESULTS} a[href$="{BRIGADE}"]')).to_be_visible()
    page.keyboard.press("Escape")
    assert page.url == f"{home}actors/index.html"
    assert opened.watch.problems() == []


def test_nothing_is_loaded_before_it_is_needed(home: str, window: OpenWindow, site: Path) -> None:
    page = window(home).open("index.html")
    page.wait_for_load_state("networkidle")
    loaded: list[str] = []

    def note(request: Request) -> None:
        if "/search/" in request.url:
            loaded.append(request.url.removeprefix(f"{home}search/").partition("?")[0])

    page.on("request", note)
    search(page, "pinecone")
    assert loaded[0] == "manifest.js"
    assert len(loaded) == len(set(loaded)), "nothing is loaded twice"
    assert [name for name in loaded if not (site / "search" / name).is_file()] == []
    search(page, "pinecone brigade")
    assert len(loaded) == len(set(loaded))


def test_without_javascript_there_is_no_box(home: str, window: OpenWindow) -> None:
    page = window(home, javascript=False).open("index.html")
    expect(page.locator(QUERY)).to_be_hidden()
    expect(page.locator("label[for=__search]").first).to_be_hidden()


# -- keys


@pytest.mark.parametrize("key", ["/", "s", "f"])
def test_a_key_opens_the_box(home: str, window: OpenWindow, key: str) -> None:
    page = window(home).open(INCIDENT)
    page.keyboard.press(key)
    query = page.locator(QUERY)
    expect(query).to_be_focused()
    expect(query).to_have_value("")
    page.keyboard.type("fs/")
    expect(query).to_have_value("fs/")


def test_the_keys_can_be_switched_off(served: str, window: OpenWindow) -> None:
    page = window(served).open(INCIDENT)
    page.keyboard.press("s")
    page.get_by_label("The keys /, s and f open the search").uncheck()
    page.reload()
    page.keyboard.press("s")
    expect(page.locator(QUERY)).not_to_be_focused()


def test_arrows_go_through_the_results_and_enter_follows(home: str, window: OpenWindow) -> None:
    page = window(home).open(INCIDENT)
    found = search(page, "pinecone")
    links = page.locator(f"{RESULTS} a")
    page.keyboard.press("ArrowDown")
    expect(links.nth(0)).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(page.locator(QUERY)).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(links.nth(1)).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url(f"{found[1]}*")


def test_enter_takes_the_first_result_even_before_it_is_shown(
    home: str, window: OpenWindow
) -> None:
    page = window(home).open(INCIDENT)
    page.keyboard.press("/")
    page.keyboard.type("pinecone brigade")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{home}{BRIGADE}*")


def test_escape_closes_and_gives_the_focus_back(home: str, window: OpenWindow) -> None:
    page = window(home).open(INCIDENT)
    link = page.locator("article a[href]").first
    link.focus()
    search(page, "pinecone")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Escape")
    expect(link).to_be_focused()
    expect(page.locator(RESULTS)).to_be_hidden()


def test_tab_leaves_the_box_and_closes_it(home: str, window: OpenWindow) -> None:
    page = window(home).open(INCIDENT)
    search(page, "pinecone brigade")
    page.get_by_label("The keys /, s and f open the search").focus()
    page.keyboard.press("Tab")
    expect(page.locator(RESULTS)).to_be_hidden()
    assert page.evaluate("document.activeElement.checkVisibility()")


# -- for every reader


@pytest.mark.parametrize("width", [1440, 390, 320])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_open_box_is_accessible(
    served: str, window: OpenWindow, scheme: Scheme, width: int
) -> None:
    page = window(served, scheme=scheme, width=width).open("about.html")
    page.keyboard.press("/")
    assert axe(page) == []
    for text in ("2032", "كوز", "xylophone"):
        search(page, text)
        assert axe(page, BOX) == []
        assert sideways(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


# -- when things go wrong


def test_data_is_never_markup(project: Path, window: OpenWindow) -> None:
    title = "</script><img src=x onerror=alert(1)> & <b>bold</b>"
    actor = project / "content" / "actors" / "duskland.md"
    actor.write_text(actor.read_text("utf-8").replace("Duskland}", f"'{title}'}}"), "utf-8")
    build(prepare(project), project / "site")
    opened = window(f"{(project / 'site').as_uri()}/")
    page = opened.open("index.html")
    search(page, "onerror")
    shown = page.locator(f"{RESULTS} .search-title").first
    assert shown.inner_text() == title
    assert page.locator(f"{RESULTS} :is(img, b)").count() == 0
    assert opened.watch.problems() == []


def test_a_page_of_the_last_edition_searches_the_new_one(
    project: Path, window: OpenWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shards, "LARGEST", 300)  # several shards even of a small dataset
    build(prepare(project), project / "site")
    with serve(project / "site") as address:
        page = window(address).open("index.html")
        assert search(page, "pinecone")
        added = project / "content" / "actors" / "dawn-two.md"
        added.write_text("---\nnames: {en: Dawn Two}\ntype: state\n---\n", "utf-8")
        build(prepare(project), project / "site")
        assert search(page, "dawn two") == [f"{address}actors/dawn-two.html"]


def test_an_index_that_is_not_there_is_told(site: Path, tmp_path: Path, window: OpenWindow) -> None:
    shutil.copytree(site, tmp_path / "site")
    shutil.rmtree(tmp_path / "site" / "search")
    page = window(f"{(tmp_path / 'site').as_uri()}/").open("index.html")
    page.keyboard.press("/")
    page.keyboard.type("pinecone")
    expect(page.locator(STATUS)).to_have_text("The search index could not be loaded.")
