"""What a page may read and show: the only door from it to the graph and its facts."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

from markupsafe import Markup

from sourcebook.charts.relations import RelationIndex
from sourcebook.derive import Attribution, ClaimInScope, Fact, RecordAnalysis, Scope
from sourcebook.derive.corrections import Change, corrections
from sourcebook.derive.origins import principal, roots, steps
from sourcebook.derive.summary import Summary, summarise
from sourcebook.geo.distance import great_circle
from sourcebook.language import Language
from sourcebook.link import Graph, Link
from sourcebook.load import FileLocation
from sourcebook.maps import Atlas
from sourcebook.models import (
    Basis,
    Citation,
    Claim,
    Coordinates,
    Dataset,
    Named,
    Record,
    Source,
    When,
)
from sourcebook.models.when import parse
from sourcebook.pages import Page
from sourcebook.quotes import CheckedQuotation
from sourcebook.render import words
from sourcebook.render.digests import Digest, digest, outcome
from sourcebook.render.marks import UNDATED, clock_html, day_html, value_html, when_html
from sourcebook.render.quotations import Check, check_of
from sourcebook.render.reader import Reader
from sourcebook.render.texts import Texts
from sourcebook.vocabulary import Population

R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True)
class Replacement:
    """What replaced a claim: where it is, its value in words, and when it was said."""

    url: str
    value: str
    said: When | None


class View(Texts):
    """A graph and what follows from it, seen from one page, with the pictures of the page.

    Whatever a page reads it reads here. `graph` is for charts and maps, which take one; nothing
    else reads it past the methods of the view.
    """

    def __init__(self, reader: Reader, page: Page) -> None:
        super().__init__(reader, page)
        self._reader = reader

    # -- records

    @property
    def graph(self) -> Graph:
        """What charts and maps are drawn from."""
        return self._graph

    @property
    def atlas(self) -> Atlas:
        """The backgrounds of maps."""
        return self._reader.atlas

    @property
    def relations(self) -> RelationIndex:
        """What figures of relations are drawn from."""
        return self._reader.relations

    @property
    def dataset(self) -> Dataset:
        """The description of the dataset."""
        return self._graph.dataset

    @property
    def as_of(self) -> date | None:
        """The day at whose end the page could have been written, where that is not today."""
        return self._graph.as_of

    def record(self, record_id: str) -> Record:
        """A record by its id. Raises KeyError where there is none."""
        return self._graph.records[record_id]

    def record_of(self, kind: type[R], record_id: str) -> R:
        """A record of a kind by its id. Raises TypeError where it is of another."""
        record = self.record(record_id)
        if not isinstance(record, kind):
            raise TypeError(f"{record_id} is no {kind.kind}")
        return record

    def find_record(self, record_id: str) -> Record | None:
        """A record by its id, if there is one."""
        return self._graph.records.get(record_id)

    def all_of(self, kind: type[R]) -> tuple[R, ...]:
        """All records of a kind, sorted by id."""
        return self._graph.all_of(kind)

    def listed(self, kind: str, part: str) -> tuple[str, ...]:
        """The ids of all incidents or locations in a part of their index: `index`, or a year."""
        return self._reader.listed.get((kind, part), ())

    def file_location(self, record_id: str) -> FileLocation:
        """The file of a record."""
        return self._graph.file_locations[record_id]

    def backlinks_to(self, record_id: str, name: str) -> tuple[Link, ...]:
        """The links to a record that it lists under a name, sorted by who holds them."""
        return self._graph.backlinks_to(record_id, name)

    def linking_records(self, record_id: str, name: str) -> tuple[Record, ...]:
        """The records that hold those links, one for each link."""
        return tuple(self.record(link.record_id) for link in self.backlinks_to(record_id, name))

    def linking_element(self, link: Link, depth: int = 2) -> Any:
        """What holds a link: a role, a claim, a relation."""
        return self._graph.linking_element(link, depth)

    def claim_count(self) -> int:
        """How many claims the dataset has."""
        return len(self._graph.claims())

    def episodes_showing(self, record_id: str) -> tuple[str, ...]:
        """The ids of the episodes whose page shows the claims of a record."""
        return self._reader.episodes_showing.get(record_id, ())

    # -- what follows from them

    def analysis(self, record_id: str) -> RecordAnalysis:
        """What follows for a record."""
        return self._derived.analyses[record_id]

    def attributions(self, record_id: str) -> tuple[Attribution, ...]:
        """Who is said to have attacked in an incident; nobody of other records."""
        return self.analysis(record_id).attributions

    def digest(self, record_id: str, scope: Scope) -> Digest:
        """A scope of a record in short."""
        return digest(self._graph, record_id, scope)

    def summary(self, source_ids: Iterable[str]) -> Summary:
        """Figures about a set of sources."""
        return summarise(self._graph, source_ids)

    def roots(self, source_id: str) -> tuple[str, ...]:
        """The ids of the other sources that a source goes back to in the end."""
        return tuple(root for root in roots(self._graph, source_id) if root != source_id)

    def principal(self, actor_id: str) -> str:
        """The id of the actor whose words an actor's words count as."""
        return principal(self._graph, actor_id)

    def steps(self, actor_id: str) -> tuple[tuple[str, str, str], ...]:
        """The way up to it: at each step the id of an actor, a relation, and the next id."""
        return steps(self._graph, actor_id)

    def speakers(self, actor_id: str) -> tuple[str, ...]:
        """The ids of the other actors whose words count as those of an actor."""
        return self._reader.speakers.get(actor_id, ())

    def changed_sources(self, record_id: str) -> tuple[Source, ...]:
        """The sources of a record's page that were retracted or corrected."""
        return self._reader.changed_sources.get(record_id, ())

    def corrections(self) -> tuple[Change, ...]:
        """Every change on record, the latest first."""
        return corrections(self._graph)

    def facts(self, record_id: str) -> Mapping[str, Fact]:
        """The facts of a record, or of the dataset, that prose can show."""
        return self._derived.facts(record_id)

    def quotations_of(self, source_id: str) -> tuple[CheckedQuotation, ...]:
        """What was found of all that is quoted of a source."""
        return self._derived.quotes.of_source(source_id)

    # -- dates and places

    def when(self, date: When | None) -> Markup:
        """A date in words, with the time of day, and the date elsewhere where it differs."""
        return UNDATED if date is None else when_html(date, self._graph)

    def day(self, date: When | None) -> Markup:
        """A date in words without the time of day."""
        return UNDATED if date is None else day_html(self.language, date)

    def clock(self, date: When) -> Markup:
        """The time of day of a date, below a heading that names the day."""
        return clock_html(date, self._graph)

    def period(self, text: str) -> Markup:
        """A date that is given as text."""
        return day_html(self.language, parse(text))

    def zone(self, name: str) -> str:
        """Whose calendar a time zone is: the dataset's own word for it, or the zone's city."""
        return self.language.calendar_of(name, self.dataset)

    def distance(self, metres: float) -> str:
        """A distance in metres or kilometres."""
        return self.language.distance(metres)

    def apart(self, one: Coordinates, other: Coordinates) -> str:
        """How far two points are from each other."""
        return self.language.distance(great_circle((one.lat, one.lon), (other.lat, other.lon)))

    # -- words

    def words(self, code: str) -> str:
        """A code word as a reader sees it."""
        return words.words(code)

    def population(self, population_id: str) -> str:
        """The label of whom or what a figure counts."""
        return self.dataset.label(Population, population_id)

    @property
    def language(self) -> Language:
        """The words for people that the site is published in."""
        return self._graph.language

    def number(self, value: float) -> str:
        """A number with separators."""
        return self.language.number(value)

    def count(self, number: int, one: str, several: str = "") -> str:
        """A number with its noun."""
        return self.language.count(number, one, several)

    # -- claims

    def value(self, claim: Claim) -> Markup:
        """What a claim says, in words."""
        if isinstance(claim.value, Named):
            return self.language.join_list_html(map(self.link, claim.value.ids))
        return value_html(claim, self._graph)

    def value_words(self, claim: Claim) -> str:
        """What a claim says, as plain text."""
        return self.language.value(claim.value, self._graph.label)

    def claim(self, record_id: str, path: str) -> tuple[str, Claim]:
        """The id of the record and the claim that a path names: `claim`, or `record.claim`."""
        other, _, wanted = path.rpartition(".")
        claims: tuple[Claim, ...] = getattr(self.record(other or record_id), "claims", ())
        return other or record_id, next(claim for claim in claims if claim.id == wanted)

    def claim_in_scope(self, record_id: str, claim: Claim) -> ClaimInScope:
        """A claim in its scope in the matrix of the record that holds it."""
        scopes = self.analysis(record_id).scopes
        return next(found for scope in scopes for found in scope.claims if found.claim is claim)

    def claim_index(self, record_id: str, claim: Claim) -> int:
        """The number of a claim in its record."""
        return self._graph.claim_path(record_id, claim)[1]

    def measure(self, claim: Claim) -> str:
        """What a claim is about: its measure, and whom it counts."""
        return words.heading(self.dataset, claim.measure, claim.of)

    def check(self, citation: Citation) -> Check | None:
        """How far what a citation quotes was checked; None where it quotes nothing."""
        return check_of(self._graph, self._derived, citation)

    def outcome(self, scope: Scope) -> str:
        """What the claims of a scope come to, in short; empty where that is long."""
        return outcome(self._graph, scope)

    def claim_words(self, claim: Claim) -> str:
        """What a claim says, as plain text: its measure and value, or its stance."""
        if claim.measure != "responsibility":
            return f"{self.language.in_sentence(self.measure(claim))}: {self.value_words(claim)}"
        named, nobody = words.STANCES[claim.stance or ""]
        return f"{named} {self.value_words(claim)}" if isinstance(claim.value, Named) else nobody

    def claim_sentence(self, claim: Claim) -> str:
        """Who says what, as plain text."""
        who = self.language.join_list(self.record(by).label for by in claim.by)
        return f"{who} – {self.claim_words(claim)}"

    def outdated(self, record_id: str, basis: Basis) -> str:
        """That a claim stands otherwise than when a judgement on it was written; else nothing."""
        now = self._derived.claim_status(record_id, basis.claim)
        if basis.standing in (None, now) or self.as_of is not None:
            return ""
        return f"{basis.standing} when this was written, {now} now: to be read again"

    def claim_prose(self, found: ClaimInScope, *path: str | int) -> Markup:
        """The prose of a claim at a path in it."""
        place = self._graph.claim_path(found.record_id, found.claim)
        return self.prose(found.record_id, *place, *path)

    def replacement(self, found: ClaimInScope) -> Replacement:
        """What replaced a claim. Raises ValueError where nothing did."""
        if found.replaced_by is None:
            raise ValueError(f"nothing replaces {found.claim.id}")
        owner, claim = self.claim(found.record_id, found.replaced_by)
        url = self.url(owner, f"claim-{claim.id}")
        return Replacement(url, self.value_words(claim), claim.said)

    def claim_link(self, record_id: str, path: str) -> Markup:
        """A link to a claim by its path, in words: who says what."""
        owner, claim = self.claim(record_id, path)
        return self.link(owner, self.claim_sentence(claim), f"claim-{claim.id}")
