"""Relations of actors as a layered graph: who is part of, backs, leads and speaks for whom."""

from collections.abc import Mapping
from dataclasses import replace

from sourcebook.charts.figure import Caption, Href, render_figure
from sourcebook.charts.relations import neighbourhood
from sourcebook.charts.relations.drawing import STATUSES, Drawn, draw
from sourcebook.charts.relations.edges import Edge, RelationIndex, bundle_edges, edges
from sourcebook.charts.relations.neighbourhood import Neighbourhood, some_with_those_behind

__all__ = [
    "Edge", "Neighbourhood", "RelationIndex", "among", "around", "edges", "some_with_those_behind",
]  # fmt: skip

_FEW = 4
"""The most actors of a figure that a phone has room for."""


def around(index: RelationIndex, actor_id: str, *, prefix: str, href: Href, more: str = "") -> str:
    """An actor among those that it is related to, and those that they are; empty without any.

    `more` is the address of the list of all relations; `prefix` makes ids unique on the page.
    """
    caption = Caption("relations", prefix, f"Relations of {index.graph.label(actor_id)}", "")
    shown = neighbourhood.around(index, actor_id)
    return _render(index, shown, caption, href, more, {})


def among(
    index: RelationIndex,
    parts: Mapping[str, str],
    *,
    title: str,
    prefix: str,
    href: Href,
    more: str = "",
) -> str:
    """Some actors, each with its part in words, and those behind them; empty without relations.

    Those named first are kept where there are too many.
    """
    caption = Caption("relations", prefix, f"Relations: {title}", "")
    return _render(index, some_with_those_behind(index, parts), caption, href, more, parts)


def _render(
    index: RelationIndex,
    shown: Neighbourhood,
    caption: Caption,
    href: Href,
    more: str,
    parts: Mapping[str, str],
) -> str:
    graph, found = index.graph, edges(index, shown.actors)
    if not found:
        return ""
    drawn = Drawn(graph, shown, *bundle_edges(found), href, more, parts)
    description = " ".join(
        f"{graph.label(e.source)} {e.label} {graph.label(e.target)} ({STATUSES[e.status].meaning})."
        for e in found
    )
    caption = replace(caption, description=description)
    small = len(shown.actors) <= _FEW
    return render_figure(caption, lambda width: draw(drawn, width), small=small)
