"""The first page: the latest episode, what is contested in it, and what is on record."""

from dataclasses import dataclass

from sourcebook.models import Episode, HandwrittenPage, Incident
from sourcebook.render.contexts.episode import Point, jumps, points
from sourcebook.render.contexts.incident_rows import (
    IncidentRow,
    by_date,
    incident_row,
    incidents_of,
)
from sourcebook.render.contexts.kind_counts import KindCount, count_kinds
from sourcebook.render.pictures import Pictures, map_of
from sourcebook.render.view import View

_MOST_POINTS = 6
"""How many contested points the first page shows; the others are on the page of the episode."""
_LATEST = 10
"""How many incidents it shows where there is no episode."""


@dataclass(frozen=True, slots=True)
class HomeContext:
    """What `home.html` reads. `points` are the first of `point_count`."""

    latest: Episode | None
    counts: tuple[KindCount, ...]
    claim_count: int
    points: tuple[Point, ...]
    point_count: int
    jumps: tuple[tuple[str, str], ...]
    incidents: tuple[IncidentRow, ...]
    others: tuple[Episode, ...]
    read_first: tuple[HandwrittenPage, ...]


def home_context(view: View) -> HomeContext:
    """The latest episode, and what is on record."""
    episodes, latest = view.all_of(Episode), _latest(view)
    about = view.find_record("about"), view.find_record("method")
    contested = points(view, latest) if latest else ()
    incidents = incidents_of(view, latest.id) if latest else by_date(view.all_of(Incident))
    return HomeContext(
        latest=latest,
        counts=count_kinds(view),
        claim_count=view.claim_count(),
        points=contested[:_MOST_POINTS],
        point_count=len(contested),
        jumps=jumps(view, latest) if latest else (),
        incidents=tuple(
            incident_row(view, each) for each in (incidents if latest else incidents[-_LATEST:])
        ),
        others=tuple(episode for episode in episodes if episode is not latest),
        read_first=tuple(record for record in about if isinstance(record, HandwrittenPage)),
    )


def _latest(view: View) -> Episode | None:
    """The episode that the dataset names, or else the one that is as of the latest day."""
    episodes = view.all_of(Episode)
    named = [episode for episode in episodes if episode.id == view.dataset.latest_episode]
    newest = sorted(episodes, key=lambda episode: episode.as_of.earliest)[-1:]
    return next(iter(named or newest), None)


def home_pictures(view: View) -> Pictures:
    """Where the incidents of the episode were that the dataset names as the latest."""
    latest = view.dataset.latest_episode or ""
    found = incidents_of(view, latest) if view.find_record(latest) else ()
    shown = sorted(incident.id for incident in found)
    return map_of(view, shown, "Where it happened", "#incidents")
