"""Relations of actors as a layered graph: who is part of, backs, leads and speaks for whom."""

from collections.abc import Iterable
from dataclasses import replace

from sourcebook.draw.relations import circle
from sourcebook.draw.relations.bundles import bundles
from sourcebook.draw.relations.circle import Circle
from sourcebook.draw.relations.paint import STATUS, Sheet, paint
from sourcebook.draw.relations.ties import Tie, ties
from sourcebook.draw.sheet import Caption, Href, picture
from sourcebook.link import Graph

__all__ = ["Tie", "among", "around", "rows"]

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
    graph: Graph, names: Iterable[str], *, title: str, prefix: str, href: Href, more: str = ""
) -> str:
    """Some actors, those behind them, and those who tie them together; empty without relations."""
    caption = Caption("relations", prefix, f"Relations: {title}", "")
    return _draw(graph, circle.among(graph, names), caption, href, more)


def rows(graph: Graph, names: Iterable[str]) -> tuple[Tie, ...]:
    """What a picture around an actor, or among several, shows: for the list beside it."""
    names = tuple(names)
    shown = circle.around(graph, *names) if len(names) == 1 else circle.among(graph, names)
    return ties(graph, shown.names)


def _draw(graph: Graph, shown: Circle, caption: Caption, href: Href, more: str) -> str:
    found = ties(graph, shown.names)
    if not found:
        return ""
    together, turned = bundles(found)
    sheet = Sheet(graph, shown, together, turned, href, more)
    told = replace(caption, description=" ".join(_told(graph, tie) for tie in found))
    return picture(told, lambda room: paint(sheet, room), small=len(shown.names) <= _FEW)


def _told(graph: Graph, tie: Tie) -> str:
    source, target = (graph.records[name].label for name in (tie.source, tie.target))
    return f"{source} {tie.words} {target} ({STATUS[tie.status]})."
