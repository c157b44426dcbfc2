"""The pictures of a page: a row for each kind, drawn by `draw`, empty where nothing is to draw."""

from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from typing import Any

from markupsafe import Markup

from sourcebook.derive import Scope
from sourcebook.draw import chart, lineage, relations, timeline
from sourcebook.draw.map import Atlas, Places, draw_map, places_of, places_of_incident
from sourcebook.link import Graph
from sourcebook.models import Incident
from sourcebook.render.view import View

Pictures = dict[str, Any]
"""Each picture by its name, and `unplaced`: what the map cannot show, and why."""

_FEW = 3
"""From this many claims on a chart shows more than the rows of their table."""


def incident(view: View) -> Pictures:
    """Where an incident happened."""
    places = places_of_incident(view.graph, view.page.subject, view.url)
    return _map(view.graph, places, "Where it happened", "")


def location(view: View) -> Pictures:
    """Where a location is, with what lies in it."""
    name = view.page.subject
    around = [name, *(link.source for link in view.back(name, "contains"))]
    return _map(view.graph, places_of(view.graph, around, view.url, name), "Where it is", "")


def actor(view: View) -> Pictures:
    """An actor among those it is related to, and where its incidents were."""
    name = view.page.subject
    drawn = relations.around(view.graph, name, prefix="relations", href=view.url, more="#relations")
    incidents = sorted({link.source for link in view.back(name, "roles")})
    places = places_of(view.graph, incidents, view.url)
    return {"relations": _svg(drawn)} | _map(
        view.graph, places, "Where its incidents were", "#incidents"
    )


def source(view: View) -> Pictures:
    """What a source goes back to, and what goes back to it."""
    drawn = lineage.around(
        view.graph, view.page.subject, prefix="lineage", href=view.url, more="#lineage"
    )
    return {"lineage": _svg(drawn)}


def episode(view: View) -> Pictures:
    """Where and when an episode happened, and which of its sources have a text in common."""
    graph, name = view.graph, view.page.subject
    title, names = graph.records[name].label, _incidents(view, name)
    records = [graph.records[each] for each in (*names, name)]
    when = timeline.draw(
        graph, records, title=title, prefix="drawn", href=view.url, more="#timeline"
    )
    cited = {report for each in (*names, name) for report in view.standing(each).origins.reports}
    shared = lineage.among(
        graph, sorted(cited), title=title, prefix="lineage", href=view.url, more="#source-summary"
    )
    pictures = {"timeline": _svg(when), "lineage": _svg(shared)}
    return pictures | _map(graph, places_of(graph, names, view.url), title, "#incidents")


def home(view: View) -> Pictures:
    """Where the incidents of the first page were."""
    latest = view.graph.dataset.latest_episode or ""
    names = _incidents(view, latest) if latest in view.graph.records else ()
    return _map(
        view.graph, places_of(view.graph, names, view.url), "Where it happened", "#incidents"
    )


def chart_of(view: View, scope: Scope) -> Markup:
    """The claims of a scope on one scale, where they are several and differ."""
    if scope.standing not in ("disputed", "compatible") or len(scope.positions) < _FEW:
        return Markup("")
    record, prefix = view.page.subject, f"chart-{scope.anchor}"
    return _svg(chart.draw(view.graph, record, scope, prefix=prefix, href=view.url))


def _incidents(view: View, name: str) -> list[str]:
    found: Iterable[str] = (link.source for link in view.back(name, "incidents"))
    return sorted(each for each in found if isinstance(view.record(each), Incident))


def _map(graph: Graph, places: Places, title: str, more: str) -> Pictures:
    if not places.marks:
        return {"map": Markup(""), "unplaced": places.unplaced}
    drawn = draw_map(atlas(graph), places.marks, prefix="map", title=title, more=more)
    return {"map": _svg(drawn), "unplaced": places.unplaced}


def _svg(drawn: str) -> Markup:
    return Markup(drawn)  # noqa: S704 - drawn by us, which escapes what it writes


@lru_cache(maxsize=1)
def atlas(graph: Graph) -> Atlas:
    """The ground of all maps of a graph, made once."""
    return Atlas(graph)


PICTURES: Mapping[str, Callable[[View], Pictures]] = {
    "home": home,
    "incident": incident,
    "location": location,
    "actor": actor,
    "source": source,
    "episode": episode,
}
"""By the kind of page."""
