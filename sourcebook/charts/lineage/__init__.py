"""The lineage of sources: which go back to which, with the origins marked."""

from collections.abc import Iterable

from sourcebook.charts.figure import Caption, Href, render_figure
from sourcebook.charts.lineage import descent
from sourcebook.charts.lineage.descent import Row
from sourcebook.charts.lineage.paint import Sheet, note_words, paint
from sourcebook.link import Graph

__all__ = ["Row", "among", "around", "rows"]

MOST = 60
"""The most sources that one picture shows."""


def around(graph: Graph, name: str, *, prefix: str, href: Href, more: str = "") -> str:
    """A source with all that it goes back to and all that goes back to it; empty without any.

    `more` is the address of the list of all, `prefix` makes ids unique on the page.
    """
    title = f"Where “{graph.records[name].label}” comes from, and what comes from it"
    found = descent.around(graph, name)
    return _draw(graph, found, Caption("lineage", prefix, title, ""), name, href, more)


def among(
    graph: Graph, names: Iterable[str], *, title: str, prefix: str, href: Href, more: str = ""
) -> str:
    """Those of some sources that have an origin in common; empty where none have."""
    caption = Caption("lineage", prefix, f"Sources that go back to one text: {title}", "")
    return _draw(graph, descent.among(graph, names), caption, "", href, more)


def rows(graph: Graph, names: Iterable[str]) -> tuple[Row, ...]:
    """What a picture around a source, or among several, shows, in its order."""
    names = tuple(names)
    return descent.around(graph, *names) if len(names) == 1 else descent.among(graph, names)


def _draw(
    graph: Graph, found: tuple[Row, ...], caption: Caption, focus: str, href: Href, more: str
) -> str:
    if len(found) < 2:
        return ""
    shown = _bounded(found, focus)
    told = ". ".join(
        f"{graph.records[row.source].label}: {note_words(graph, row)}" for row in shown
    )
    named = Caption(caption.kind, caption.prefix, caption.title, told + ".")
    sheet = Sheet(graph, shown, focus, len(found) - len(shown), href, more)
    return render_figure(named, lambda room: paint(sheet, room))


def _bounded(found: tuple[Row, ...], focus: str) -> tuple[Row, ...]:
    """The first of many rows, the page's own and what it goes back to among them."""
    if len(found) <= MOST:
        return found
    first = next((n for n, row in enumerate(found) if row.source == focus), 0)
    kept = set(range(MOST)) if first < MOST else {*range(MOST - 1), first}
    return tuple(row for n, row in enumerate(found) if n in kept)
