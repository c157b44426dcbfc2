"""What the pages of several kinds of record show."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sourcebook.derive import ClaimInScope, Scope
from sourcebook.link import Link
from sourcebook.load import FileLocation
from sourcebook.models import Claim, HandwrittenPage, Location, Record
from sourcebook.render.digests import Digest, glance
from sourcebook.render.view import View

_MANY = 4
"""From this many scopes on a page says first, in short, how they stand."""

Glance = tuple[tuple[str, tuple[Digest, ...]], ...]
"""Scopes in short by how their claims relate, what is contested first."""


@dataclass(frozen=True, slots=True)
class PageContext:
    """What `page.html` reads: a page that is written by hand."""

    record: HandwrittenPage
    mentions: tuple[Record, ...]
    file: FileLocation


def page_context(view: View) -> PageContext:
    """A page that is written by hand."""
    record_id = view.page.subject
    record = view.record_of(HandwrittenPage, record_id)
    return PageContext(record, mentions_of(view, record_id), view.file_location(record_id))


def glance_of(view: View, record_id: str) -> Glance:
    """The scopes of a record in short, where they are many."""
    scopes = view.analysis(record_id).scopes
    return glance(view.digest(record_id, s) for s in scopes) if len(scopes) >= _MANY else ()


def ordered_scopes(scopes: Iterable[Scope]) -> tuple[Scope, ...]:
    """Scopes; last those whose figures cover several incidents."""
    return tuple(sorted(scopes, key=lambda scope: len(scope.covers) > 1))


def claims_about(view: View, links: Iterable[Link]) -> tuple[tuple[Record, ClaimInScope], ...]:
    """The claims that hold links, with their records, each once, by record."""
    found: dict[tuple[str, int], tuple[Record, ClaimInScope]] = {}
    for link in links:
        claim = view.linking_element(link)
        if link.claim is not None and isinstance(claim, Claim):
            record = view.record(link.record_id)
            found[record.id, link.claim] = record, view.claim_in_scope(record.id, claim)
    return tuple(found[key] for key in sorted(found) if key[0] != view.page.subject)


def mentions_of(view: View, record_id: str, shown: Iterable[str | None] = ()) -> tuple[Record, ...]:
    """The records whose prose names this one, without those that the page shows anyway."""
    names = {link.record_id for link in view.backlinks_to(record_id, "mentions")}
    return tuple(view.record(other) for other in sorted(names - {record_id, *shown}))


def places_above(view: View, location_id: str) -> Iterator[Location]:
    """What a location lies in, the nearest first."""
    seen = {location_id}
    record: Record | None = view.record(location_id)
    while isinstance(record, Location) and record.within and record.within not in seen:
        seen.add(record.within)
        record = view.record(record.within)
        if isinstance(record, Location):
            yield record
