"""The only door from a page to the graph and its facts."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, TypeVar

from sourcebook.charts.relations import RelationIndex
from sourcebook.derive import Attribution, ClaimInScope, Fact, RecordAnalysis, Scope
from sourcebook.derive.corrections import Change, corrections
from sourcebook.derive.coverage import Coverage, coverage
from sourcebook.derive.origins import principal, roots, steps_to_principal
from sourcebook.derive.summary import Summary, summarise
from sourcebook.language import Language
from sourcebook.link import Graph, Link
from sourcebook.load import FileLocation
from sourcebook.maps import Atlas
from sourcebook.markdown import Prose
from sourcebook.models import Claim, Dataset, Record, Source, claims_of
from sourcebook.pages import Page
from sourcebook.quotes import CheckedQuotation, QuotationCounts, find_quotations
from sourcebook.render.digests import Digest, digest
from sourcebook.render.site_data import SiteData

R = TypeVar("R", bound=Record)


class PageReads:
    """What one page may read. `graph` is for charts and maps, which are drawn from one.

    Nothing of a page reads graph or facts past these methods, so that what it read can be recorded
    (see recording.py).
    """

    page: Page

    def __init__(self, site: SiteData, page: Page) -> None:
        self.page = page
        self._site, self._graph, self._derived = site, site.graph, site.derived

    @property
    def graph(self) -> Graph:
        """What charts and maps are drawn from."""
        return self._graph

    @property
    def atlas(self) -> Atlas:
        """The backgrounds of maps."""
        return self._site.atlas

    @property
    def relations(self) -> RelationIndex:
        """What figures of relations are drawn from."""
        return self._site.relations

    @property
    def language(self) -> Language:
        """The words for people that the site is published in."""
        return self._graph.language

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
        return self._site.listed.get((kind, part), ())

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

    def prose_at(self, record_id: str, *path: str | int) -> Prose:
        """The prose of a record at a path."""
        return self._graph.prose_at(record_id, *path)

    def claim_count(self) -> int:
        """How many claims the dataset has."""
        return len(self._graph.claims())

    def episodes_showing(self, record_id: str) -> tuple[str, ...]:
        """The ids of the episodes whose page shows the claims of a record."""
        return self._site.episodes_showing.get(record_id, ())

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
        """The ids of the other sources that a source is derived from in the end."""
        return tuple(root for root in roots(self._graph, source_id) if root != source_id)

    def principal(self, actor_id: str) -> str:
        """The id of the actor whose words an actor's words count as."""
        return principal(self._graph, actor_id)

    def steps_to_principal(self, actor_id: str) -> tuple[tuple[str, str, str], ...]:
        """The way up to it: at each step the id of an actor, a relation, and the next id."""
        return steps_to_principal(self._graph, actor_id)

    def speakers(self, actor_id: str) -> tuple[str, ...]:
        """The ids of the other actors whose words count as those of an actor."""
        return self._site.speakers.get(actor_id, ())

    def changed_sources(self, record_id: str) -> tuple[Source, ...]:
        """The sources of a record's page that were retracted or corrected."""
        return self._site.changed_sources.get(record_id, ())

    def corrections(self) -> tuple[Change, ...]:
        """Every change on record, the latest first."""
        return corrections(self._graph)

    def facts(self, record_id: str) -> Mapping[str, Fact]:
        """The facts of a record, or of the dataset, that prose can show."""
        return self._derived.facts(record_id)

    def quotations_of(self, source_id: str) -> tuple[CheckedQuotation, ...]:
        """What was found of all that is quoted of a source."""
        return self._derived.quotes.of_source(source_id)

    def quotation_counts(self) -> QuotationCounts:
        """How many quotations there are, by how they were checked."""
        return self._derived.quotes.counts(find_quotations(self._graph))

    def coverage(self) -> Coverage:
        """How much of the dataset is vouched for."""
        return coverage(self._graph, self._derived.analyses, self._derived.quotes)

    def coverage_of(self, record_id: str) -> Coverage:
        """How much of a record's own claims is vouched for."""
        record = self._graph.records[record_id]
        return coverage(self._graph, self._derived.analyses, self._derived.quotes, (record,))

    # -- claims

    def claim(self, record_id: str, path: str) -> tuple[str, Claim]:
        """The id of the record and the claim that a path names: `claim`, or `record.claim`."""
        other, _, wanted = path.rpartition(".")
        claims = claims_of(self.record(other or record_id))
        return other or record_id, next(claim for claim in claims if claim.id == wanted)

    def claim_in_scope(self, record_id: str, claim: Claim) -> ClaimInScope:
        """A claim in its scope in the matrix of the record that holds it."""
        scopes = self.analysis(record_id).scopes
        return next(found for scope in scopes for found in scope.claims if found.claim is claim)

    def claim_index(self, record_id: str, claim: Claim) -> int:
        """The number of a claim in its record."""
        return self._graph.claim_path(record_id, claim)[1]
