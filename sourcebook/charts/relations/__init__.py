"""Relations of actors as a layered graph: who is part of, backs, leads and speaks for whom."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from types import MappingProxyType

from sourcebook.charts.figure import Caption, Href, render_figure
from sourcebook.charts.relations import circle
from sourcebook.charts.relations.bundles import bundles
from sourcebook.charts.relations.circle import Circle
from sourcebook.charts.relations.paint import STATUS, Sheet, paint
from sourcebook.charts.relations.ties import Tie, ties
from sourcebook.link import Graph

__all__ = ["Circle", "Tie", "among", "around", "rows", "shown", "ties"]

NOTHING: Mapping[str, str] = MappingProxyType({})
_FEW = 4
"""The most actors of a picture that has room enough on a phone."""


def around(graph: Graph, name: str, *, prefix: str, href: Href, more: str = "") -> str:
    """An actor among those that it is related to, and those that they are; empty without any.

    `more` is the address of the list of all relations; `prefix` makes ids unique on the page.
    """
    title = f"Relations of {graph.records[name].label}"
    return _draw(
        graph, circle.around(graph, name), Caption("relations", prefix, title, ""), href, more
    )


def among(
    graph: Graph,
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
    return _draw(graph, circle.among(graph, parts), caption, href, more, parts)


def shown(graph: Graph, names: Iterable[str]) -> Circle:
    """The actors that a picture among some shows, and how many it leaves out."""
    return circle.among(graph, names)


def rows(graph: Graph, names: Iterable[str]) -> tuple[Tie, ...]:
    """What a picture around an actor, or among several, shows: for the list beside it."""
    names = tuple(names)
    found = circle.around(graph, *names) if len(names) == 1 else circle.among(graph, names)
    return ties(graph, found.names)


def _draw(
    graph: Graph,
    circle: Circle,
    caption: Caption,
    href: Href,
    more: str,
    parts: Mapping[str, str] = NOTHING,
) -> str:
    found = ties(graph, circle.names)
    if not found:
        return ""
    together, turned = bundles(found)
    sheet = Sheet(graph, circle, together, turned, href, more, parts)
    told = " ".join(_told(graph, tie) for tie in found)
    few = len(circle.names) <= _FEW
    return render_figure(
        replace(caption, description=told), lambda room: paint(sheet, room), small=few
    )


def _told(graph: Graph, tie: Tie) -> str:
    source, target = (graph.records[name].label for name in (tie.source, tie.target))
    return f"{source} {tie.words} {target} ({STATUS[tie.status]})."
