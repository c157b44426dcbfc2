"""Relations as SVG: a box for each actor, a line for each edge, labels on the lines."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from sourcebook.charts.figure import (
    NARROW,
    Drawing,
    Href,
    LegendEntry,
    Symbol,
    draw_legend,
    flow,
    hit_area,
    line_symbol,
    link_element,
    link_or_note,
    uncut,
)
from sourcebook.charts.layout import Connection, Layout, NodeSize, layout, stacked
from sourcebook.charts.relations.edges import Bundle, Edge, Pair
from sourcebook.charts.relations.neighbourhood import Neighbourhood
from sourcebook.charts.relations.node_box import NodeBox, node_box
from sourcebook.charts.svg import element, path, px
from sourcebook.charts.text import SIZES, text_element, text_width, wrap_text
from sourcebook.link import Graph


@dataclass(frozen=True, slots=True)
class Status:
    """What a status of edges means, what stands on a line of it, and the line's class."""

    meaning: str
    note: str
    css_class: str


STATUSES: Mapping[str, Status] = {
    "stated": Status("said by one of the two", "", "draw-tie"),
    "alleged": Status("alleged, only others say so", "say others", "draw-tie draw-dashed"),
    "inferred": Status("inferred by the editor", "inferred", "draw-tie draw-dotted"),
}
_UNRELATED = "No relation on record:"


@dataclass(frozen=True, slots=True)
class Drawn:
    """What is drawn: actors, their edges in bundles, where things lead, and each actor's part."""

    graph: Graph
    shown: Neighbourhood
    bundles: tuple[Bundle, ...]
    turned: frozenset[Pair]
    href: Href
    more: str
    parts: Mapping[str, str]

    def lines(self, bundle: Bundle) -> Iterator[tuple[Edge, Connection, Connection]]:
        """For each edge of a bundle, its line down to the label and its line from it down."""
        for edge in bundle.edges:
            upper, lower = edge.pair[::-1] if edge.pair in self.turned else edge.pair
            first = Connection(upper, bundle.name, bundle.name)
            yield edge, first, Connection(bundle.name, lower, bundle.name)


def draw(drawn: Drawn, width: float) -> Drawing:
    """The figure in a width in pixels."""
    graph, shown = drawn.graph, drawn.shown
    tied = {actor for b in drawn.bundles for edge in b.edges for actor in edge.pair}
    nodes = {
        actor: node_box(graph, actor, drawn.parts.get(actor, ""), width, focus=actor == shown.focus)
        for actor in shown.actors
        if actor in tied
    }
    boxes = {actor: node.size for actor, node in nodes.items()}
    boxes |= {bundle.name: _label_box(bundle) for bundle in drawn.bundles}
    lines = [line for b in drawn.bundles for _, *both in drawn.lines(b) for line in both]
    found = (layout if width > NARROW else stacked)(boxes, lines, width)
    body = [_bundle(drawn, bundle, found) for bundle in drawn.bundles]
    body += [node.draw(*found.centres[actor], drawn.href) for actor, node in nodes.items()]
    alone = [actor for actor in shown.actors if actor not in tied]
    y, rest = _unrelated(drawn, alone, width, found.height + 6)
    legend = draw_legend(_legend(drawn, nodes), width, y + 10)
    return uncut(legend.bottom + 4, "".join(body) + rest + legend.markup)


def _label(bundle: Bundle) -> tuple[str, ...]:
    edge = bundle.edges[0]
    return tuple(filter(None, (edge.label, STATUSES[edge.status].note)))


def _label_box(bundle: Bundle) -> NodeSize:
    lines = _label(bundle)
    width = max(text_width(line, SIZES["s"]) for line in lines)
    return NodeSize(width + 6, 12.0 + 12.0 * len(lines))


