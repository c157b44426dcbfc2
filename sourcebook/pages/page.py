"""A place on the site, and the addresses of records."""

from dataclasses import dataclass

from sourcebook.models import HandwrittenPage, Record

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


def record_url(record: Record) -> str:
    """Where a record's own page is."""
    if isinstance(record, HandwrittenPage):
        return f"{record.id}.html"
    return f"{record.folder}/{record.id}.html"


def briefing_url(episode_id: str) -> str:
    """Where the single-file briefing of an episode is."""
    return f"{BRIEFINGS}{episode_id}.html"


def section_of(record: type[Record] | Record) -> str:
    """The stub whose frame the page of a record, or the pages of a kind, are poured into."""
    if isinstance(record, HandwrittenPage):
        return f"{record.id}.md"
    return f"{record.folder}/index.md"
