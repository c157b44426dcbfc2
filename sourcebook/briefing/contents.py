"""What the single file of an episode holds: incidents, claims, and who and what they name."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter

from sourcebook.briefing.annex import Annex, NumberedScope, Target, make_annex, targets
from sourcebook.derive import ClaimInScope
from sourcebook.load.yaml import ValuePath
from sourcebook.markdown import Mention
from sourcebook.models import Actor, Episode, Incident, Location, Record, References, Source
from sourcebook.render.contexts.episode import EpisodeOverview, episode_overview
from sourcebook.render.participants import participants_of
from sourcebook.render.view import View

_Text = tuple[str, ValuePath]
"""The id of a record, and the path to a text in it."""


@dataclass(frozen=True, slots=True)
class Contents:
    """What the page of an episode shows, and what must come along when it stands alone.

    `anchors` are the places in the file of the records that have one; `sources` are all that
    anything depends on, cited or not.
    """

    episode: Episode
    overview: EpisodeOverview
    annex: Annex
    actors: tuple[Actor, ...]
    locations: tuple[Location, ...]
    sources: tuple[Source, ...]
    anchors: Mapping[str, str]

    @property
    def groups(self) -> tuple[tuple[str, tuple[NumberedScope, ...]], ...]:
        """The scopes of the annex by the record that they stand on."""
        groups = groupby(self.annex.scopes, key=attrgetter("record_id"))
        return tuple((record_id, tuple(scopes)) for record_id, scopes in groups)

    @property
    def years(self) -> tuple[tuple[str, int], ...]:
        """How many of the sources were published in which year."""
        years = (_year(source) for source in self.sources)
        return tuple(sorted(Counter(years).items()))


def contents(view: View, episode: Episode) -> Contents:
    """All that the single file of an episode holds."""
    overview = episode_overview(view, episode)
    incidents = tuple(row.incident for row in overview.incidents)
    ranks = {record.id: n for n, record in enumerate([*incidents, episode])}
    wanted = dict.fromkeys(_wanted(view, episode, overview))
    claims = make_annex(view, wanted, lambda record_id: ranks.get(record_id, len(ranks)))
    entries = [claim.in_scope for scope in claims.scopes for claim in scope.claims]
    named = {*_named(view, incidents, entries), *_mentioned(view, episode, entries)}
    named |= {member.actor_id for member in participants_of(view, incidents).members}
    records = sorted((view.record(record_id) for record_id in named), key=_by_label)
    listed = [record for record in records if isinstance(record, Actor | Location)]
    anchors = {r.id: f"{r.kind}-{r.id}" for r in (*incidents, *listed)}
    return Contents(
        episode,
        overview,
        claims,
        tuple(record for record in listed if isinstance(record, Actor)),
        tuple(record for record in listed if isinstance(record, Location)),
        tuple(_sources(view, [*incidents, episode])),
        anchors | {episode.id: "top"},
    )


def _wanted(view: View, episode: Episode, overview: EpisodeOverview) -> Iterator[Target]:
    """The claims and scopes that the file refers to before its annex."""
    for record_id, path in _texts(episode):
        yield from targets(view, record_id, *path)
    asked = (digest for point in overview.points for digest in point.digests)
    for digest in (*overview.figures, *asked):
        yield digest.record, digest.scope.anchor
    for judgement in episode.judgements:
        for basis in judgement.rests_on:
            yield _claimed(view, episode.id, basis.claim)
    for record in (*(row.incident for row in overview.incidents), episode):
        for scope in view.analysis(record.id).scopes:
            if record is episode or scope.measure.says_who_attacked:
                yield record.id, scope.anchor


def _claimed(view: View, episode_id: str, path: str) -> Target:
    owner, claim = view.claim(episode_id, path)
    return owner, f"claim-{claim.id}"


def _texts(episode: Episode) -> Iterator[_Text]:
    """The texts of an episode that the file shows, those of its claims aside."""
    for field in ("bottom_line", "assumptions", "unknowns"):
        yield from ((episode.id, (field, n)) for n in range(len(getattr(episode, field))))
    for number in range(len(episode.judgements)):
        yield from ((episode.id, ("judgements", number, part)) for part in ("text", "because"))
    yield from ((episode.id, ("questions", n, "note")) for n in range(len(episode.questions)))
    yield episode.id, ("body",)


def _named(
    view: View, incidents: Iterable[Incident], entries: Iterable[ClaimInScope]
) -> Iterator[str]:
    """Who speaks in the annex, whom and what its claims name, who is accused, and where."""
    for entry in entries:
        yield from entry.claim.by
        yield from entry.claim.value.ids if isinstance(entry.claim.value, References) else ()
    for incident in incidents:
        yield incident.location
        yield from (each.actor_id for each in view.attributions(incident.id))


def _mentioned(view: View, episode: Episode, entries: Iterable[ClaimInScope]) -> Iterator[str]:
    """The records that the texts of the file name."""
    for record_id, path in (*_texts(episode), *_notes(view, entries)):
        holes = view.prose_at(record_id, *path).holes
        yield from (hole.id for hole in holes if isinstance(hole, Mention))


def _notes(view: View, entries: Iterable[ClaimInScope]) -> Iterator[_Text]:
    for entry in entries:
        claim = ("claims", view.claim_index(entry.record_id, entry.claim))
        yield entry.record_id, (*claim, "note")
        for number in range(len(entry.claim.cites)):
            yield entry.record_id, (*claim, "cites", number, "note")


def _sources(view: View, records: Iterable[Record]) -> Iterator[Source]:
    ids = {source for record in records for source in view.analysis(record.id).origins.reports}
    for record in map(view.record, sorted(ids)):
        if isinstance(record, Source):
            yield record


def _by_label(record: Record) -> tuple[str, str]:
    return record.label.casefold(), record.id


def _year(source: Source) -> str:
    start = source.published.start if source.published else None
    return "undated" if start is None else str(start.year)
