"""The index of a kind of record, or a part of a long one: its rows, its parts and its filter."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from markupsafe import Markup

from sourcebook.maps import Unlocated
from sourcebook.models import KINDS, Actor, Episode, Incident, Location, Record, Source
from sourcebook.models.when import parse_date
from sourcebook.pages import DATED, year_of
from sourcebook.render.contexts.incident_rows import (
    IncidentRow,
    by_date,
    incident_row,
    incidents_of,
)
from sourcebook.render.facets import Form, form
from sourcebook.render.pictures import Pictures, map_of
from sourcebook.render.view import View

_NO_MONTH = "Month not known"
_NAMED = 12
"""How many records an index names that its map has no place for."""
_MAPS = {"incident": "Where the incidents were", "location": "Where the locations are"}
"""The indexes that have a map, and what it is called."""


@dataclass(frozen=True, slots=True)
class EpisodeRow:
    """An episode, and how many incidents it has."""

    episode: Episode
    incident_count: int


@dataclass(frozen=True, slots=True)
class ActorRow:
    """An actor, in how many incidents it has a role, and how many claims it makes."""

    actor: Actor
    incident_count: int
    claim_count: int
    attributes: Markup


@dataclass(frozen=True, slots=True)
class LocationRow:
    """A location, and how many incidents happened there."""

    location: Location
    incident_count: int
    attributes: Markup


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A source, and the publishers of the texts that it is derived from, with their ids."""

    source: Source
    roots: tuple[tuple[str, tuple[str, ...]], ...]
    attributes: Markup


@dataclass(frozen=True, slots=True)
class Month:
    """Incidents that began in one month; without a title where no more of it is known."""

    title: str
    key: str
    incidents: tuple[IncidentRow, ...]


@dataclass(frozen=True, slots=True)
class PartLink:
    """A part of a long index: its title, its url from this page, and how many records it has."""

    title: str
    url: str
    count: int


@dataclass(frozen=True, slots=True)
class IndexContext:
    """What `index.html` reads: the rows of its kind, none where the index is too long for them.

    A page of incidents of a year or a month has `months`, and the index of them `incidents`.
    """

    kind: str
    form: Form | None
    parts: tuple[PartLink, ...]
    listed: bool
    movable_map: bool
    episodes: tuple[EpisodeRow, ...] = ()
    incidents: tuple[IncidentRow, ...] = ()
    months: tuple[Month, ...] = ()
    actors: tuple[ActorRow, ...] = ()
    locations: tuple[LocationRow, ...] = ()
    sources: tuple[SourceRow, ...] = ()


def index_context(view: View) -> IndexContext:
    """An index, or a part of a long one."""
    page = view.page
    kind = page.subject.partition(" ")[0]
    records = [view.record(record_id) for record_id in page.rows]
    rows = tuple(by_date(records)) if KINDS[kind] in DATED else tuple(records)
    index = IndexContext(
        kind=kind,
        form=form(view, KINDS[kind], records or _led_to(view, kind), whole=bool(records)),
        parts=tuple(PartLink(title, page.root + url, count) for title, url, count in page.parts),
        listed=bool(rows),
        movable_map=kind == Incident.kind and page.kind == "index" and page.total > 0,
    )
    return _with_rows(view, index, rows)


def _led_to(view: View, kind: str) -> list[Incident]:
    """The incidents that a long index or a long year leads to; they can be loaded as data."""
    year = view.page.subject.partition(" ")[2]
    if kind != Incident.kind or not view.page.parts:
        return []
    return [each for each in view.all_of(Incident) if year in ("index", year_of(each))]


def _with_rows(view: View, index: IndexContext, records: tuple[Record, ...]) -> IndexContext:
    incidents = tuple(
        incident_row(view, each, _attributes(index, each, with_id=True))
        for each in records
        if isinstance(each, Incident)
    )
    by_month = view.page.kind == "part"
    return replace(
        index,
        episodes=tuple(_episode(view, each) for each in records if isinstance(each, Episode)),
        incidents=() if by_month else incidents,
        months=_months(view, incidents) if by_month else (),
        actors=tuple(_actor(view, index, each) for each in records if isinstance(each, Actor)),
        locations=tuple(
            _location(view, index, each) for each in records if isinstance(each, Location)
        ),
        sources=tuple(_source(view, index, each) for each in records if isinstance(each, Source)),
    )


def _attributes(index: IndexContext, record: Record, *, with_id: bool = False) -> Markup:
    if index.form is None:
        return Markup("")
    own = Markup(' data-id="{}"').format(record.id) if with_id else Markup("")
    return own + index.form.attributes(record)


def _episode(view: View, episode: Episode) -> EpisodeRow:
    return EpisodeRow(episode, len(incidents_of(view, episode.id)))


def _actor(view: View, index: IndexContext, actor: Actor) -> ActorRow:
    incidents = {link.record_id for link in view.backlinks_to(actor.id, "roles")}
    claims = [link for link in view.backlinks_to(actor.id, "statements") if link.claim is not None]
    return ActorRow(actor, len(incidents), len(claims), _attributes(index, actor))


def _location(view: View, index: IndexContext, location: Location) -> LocationRow:
    count = len(view.backlinks_to(location.id, "incidents"))
    return LocationRow(location, count, _attributes(index, location))


def _source(view: View, index: IndexContext, source: Source) -> SourceRow:
    texts: dict[str, list[str]] = {}
    for root in view.roots(source.id):
        texts.setdefault(view.publisher(root), []).append(root)
    roots = tuple((publisher, tuple(ids)) for publisher, ids in texts.items())
    return SourceRow(source, roots, _attributes(index, source))


def _months(view: View, rows: Iterable[IncidentRow]) -> tuple[Month, ...]:
    """Incidents by the month that each begins in; last those of which no month is known."""
    months: dict[str, list[IncidentRow]] = {}
    for row in rows:
        months.setdefault(_month(view, row.incident), []).append(row)
    found = sorted(months.items(), key=lambda item: item[0] == _NO_MONTH)
    return tuple(Month(title, _key(rows[0].incident), tuple(rows)) for title, rows in found)


def _month(view: View, incident: Incident) -> str:
    start = incident.date.start
    if start is None:
        return ""
    if start.month is None:
        return _NO_MONTH
    return view.language.day(parse_date(incident.date.earliest.isoformat()[:7]))


def _key(incident: Incident) -> str:
    start = incident.date.start
    return str(start.month) if start is not None and start.month else "unknown"


def index_pictures(view: View) -> Pictures:
    """Where all incidents or locations of an index are: of many, how many there are where."""
    kind, _, part = view.page.subject.partition(" ")
    if kind not in _MAPS:
        return Pictures()
    shown = view.page.rows or view.listed(kind, part)
    found = map_of(view, shown, _MAPS[kind], "#list")
    return replace(found, unlocated=_in_short(view, found.unlocated))


def _in_short(view: View, unlocated: tuple[Unlocated, ...]) -> tuple[Unlocated, ...]:
    """What a map has no place for; of many, only how many."""
    if len(unlocated) <= _NAMED:
        return unlocated
    text = f"{view.language.number(len(unlocated))} in the list below"
    return (Unlocated("", text, None, "the page of each says why"),)
