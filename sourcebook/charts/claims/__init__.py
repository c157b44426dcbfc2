"""The claims chart: who gives which figure, each in its own form, and never an average."""

from sourcebook.charts.claims.figures import Row, rows
from sourcebook.charts.claims.plot import axis, bracket, line, plot
from sourcebook.charts.claims.signs import OF_DATES, WORDS, sample
from sourcebook.charts.figure import (
    Caption,
    Drawing,
    Href,
    LegendEntry,
    draw_legend,
    link_element,
    render_figure,
    uncut,
)
from sourcebook.charts.text import text_element
from sourcebook.derive import Scope
from sourcebook.language import Language
from sourcebook.link import Graph

__all__ = ["Row", "draw", "rows"]

MOST = 30
"""The most rows that a chart has; the table beside it has them all."""


def draw(graph: Graph, record: str, scope: Scope, *, prefix: str, href: Href) -> str:
    """The claims of a scope on one scale; empty where they are neither figures nor dates.

    `record` is the record on whose page they stand; `prefix` makes ids unique on the page of the
    picture.
    """
    found = rows(graph, scope)
    if not found:
        return ""
    title = f"Claims: {graph.subject(scope.measure.id, scope.of)}"
    caption = Caption("chart", prefix, title, _described(graph.language, scope, found))
    return render_figure(caption, lambda room: _paint(graph, record, scope, found, href, room))


def _described(language: Language, scope: Scope, found: tuple[Row, ...]) -> str:
    said = "; ".join(row.full for row in found[:MOST])
    left = len(found) - MOST
    more = f"; and {language.count_more(left, 'claim')}" if left > 0 else ""
    together = f". The current claims span {scope.range.describe(language)}" if scope.range else ""
    return f"{said}{more}{together}."


def _paint(
    graph: Graph, record: str, scope: Scope, found: tuple[Row, ...], href: Href, room: float
) -> Drawing:
    shown = found[:MOST]
    plan = plot(shown, scope.measure.kind, graph.dataset, room)
    drawn = [line(plan, n, row, href(record, row.anchor)) for n, row in enumerate(shown)]
    bottom = len(shown) * plan.high
    scaled = not all(map(plan.off, shown))
    under = axis(plan, shown) if scaled else ""
    y, together = bracket(graph.language, plan, scope, bottom + (22 if scaled else 0))
    if scaled and scope.measure.kind == "date":
        y += 12
        drawn.append(text_element((_calendar(graph),), plan.scale.left, y, "s draw-note"))
    if len(found) > MOST:
        y += 18
        words = "and " + graph.language.count_more(len(found) - MOST, "claim")
        drawn.append(
            link_element(
                href(record, scope.anchor), words, text_element((words,), 0, y, "m draw-link")
            )
        )
    keys = draw_legend(_keys(shown, scope.measure.kind), room, y + 8)
    return uncut(keys.bottom + 4, under + "".join(drawn) + together + keys.markup)


def _calendar(graph: Graph) -> str:
    """By whose days the scale is read, where it is not each claimant's own."""
    city = graph.language.city(graph.dataset.time_zone)
    return f"days as in {city or 'the local calendar'}"


def _keys(shown: tuple[Row, ...], what: str) -> list[LegendEntry]:
    forms = {row.form for row in shown}
    if forms == {"exact"}:  # a dot over its number needs no words
        return []
    words = {**WORDS, **OF_DATES} if what == "date" else WORDS
    return [LegendEntry(words[form], sample(form)) for form in WORDS if form in forms]
