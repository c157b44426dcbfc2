"""The page of an episode: its incidents, contested points, key figures and sources."""

from collections.abc import Iterable
from dataclasses import dataclass

from sourcebook.derive import ClaimInScope, Scope
from sourcebook.derive.summary import Summary
from sourcebook.derive.timeline import timeline
from sourcebook.load import FileLocation
from sourcebook.models import Episode, Record, When
from sourcebook.models.when import parse_date
from sourcebook.pages.sections import PAGE_SECTIONS
from sourcebook.render.contexts.incident_rows import IncidentRow, incident_row, incidents_of
from sourcebook.render.contexts.listed_days import ListedDay, by_day
from sourcebook.render.contexts.origin_reasons import SharedText, Voice, shared_texts, voices_of
from sourcebook.render.contexts.record import mentions_of
from sourcebook.render.digests import ORDER, Digest
from sourcebook.render.view import View


@dataclass(frozen=True, slots=True)
class Point:
    """A contested point: its number, what it asks, and each scope that it is about.

    `noted` is whether the editors add a note to it.
    """

    number: int
    ask: str
    noted: bool
    digests: tuple[Digest, ...]

    @property
    def position_count(self) -> int:
        """How many different positions are on record, those once held included."""
        return sum(len(digest.sides) for digest in self.digests)

    @property
    def agreements(self) -> tuple[str, ...]:
        """How its scopes stand, each once, what is contested first."""
        found = {digest.scope.agreement for digest in self.digests}
        return tuple(agreement for agreement in ORDER if agreement in found)


@dataclass(frozen=True, slots=True)
class EpisodeOverview:
    """What an episode adds up to, on its page and in its file.

    `replaced` are the claims that are no longer upheld; `missing` are the gaps of each record that
    has any; `published` are the dates of the first and the last source.
    """

    incidents: tuple[IncidentRow, ...]
    figures: tuple[Digest, ...]
    points: tuple[Point, ...]
    replaced: tuple[tuple[Record, ClaimInScope], ...]
    missing: tuple[tuple[Record, tuple[str, ...]], ...]
    days: tuple[ListedDay, ...]
    summary: Summary
    published: tuple[When, When] | None
    shared: tuple[SharedText, ...]
    voices: tuple[Voice, ...]


@dataclass(frozen=True, slots=True)
class EpisodeContext:
    """What `episode.html` reads. `jumps` are parts of the page: anchor and title."""

    record: Episode
    overview: EpisodeOverview
    jumps: tuple[tuple[str, str], ...]
    scopes: tuple[Scope, ...]
    mentions: tuple[Record, ...]
    file: FileLocation


def episode_context(view: View) -> EpisodeContext:
    """An episode: what all of its incidents add up to."""
    episode_id = view.page.subject
    record = view.record_of(Episode, episode_id)
    shown = (incident.id for incident in incidents_of(view, episode_id))
    return EpisodeContext(
        record=record,
        overview=episode_overview(view, record),
        jumps=jumps(view, record),
        scopes=view.analysis(episode_id).scopes,
        mentions=mentions_of(view, episode_id, shown),
        file=view.file_location(episode_id),
    )


def episode_overview(view: View, episode: Episode) -> EpisodeOverview:
    """What an episode adds up to."""
    incidents = incidents_of(view, episode.id)
    everything: list[Record] = [*incidents, episode]
    cited = {source for record in everything for source in view.analysis(record.id).origins.reports}
    summary = view.summary(cited)
    first, last = summary.first, summary.last
    return EpisodeOverview(
        incidents=tuple(incident_row(view, incident) for incident in incidents),
        figures=digests(view, episode.key_figures),
        points=points(view, episode),
        replaced=replaced(view, everything),
        missing=tuple((r, gaps) for r in everything if (gaps := view.analysis(r.id).gaps)),
        days=by_day(view, timeline(everything)),
        summary=summary,
        published=(parse_date(first), parse_date(last)) if first and last else None,
        shared=shared_texts(view, summary.shared),
        voices=voices_of(view, everything),
    )


def points(view: View, episode: Episode) -> tuple[Point, ...]:
    """The contested points of an episode, in its order."""
    return tuple(
        Point(number, question.ask, question.note is not None, digests(view, question.see))
        for number, question in enumerate(episode.questions, 1)
    )


def jumps(view: View, episode: Episode) -> tuple[tuple[str, str], ...]:
    """The parts of an episode's page that a reader may look for first: anchor and title."""
    everything: list[Record] = [*incidents_of(view, episode.id), episode]
    filled = {
        "key-figures": bool(episode.key_figures),
        "incidents": True,
        "contested": bool(episode.questions),
        "replaced": bool(replaced(view, everything)),
        "judgements": bool(episode.judgements),
        "gaps": bool(episode.unknowns),
        "source-summary": True,
    }
    shown = (anchor for anchor, there in filled.items() if there)
    return tuple((anchor, PAGE_SECTIONS[anchor].link_text) for anchor in shown)


def replaced(view: View, records: Iterable[Record]) -> tuple[tuple[Record, ClaimInScope], ...]:
    """What claimants no longer stand by, in the order of the records that hold it."""
    return tuple(
        (record, found)
        for record in records
        for scope in view.analysis(record.id).scopes
        for found in scope.claims
        if not found.current and found.record_id == record.id
    )


def digests(view: View, paths: Iterable[str]) -> tuple[Digest, ...]:
    """The scopes that facts name, each once."""
    found: dict[tuple[object, ...], Digest] = {}
    for path in paths:
        record_id, _, rest = path.partition(".")
        for scope in _scopes(view.analysis(record_id).scopes, rest):
            key = (scope.covers, scope.measure.id, scope.of, scope.period)
            found.setdefault(key, view.digest(record_id, scope))
    return tuple(found.values())


def _scopes(scopes: tuple[Scope, ...], rest: str) -> list[Scope]:
    """The scopes of a record that the rest of a fact's path names: by claim or by measure."""
    measure, _, of = rest.partition(".")
    claimed = [s for s in scopes if any(found.claim.id == rest for found in s.claims)]
    exact = [s for s in scopes if s.measure.id == measure and of in ("", s.of)]
    return claimed[:1] or exact or [s for s in scopes if s.measure.id == measure]
