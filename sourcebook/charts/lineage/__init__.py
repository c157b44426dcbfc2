"""The lineage of sources: which go back to which, with the origins marked."""

from collections.abc import Iterable

from sourcebook.charts.figure import Caption, Href, render_figure
from sourcebook.charts.lineage import tree
from sourcebook.charts.lineage.drawing import Drawn, draw, note
from sourcebook.link import Graph

__all__ = ["among", "around"]

MOST = 60
"""The most sources that one figure shows."""


def around(graph: Graph, source_id: str, *, prefix: str, href: Href, more: str = "") -> str:
    """A source with all that it goes back to and all that goes back to it; empty without any.

    `more` is the address of the list of all, `prefix` makes ids unique on the page.
    """
    title = f"Where “{graph.label(source_id)}” comes from, and what comes from it"
    found = tree.around(graph, source_id)
    return _render(graph, found, title, prefix, source_id, href, more)


def among(
    graph: Graph, source_ids: Iterable[str], *, title: str, prefix: str, href: Href, more: str = ""
) -> str:
    """Those of some sources that have an origin in common; empty where none have."""
    title = f"Sources that go back to one text: {title}"
    return _render(graph, tree.among(graph, source_ids), title, prefix, "", href, more)


def _render(
    graph: Graph,
    found: tuple[tree.Node, ...],
    title: str,
    prefix: str,
    focus: str,
    href: Href,
    more: str,
) -> str:
    if len(found) < 2:
        return ""
    shown = _bounded(found, focus)
    description = ". ".join(f"{node.source.label}: {note(graph, node)}" for node in shown)
    caption = Caption("lineage", prefix, title, description + ".")
    drawn = Drawn(graph, shown, focus, len(found) - len(shown), href, more)
    return render_figure(caption, lambda width: draw(drawn, width))


def _bounded(found: tuple[tree.Node, ...], focus: str) -> tuple[tree.Node, ...]:
    """The first of many sources, the page's own among them."""
    first = found[:MOST]
    own = tuple(node for node in found[MOST:] if node.id == focus)
    return (*first[: MOST - len(own)], *own)
