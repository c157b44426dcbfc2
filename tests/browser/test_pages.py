"""Each kind of page opens anywhere without a fault, for any reader, on any width."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.audit import axe, sideways, told, unfold
from tests.browser.conftest import OpenWindow, Scheme
from tests.browser.kinds import redirects

# What a reader reads: a form is of no use without JavaScript, and is not there then.
WORDS = """article => {
    article.querySelectorAll('form').forEach(form => form.remove());
    return article.innerText;
}"""
BACKGROUND = "() => getComputedStyle(document.body).backgroundColor"
# The page for a wrong address: only a host shows it, and its links are from the host's root.
ERROR_PAGE = "404.html"
KINDS = {
    "index.html",
    "404.html",
    "about.html",
    "method.html",
    "data.html",
    "timeline.html",
    "briefings/index.html",
    "briefings/*",
    "incidents/part",
    *(
        f"{folder}/{name}"
        for folder in ("incidents", "actors", "locations", "sources", "episodes")
        for name in ("index.html", "*")
    ),
}


def test_every_kind_of_page_is_there(kinds: dict[str, str]) -> None:
    assert KINDS - kinds.keys() == set()


def test_opens_without_a_fault(
    home: str, kinds: dict[str, str], window: OpenWindow, subtests: pytest.Subtests
) -> None:
    opened = window(home)
    for kind, path in kinds.items():
        if kind == ERROR_PAGE and home.startswith("file:"):
            continue
        with subtests.test(kind):
            opened.open(path).wait_for_load_state("networkidle")
            problems = opened.watch.problems()
            assert not problems, told(problems)


@pytest.mark.parametrize("width", [1440, 390])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_is_accessible(
    served: str,
    kinds: dict[str, str],
    window: OpenWindow,
    subtests: pytest.Subtests,
    scheme: Scheme,
    width: int,
) -> None:
    opened = window(served, scheme=scheme, width=width)
    for kind, path in kinds.items():
        with subtests.test(kind):
            faults = axe(unfold(opened.open(path)))
            assert not faults, told(faults)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_open_menu_is_accessible(served: str, window: OpenWindow, scheme: Scheme) -> None:
    page = window(served, scheme=scheme, width=390).open("index.html")
    page.locator("label.md-header__button[for=__drawer]").click()
    menu = page.locator(".md-sidebar--primary a.md-nav__link")
    expect(menu.last).to_be_in_viewport()
    assert axe(page) == []
    menu.last.click()
    expect(page.locator("article h1")).to_be_in_viewport()


def test_the_keyboard_skips_the_navigation(home: str, window: OpenWindow) -> None:
    page = window(home).open("index.html")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("article")).to_be_focused()


def test_dark_is_dark(home: str, window: OpenWindow) -> None:
    light, dark = (window(home, scheme=scheme) for scheme in ("light", "dark"))
    colours = [shown.open("index.html").evaluate(BACKGROUND) for shown in (light, dark)]
    brightness = [sum(map(int, colour[4:-1].split(","))) for colour in colours]
    assert brightness[0] > 600 > 200 > brightness[1], colours


def test_does_not_scroll_sideways(
    served: str, kinds: dict[str, str], window: OpenWindow, subtests: pytest.Subtests
) -> None:
    opened = window(served, width=320)
    for kind, path in kinds.items():
        with subtests.test(kind):
            wide = sideways(unfold(opened.open(path)))
            assert not wide, told(wide)


def test_can_be_read_without_javascript(
    home: str, kinds: dict[str, str], window: OpenWindow, subtests: pytest.Subtests
) -> None:
    plain, scripted = window(home, javascript=False), window(home)
    for kind, path in kinds.items():
        if kind == ERROR_PAGE and home.startswith("file:"):
            continue
        with subtests.test(kind):
            articles = [w.open(path).locator("article") for w in (plain, scripted)]
            words = [set(article.evaluate(WORDS).split()) for article in articles]
            assert words[0]
            assert words[1] - words[0] == set(), "words that only JavaScript shows"
            assert plain.watch.problems() == []


@pytest.mark.parametrize("address", ["nowhere.html", "incidents/nowhere.html"])
def test_a_wrong_address_is_answered(served: str, window: OpenWindow, address: str) -> None:
    opened = window(served)
    page = opened.open(address)
    page.wait_for_load_state("networkidle")
    assert page.locator("article h1").is_visible()
    assert [p for p in opened.watch.problems() if "status of 404" not in p] == []
    page.locator("article a").first.click()
    assert page.url.startswith(served)
    assert "nowhere" not in page.url


def test_an_old_address_leads_on(home: str, site: Path, window: OpenWindow) -> None:
    old = redirects(site)
    assert old, "the dataset has no alias"
    page = window(home).open(old[0])
    page.wait_for_url(lambda url: url.split("#")[0] != home + old[0])
    assert page.url.startswith(home)
    assert page.locator("article h1").is_visible()
