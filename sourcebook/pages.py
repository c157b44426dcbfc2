"""Which pages there are: each kind of page is a row of a table."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from sourcebook.derive.dates import day_words
from sourcebook.link import Graph
from sourcebook.models import (
    KINDS,
    Actor,
    Episode,
    Incident,
    Location,
    Record,
    Source,
)
from sourcebook.models import (
    Page as HandWritten,
)
from sourcebook.models.when import parse
from sourcebook.problems import Problem, quoted

MOST_ROWS = 500
"""The longest table on one page; longer ones are split by year, month or letter."""


BRIEFINGS = "briefings/"
"""The folder of the single-file briefings, which are no pages of the site."""


@dataclass(frozen=True, slots=True)
class Page:
    """A place on the site.

    `url` is relative to the site's root; `kind` names its template; `section` is the stub whose
    frame it is poured into; `subject` is the id of a record, or a key that has a space.
    Of an index: `rows` are the ids of the records that it lists, `total` is their number, and
    `parts` are title, url and number of the pages that it is split into.
    """

    url: str
    title: str
    kind: str
    section: str
    subject: str
    rows: tuple[str, ...] = ()
    total: int = 0
    parts: tuple[tuple[str, str, int], ...] = ()

    @property
    def root(self) -> str:
        """The way from the page to the site's root: empty, or `../` for each folder."""
        return "../" * self.url.count("/")


@dataclass(frozen=True, slots=True)
class PageKind:
    """A row: the kind's name (= its template) and which pages of it a graph has."""

    name: str
    pages: Callable[[Graph], Iterable[Page]]


def record_url(record: Record) -> str:
    """Where a record's own page is."""
    if isinstance(record, HandWritten):
        return f"{record.id}.html"
    return f"{record.folder}/{record.id}.html"


def briefing_url(episode: str) -> str:
    """Where the single-file briefing of an episode is."""
    return f"{BRIEFINGS}{episode}.html"


def _section(record: type[Record] | Record) -> str:
    if isinstance(record, HandWritten):
        return f"{record.id}.md"
    return f"{record.folder}/index.md"


def _records(kind: type[Record]) -> Callable[[Graph], Iterator[Page]]:
    def pages(graph: Graph) -> Iterator[Page]:
        for record in graph.of(kind):
            yield Page(record_url(record), record.label, kind.kind, _section(record), record.id)

    return pages


def _single(
    url: str, title: str, kind: str, section: str = ""
) -> Callable[[Graph], Iterator[Page]]:
    def pages(_: Graph) -> Iterator[Page]:
        yield Page(url, title, kind, section or url.replace(".html", ".md"), f"{kind} page")

    return pages


def _indexes(graph: Graph) -> Iterator[Page]:
    for kind, title in INDEXES.items():
        yield from _index(kind, title, _sorted(graph.of(kind)))


def _index(kind: type[Record], title: str, records: list[Record]) -> Iterator[Page]:
    """The index of a kind, and the pages that it is split into where it is long.

    Incidents always have a page a year, since a year is what readers ask for.
    """
    long = len(records) > MOST_ROWS
    key = year_of if kind in DATED else _letter
    parts = list(_split(kind, records, key)) if long or kind is Incident else []
    above = [part for part in parts if len(part.subject.split("-")) == 1 or key is _letter]
    rows = () if long else tuple(record.id for record in records)
    url, subject = f"{kind.folder}/index.html", f"{kind.kind} index"
    yield Page(url, title, "index", _section(kind), subject, rows, len(records), _parts(above))
    yield from parts


def _split(
    kind: type[Record], records: Iterable[Record], key: Callable[[Record], str]
) -> Iterator[Page]:
    groups: dict[str, list[Record]] = defaultdict(list)
    for record in records:
        groups[key(record)].append(record)
    for name, members in sorted(groups.items()):
        long = len(members) > MOST_ROWS and key is year_of
        parts = list(_split(kind, members, _month)) if long else []
        rows = () if long else tuple(record.id for record in members)
        title = f"{INDEXES[kind]}: {_part_title(name)}"
        url = f"{kind.folder}/{name}.html"
        subject = f"{kind.kind} {name}"
        counted = (len(members), _parts(parts))
        yield Page(url, title, "part", _section(kind), subject, rows, *counted)
        yield from parts


def _parts(pages: Iterable[Page]) -> tuple[tuple[str, str, int], ...]:
    return tuple((page.title.partition(": ")[2], page.url, page.total) for page in pages)


def _part_title(name: str) -> str:
    """`letter-a` is A, `2022-08` is August 2022."""
    if name == "undated":
        return "without a date"
    return name.removeprefix("letter-").upper() if "letter" in name else day_words(parse(name))


def date_of(record: Record) -> str:
    """The span that a record's date can mean, as an ISO 8601 interval; empty where it has none.

    Sorted as text, what began earlier comes first, and of those that began together what ended
    earlier.
    """
    date = getattr(record, "date", None) or getattr(record, "published", None)
    if date is None or date.start is None:
        return ""
    return f"{date.earliest.isoformat()}/{date.latest.isoformat()}"


def year_of(record: Record) -> str:
    """The year that a record's date begins in, or `undated`."""
    return date_of(record)[:4] or "undated"


def _month(record: Record) -> str:
    return date_of(record)[:7] or "undated"


def _letter(record: Record) -> str:
    first = record.label[:1].lower()
    return f"letter-{first}" if first.isascii() and first.isalpha() else "letter-other"


def _sorted(records: Iterable[Record]) -> list[Record]:
    return sorted(records, key=lambda record: (date_of(record), record.label.casefold(), record.id))


def _redirects(graph: Graph) -> Iterator[Page]:
    for alias, owner in sorted(graph.aliases.items()):
        record = graph.records[owner]
        url = record_url(record).replace(f"{owner}.html", f"{alias}.html")
        yield Page(url, f"{record.label} has moved", "redirect", _section(record), owner)


INDEXES: dict[type[Record], str] = {
    Episode: "Episodes",
    Incident: "Incidents",
    Actor: "Actors",
    Location: "Locations",
    Source: "Sources",
}
DATED = (Incident, Source)

PAGE_KINDS: tuple[PageKind, ...] = (
    PageKind("home", _single("index.html", "Home", "home")),
    *(PageKind(model.kind, _records(model)) for model in KINDS.values()),
    PageKind("index", _indexes),
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
