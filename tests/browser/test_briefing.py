"""A briefing, alone in an empty folder on a machine without a network: read, followed, printed."""

import re
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.audit import axe, sideways, told
from tests.browser.conftest import OpenWindow, Scheme, Window

NAME = "salt-month.html"
COLOURS = """() => [...document.querySelectorAll('body, body *')].filter(e => !e.closest('svg'))
    .filter(e => e.checkVisibility()).map(e => getComputedStyle(e))
    .filter(s => s.color !== 'rgb(0, 0, 0)' || !/, 0\\)$|255, 255, 255/.test(s.backgroundColor))
    .map(s => `${s.color} on ${s.backgroundColor}`)"""
SHEETS = {"A4": (595, 842), "Letter": (612, 792)}


@pytest.fixture
def alone(site: Path, tmp_path: Path) -> str:
    """The address of the folder that holds the briefing and nothing else."""
    shutil.copyfile(site / "briefings" / NAME, tmp_path / NAME)
    return f"{tmp_path.resolve().as_uri()}/"


@pytest.mark.parametrize("javascript", [True, False])
def test_opens_alone_and_asks_for_nothing(
    alone: str, window: OpenWindow, *, javascript: bool
) -> None:
    opened = window(alone, javascript=javascript)
    asked: list[str] = []
    opened.page.on("request", lambda request: asked.append(request.url))
    page = opened.open(NAME)
    page.wait_for_load_state("networkidle")
    assert asked == [alone + NAME]
    assert opened.watch.problems() == []
    expect(page.locator("h1")).to_be_visible()


@pytest.mark.parametrize("width", [1440, 390])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_is_accessible(alone: str, window: OpenWindow, scheme: Scheme, width: int) -> None:
    faults = axe(window(alone, scheme=scheme, width=width).open(NAME))
    assert not faults, told(faults)


def test_does_not_scroll_sideways(alone: str, window: OpenWindow) -> None:
    wide = sideways(window(alone, width=320).open(NAME))
    assert not wide, told(wide)


def test_a_figure_leads_to_its_claim_and_from_there_to_the_source(
    alone: str, window: OpenWindow
) -> None:
    page = window(alone).open(NAME)
    page.locator("a.fact[data-claim]").first.click()
    claim = page.locator(":target")
    expect(claim).to_be_in_viewport()
    claim.locator("a.cite").first.click()
    note = page.locator(":target")
    expect(note).to_be_in_viewport()
    assert (note.get_attribute("id") or "").startswith("note-")
    note.locator("a.note-back").first.click()
    expect(page.locator(":target")).to_be_in_viewport()


def test_dark_is_dark_and_paper_is_white(alone: str, window: OpenWindow) -> None:
    page = window(alone, scheme="dark").open(NAME)
    assert page.evaluate("getComputedStyle(document.documentElement).backgroundColor") == (
        "rgb(27, 29, 34)"
    )
    page.emulate_media(media="print")
    assert sorted(set(page.evaluate(COLOURS))) == []


@pytest.mark.parametrize("name", list(SHEETS))
def test_prints_on_sheets_of_the_readers_size(
    alone: str, window: OpenWindow, name: str, tmp_path: Path
) -> None:
    opened: Window = window(alone)
    sheets = opened.open(NAME).pdf(format=name, prefer_css_page_size=True)
    boxes = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", sheets)
    assert len(boxes) >= 5
    assert {(round(float(w)), round(float(h))) for w, h in boxes} <= {
        SHEETS[name],
        (SHEETS[name][0] + 1, SHEETS[name][1] + 1),
    }


def test_what_belongs_together_stays_on_one_sheet(alone: str, window: OpenWindow) -> None:
    page = window(alone).open(NAME)
    page.emulate_media(media="print")
    rules = {
        selector: page.evaluate(
            "([s, p]) => getComputedStyle(document.querySelector(s))[p]", [selector, rule]
        )
        for selector, rule in (
            ("h2", "breakAfter"),
            (".rows tr", "breakInside"),
            (".points-table tbody", "breakInside"),
            ("figure.plate", "breakInside"),
            (".incidents li", "breakInside"),
            (".rows thead", "display"),
        )
    }
    assert rules == {
        "h2": "avoid",
        ".rows tr": "avoid",
        ".points-table tbody": "avoid",
        "figure.plate": "avoid",
        ".incidents li": "avoid",
        ".rows thead": "table-header-group",
    }
