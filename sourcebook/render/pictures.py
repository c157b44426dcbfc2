"""The pictures of a page: drawn by charts and maps, and empty where nothing is to draw."""

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from sourcebook.charts import claims as chart
from sourcebook.derive import Scope
from sourcebook.maps import MapItems, Unlocated, draw_map, map_items
from sourcebook.models import Agreement
from sourcebook.render.participants import Participants
from sourcebook.render.view import View

NONE = Markup("")
NOBODY = Participants((), ())
_FEW = 3
"""From this many claims on a chart shows more than the rows of their table."""


@dataclass(frozen=True, slots=True)
class CountedMonth:
    """How much is known of a month or a year; `url` leads to its incidents."""

    key: str
    url: str
    incidents: int
    claims: int
    month_unknown: bool


@dataclass(frozen=True, slots=True)
class CountedTime:
    """A long time, counted by months, or by years where it is longer still.

    `earlier_than` is the first year that is counted, where something earlier is left out;
    `undated` is how many incidents have no beginning.
    """

    drawing: Markup
    by_month: bool
    counts: tuple[CountedMonth, ...]
    earlier_than: str
    undated: int


@dataclass(frozen=True, slots=True)
class Pictures:
    """The pictures of a page as SVG; `unlocated` is what the map cannot show, and why."""

    map: Markup = NONE
    unlocated: tuple[Unlocated, ...] = ()
    timeline: Markup = NONE
    relations: Markup = NONE
    lineage: Markup = NONE
    tolls: tuple[Markup, ...] = ()
    counted: CountedTime | None = None
    participants: Participants = NOBODY


def no_pictures(_: View) -> Pictures:
    """Of a page without any."""
    return Pictures()


def map_of(
    view: View, record_ids: Iterable[str], title: str, more: str = "", here: str = ""
) -> Pictures:
    """A map of some records. `more` leads to their list; `here` is the one it is about, if one."""
    return draw_places(view, map_items(view.graph, record_ids, view.url, here), title, more)


def draw_places(view: View, places: MapItems, title: str, more: str = "") -> Pictures:
    """A map of places."""
    if not (places.places or places.areas):
        return Pictures(unlocated=places.unlocated)
    drawn = draw_map(
        view.atlas, places.places, prefix="map", title=title, more=more, areas=places.areas
    )
    return Pictures(map=svg(drawn), unlocated=places.unlocated)


def chart_of(view: View, scope: Scope, record: str = "", prefix: str = "") -> Markup:
    """The claims of a scope on one scale, where they are several and differ.

    They are those of the page's own record, unless another is named; `prefix` makes ids unique
    where charts of several records stand on a page.
    """
    differ = scope.agreement in (Agreement.DISPUTED, Agreement.COMPATIBLE)
    if not differ or len(scope.claims) < _FEW:
        return NONE
    record, prefix = record or view.page.subject, prefix or f"chart-{scope.anchor}"
    return svg(chart.draw(view.graph, record, scope, prefix=prefix, href=view.url))


def svg(drawn: str) -> Markup:
    """What a chart or a map has drawn."""
    return Markup(drawn)  # noqa: S704 - drawn by us, which escapes what it writes
