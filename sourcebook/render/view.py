"""What a template may ask: links, prose, citations, dates and values, seen from one page."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from markupsafe import Markup

from sourcebook.derive import Attribution, ClaimInScope, RecordAnalysis, Scope
from sourcebook.geo.distance import distance, great_circle
from sourcebook.language import Language
from sourcebook.link import Link
from sourcebook.models import Basis, Citation, Claim, Coordinates, Named, Record, When
from sourcebook.models.when import parse
from sourcebook.render import words
from sourcebook.render.marks import UNDATED, clock_html, day_html, value_html, when_html
from sourcebook.render.positions import outcome
from sourcebook.render.quotations import Check, check_of
from sourcebook.render.texts import Texts
from sourcebook.vocabulary import Population


class View(Texts):
    """A graph and what follows from it, seen from one page, with the pictures of the page."""

    pictures: Mapping[str, Any] = MappingProxyType({})

    # -- records

    def record(self, name: str) -> Record:
        """A record by its id."""
        return self.graph.records[name]

    def analysis(self, record_id: str) -> RecordAnalysis:
        """What follows for a record."""
        return self.derived.analyses[record_id]

    def back(self, name: str, reverse: str) -> tuple[Link, ...]:
        """The links that a record lists under a name."""
        return self.graph.backlinks_to(name, reverse)

    def holder(self, link: Link, depth: int = 2) -> Any:
        """What holds a link: a role, a claim, a relation."""
        return self.graph.linking_element(link, depth)

    # -- dates and places

    def when(self, date: When | None) -> Markup:
        """A date in words, with the time of day, and the date elsewhere where it differs."""
        return UNDATED if date is None else when_html(date, self.graph)

    def day(self, date: When | None) -> Markup:
        """A date in words without the time of day."""
        return UNDATED if date is None else day_html(self.language, date)

    def clock(self, date: When) -> Markup:
        """The time of day of a date, below a heading that names the day."""
        return clock_html(date, self.graph)

    def period(self, text: str) -> Markup:
        """A date that is given as text."""
        return day_html(self.language, parse(text))

    def zone(self, name: str) -> str:
        """Whose calendar a time zone is: the dataset's own word for it, or the zone's city."""
        return self.language.calendar_of(name, self.graph.dataset)

    def distance(self, metres: float) -> str:
        """A distance in metres or kilometres."""
        return distance(metres)

    def apart(self, one: Coordinates, other: Coordinates) -> str:
        """How far two points are from each other."""
        return distance(great_circle((one.lat, one.lon), (other.lat, other.lon)))

    # -- words

    def words(self, code: str) -> str:
        """A code word as a reader sees it."""
        return words.words(code)

    def population(self, population_id: str) -> str:
        """The label of whom or what a figure counts."""
        return self.graph.dataset.label(Population, population_id)

    @property
    def language(self) -> Language:
        """The words for people that the site is published in."""
        return self.graph.language

    def number(self, value: float) -> str:
        """A number with separators."""
        return self.language.number(value)

    def count(self, number: int, one: str, several: str = "") -> str:
        """A number with its noun."""
        return self.language.count(number, one, several)

    # -- claims

    def attributions(self, record_id: str) -> tuple[Attribution, ...]:
        """Who is said to have attacked in an incident; nobody of other records."""
        return self.analysis(record_id).attributions

    def value(self, claim: Claim) -> Markup:
        """What a claim says, in words."""
        if isinstance(claim.value, Named):
            return Markup(" and ").join(map(self.link, claim.value.ids))
        return value_html(claim, self.graph)

    def value_words(self, claim: Claim) -> str:
        """What a claim says, as plain text."""
        return self.language.value(claim.value, self.graph.label)

    def claim(self, holder: str, path: str) -> tuple[str, Claim]:
        """The record and the claim that a path names: `claim`, or `record.claim`."""
        name, _, wanted = path.rpartition(".")
        claims: tuple[Claim, ...] = getattr(self.record(name or holder), "claims", ())
        return name or holder, next(claim for claim in claims if claim.id == wanted)

    def position(self, holder: str, claim: Claim) -> ClaimInScope:
        """How a claim stands in the matrix of the record that holds it."""
        scopes = self.analysis(holder).scopes
        return next(p for scope in scopes for p in scope.claims if p.claim is claim)

    def claim_index(self, name: str, claim: Claim) -> int:
        """The number of a claim in its record."""
        claims: tuple[Claim, ...] = getattr(self.record(name), "claims", ())
        return claims.index(claim)

    def measure(self, claim: Claim) -> str:
        """What a claim is about: its measure, and whom it counts."""
        return words.heading(self.graph.dataset, claim.measure, claim.of)

    def check(self, citation: Citation) -> Check | None:
        """How far what a citation quotes was checked; None where it quotes nothing."""
        return check_of(self.graph, self.derived, citation)

    def outcome(self, scope: Scope) -> str:
        """What the claims of a scope come to, in short; empty where that is long."""
        return outcome(self.graph, scope)

    def claim_words(self, claim: Claim) -> str:
        """What a claim says, as plain text: its measure and value, or its stance."""
        if claim.measure != "responsibility":
            return f"{self.language.in_sentence(self.measure(claim))}: {self.value_words(claim)}"
        named, nobody = words.STANCES[claim.stance or ""]
        return f"{named} {self.value_words(claim)}" if isinstance(claim.value, Named) else nobody

    def claim_sentence(self, claim: Claim) -> str:
        """Who says what, as plain text."""
        who = " and ".join(self.record(by).label for by in claim.by)
        return f"{who} – {self.claim_words(claim)}"

    def moved(self, holder: str, basis: Basis) -> str:
        """That a claim stands otherwise than when a judgement on it was written; else nothing."""
        now = self.derived.claim_status(holder, basis.claim)
        if basis.standing in (None, now) or self.graph.as_of is not None:
            return ""
        return f"{basis.standing} when this was written, {now} now: to be read again"

    def claim_link(self, holder: str, path: str) -> Markup:
        """A link to a claim by its path, in words: who says what."""
        name, claim = self.claim(holder, path)
        return self.link(name, self.claim_sentence(claim), f"claim-{claim.id}")
