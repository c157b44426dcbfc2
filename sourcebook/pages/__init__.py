"""Which pages there are: each kind of page is a row of a table, which `render` has."""

from collections.abc import Callable, Iterable, Iterator
from typing import Protocol

from sourcebook.link import Graph
from sourcebook.models import Record
from sourcebook.pages.indexes import (
    DATED,
    INDEXES,
    MOST_ROWS,
    date_interval_of,
    index_pages,
    year_of,
)
from sourcebook.pages.page import BRIEFINGS, Page, briefing_url, record_url, section_of
from sourcebook.pages.redirects import redirect_pages
from sourcebook.pages.showing import ShowingPages
from sourcebook.problems import Problem, quoted

__all__ = [
    "BRIEFINGS", "DATED", "INDEXES", "MOST_ROWS", "Page", "PageSet", "ShowingPages", "briefing_url",
    "date_interval_of", "frame_stubs", "index_pages", "plan_pages", "record_pages", "record_url",
    "redirect_pages", "single_page", "year_of",
]  # fmt: skip


class PageSet(Protocol):
    """Whatever says which pages of one kind a graph has: a row of the table of kinds."""

    @property
    def pages(self) -> Callable[[Graph], Iterable[Page]]:
        """Gives the pages of a graph."""


def record_pages(kind: type[Record]) -> Callable[[Graph], Iterator[Page]]:
    """A page for each record of a kind."""

    def pages(graph: Graph) -> Iterator[Page]:
        for record in graph.all_of(kind):
            yield Page(record_url(record), record.label, kind.kind, section_of(record), record.id)

    return pages


def single_page(
    url: str, title: str, kind: str, section: str = ""
) -> Callable[[Graph], Iterator[Page]]:
    """One page, which every site has."""

    def pages(_: Graph) -> Iterator[Page]:
        yield Page(url, title, kind, section or url.replace(".html", ".md"), f"{kind} page")

    return pages


def plan_pages(
    graph: Graph, kinds: Iterable[PageSet]
) -> tuple[tuple[Page, ...], tuple[Problem, ...]]:
    """Every page, sorted by url, and a problem for each that wants another's url."""
    taken: dict[str, Page] = {}
    problems = []
    for kind in kinds:
        for page in kind.pages(graph):
            other = taken.setdefault(page.url, page)
            if other is not page:
                problems.append(_url_clash(graph, page, other))
    return tuple(taken[url] for url in sorted(taken)), tuple(problems)


def frame_stubs(pages: Iterable[Page]) -> dict[str, str]:
    """The sections that frames are needed for: the stub's uri and the title of its own page."""
    pages = tuple(pages)
    titles = {page.url.replace(".html", ".md"): page.title for page in pages}
    titles |= {page.url: page.title for page in pages if page.section == page.url}
    return {section: titles[section] for section in sorted({page.section for page in pages})}


def _url_clash(graph: Graph, page: Page, other: Page) -> Problem:
    owner = page if page.subject in graph.records else other
    titles = f"{quoted(page.title)} and {quoted(other.title)}"
    message = f"two pages want the address {page.url}: {titles}"
    if owner.subject not in graph.records:
        return Problem(graph.dataset.title, 0, "SB205", message)
    return graph.problem(owner.subject, (), "SB205", message)
