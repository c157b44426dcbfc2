"""The pictures of a page, or of a single file: a row for each kind, drawn by `draw`.

Each is empty where nothing is to draw.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from markupsafe import Markup

from sourcebook.charts import claims as chart
from sourcebook.charts import lineage, relations, timeline, toll
from sourcebook.derive import Scope
from sourcebook.maps import (
    Places,
    Unplaced,
    draw_map,
    places_of,
    places_of_incident,
)
from sourcebook.models import Incident
from sourcebook.render.cast import Cast, cast
from sourcebook.render.view import View

Pictures = dict[str, Any]
"""Each picture by its name; `unplaced`: what the map cannot show, and why; `cast`: who is who."""

_NAMED = 12
"""How many records an index names that its map has no place for."""
_INDEXED = {"incident": "Where the incidents were", "location": "Where the locations are"}
"""The indexes that have a map, and what it is called."""
_FEW = 3
"""From this many claims on a chart shows more than the rows of their table."""


@dataclass(frozen=True, slots=True)
class _Seen:
    """An episode as its pictures see it."""

    view: View
    episode: str
    incidents: tuple[str, ...]
    title: str
    cast: Cast

    @property
    def names(self) -> tuple[str, ...]:
        """The records that tell of it."""
        return (*self.incidents, self.episode)


def incident(view: View) -> Pictures:
    """Where an incident happened, and who gave which toll when."""
    claimed = view.analysis(view.page.subject).claimed_places
    places = places_of_incident(view.graph, view.page.subject, view.url, claimed)
    tolls = tuple(filter(None, map(partial(_toll, view), view.analysis(view.page.subject).scopes)))
    return {"tolls": tolls} | _map(view, places, "Where it happened", "")


def _toll(view: View, scope: Scope) -> Markup:
    if not scope.measure.harm:
        return Markup("")
    record, prefix = view.page.subject, f"toll-{scope.anchor}"
    return _svg(toll.draw(view.graph, record, scope, prefix=prefix, href=view.url))


def location(view: View) -> Pictures:
    """Where a location is, with what lies in it."""
    name = view.page.subject
    around = [name, *(link.record_id for link in view.backlinks_to(name, "contains"))]
    return _map(view, places_of(view.graph, around, view.url, name), "Where it is", "")


def actor(view: View) -> Pictures:
    """An actor among those it is related to, and where its incidents were."""
    name = view.page.subject
    drawn = relations.around(
        view.relations, name, prefix="relations", href=view.url, more="#relations"
    )
    incidents = sorted({link.record_id for link in view.backlinks_to(name, "roles")})
    places = places_of(view.graph, incidents, view.url)
    return {"relations": _svg(drawn)} | _map(view, places, "Where its incidents were", "#incidents")


def source(view: View) -> Pictures:
    """What a source goes back to, and what goes back to it."""
    drawn = lineage.around(
        view.graph, view.page.subject, prefix="lineage", href=view.url, more="#lineage"
    )
    return {"lineage": _svg(drawn)}


def episode(view: View) -> Pictures:
    """Where, when and among whom an episode happened, and which of its sources share a text."""
    return of_episode(view, _ON_PAGE)


def of_episode(view: View, lists: Mapping[str, str]) -> Pictures:
    """The pictures of an episode that have a list, by where each list is."""
    name = view.page.subject
    names = _incidents(view, name)
    known = cast(view, (i for i in map(view.record, names) if isinstance(i, Incident)))
    seen = _Seen(view, name, tuple(names), view.record(name).label, known)
    pictures: Pictures = {
        kind: _svg(draw(seen, lists[kind])) for kind, draw in _DRAWN.items() if kind in lists
    }
    pictures["cast"] = known
    return pictures | _map(view, places_of(view.graph, names, view.url), seen.title, lists["map"])


def _when(seen: _Seen, more: str) -> str:
    view, records = seen.view, [seen.view.record(each) for each in seen.names]
    who = view.attributions
    return timeline.draw(
        view.graph, records, who, title=seen.title, prefix="drawn", href=view.url, more=more
    )


def _who(seen: _Seen, more: str) -> str:
    view, parts = seen.view, seen.cast.parts(seen.view.language)
    return relations.among(
        view.relations, parts, title=seen.title, prefix="who", href=view.url, more=more
    )


def _shared(seen: _Seen, more: str) -> str:
    view = seen.view
    cited = sorted({id_ for each in seen.names for id_ in view.analysis(each).origins.reports})
    return lineage.among(
        view.graph, cited, title=seen.title, prefix="lineage", href=view.url, more=more
    )


_DRAWN: Mapping[str, Callable[[_Seen, str], str]] = {
    "timeline": _when,
    "relations": _who,
    "lineage": _shared,
}
"""The pictures of an episode beside its map; each is told where what it leaves out is listed."""
_ON_PAGE = {
    "timeline": "#timeline",
    "relations": "#who",
    "lineage": "#source-summary",
    "map": "#incidents",
}
"""Which of them its page has, and where the list of each is."""


def home(view: View) -> Pictures:
    """Where the incidents of the first page were."""
    latest = view.dataset.latest_episode or ""
    names = _incidents(view, latest) if view.find_record(latest) else ()
    return _map(view, places_of(view.graph, names, view.url), "Where it happened", "#incidents")


def index(view: View) -> Pictures:
    """Where all incidents or locations of an index are: of many, how many there are where."""
    kind, _, part = view.page.subject.partition(" ")
    title = _INDEXED.get(kind)
    if title is None:
        return {}
    names = view.page.rows or view.listed(kind, part)
    places = places_of(view.graph, names, view.url)
    return _map(view, places, title, "#list") | {"unplaced": _in_short(places.unplaced)}


def _in_short(unplaced: Sequence[Unplaced]) -> Sequence[Unplaced]:
    """What a map has no place for; of many, only how many."""
    if len(unplaced) <= _NAMED:
        return unplaced
    words = f"{len(unplaced):,} in the list below"
    return (Unplaced("", words, None, "the page of each says why"),)


def chart_of(view: View, scope: Scope, record: str = "", prefix: str = "") -> Markup:
    """The claims of a scope on one scale, where they are several and differ.

    They are those of the page's own record, unless another is named; `prefix` makes ids unique
    where charts of several records stand on a page.
    """
    if scope.agreement not in ("disputed", "compatible") or len(scope.claims) < _FEW:
        return Markup("")
    record, prefix = record or view.page.subject, prefix or f"chart-{scope.anchor}"
    return _svg(chart.draw(view.graph, record, scope, prefix=prefix, href=view.url))


def _incidents(view: View, name: str) -> list[str]:
    found: Iterable[str] = (link.record_id for link in view.backlinks_to(name, "incidents"))
    return sorted(each for each in found if isinstance(view.record(each), Incident))


def _map(view: View, places: Places, title: str, more: str) -> Pictures:
    if not (places.marks or places.areas):
        return {"map": Markup(""), "unplaced": places.unplaced}
    drawn = draw_map(
        view.atlas, places.marks, prefix="map", title=title, more=more, areas=places.areas
    )
    return {"map": _svg(drawn), "unplaced": places.unplaced}


def _svg(drawn: str) -> Markup:
    return Markup(drawn)  # noqa: S704 - drawn by us, which escapes what it writes
