"""What an episode adds up to: its incidents, contested points, key figures and sources."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sourcebook.derive import ClaimInScope, Scope
from sourcebook.derive.timeline import timeline
from sourcebook.models import Episode, Record
from sourcebook.models.when import parse
from sourcebook.render.days import by_day
from sourcebook.render.merged import shared, voices
from sourcebook.render.positions import ORDER, Digest
from sourcebook.render.view import View


@dataclass(frozen=True, slots=True)
class Point:
    """A contested point: its number, what it asks, and each place where positions stand."""

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


def briefing(view: View, episode: Episode) -> dict[str, Any]:
    """What an episode's page shows beside its record."""
    incidents = by_date(view.linking_records(episode.id, "incidents"))
    everything = [*incidents, episode]
    cited = {source for record in everything for source in view.analysis(record.id).origins.reports}
    summary = view.summary(cited)
    return {
        "incidents": incidents,
        "figures": digests(view, episode.key_figures),
        "points": points(view, episode),
        "jumps": jumps(view, episode),
        "replaced": replaced(view, everything),
        "missing": [(r, gaps) for r in everything if (gaps := view.analysis(r.id).gaps)],
        "days": by_day(timeline(everything)),
        "summary": summary,
        "shared": shared(view, summary.shared),
        "voices": voices(view, everything),
        "dated": [parse(text) for text in (summary.first, summary.last) if text],
    }


def points(view: View, episode: Episode) -> tuple[Point, ...]:
    """The contested points of an episode, in its order."""
    return tuple(
        Point(number, question.ask, question.note is not None, digests(view, question.see))
        for number, question in enumerate(episode.questions, 1)
    )


def jumps(view: View, episode: Episode) -> tuple[tuple[str, str], ...]:
    """The parts of an episode's page that a reader may look for first: anchor and words."""
    incidents = list(view.linking_records(episode.id, "incidents"))
    parts = (
        ("key-figures", "Key figures", bool(episode.key_figures)),
        ("incidents", "What happened", True),
        ("contested", "Who says what", bool(episode.questions)),
        ("replaced", "What was replaced", bool(replaced(view, [*incidents, episode]))),
        ("judgements", "Assessment", bool(episode.judgements)),
        ("gaps", "What nobody knows", bool(episode.unknowns)),
        ("source-summary", "How it is sourced", True),
    )
    return tuple((anchor, words) for anchor, words, there in parts if there)


def replaced(view: View, records: Iterable[Record]) -> tuple[tuple[Record, ClaimInScope], ...]:
    """What claimants no longer stand by, in the order of the records that hold it."""
    return tuple(
        (record, position)
        for record in records
        for scope in view.analysis(record.id).scopes
        for position in scope.claims
        if not position.current and position.record_id == record.id
    )


def digests(view: View, paths: Iterable[str]) -> tuple[Digest, ...]:
    """The scopes that facts name, each once."""
    found: dict[tuple[object, ...], Digest] = {}
    for path in paths:
        name, _, rest = path.partition(".")
        for scope in _scopes(view.analysis(name).scopes, rest):
            key = (scope.covers, scope.measure.id, scope.of, scope.period)
            found.setdefault(key, view.digest(name, scope))
    return tuple(found.values())


def _scopes(scopes: tuple[Scope, ...], rest: str) -> list[Scope]:
    """The scopes of a record that the rest of a fact's path names: by claim or by measure."""
    measure, _, of = rest.partition(".")
    claimed = [s for s in scopes if any(p.claim.id == rest for p in s.claims)]
    exact = [s for s in scopes if s.measure.id == measure and of in ("", s.of)]
    return claimed[:1] or exact or [s for s in scopes if s.measure.id == measure]


def by_date(records: Iterable[Record]) -> list[Record]:
    """Records in the order of their dates; what began at the same time, by when it ended."""
    return sorted(records, key=_order)


def _order(record: Record) -> tuple[datetime, datetime, str]:
    date = getattr(record, "date", None) or getattr(record, "published", None)
    if date is None:
        return datetime.max, datetime.max, record.id
    return date.earliest, date.latest, record.id
