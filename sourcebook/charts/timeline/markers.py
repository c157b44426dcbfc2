"""What happened, on a timeline: a symbol for each incident, its text, and arrows to its answers.

How well a time is known is the shape of the symbol.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from sourcebook.charts.figure import Fragment, Href, Symbol, hit_area, link_element
from sourcebook.charts.svg import circle, element, path, px
from sourcebook.charts.text import text_element, text_height
from sourcebook.charts.timeline.items import TimelineItem
from sourcebook.charts.timeline.layout import PlacedDay, PlacedEntry, TimelineLayout
from sourcebook.charts.timeline.tracks import Arrow
from sourcebook.link import Graph

_CORNER = 5.0
_ENTRY_CLASSES = ("s draw-strong", "m draw-link draw-strong", "s draw-note")


class _Spot(NamedTuple):
    """Where a symbol stands: across, at the height of its entry, and from where to where it lasts.

    `dashed` is a class for a beginning or end that is doubted, or empty.
    """

    x: float
    y: float
    top: float
    low: float
    dashed: str

    def box(self, top: float, low: float, css_class: str, radius: float | None = None) -> str:
        """A bar between two heights."""
        shape = {"class": f"draw-band{css_class}", "x": self.x - 6, "y": top, "width": 12.0}
        return element("rect", shape | {"height": low - top, "rx": radius})

    def pointed(self, start: float, tip: float) -> str:
        """A bar that ends in a point, for an end that is not known."""
        x, neck = self.x, tip - 9 if tip > start else tip + 9
        corners = [(x - 6, start), (x + 6, start), (x + 6, neck), (x, tip), (x - 6, neck)]
        outline = "L".join(f"{px(a)},{px(b)}" for a, b in corners)
        return path(f"draw-band draw-full{self.dashed}", f"M{outline}Z")

    def dot(self) -> str:
        """A point on a tick."""
        tick = {"class": "draw-line", "x1": self.x - 8, "y1": self.y, "x2": self.x + 8}
        return element("line", tick | {"y2": self.y}) + circle("draw-solid", self.x, self.y, 4.5)


_FORMS: Mapping[str, tuple[str, Callable[[_Spot], str]]] = {
    "instant": ("at this minute", _Spot.dot),
    "about": (
        "at about this time",
        lambda at: (
            at.box(at.y - 13, at.y + 13, " draw-dashed", 6.0)
            + circle("draw-hollow", at.x, at.y, 3.5)
        ),
    ),
    "range": (
        "from … to …",
        lambda at: at.box(at.y - 8, max(at.low, at.y + 8), f" draw-full{at.dashed}"),
    ),
    "day": ("that day, hour not known", lambda at: at.box(at.top, at.low, "")),
    "vague": (
        "day not certain",
        lambda at: (
            at.box(at.top, at.low, " draw-dashed")
            + text_element(("?",), at.x, at.y + 4, "s draw-strong", "middle")
        ),
    ),
    "from": (
        "from then on, end not known",
        lambda at: at.pointed(at.y - 8, max(at.low, at.y + 22)),
    ),
    "until": (
        "until then, start not known",
        lambda at: at.pointed(max(at.low, at.y + 8), min(at.top, at.y - 14)),
    ),
}
"""What the symbol of each form of a time means, in the order of the legend, and how it is drawn."""


def form_symbols() -> Iterator[tuple[str, str, Symbol]]:
    """For the legend: each form of a time, what its symbol means, and the symbol in small."""
    for form, (meaning, draw) in _FORMS.items():
        yield form, meaning, _small(draw(_Spot(0.0, 0.0, -10.0, 10.0, "")))


def _small(drawn: str) -> Symbol:
    def symbol(x: float, y: float) -> str:
        return element("g", {"transform": f"translate({px(x)} {px(y)}) scale(0.7)"}, drawn)

    return symbol


def arrow_head(x: float, y: float, way: int) -> str:
    """The head of an arrow that ends at x and comes from the left (1) or the right (-1)."""
    back = px(x - 7 * way)
    return path("draw-head", f"M{back},{px(y - 4)}L{px(x)},{px(y)}L{back},{px(y + 4)}Z")


def arrow_symbol(css_class: str) -> Symbol:
    """An arrow, to say what arrows of a class mean."""

    def symbol(x: float, y: float) -> str:
        line = {"class": css_class, "x1": x - 12, "y1": y, "x2": x + 6, "y2": y}
        return element("line", line) + arrow_head(x + 12, y, 1)

    return symbol


def entries(layout: TimelineLayout, day: PlacedDay, href: Href) -> Iterator[str]:
    """The symbol and the text of each incident of a day, and where those that last are over."""
    for placed in day.entries:
        text, item = _text(layout, placed), placed.entry.item
        if placed.entry.ends:
            yield text
        else:
            symbol = "" if item.lasts else _symbol(layout, item)
            title = f"{item.incident.title}: {item.date}; {item.side.label}"
            y, width = placed.y - 12, layout.end - layout.text
            hit = hit_area(layout.text - 2, y, width, placed.height)
            yield link_element(href(item.id), title, symbol, hit, text)


def bars(layout: TimelineLayout) -> Iterator[Fragment]:
    """The symbols of incidents that last beyond the day on which they begin."""
    for item in layout.plan.items:
        if item.lasts:
            top, low = layout.bounds[item.day, False][0], layout.bounds[item.over][1]
            yield Fragment(top, low, _symbol(layout, item))


def _text(layout: TimelineLayout, placed: PlacedEntry) -> str:
    """The time, the title and the note of an incident, or the note that one is over."""
    found, y = "", placed.y + 4
    lines = placed.time, placed.title, placed.note
    for css_class, each in zip(_ENTRY_CLASSES, lines, strict=True):
        found += text_element(each, layout.text, y, css_class)
        y += text_height(each, css_class[0])
    return found


def _symbol(layout: TimelineLayout, item: TimelineItem) -> str:
    top, low = layout.bounds[item.day, False]
    if item.form == "range":
        low = layout.heights.get((item.id, True)) or layout.bounds[item.over][1]
    spot = _Spot(*_place(layout, item.id), top, low, " draw-dashed" if item.doubted else "")
    _, draw = _FORMS[item.form]
    return element("g", {"class": layout.plan.css_class(layout.plan.lane[item.id])}, draw(spot))


def _place(layout: TimelineLayout, incident_id: str) -> tuple[float, float]:
    return layout.tracks.symbols[incident_id], layout.heights[incident_id, False]


def arrows(layout: TimelineLayout) -> Iterator[Fragment]:
    """From each incident to those that answered it; several that answer one share a head."""
    ended = set()
    for arrow in layout.plan.arrows:
        start, end = _place(layout, arrow.cause), _place(layout, arrow.answer)
        bus = layout.tracks.buses[arrow.bus]
        css_class = "draw-arrow draw-dashed" if arrow.inferred else "draw-arrow"
        drawn = path(css_class, _way(start, end, bus))
        if arrow.bus not in ended:
            way = 1 if end[0] > bus else -1
            drawn += arrow_head(end[0] - 9 * way, end[1] - 4, way)
        ended.add(arrow.bus)
        low, high = sorted((start[1], end[1]))
        yield Fragment(low - 10, high + 10, drawn)


def _way(start: tuple[float, float], end: tuple[float, float], bus: float) -> str:
    """Out of one symbol, along the bus, and into the other."""
    (x0, y0), (x1, y1) = start, end
    out, into = (1 if bus > x0 else -1), (1 if x1 > bus else -1)
    y0, y1 = y0 + 4, y1 - 4
    down = 1 if y1 > y0 else -1
    r, x = min(_CORNER, abs(y1 - y0) / 2), px(bus)
    return (
        f"M{px(x0 + 8 * out)},{px(y0)}H{px(bus - r * out)}Q{x},{px(y0)} {x},{px(y0 + r * down)}"
        f"V{px(y1 - r * down)}Q{x},{px(y1)} {px(bus + r * into)},{px(y1)}H{px(x1 - 15 * into)}"
    )


def describe_arrow(graph: Graph, arrow: Arrow) -> str:
    """An arrow in words: what was answered by what, and who says so."""
    by = graph.language.join_list(map(graph.label, arrow.by))
    who = "as the editor infers" if arrow.inferred else f"as stated by {by}" if by else "as stated"
    return f"“{graph.label(arrow.cause)}” was answered by “{graph.label(arrow.answer)}”, {who}"
