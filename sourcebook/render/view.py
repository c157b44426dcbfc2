"""What a template may ask: links, prose, citations, dates and values, seen from one page."""

from collections.abc import Iterable
from typing import Any

from markupsafe import Markup, escape

from sourcebook.derive import Derived, Standing
from sourcebook.derive.dates import day_words, elsewhere, in_words
from sourcebook.derive.origins import principal
from sourcebook.derive.places import great_circle
from sourcebook.derive.values import number, value_words
from sourcebook.link import Graph, Link
from sourcebook.markdown import Cited, FactUse, Hole, Mention, Prose
from sourcebook.models import Citation, Claim, Coordinates, Record, Role, When
from sourcebook.models.when import parse
from sourcebook.models.words import LANGUAGES
from sourcebook.models.words import in_words as code_words
from sourcebook.pages import Page, record_url
from sourcebook.render.notes import Note, NoteBook

_RIGHT_TO_LEFT = {"ar", "fa", "he", "ur", "ku-Arab", "ckb", "ps", "yi"}


class View:
    """A graph and what follows from it, seen from one page. It holds the page's notes."""

    def __init__(self, graph: Graph, derived: Derived, page: Page) -> None:
        self.graph, self.derived, self.page = graph, derived, page
        self._book = NoteBook()

    # -- records and links

    def record(self, name: str) -> Record:
        """A record by its id."""
        return self.graph.records[name]

    def standing(self, name: str) -> Standing:
        """What follows for a record."""
        return self.derived.standings[name]

    def back(self, name: str, reverse: str) -> tuple[Link, ...]:
        """The links that a record lists under a name."""
        return self.graph.back(name, reverse)

    def holder(self, link: Link, depth: int = 2) -> Any:
        """What holds a link: a role, a claim, a relation."""
        return self.graph.holder(link, depth)

    def url(self, name: str, anchor: str = "") -> str:
        """The way from this page to a record's page, or to a place on it."""
        if name == self.page.subject and anchor:
            return f"#{anchor}"
        target = record_url(self.graph.records[name])
        return self.page.root + target + (f"#{anchor}" if anchor else "")

    def link(self, name: str, label: str | None = None, anchor: str = "") -> Markup:
        """A link to a record's page; plain text where that is this page."""
        text = label or self.graph.records[name].label
        if name == self.page.subject and not anchor:
            return escape(text)
        return Markup('<a href="{}">{}</a>').format(self.url(name, anchor), text)

    def links(self, names: Iterable[str]) -> Markup:
        """Links to several records."""
        return Markup(", ").join(self.link(name) for name in names)

    def name(self, lang: str, text: str) -> Markup:
        """A name, marked with its language and direction."""
        direction = "rtl" if lang in _RIGHT_TO_LEFT or lang[:2] in _RIGHT_TO_LEFT else "ltr"
        return Markup('<bdi lang="{}" dir="{}">{}</bdi>').format(lang, direction, text)

    # -- prose and citations

    def text(self, name: str, *path: str | int) -> Prose:
        """The prose of a record at a path."""
        return self.graph.text(name, *path)

    def prose(self, name: str, *path: str | int) -> Markup:
        """The prose of a record at a path, with its links, citations and facts."""
        place = "-".join(str(step) for step in path)
        prefix = "cite" if path == ("body",) else f"cite-{place}"
        return Markup(self.text(name, *path).html(lambda hole: self._fill(hole, prefix)))  # noqa: S704

    def plain(self, name: str, *path: str | int) -> str:
        """The first sentence of the prose at a path, as text without citations."""
        sentences = self.text(name, *path).sentences
        return self.sentence(sentences[0].parts) if sentences else ""

    def sentence(self, parts: Iterable[str | Hole]) -> str:
        """A sentence as plain text without its citations."""
        return "".join(part if isinstance(part, str) else self._words(part) for part in parts)

    def cite(self, citation: Citation) -> Markup:
        """The marker of a citation: the number of its note."""
        return self._marker(citation.source, citation.at)

    def cites(self, citations: Iterable[Citation]) -> Markup:
        """The markers of several citations."""
        return Markup("").join(self.cite(citation) for citation in citations)

    def notes(self) -> tuple[Note, ...]:
        """The notes of everything rendered so far."""
        return self._book.notes

    def _fill(self, hole: Hole, prefix: str) -> str:
        if isinstance(hole, Mention):
            return self.link(hole.id, hole.label)
        if isinstance(hole, FactUse):
            return self._fact(hole)
        markers = Markup("").join(self._marker(source, at) for source, at in hole.items)
        return Markup('<span id="{}-{}">{}</span>').format(prefix, hole.number, markers)

    def _marker(self, source: str, at: str | None) -> Markup:
        note, use = self._book.cite(source, at)
        record = self.graph.records[source]
        publisher = getattr(record, "publisher", "")
        words = f"{publisher}, {at}" if at else publisher
        return Markup(
            '<sup class="cite"><a class="cite" id="{}" href="#note-{}" title="{}" '
            'aria-label="Note {}: {}">{}</a></sup>'
        ).format(use.anchor, note.number, words, note.number, words, note.number)

    def _fact(self, use: FactUse) -> Markup:
        fact = self.derived.facts(use.id)[use.fact]
        if use.id not in self.graph.records:
            return Markup('<span class="fact" title="{}">{}</span>').format(fact.rule, fact.words)
        href = self.url(use.id, fact.anchor)
        if href == self.url(use.id) and use.id == self.page.subject:
            return Markup('<span class="fact">{}</span>').format(fact.words)
        return Markup('<a class="fact" href="{}" title="{}">{}</a>').format(
            href, fact.rule, fact.words
        )

    def _words(self, hole: Hole) -> str:
        if isinstance(hole, Mention):
            return hole.label or self.graph.records[hole.id].label
        if isinstance(hole, Cited):
            return ""
        return self.derived.facts(hole.id)[hole.fact].words

    # -- values

    def when(self, date: When | None) -> Markup:
        """A date in words, with the time of day, and the date elsewhere where it differs."""
        if date is None:
            return Markup('<span class="absent">not dated</span>')
        return self._time(date, in_words(date, self.graph.dataset))

    def day(self, date: When | None) -> Markup:
        """A date in words without the time of day."""
        if date is None:
            return Markup('<span class="absent">not dated</span>')
        return self._time(date, day_words(date))

    def elsewhere(self, date: When) -> str:
        """The dates of other zones, where they differ."""
        return "; ".join(elsewhere(date, self.graph.dataset))

    def _time(self, date: When, words: str) -> Markup:
        start = date.start
        if start is None or date.is_period or date.choices or start.day is None:
            return Markup("{}").format(words)
        stamp = date.earliest.isoformat(timespec="minutes") if start.hour is not None else ""
        return Markup('<time datetime="{}">{}</time>').format(
            stamp or date.earliest.date().isoformat(), words
        )

    def value(self, claim: Claim) -> str:
        """What a claim says, in words."""
        return value_words(claim.value, self.graph)

    def words(self, code: str) -> str:
        """A code word as a reader sees it."""
        return code_words(code)

    def number(self, value: float) -> str:
        """A number with separators."""
        return number(value)

    def distance(self, metres: float) -> str:
        """A distance in metres or kilometres."""
        if metres < 1000:
            return f"{metres:.0f} m"
        return f"{metres / 1000:.0f} km" if metres >= 10_000 else f"{metres / 1000:.1f} km"

    def apart(self, one: Coordinates, other: Coordinates) -> float:
        """The distance of two points in metres."""
        return great_circle((one.lat, one.lon), (other.lat, other.lon))

    def month(self, date: When) -> str:
        """The month that a date begins in."""
        return day_words(parse(date.earliest.isoformat()[:7]))

    def day_of(self, date: When) -> Markup:
        """The day, month or year that a date begins in."""
        precise = date.start is not None and date.start.day is not None
        return self.day(parse(date.earliest.date().isoformat()) if precise else date)

    def language(self, tag: str) -> str:
        """The name of a language, or its tag where that is not one of the common ones."""
        return LANGUAGES.get(tag.split("-", maxsplit=1)[0], tag)

    # -- claims and roles

    def claim_index(self, name: str, claim: Claim) -> int:
        """The number of a claim in its record."""
        claims: tuple[Claim, ...] = getattr(self.record(name), "claims", ())
        return claims.index(claim)

    def claim_link(self, holder: str, path: str) -> Markup:
        """A link to a claim by its path, in words: who says what."""
        name, _, claim_id = path.rpartition(".")
        name = name or holder
        claims: tuple[Claim, ...] = getattr(self.record(name), "claims", ())
        claim = next(claim for claim in claims if claim.id == claim_id)
        who = " and ".join(self.record(by).label for by in claim.by)
        label = self.graph.dataset.all_measures[claim.measure].label.lower()
        text = f"{who}: {label}, {self.value(claim)}"
        return self.link(name, text, f"claim-{claim_id}")

    def acknowledged(self, role: Role) -> bool:
        """Whether the actor itself, or who speaks for it, states the role."""
        own = principal(self.graph, role.actor)
        return any(principal(self.graph, by) == own for by in role.by)
