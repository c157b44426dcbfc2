"""What the template of a single file may ask: its links stay in the file, or are no links."""

import re
from collections.abc import Iterator, Mapping
from urllib.parse import unquote

from markupsafe import Markup, escape

from sourcebook.briefing.contents import contents
from sourcebook.briefing.inline_images import AssetReader, inline_images
from sourcebook.briefing.style import css_text, inlined, policy
from sourcebook.derive import ClaimInScope
from sourcebook.markdown import FactUse
from sourcebook.models import Coordinates, Episode, Source
from sourcebook.pages import Page
from sourcebook.render.site_data import SiteData
from sourcebook.render.view import View
from sourcebook.vocabulary import DerivationType

_RELATIVE = re.compile(r'<a href="(?!#|https?:|mailto:)[^"]*"[^>]*>(.*?)</a>', re.S | re.I)
_SHORT = 20
"""The longest fact that is kept in one line, in characters."""
_ESCAPED = re.compile(r"(?:%[89A-Fa-f][0-9A-Fa-f])+")
"""Escaped letters beyond ASCII; what else is escaped in an address means something."""


class BriefingView(View):
    """A graph seen from a file that travels alone; `assets` reads what it takes along."""

    def __init__(self, assets: AssetReader, site: SiteData, page: Page) -> None:
        super().__init__(site, page)
        self._assets = assets
        episode = self.record(page.subject)
        if not isinstance(episode, Episode):
            raise TypeError(f"{page.subject} is no episode")
        self.contents = contents(self, episode)

    def url(self, record_id: str, anchor: str = "") -> str:
        """A place in the file; its top for what is not in it."""
        return f"#{(self._place(record_id, anchor) or ('top',))[0]}"

    def link(self, record_id: str, label: str | None = None, anchor: str = "") -> Markup:
        """A link to a place in the file, the note of a source, or plain text."""
        text = self.label(record_id) if label is None else escape(label)
        if isinstance(self.record(record_id), Source):
            return Markup("{}{}").format(text, self._marker(record_id, None))
        place = self._place(record_id, anchor)
        if place is None or (record_id == self.page.subject and not anchor):
            return text
        return Markup('<a href="#{}">{}</a>').format(place[0], text)

    def claim_link(self, record_id: str, path: str) -> Markup:
        """A claim in words, linked to the annex, with its number there."""
        owner, claim = self.claim(record_id, path)
        text = super().claim_link(record_id, path)
        return Markup("{} {}").format(text, self._ref(owner, f"claim-{claim.id}"))

    def ref(self, position: ClaimInScope) -> Markup:
        """The number of a claim, linked to it."""
        return self._ref(position.record_id, f"claim-{position.claim.id}")

    def prose(self, record_id: str, *path: str | int) -> Markup:
        """The prose of a record with its pictures; a relative link out of the file is text."""
        return self._self_contained(record_id, super().prose(record_id, *path))

    def prose_without_citations(self, record_id: str, *path: str | int) -> Markup:
        """The same without its citations."""
        return self._self_contained(record_id, super().prose_without_citations(record_id, *path))

    def marker(self, source_id: str) -> Markup:
        """The number of a source's note."""
        return self._marker(source_id, None)

    def above(self, source: Source) -> Iterator[tuple[str, str]]:
        """What a source is derived from directly, and in what way."""
        terms = self.dataset.terms(DerivationType)
        if source.copy_of is not None:
            yield source.copy_of, terms.of_field("copy_of").label.capitalize()
        for derivation in source.derived_from:
            yield derivation.source, terms[derivation.relation].label.capitalize()

    def address(self, url: str) -> str:
        """A web address as it is read on paper."""
        return readable(url)

    def policy(self, style: str) -> str:
        """The Content Security Policy of the file, which allows its style sheet."""
        return policy(style)

    def css_text(self, text: str) -> Markup:
        """A text as a string of CSS."""
        return css_text(text)

    def inlined(self, css: str) -> Markup:
        """Style sheets of the site as they work in a single file."""
        return inlined(css)

    def point(self, place: Coordinates) -> str:
        """A point in degrees, with no more decimals than how closely it is known allows."""
        return self.language.coordinates(place.lat, place.lon, place.uncertainty_m)

    def uncited(self) -> tuple[Source, ...]:
        """The sources of the incidents that nothing rendered so far cites."""
        cited = {note.source.id for note in self.notes()}
        return tuple(source for source in self.contents.sources if source.id not in cited)

    def note_numbers(self) -> Mapping[str, int]:
        """The numbers of the notes so far, by source."""
        return {note.source.id: note.number for note in self.notes()}

    def _marker(self, source_id: str, at: str | None) -> Markup:
        """A marker without words for who listens: here they stand beside it, or in the note."""
        note, use = self._cite(source_id, at)
        return Markup('<sup>[<a class="cite" id="{}" href="#note-{}">{}</a>]</sup>').format(
            use.anchor, note.number, note.number
        )

    def _place(self, record_id: str, anchor: str) -> tuple[str, str] | None:
        """The anchor of a claim, scope or record in the file, and its number on paper."""
        found = self.contents.annex.places.get((record_id, anchor))
        if found is not None:
            return found.anchor, found.number
        known = self.contents.anchors.get(record_id)
        return None if known is None else (known, "")

    def _ref(self, record_id: str, anchor: str) -> Markup:
        place = self._place(record_id, anchor)
        if place is None:
            return Markup("")
        return Markup('<a class="ref" href="#{}">{}</a>').format(*place)

    def _self_contained(self, record_id: str, html: Markup) -> Markup:
        inward = _RELATIVE.sub(r"\1", html)
        url = self._directory.urls[record_id]
        return Markup(inline_images(inward, url, self._assets))  # noqa: S704

    def _used(self, use: FactUse) -> Markup:
        fact = self.facts(use.id)[use.fact]
        words, place = use.shown(fact.text), self._place(use.id, fact.anchor)
        if place is None:
            return Markup('<span class="fact" title="{}">{}</span>').format(fact.rule, words)
        short = " fact--short" if len(words) <= _SHORT else ""
        number = Markup(' data-claim="{}"').format(place[1]) if place[1] else ""
        return Markup('<a class="fact{}" href="#{}" title="{}"{}>{}</a>').format(
            short, place[0], fact.rule, number, words
        )


def readable(url: str) -> str:
    """A web address as it is read on paper: its escaped letters in their own script."""
    return _ESCAPED.sub(_letters, url)


def _letters(escaped: re.Match[str]) -> str:
    letters = unquote(escaped[0], errors="replace")
    return letters if letters.isprintable() and "\ufffd" not in letters else escaped[0]
