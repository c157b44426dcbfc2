"""Which pages there are: each kind of page is a row of a table."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from sourcebook.link import Graph
from sourcebook.models import KINDS, Record
from sourcebook.pages.indexes import DATED, INDEXES, MOST_ROWS, date_of, index_pages, year_of
from sourcebook.pages.page import BRIEFINGS, Page, briefing_url, record_url, section_of
from sourcebook.problems import Problem, quoted

__all__ = [
    "BRIEFINGS", "DATED", "INDEXES", "MOST_ROWS", "PAGE_KINDS", "Page", "PageKind", "briefing_url",
    "date_of", "plan", "record_url", "stubs", "year_of",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class PageKind:
    """A row: the kind's name (= its template) and which pages of it a graph has."""

    name: str
    pages: Callable[[Graph], Iterable[Page]]


def _records(kind: type[Record]) -> Callable[[Graph], Iterator[Page]]:
    def pages(graph: Graph) -> Iterator[Page]:
        for record in graph.all_of(kind):
            yield Page(record_url(record), record.label, kind.kind, section_of(record), record.id)

    return pages


def _single(
    url: str, title: str, kind: str, section: str = ""
) -> Callable[[Graph], Iterator[Page]]:
    def pages(_: Graph) -> Iterator[Page]:
        yield Page(url, title, kind, section or url.replace(".html", ".md"), f"{kind} page")

    return pages


def _redirects(graph: Graph) -> Iterator[Page]:
    for alias, owner in sorted(graph.aliases.items()):
        record = graph.records[owner]
        url = record_url(record).replace(f"{owner}.html", f"{alias}.html")
        yield Page(url, f"{record.label} has moved", "redirect", section_of(record), owner)


PAGE_KINDS: tuple[PageKind, ...] = (
    PageKind("home", _single("index.html", "Home", "home")),
    *(PageKind(model.kind, _records(model)) for model in KINDS.values()),
    PageKind("index", index_pages),
    PageKind("briefings", _single(f"{BRIEFINGS}index.html", "Briefings", "briefings")),
    PageKind("timeline", _single("timeline.html", "Timeline", "timeline")),
    PageKind("data", _single("data.html", "Data", "data")),
    PageKind("corrections", _single("corrections.html", "Corrections", "corrections")),
    PageKind("404", _single("404.html", "Page not found", "404", "404.html")),
    PageKind("redirect", _redirects),
)


def plan(graph: Graph) -> tuple[tuple[Page, ...], tuple[Problem, ...]]:
    """Every page, sorted by url, and a problem for each that wants another's url."""
    taken: dict[str, Page] = {}
    problems = []
    for kind in PAGE_KINDS:
        for page in kind.pages(graph):
            other = taken.setdefault(page.url, page)
            if other is not page:
                problems.append(_clash(graph, page, other))
    return tuple(taken[url] for url in sorted(taken)), tuple(problems)


def stubs(pages: Iterable[Page]) -> dict[str, str]:
    """The sections that frames are needed for: the stub's uri and the title of its own page."""
    pages = tuple(pages)
    titles = {page.url.replace(".html", ".md"): page.title for page in pages}
    titles |= {page.url: page.title for page in pages if page.section == page.url}
    return {section: titles[section] for section in sorted({page.section for page in pages})}


def _clash(graph: Graph, page: Page, other: Page) -> Problem:
    owner = page if page.subject in graph.records else other
    titles = f"{quoted(page.title)} and {quoted(other.title)}"
    message = f"two pages want the address {page.url}: {titles}"
    if owner.subject not in graph.records:
        return Problem(graph.dataset.title, 0, "SB205", message)
    return graph.problem(owner.subject, (), "SB205", message)
