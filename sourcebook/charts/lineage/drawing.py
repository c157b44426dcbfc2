"""Lineage as SVG: a line of text for each source, and branches from the origins down."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sourcebook.charts.figure import (
    Drawing,
    Fragment,
    Href,
    LegendEntry,
    Symbol,
    draw_legend,
    hit_area,
    line_symbol,
    link_element,
    link_or_note,
    titled_group,
)
from sourcebook.charts.lineage.tree import Node, columns, families
from sourcebook.charts.svg import circle, element, path, px
from sourcebook.charts.text import BOLD, SIZES, text_element, text_height, wrap_text
from sourcebook.link import Graph
from sourcebook.models import Source
from sourcebook.vocabulary import DerivationType, Reading

_COPY = "draw-branch draw-copy"
_STEP, _MOST_LEFT = 18.0, 0.36
"""The pixels between columns, and the share of the width that they may take up."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """What is drawn: sources in order, of which `focus` is the page's own, if one is."""

    graph: Graph
    nodes: tuple[Node, ...]
    focus: str
    left_out: int
    href: Href
    more: str


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a source stands: its symbol, and its lines of text with where these begin."""

    x: float
    top: float
    text: float
    title: tuple[str, ...]
    note: tuple[str, ...]

    @property
    def y(self) -> float:
        """The height of the symbol."""
        return self.top + 14

    @property
    def height(self) -> float:
        """How much space it needs."""
        return max(text_height(self.title) + text_height(self.note, "s") + 14, 34.0)


def draw(drawn: Drawn, width: float) -> Drawing:
    """The figure in a width in pixels."""
    places: dict[str, _Place] = {}
    bottom = 0.0
    for family in families(drawn.nodes):
        for source_id, place in _places(drawn, family, width, bottom):
            places[source_id] = place
            bottom = place.top + place.height
    body = [*_branches(drawn.graph, drawn.nodes, places)]
    body += [_source(drawn, node, places[node.id], width) for node in drawn.nodes]
    if drawn.left_out:
        label = "and " + drawn.graph.language.count_more(drawn.left_out, "source")
        rest = link_or_note(label, 28.0, bottom + 12, "m", drawn.more)
        body.append(Fragment(bottom, bottom + 24, rest))
        bottom += 24
    body.append(draw_legend(_legend(drawn.graph, drawn.nodes), width, bottom + 6))
    return Drawing(body[-1].bottom + 4, body, [place.top for place in places.values()])


def _places(
    drawn: Drawn, family: Sequence[Node], width: float, top: float
) -> Iterator[tuple[str, _Place]]:
    """Where the sources of a family stand from a height down."""
    column = columns(family)
    most = max(column.values(), default=0)
    step = min(_STEP, width * _MOST_LEFT / (most + 1))
    text = 10 + step * most + 18
    for node in family:
        bold = BOLD if node.id == drawn.focus else 1
        title = wrap_text(node.source.label, width - text - 6, SIZES["m"] * bold, 2)
        below = wrap_text(note(drawn.graph, node), width - text - 6, SIZES["s"], 4)
        place = _Place(10 + step * column[node.id], top, text, title, below)
        yield node.id, place
        top += place.height


def note(graph: Graph, node: Node) -> str:
    """Whose a source is and of when, and what it goes back to."""
    source = node.source
    date = graph.language.day(source.published) if source.published else "not dated"
    parts = [f"{source.publisher}, {date}"]
    parts += ["origin"] if node.is_origin else []
    parts += [] if _is_read(graph, node) else ["not read"]
    return " · ".join([*parts, *_lineage(graph, node)])


def _is_read(graph: Graph, node: Node) -> bool:
    return not graph.dataset.terms(Reading)[node.source.read].is_unread


def _lineage(graph: Graph, node: Node) -> Iterator[str]:
    """What a source goes back to: several texts of one publisher are counted."""
    labels = graph.dataset.terms(DerivationType)
    records = ((graph.records.get(parent), parent, how) for parent, how in node.parents)
    counts = Counter((how, r.publisher if isinstance(r, Source) else p) for r, p, how in records)
    for (how, whose), count in counts.items():
        texts = f"{graph.language.count(count, 'text')} of " if count > 1 else ""
        yield f"{labels[how].label} {texts}{whose}"


def _source(drawn: Drawn, node: Node, place: _Place, width: float) -> Fragment:
    source, text, bottom = node.source, place.text, place.top + place.height
    own = node.id == drawn.focus
    title = text_element(place.title, text, place.y + 4, "m draw-strong" if own else "m draw-link")
    if drawn.graph.language.is_foreign(source.language):
        title = element("g", {"lang": source.language}, title)
    below = place.y + 4 + text_height(place.title) - 1
    symbol = _SYMBOLS[node.is_origin, _is_read(drawn.graph, node)]
    parts = symbol(place.x, place.y), title, text_element(place.note, text, below, "s draw-note")
    cut = any(lines[-1].endswith("…") for lines in (place.title, place.note) if lines)
    full = f"{source.label}: {note(drawn.graph, node)}" if cut else ""
    if own:
        return Fragment(place.top, bottom, titled_group(full, *parts))
    hit = hit_area(text - 2, place.top + 3, width - text, place.height - 6)
    return Fragment(place.top, bottom, link_element(drawn.href(node.id), full, hit, *parts))


def _branches(
    graph: Graph, nodes: Sequence[Node], places: Mapping[str, _Place]
) -> Iterator[Fragment]:
    """A trunk from each source down to the last that goes back to it, and a branch to each."""
    kinds = graph.dataset.terms(DerivationType)
    trunks: dict[str, float] = {}
    for node in nodes:
        end = places[node.id]
        for parent, how in node.parents:
            start = places.get(parent)
            if start is not None and start.y < end.y and start.x < end.x:
                r = min(7.0, end.x - start.x)
                trunks[parent] = end.y - r
                curve = f"M{px(start.x)},{px(end.y - r)}q0,{px(r)} {px(r)},{px(r)}H{px(end.x - 6)}"
                css_class = _COPY if kinds[how].same_text else "draw-branch"
                yield Fragment(end.top, end.top + end.height, path(css_class, curve))
    for parent, low in trunks.items():
        start = places[parent]
        line = path("draw-branch", f"M{px(start.x)},{px(start.y + 6)}V{px(low)}")
        yield Fragment(start.y, low, line)


def _rings(*rings: tuple[str, float]) -> Symbol:
    """Circles of some classes and radii, one in the other."""
    return lambda x, y: "".join(circle(css_class, x, y, radius) for css_class, radius in rings)


_SYMBOLS: Mapping[tuple[bool, bool], Symbol] = {
    (True, True): _rings(("draw-hollow", 6.5), ("draw-solid", 2.5)),
    (True, False): _rings(("draw-hollow draw-fine", 6.5), ("draw-hollow", 2.5)),
    (False, True): _rings(("draw-solid", 4.0)),
    (False, False): _rings(("draw-hollow draw-fine", 4.5)),
}
"""By whether a source is an origin, and whether it was read."""
_MEANINGS = (
    "origin", "origin, itself not read",
    "goes back to what it hangs from", "the same, itself not read",
)  # fmt: skip


def _legend(graph: Graph, nodes: Sequence[Node]) -> Iterator[LegendEntry]:
    symbols = {(node.is_origin, _is_read(graph, node)) for node in nodes}
    for (kind, symbol), meaning in zip(_SYMBOLS.items(), _MEANINGS, strict=True):
        if kind in symbols:
            yield LegendEntry(meaning, symbol)
    kinds = graph.dataset.terms(DerivationType)
    copied = {kinds[how].same_text for node in nodes for _, how in node.parents}
    if True in copied:
        yield LegendEntry("the same text", line_symbol(_COPY))
    if False in copied:
        yield LegendEntry("another text, made from it", line_symbol("draw-branch"))