def _bundle(drawn: Drawn, bundle: Bundle, found: Layout) -> str:
    """Its lines with their arrow heads, and the label, which leads to the actor in common."""
    curves: dict[str, None] = {}
    heads: dict[str, None] = {}
    for edge, upper, lower in drawn.lines(bundle):
        up = edge.target == upper.upper
        for line in (upper, lower):
            curves |= {_curve(*ends): None for ends in pairwise(found.lines[line])}
        end = found.lines[upper][0] if up else found.lines[lower][-1]
        if edge.directed:
            heads[_head(*end, 7 if up else -7)] = None
    shape = path(STATUSES[bundle.edges[0].status].css_class, "".join(curves))
    (x, y), box, (label, *note) = found.centres[bundle.name], _label_box(bundle), _label(bundle)
    first = y - len(note) * 6 + 4
    text = text_element((label,), x, first, "s draw-link", "middle")
    text += text_element(tuple(note), x, first + 12, "s draw-note", "middle")
    hit = hit_area(x - box.width / 2, y - box.height / 2, box.width, box.height)
    title = "; ".join(_described(drawn.graph, edge) for edge in bundle.edges)
    hub = drawn.href(bundle.hub, "relations")
    return shape + "".join(heads) + link_element(hub, title, hit, text)


def _described(graph: Graph, edge: Edge) -> str:
    by = graph.language.join_list(graph.label(each) for each in edge.by if each in graph.records)
    said = f"says {by}" if by else STATUSES[edge.status].meaning
    return f"{graph.label(edge.source)} {edge.label} {graph.label(edge.target)}, {said}"


def _curve(start: tuple[float, float], end: tuple[float, float]) -> str:
    (x0, y0), (x1, y1) = start, end
    if abs(x0 - x1) < 0.1:
        return f"M{px(x0)},{px(y0)}V{px(y1)}"
    middle = px((y0 + y1) / 2)
    return f"M{px(x0)},{px(y0)}C{px(x0)},{middle} {px(x1)},{middle} {px(x1)},{px(y1)}"


def _head(x: float, y: float, tail: int) -> str:
    return path("draw-head", f"M{px(x - 4)},{px(y + tail)}h8L{px(x)},{px(y)}Z")


def _unrelated(drawn: Drawn, actors: Sequence[str], width: float, top: float) -> tuple[float, str]:
    """Actors without an edge, by name, and how many are left out; returns where that ends."""
    items = [(drawn.graph.label(actor), drawn.href(actor)) for actor in actors]
    if drawn.shown.left_out:
        items.append(
            ("and " + drawn.graph.language.count_more(drawn.shown.left_out, "actor"), drawn.more)
        )
    if not items:
        return top, ""
    start, heading = 0.0, ""
    if actors:
        heading = text_element((_UNRELATED,), 0, top + 16, "s draw-note")
        start = text_width(_UNRELATED, SIZES["s"]) + 10
    lines = [wrap_text(label, width - 8, SIZES["m"], 1)[0] for label, _ in items]
    widths = [text_width(line, SIZES["m"]) for line in lines]
    y, parts = 0.0, [heading]
    spots = flow(widths, width, 16, 24, start)
    for (label, href), line, wide, (x, y) in zip(items, lines, widths, spots, strict=True):
        hit = hit_area(x, top + y, wide, 24)
        parts.append(link_or_note(line, x, top + 16 + y, "m", href, label, hit))
    return top + y + 24, "".join(parts)


def _legend(drawn: Drawn, nodes: Mapping[str, NodeBox]) -> Iterator[LegendEntry]:
    found = {bundle.edges[0].status for bundle in drawn.bundles}
    for name, status in STATUSES.items():
        if name in found:
            yield LegendEntry(status.meaning, line_symbol(status.css_class))
    if any(node.person for node in nodes.values()):
        yield LegendEntry("a person", _box_symbol("draw-box", 6.0))
    if drawn.parts.keys() & nodes:
        yield LegendEntry("has a part in the incidents", _box_symbol("draw-box draw-cast", 2.0))


def _box_symbol(css_class: str, radius: float) -> Symbol:
    size = {"width": 20.0, "height": 12.0, "rx": radius}
    return lambda x, y: element("rect", {"class": css_class, "x": x - 10, "y": y - 6} | size)
