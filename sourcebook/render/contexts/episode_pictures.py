"""The pictures of an episode, on its page and in its file."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from markupsafe import Markup

from sourcebook.charts import lineage, relations, timeline
from sourcebook.models import Episode, Incident, Record
from sourcebook.render.contexts.incident_rows import incidents_of
from sourcebook.render.participants import Participants, participants_of
from sourcebook.render.pictures import NONE, Pictures, map_of, svg
from sourcebook.render.view import View

_LISTS = {
    "timeline": "#timeline",
    "relations": "#who",
    "lineage": "#source-summary",
    "map": "#incidents",
}
"""Where on its page the list of each picture is, which has what the picture leaves out."""


@dataclass(frozen=True, slots=True)
class _Drawn:
    """An episode as its pictures see it."""

    view: View
    episode: Episode
    incidents: tuple[Incident, ...]
    participants: Participants

    @property
    def records(self) -> tuple[Record, ...]:
        """The records that say something of it."""
        return (*sorted(self.incidents, key=lambda incident: incident.id), self.episode)


def episode_pictures(view: View, lists: Mapping[str, str] | None = None) -> Pictures:
    """Where, when and among whom an episode happened, and which of its sources share a text.

    `lists` are the addresses of the list of each picture; those without one are not drawn.
    """
    episode, shown = view.record_of(Episode, view.page.subject), lists or _LISTS
    incidents = incidents_of(view, episode.id)
    by_id = sorted(incidents, key=lambda incident: incident.id)
    drawn = _Drawn(view, episode, incidents, participants_of(view, by_id))

    def draw(name: str, chart: Callable[[_Drawn, str], str]) -> Markup:
        return svg(chart(drawn, shown[name])) if name in shown else NONE

    return replace(
        map_of(view, [incident.id for incident in by_id], episode.label, shown["map"]),
        timeline=draw("timeline", _timeline),
        relations=draw("relations", _relations),
        lineage=draw("lineage", _lineage),
        participants=drawn.participants,
    )


def _timeline(drawn: _Drawn, more: str) -> str:
    view, title = drawn.view, drawn.episode.label
    return timeline.draw(
        view.graph,
        drawn.records,
        view.attributions,
        title=title,
        prefix="drawn",
        href=view.url,
        more=more,
    )


def _relations(drawn: _Drawn, more: str) -> str:
    view, parts, title = (
        drawn.view,
        drawn.participants.parts(drawn.view.language),
        drawn.episode.label,
    )
    return relations.among(
        view.relations, parts, title=title, prefix="who", href=view.url, more=more
    )


def _lineage(drawn: _Drawn, more: str) -> str:
    view, title = drawn.view, drawn.episode.label
    cited = {source for r in drawn.records for source in view.analysis(r.id).origins.reports}
    return lineage.among(
        view.graph, sorted(cited), title=title, prefix="lineage", href=view.url, more=more
    )
