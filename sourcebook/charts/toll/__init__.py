"""The toll over time: a line for each claimant that steps where it gave another figure."""

from sourcebook.charts.figure import Caption, Drawing, Href, render_figure
from sourcebook.charts.toll.paint import paint
from sourcebook.charts.toll.steps import Line, lines
from sourcebook.derive import Scope
from sourcebook.language import Language
from sourcebook.link import Graph
from sourcebook.models import Dataset

__all__ = ["draw", "lines"]

MOST = 12
"""The most lines that a picture has; the table beside it has all claims."""


def draw(graph: Graph, record: str, scope: Scope, *, prefix: str, href: Href) -> str:
    """What each claimant of a scope said when; empty where all was said on one day.

    `record` is the record on whose page they stand; `prefix` makes ids unique on the page of the
    picture.
    """
    found = lines(graph, scope)
    days = {step.day for line in found for step in line.steps}
    if len(days) < 2:
        return ""
    shown = found[:MOST]
    title = f"What was said when: {_label(graph, scope)}"
    caption = Caption("toll", prefix, title, _told(graph.language, found))
    return render_figure(caption, lambda room: _paint(shown, graph.dataset, record, href, room))


def _paint(
    shown: tuple[Line, ...], dataset: Dataset, record: str, href: Href, room: float
) -> Drawing:
    return paint(shown, dataset, lambda anchor: href(record, anchor), room)


def _label(graph: Graph, scope: Scope) -> str:
    return graph.subject_in_sentence(scope.measure.id, scope.of)


def _told(language: Language, found: tuple[Line, ...]) -> str:
    left = len(found) - MOST
    told = "; ".join(line.full for line in found[:MOST])
    more = f"; and {language.count_more(left, 'claimant')}" if left > 0 else ""
    return f"{told}{more}."
