"""What a page is to a reader: accessible by rule, and no wider than the window."""

from functools import cache
from importlib import resources
from typing import Any

from playwright.sync_api import Page

# Success criteria of levels A and AA of WCAG 2.0, 2.1 and 2.2; not axe's "best practices".
WCAG = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa")

RUN_AXE = """([tags, within]) => axe.run(within || document, {
    runOnly: {type: 'tag', values: tags}, resultTypes: ['violations'], preload: false,
})"""

# What sticks out of the window, unless it or something around it scrolls by itself or it is kept
# for screen readers only. The body may hide its overflow: text would be cut off then, not seen.
STICKS_OUT = """() => {
    const width = document.documentElement.clientWidth;
    const scrolls = e => /auto|scroll/.test(getComputedStyle(e).overflowX);
    const parents = e => e ? [e, ...parents(e.parentElement)] : [];
    const shown = e => e.checkVisibility({visibilityProperty: true, opacityProperty: true});
    return [...document.querySelectorAll('article *')].filter(e => {
        const box = e.getBoundingClientRect();
        const out = box.right > width + 1 || box.left < -1;
        return out && box.width > 1 && box.height > 1 && shown(e) && !parents(e).some(scrolls);
    }).map(e => `${e.tagName.toLowerCase()}${e.id ? '#' + e.id : ''}${
        e.classList.length ? '.' + [...e.classList].join('.') : ''} sticks out`);
}"""
SCROLLS = """() => {
    const root = document.documentElement;
    return root.scrollWidth > root.clientWidth
        ? [`the page is ${root.scrollWidth} px wide in a window of ${root.clientWidth}`] : [];
}"""


@cache
def _axe() -> str:
    """The source of axe-core; its Python wrapper is not typed and adds nothing that we need."""
    return resources.files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8")


def told(found: list[str]) -> str:
    """What was found, in full and a line each, for the message of an assertion."""
    return "\n".join(["", *found[:20], *(["and so on"] if len(found) > 20 else [])])


def unfold(page: Page) -> Page:
    """Open everything that a reader can open, so that it is looked at too."""
    page.evaluate("document.querySelectorAll('article details').forEach(e => { e.open = true })")
    return page


def axe(page: Page, within: str = "") -> list[str]:
    """What breaks WCAG on the page as it is now: rule, what it asks, where and what is wrong.

    `within` selects what is looked at, where the rest of the page is looked at elsewhere.
    """
    page.evaluate(_axe())
    found: dict[str, Any] = page.evaluate(RUN_AXE, [WCAG, within])
    return [
        f"{fault['id']} ({fault['help']}) at {' '.join(map(str, node['target']))}: "
        + " ".join(node["failureSummary"].split())
        for fault in found["violations"]
        for node in fault["nodes"]
    ]


def sideways(page: Page) -> list[str]:
    """What makes the page scroll sideways, or would if it were not cut off (WCAG 2.2, 1.4.10)."""
    found: list[str] = page.evaluate(SCROLLS) + page.evaluate(STICKS_OUT)
    return found
