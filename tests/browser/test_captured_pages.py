"""What is filed of a page holds the letters and digits of its text in Chromium, in that order."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from sourcebook.capture.convert import convert_file
from tests.capture.page_cases import PageCase, page_cases

CASES = [case for case in page_cases() if case.as_browser]
MARK = re.compile(r"⟦[a-z]+ ([^⟦⟧]*)⟧")


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    opened = browser.new_page()
    yield opened
    opened.close()


def letters(text: str) -> str:
    return re.sub(r"[\W_]", "", text)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.title)
def test_a_browser_sees_the_same(case: PageCase, page: Page) -> None:
    html = f"<!doctype html><meta charset=utf-8>{case.page}"
    page.set_content(html)
    seen = page.title() + page.evaluate("document.body.innerText")
    filed = convert_file(html.encode(), "page.html").text
    assert letters(MARK.sub(r"\1", filed)) == letters(seen)
