"""A browser, the built site, and a window to look at it through."""

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, Protocol

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser import chromium
from tests.browser.kinds import one_of_each
from tests.browser.server import serve
from tests.browser.watch import Watch, watch

Scheme = Literal["light", "dark"]


@dataclass(frozen=True)
class Window:
    """A window of the browser: its page, and what is to be complained of."""

    page: Page
    watch: Watch

    def open(self, path: str) -> Page:
        """Open a page of the site in this window, with nothing noted of the one before."""
        self.watch.forget()
        self.page.goto(self.watch.home + path)
        return self.page


class OpenWindow(Protocol):
    """Opens a window on a site, closed when the test ends."""

    def __call__(
        self, home: str, *, width: int = 1440, scheme: Scheme = "light", javascript: bool = True
    ) -> Window:
        """Open it; `home` is the site's address, with a slash at its end."""


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The machine's Chromium, started once."""
    program = chromium.find_or_skip()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=chromium.FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def window(browser: Browser) -> Iterator[OpenWindow]:
    """Open windows that keep nothing from one test to the next."""
    with ExitStack() as stack:

        def open_window(
            home: str, *, width: int = 1440, scheme: Scheme = "light", javascript: bool = True
        ) -> Window:
            context = browser.new_context(
                viewport={"width": width, "height": 900},
                color_scheme=scheme,
                java_script_enabled=javascript,
                reduced_motion="reduce",
            )
            stack.callback(context.close)
            # A healthy page here takes well under a second.
            context.set_default_timeout(10_000)
            page = context.new_page()
            return Window(page, watch(page, home))

        yield open_window


@pytest.fixture(scope="session")
def site(small_site: Path) -> Path:
    """The folder of the site, built once from the small dataset."""
    return small_site


@pytest.fixture(scope="session")
def served(site: Path) -> Iterator[str]:
    """The site's address on a static host."""
    with serve(site) as address:
        yield address


@pytest.fixture(scope="session", params=["http", "file"])
def home(request: pytest.FixtureRequest, site: Path) -> str:
    """The site's address, on a host and then from the disk."""
    if request.param == "file":
        return f"{site.resolve().as_uri()}/"
    address: str = request.getfixturevalue("served")
    return address


@pytest.fixture(scope="session")
def kinds(site: Path) -> dict[str, str]:
    """A page of each kind."""
    return one_of_each(site)
