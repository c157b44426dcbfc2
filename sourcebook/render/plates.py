"""The pictures of a single file: where it happened, when, and how far key figures differ."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from sourcebook.draw import chart, timeline
from sourcebook.draw.map import Unplaced, draw_map, places_of
from sourcebook.models import Episode, Incident
from sourcebook.render.pictures import atlas
from sourcebook.render.positions import Digest
from sourcebook.render.view import View

_BODY = 'class="map-body'
"""Names on a map have a halo, which inside HTML only an attribute may ask for (see style.py)."""
_FEW = 3
"""From this many claims on a chart shows more than the row of the table."""


@dataclass(frozen=True, slots=True)
class Plates:
    """Pictures as SVG, each empty where there is nothing to draw.

    `unplaced` is what the map cannot show; `charts` are drawn of disputed figures; `utc` is the
    time in UTC of each incident whose hour is known.
    """

    map: Markup
    unplaced: tuple[Unplaced, ...]
    timeline: Markup
    charts: tuple[tuple[Digest, Markup], ...]
    utc: Mapping[str, str]


def plates(
    view: View, episode: Episode, incidents: Sequence[Incident], figures: Iterable[Digest]
) -> Plates:
    """The pictures of an episode's file."""
    graph = view.graph
    places = places_of(graph, [incident.id for incident in incidents], view.url)
    where = draw_map(
        atlas(graph), places.marks, prefix="map", title="Where it happened", more="#incidents"
    )
    when = timeline.draw(
        graph,
        [*incidents, episode],
        title=episode.title,
        prefix="timeline",
        href=view.url,
        more="#incidents",
    )
    utc = {row.record: row.utc for row in timeline.rows(graph, incidents)}
    return Plates(
        Markup(where.replace(_BODY, f'paint-order="stroke" {_BODY}', 1)),  # noqa: S704 - drawn by us
        places.unplaced,
        Markup(when),  # noqa: S704
        tuple(_charts(view, figures)),
        {i.id: _utc(i, utc[i.id]) for i in incidents if utc.get(i.id)},
    )


def _utc(incident: Incident, words: str) -> str:
    """The time in UTC, no more certain than the local one; of a period its beginning."""
    date = incident.date
    about = "about " if date.start is not None and date.start.approximate else ""
    return f"{'from ' if date.is_period else ''}{about}{words}"


def _charts(view: View, figures: Iterable[Digest]) -> Iterable[tuple[Digest, Markup]]:
    for number, digest in enumerate(figures, 1):
        scope = digest.scope
        if scope.standing == "disputed" and len(scope.positions) >= _FEW:
            prefix = f"chart-{number}"
            drawn = chart.draw(view.graph, digest.record, scope, prefix=prefix, href=view.url)
            if drawn:
                yield digest, Markup(drawn)  # noqa: S704
