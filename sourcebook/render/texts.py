"""The prose of records as HTML: its links, facts and numbered citations."""

import re
from collections.abc import Iterable
from functools import partial

from markupsafe import Markup, escape

from sourcebook.derive.prose_text import prose_text
from sourcebook.markdown import Cited, FactUse, Hole, Mention
from sourcebook.models import Citation, Source
from sourcebook.pages import Page
from sourcebook.render.footnotes import Footnotes, Note, Reference
from sourcebook.render.links import Links
from sourcebook.render.site_data import SiteData

_HEADING = re.compile(r"(</?h)([2-5])\b")
_SHORT = 20
"""The longest fact that is kept in one line, in characters."""


_BEFORE_MARK = re.compile(r'\s+(?=<span id="cite|<sup>)')
"""The space that an author leaves before a citation: its number stands close to the word."""
_BEFORE_STOP = re.compile(r"\s+(?=[.,;:!?…])")
"""The space that a citation leaves which stood before a full stop."""


class Texts(Links):
    """The texts of records, seen from one page. It holds the page's notes."""

    def __init__(self, site: SiteData, page: Page) -> None:
        super().__init__(site, page)
        self._footnotes = Footnotes()

    def prose(self, record_id: str, *path: str | int) -> Markup:
        """The prose of a record at a path, with its links, citations and facts."""
        place = "-".join(str(step) for step in path)
        prefix = "cite" if path == ("body",) else f"cite-{place}"
        own = prefix if record_id == self.page.subject else ""
        html = self.prose_at(record_id, *path).html(partial(self._fill, own))
        return Markup(_BEFORE_MARK.sub("", html))  # noqa: S704

    def narrative(self, record_id: str) -> Markup:
        """The text of a record below a heading of the page: its own headings a level lower."""
        html = self.prose(record_id, "body")
        return Markup(_HEADING.sub(_lower, html)) if "<h2" in html else html  # noqa: S704

    def prose_without_citations(self, record_id: str, *path: str | int) -> Markup:
        """The same without its citations, for where their notes do not stand."""
        html = self.prose_at(record_id, *path).html(self._fill_without_citations)
        return Markup(_BEFORE_STOP.sub("", html))  # noqa: S704

    def plain(self, record_id: str, *path: str | int) -> str:
        """The first sentence of the prose at a path, as text without citations."""
        sentences = self.prose_at(record_id, *path).sentences
        return self.sentence(sentences[0].parts) if sentences else ""

    def sentence(self, parts: Iterable[str | Hole]) -> str:
        """A sentence as plain text without its citations."""
        return prose_text(self._graph, self._derived, parts)

    def cite(self, citation: Citation) -> Markup:
        """The marker of a citation: the number of its note."""
        return self._marker(citation.source, citation.at)

    def cites(self, citations: Iterable[Citation]) -> Markup:
        """The markers of several citations."""
        return Markup("").join(map(self.cite, citations))

    def notes(self) -> tuple[Note, ...]:
        """The notes of everything rendered so far."""
        return self._footnotes.notes

    def _fill(self, prefix: str, hole: Hole) -> str:
        if not isinstance(hole, Cited):
            return self._fill_without_citations(hole)
        markers = Markup("").join(self._marker(source, at) for source, at in hole.items)
        if not prefix:
            return markers
        return f'<span id="{prefix}-{hole.number}">{markers}</span>'

    def _fill_without_citations(self, hole: Hole) -> str:
        if isinstance(hole, Mention):
            return self.link(hole.id, hole.label)
        return self._fact(hole) if isinstance(hole, FactUse) else ""

    def _cite(self, source_id: str, at: str | None) -> tuple[Note, Reference]:
        source = self._graph.records[source_id]
        if not isinstance(source, Source):
            raise TypeError(f"{source_id} is cited, but is no source")
        return self._footnotes.cite(source, at)

    def _marker(self, source_id: str, at: str | None) -> Markup:
        note, use = self._cite(source_id, at)
        publisher = note.source.publisher
        words = escape(f"{publisher}, {at}" if at else publisher)
        return Markup(  # noqa: S704 - numbers, anchors of our own and a text that is escaped
            f'<sup>\u2060[<a class="cite" id="{use.anchor}" href="#note-{note.number}" '
            f'title="{words}" aria-label="Note {note.number}: {words}">{note.number}</a>]</sup>'
        )

    def _fact(self, use: FactUse) -> Markup:
        fact = self._derived.facts(use.id)[use.fact]
        if use.alone:
            return _table(fact.table) if fact.table else Markup("<p>{}</p>").format(self._used(use))
        return self._used(use)

    def _used(self, use: FactUse) -> Markup:
        """A fact in a line of text, linked to where it is shown."""
        fact = self._derived.facts(use.id)[use.fact]
        words = use.shown(fact.text)
        short = " fact--short" if len(words) <= _SHORT else ""
        known = use.id in self._graph.records
        if not known or (not fact.place and use.id == self.page.subject):
            return Markup('<span class="fact{}" title="{}">{}</span>').format(
                short, fact.rule, words
            )
        return Markup('<a class="fact{}" href="{}" title="{}">{}</a>').format(
            short, self.url(use.id, fact.place), fact.rule, words
        )


def _table(rows: tuple[tuple[str, str], ...]) -> Markup:
    """A fact that is a table, its heads first."""
    heads, *body = rows
    head = Markup('<th scope="col">{}</th><th scope="col">{}</th>').format(*map(_begun, heads))
    lines = (Markup('<tr><th scope="row">{}</th><td>{}</td></tr>').format(*row) for row in body)
    table = Markup("<table><thead><tr>{}</tr></thead><tbody>{}</tbody></table>")
    return table.format(head, Markup("").join(lines))


def _begun(text: str) -> str:
    return text[:1].upper() + text[1:]


def _lower(tag: re.Match[str]) -> str:
    return f"{tag[1]}{int(tag[2]) + 1}"
