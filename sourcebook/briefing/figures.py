"""The pictures of a single file: where, when, among whom, and how far key figures differ."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from sourcebook.briefing.view import BriefingView
from sourcebook.charts import timeline
from sourcebook.charts.relations import Edge
from sourcebook.maps import Unlocated
from sourcebook.models import Agreement, Incident
from sourcebook.render.contexts.episode_pictures import episode_pictures
from sourcebook.render.digests import Digest
from sourcebook.render.pictures import chart_of
from sourcebook.render.view import View

_BODY = Markup('class="map-body')
"""Names on a map have a halo, which inside HTML only an attribute may ask for (see style.py)."""


_LISTS = {"timeline": "#incidents", "relations": "#named", "map": "#incidents"}
"""Which pictures of an episode its file has, and where the list of each is.

The file lists its sources in a way of its own."""


@dataclass(frozen=True, slots=True)
class BriefingFigures:
    """Pictures as SVG, each empty where there is nothing to draw.

    `unlocated` is what the map cannot show; `relations` shows who is who, and `ties` says the same
    of each actor; `charts` are drawn of disputed figures; `utc` is the time in UTC of each incident
    whose hour is known.
    """

    map: Markup
    unlocated: tuple[Unlocated, ...]
    timeline: Markup
    relations: Markup
    ties: Mapping[str, tuple[Edge, ...]]
    charts: tuple[tuple[Digest, Markup], ...]
    utc: Mapping[str, str]


def briefing_figures(view: View) -> BriefingFigures:
    """The pictures of an episode's file. Raises TypeError where the view is of no file."""
    if not isinstance(view, BriefingView):
        raise TypeError("a briefing is seen by a BriefingView")
    drawn, overview = episode_pictures(view, _LISTS), view.contents.overview
    incidents = [row.incident for row in overview.incidents]
    zone = view.dataset.time_zone
    utc = {each.id: timeline.start_in_utc(each, zone) for each in incidents}
    return BriefingFigures(
        drawn.map.replace(_BODY, Markup('paint-order="stroke" ') + _BODY, 1),
        drawn.unlocated,
        drawn.timeline,
        drawn.relations,
        {member.actor_id: member.ties for member in drawn.participants.members},
        tuple(_charts(view, overview.figures)),
        {i.id: _utc(i, utc[i.id]) for i in incidents if utc[i.id]},
    )


def _utc(incident: Incident, words: str) -> str:
    """The time in UTC, no more certain than the local one; of a period its beginning."""
    date = incident.date
    about = "about " if date.start is not None and date.start.approximate else ""
    return f"{'from ' if date.is_period else ''}{about}{words}"


def _charts(view: View, figures: Iterable[Digest]) -> Iterable[tuple[Digest, Markup]]:
    for number, digest in enumerate(figures, 1):
        if digest.scope.agreement is Agreement.DISPUTED:
            drawn = chart_of(view, digest.scope, digest.record, f"chart-{number}")
            if drawn:
                yield digest, drawn
