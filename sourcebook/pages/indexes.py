"""The index of each kind of record, split by year, month or letter where it is long."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator

from sourcebook.language import Language
from sourcebook.link import Graph
from sourcebook.models import Actor, Episode, Incident, Location, Record, Source
from sourcebook.models.when import parse_date
from sourcebook.pages.page import Page, section_of

MOST_ROWS = 500
"""The longest table on one page; longer ones are split by year, month or letter."""

INDEXES: dict[type[Record], str] = {
    Episode: "Episodes",
    Incident: "Incidents",
    Actor: "Actors",
    Location: "Locations",
    Source: "Sources",
}
DATED = (Incident, Source)


def index_pages(graph: Graph) -> Iterator[Page]:
    """The index of each kind, and the pages that it is split into."""
    for kind, title in INDEXES.items():
        yield from _index(graph.language, kind, title, _sorted(graph.all_of(kind)))


def _index(
    language: Language, kind: type[Record], title: str, records: list[Record]
) -> Iterator[Page]:
    """The index of a kind, and the pages that it is split into where it is long.

    Incidents always have a page a year, since a year is what readers ask for.
    """
    long = len(records) > MOST_ROWS
    key = year_of if kind in DATED else _letter
    parts = list(_split(language, kind, records, key)) if long or kind is Incident else []
    above = [part for part in parts if len(part.subject.split("-")) == 1 or key is _letter]
    rows = () if long else tuple(record.id for record in records)
    url, subject = f"{kind.folder}/index.html", f"{kind.kind} index"
    yield Page(url, title, "index", section_of(kind), subject, rows, len(records), _parts(above))
    yield from parts


def _split(
    language: Language, kind: type[Record], records: Iterable[Record], key: Callable[[Record], str]
) -> Iterator[Page]:
    groups: dict[str, list[Record]] = defaultdict(list)
    for record in records:
        groups[key(record)].append(record)
    for name, members in sorted(groups.items()):
        long = len(members) > MOST_ROWS and key is year_of
        parts = list(_split(language, kind, members, _month)) if long else []
        rows = () if long else tuple(record.id for record in members)
        title = f"{INDEXES[kind]}: {_part_title(language, name)}"
        url = f"{kind.folder}/{name}.html"
        subject = f"{kind.kind} {name}"
        counted = (len(members), _parts(parts))
        yield Page(url, title, "part", section_of(kind), subject, rows, *counted)
        yield from parts


def _parts(pages: Iterable[Page]) -> tuple[tuple[str, str, int], ...]:
    return tuple((page.title.partition(": ")[2], page.url, page.total) for page in pages)


def _part_title(language: Language, name: str) -> str:
    """`letter-a` is A, `2022-08` is August 2022."""
    if name == "undated":
        return "without a date"
    return (
        name.removeprefix("letter-").upper() if "letter" in name else language.day(parse_date(name))
    )


def date_interval_of(record: Record) -> str:
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
    return date_interval_of(record)[:4] or "undated"


def _month(record: Record) -> str:
    return date_interval_of(record)[:7] or "undated"


def _letter(record: Record) -> str:
    first = record.label[:1].lower()
    return f"letter-{first}" if first.isascii() and first.isalpha() else "letter-other"


def _sorted(records: Iterable[Record]) -> list[Record]:
    return sorted(
        records, key=lambda record: (date_interval_of(record), record.label.casefold(), record.id)
    )
