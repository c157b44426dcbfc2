"""What was said, on a timeline: who spoke on a day, and how many claims they made."""

from collections.abc import Iterator

from sourcebook.charts.figure import Fragment, Href, hit_area, link_element, link_or_note
from sourcebook.charts.svg import path, px
from sourcebook.charts.text import SIZES, text_element, text_height, text_width
from sourcebook.charts.timeline.items import Statement
from sourcebook.charts.timeline.layout import PlacedDay, PlacedStatement, TimelineLayout, names
from sourcebook.link import Graph


def bubble(x: float, y: float) -> str:
    """The symbol of a statement: a bubble with its tail."""
    return path("draw-hollow", f"M{px(x - 6)},{px(y - 5)}h12v8h-7l-3,4v-4h-2Z")


def statement_lane(layout: TimelineLayout, top: float) -> Fragment:
    """The statements' own lane."""
    line = f"M{px(layout.said)},{px(top)}V{px(layout.bottom - 8)}"
    return Fragment(top, layout.bottom, path("draw-lane draw-side-0", line))


def statements(layout: TimelineLayout, day: PlacedDay, href: Href, more: str) -> Iterator[str]:
    """Who spoke on a day."""
    for placed in day.statements:
        yield _statement(layout, placed, href)
    rest, y = day.rest
    if rest:
        label = f"and {layout.plan.graph.language.count_more(rest, 'speaker')} that day"
        hit = hit_area(layout.said + 12, y - 12, layout.width - layout.said - 12, 24)
        yield link_or_note(label, layout.said + 14, y + 4, "s", more, label, hit)


def _statement(layout: TimelineLayout, placed: PlacedStatement, href: Href) -> str:
    said, y, x = placed.statement, placed.y, layout.said + 14
    count = str(said.count)
    return link_element(
        href(said.by[0]),
        _described(layout.plan.graph, said),
        bubble(layout.said, y),
        hit_area(x - 2, placed.top, layout.width - x + 2, placed.height),
        text_element(placed.name, x, y + 4, "m draw-link"),
        _note(placed, x, layout.width - text_width(count, SIZES["s"]) - 8) if said.note else "",
        text_element((count,), layout.width, y + 4, "s draw-note", "end"),
    )


def _note(placed: PlacedStatement, x: float, end: float) -> str:
    """What a date leaves open: below the name, or right of it where there is room."""
    note, y = (placed.statement.note,), placed.y + 4
    if placed.below:
        return text_element(note, x, y + text_height(placed.name), "s draw-note")
    return text_element(note, end, y, "s draw-note", "end")


def _described(graph: Graph, said: Statement) -> str:
    """A day's statements of one speaker in a sentence."""
    about = "; ".join(map(graph.label, said.about))
    count = graph.language.count(said.count, "claim")
    return f"{names(graph, said.by)}, {said.dates}: {count} about {about}"
