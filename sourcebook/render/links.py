"""Links from one page to the pages of records."""

from collections.abc import Iterable

from markupsafe import Markup, escape

from sourcebook.pages import Page
from sourcebook.render.directory import name_html
from sourcebook.render.page_reads import PageReads
from sourcebook.render.site_data import SiteData


class Links(PageReads):
    """Links from one page to others. `root` is the way from it to the root of the site."""

    root: str

    def __init__(self, site: SiteData, page: Page) -> None:
        super().__init__(site, page)
        self._directory, self.root = site.directory, page.root

    def label(self, record_id: str) -> Markup:
        """What a record is called; a title in another script is marked as such."""
        return self._directory.labels[record_id]

    def publisher(self, source_id: str) -> str:
        """Who published a source."""
        return self._directory.publishers[source_id]

    def url(self, record_id: str, anchor: str = "") -> str:
        """The way from this page to a record's page, or to a place on it."""
        if record_id == self.page.subject and anchor:
            return f"#{anchor}"
        target = self.root + self._directory.urls[record_id]
        return f"{target}#{anchor}" if anchor else target

    def link(self, record_id: str, label: str | None = None, anchor: str = "") -> Markup:
        """A link to a record's page; plain text where that is this page."""
        own = record_id == self.page.subject and not anchor
        if label is None and not anchor:
            return self.label(record_id) if own else self._directory.link(self.root, record_id)
        text = self.label(record_id) if label is None else escape(label)
        if own:
            return text
        # The parts are an id and an anchor of our own and a text that is escaped.
        return Markup(f'<a href="{self.url(record_id, anchor)}">{text}</a>')  # noqa: S704

    def links(self, record_ids: Iterable[str]) -> Markup:
        """Links to several records."""
        return Markup(", ").join(map(self.link, record_ids))

    def name(self, lang: str, text: str) -> Markup:
        """A name, marked with its language and direction."""
        return name_html(self.language, lang, text)
