"""Each check of the harness fails on a page that deserves it, and only there."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser import chromium
from tests.browser.audit import axe, sideways
from tests.browser.conftest import OpenWindow
from tests.browser.kinds import one_of_each, redirects
from tests.browser.server import serve

FRAME = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A page</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">{head}</head>
<body><main><article><h1>A page</h1>{body}</article></main></body></html>"""
STRICT = "<meta http-equiv='Content-Security-Policy' content=\"default-src 'self' data:\">"
WIDE = "<table><tr><td style='white-space:nowrap'>" + "wide " * 100 + "</td></tr></table>"

PAGES = {
    "good": ("", "<p>Words.</p><img src='inside.svg' alt='A dot'>"),
    "image": ("", "<img src='http://elsewhere.invalid/dot.png' alt='A dot'>"),
    "preconnect": ("<link rel='preconnect' href='http://elsewhere.invalid'>", ""),
    "climbs": ("", "<img src='/../outside.png' alt='A dot'>"),
    "missing": ("<script src='missing.js'></script>", ""),
    "console": ("", "<script>console.error('a complaint')</script>"),
    "throws": ("", "<script>throw new Error('a fall')</script>"),
    "warns": ("", "<script>console.warn('a remark')</script>"),
    "refused": (STRICT, "<script>document.title = 'not run'</script>"),
    "socket": ("", "<script>new WebSocket('ws://127.0.0.1:9/')</script>"),
    "nameless": ("", "<img src='inside.svg'>"),
    "faint": ("", "<p style='color:#bbb;background:#fff'>Words.</p>"),
    "faint-dark": (
        "<style>@media (prefers-color-scheme: dark) {p {color: #555; background: #333}}</style>",
        "<p>Words.</p>",
    ),
    "tiny": (
        "<style>button {font-size: 8px; width: 10px; height: 10px; padding: 0; border: 0}</style>",
        "<button>a</button><button>b</button>",
    ),
    "wide": ("", WIDE),
    "cut": ("<style>body {overflow-x: hidden}</style>", WIDE),
    "scrolls": ("", f"<div tabindex='0' style='overflow-x: auto'>{WIDE}</div>"),
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A handmade site with one fault a page."""
    folder = tmp_path_factory.mktemp("handmade")
    for name, (head, body) in PAGES.items():
        (folder / f"{name}.html").write_text(FRAME.format(head=head, body=body), "utf-8")
    dot = "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'></svg>"
    (folder / "inside.svg").write_text(dot, "utf-8")
    return folder


@pytest.fixture(scope="module", params=["http", "file"])
def address(request: pytest.FixtureRequest, folder: Path) -> Iterator[str]:
    """The handmade site's address, on a host and from the disk."""
    if request.param == "file":
        yield f"{folder.as_uri()}/"
    else:
        with serve(folder) as host:
            yield host


@pytest.mark.parametrize(
    ("name", "complaint"),
    [
        ("image", "requests http://elsewhere.invalid/dot.png"),
        ("preconnect", "connects to http://elsewhere.invalid/"),
        ("missing", "console error: Failed to load resource"),
        ("console", "console error: a complaint"),
        ("throws", "uncaught error: a fall"),
        ("refused", "breaks the CSP: "),
        ("socket", "opens a socket to ws://127.0.0.1:9/"),
    ],
)
def test_watch_complains(window: OpenWindow, address: str, name: str, complaint: str) -> None:
    opened = window(address)
    opened.open(f"{name}.html").wait_for_load_state("networkidle")
    assert any(told.startswith(complaint) for told in opened.watch.problems())


@pytest.mark.parametrize("name", ["good", "warns"])
def test_watch_lets_pass(window: OpenWindow, address: str, name: str) -> None:
    opened = window(address)
    opened.open(f"{name}.html").wait_for_load_state("networkidle")
    assert opened.watch.problems() == []


def test_watch_stays_in_the_folder(window: OpenWindow, folder: Path) -> None:
    opened = window(f"{folder.as_uri()}/")
    opened.open("climbs.html")
    assert "requests file:///outside.png" in opened.watch.problems()


def test_watch_starts_again_on_each_page(window: OpenWindow, address: str) -> None:
    opened = window(address)
    opened.open("console.html")
    opened.open("good.html")
    assert opened.watch.problems() == []


@pytest.mark.parametrize(
    ("name", "rule"),
    [("nameless", "image-alt"), ("faint", "color-contrast"), ("tiny", "target-size")],
)
def test_axe_complains(window: OpenWindow, address: str, name: str, rule: str) -> None:
    assert [told.split()[0] for told in axe(window(address).open(f"{name}.html"))][:1] == [rule]


def test_axe_sees_the_dark_page(window: OpenWindow, address: str) -> None:
    assert axe(window(address).open("faint-dark.html")) == []
    dark = axe(window(address, scheme="dark").open("faint-dark.html"))
    assert [told.split()[0] for told in dark] == ["color-contrast"]


def test_axe_looks_at_a_part_of_a_page(window: OpenWindow, address: str) -> None:
    page = window(address).open("faint.html")
    assert axe(page, "h1") == []
    assert [told.split()[0] for told in axe(page, "p, [class*=nosuch]")] == ["color-contrast"]


def test_axe_lets_a_good_page_pass(window: OpenWindow, address: str) -> None:
    assert axe(window(address).open("good.html")) == []


@pytest.mark.parametrize("name", ["wide", "cut"])
def test_sideways_complains(window: OpenWindow, address: str, name: str) -> None:
    assert "table sticks out" in sideways(window(address, width=320).open(f"{name}.html"))


@pytest.mark.parametrize("name", ["good", "scrolls"])
def test_sideways_lets_pass(window: OpenWindow, address: str, name: str) -> None:
    assert sideways(window(address, width=320).open(f"{name}.html")) == []


def test_without_javascript_no_script_runs(window: OpenWindow, address: str) -> None:
    opened = window(address, javascript=False)
    assert opened.open("throws.html").locator("article").inner_text() == "A page"
    assert opened.watch.problems() == []


def test_kinds_are_told_by_place(tmp_path: Path) -> None:
    refresh = '<meta http-equiv="refresh" content="0; url=ayla.html">'
    pages = {"index.html": "", "about.html": "", "actors/index.html": "", "actors/bekir.html": ""}
    pages |= {
        "actors/ayla.html": "",
        "actors/aaa.html": refresh,
        "incidents/2031-05.html": "",
        "incidents/a/b.html": "",
    }
    for path, text in pages.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, "utf-8")
    assert one_of_each(tmp_path) == {
        "about.html": "about.html",
        "actors/*": "actors/ayla.html",
        "actors/index.html": "actors/index.html",
        "incidents/*/*": "incidents/a/b.html",
        "incidents/part": "incidents/2031-05.html",
        "index.html": "index.html",
    }
    assert redirects(tmp_path) == ["actors/aaa.html"]


def test_a_missing_browser_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chromium, "find", lambda: None)
    monkeypatch.delenv("SOURCEBOOK_REQUIRE_BROWSER", raising=False)
    with pytest.raises(pytest.skip.Exception, match="install the package chromium"):
        chromium.find_or_skip()
    monkeypatch.setenv("SOURCEBOOK_REQUIRE_BROWSER", "1")
    with pytest.raises(pytest.fail.Exception, match="install the package chromium"):
        chromium.find_or_skip()


def test_the_site_answers_a_wrong_address_itself(window: OpenWindow, tmp_path: Path) -> None:
    (tmp_path / "404.html").write_text(FRAME.format(head="", body="Not here."), "utf-8")
    with serve(tmp_path) as host:
        page = window(host).open("nowhere.html")
        assert "Not here." in page.locator("article").inner_text()
