"""What every figure shares: two widths, title and description, slices for paper, legend, links."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Protocol

from sourcebook.charts.svg import element, escape, path, px
from sourcebook.charts.text import SIZES, text_element, text_width

WIDE, NARROW = 760.0, 300.0
"""The two widths in pixels that each figure is drawn for; draw.css chooses."""
_SLICE = 260.0
"""The least height of a slice."""
_SYMBOL, _LINE = 30.0, 20.0
"""In a legend, the width of a symbol and the height of a line."""


class Href(Protocol):
    """Gives the way from a figure's page to a record, or to a place on the record's page."""

    def __call__(self, record_id: str, anchor: str = "", /) -> str:
        """The relative address."""


@dataclass(frozen=True, slots=True)
class Caption:
    """A figure's title and description, and the prefix that makes its ids unique on the page."""

    kind: str
    prefix: str
    title: str
    description: str


@dataclass(frozen=True, slots=True)
class Fragment:
    """Some markup of a figure, and between which heights in pixels it lies."""

    top: float
    bottom: float
    markup: str


@dataclass(frozen=True, slots=True)
class Drawing:
    """A figure in one width: its fragments in the order of painting, and where it may be cut.

    What is cut becomes several elements one below the other, so that a long figure can go on on
    the next page; a fragment that reaches over a cut is in both.
    """

    height: float
    parts: Sequence[Fragment]
    cuts: Sequence[float] = ()


def uncut(height: float, markup: str) -> Drawing:
    """A drawing that is never cut."""
    return Drawing(height, (Fragment(0, height, markup),))


def render_figure(
    caption: Caption, draw: Callable[[float], Drawing], *, small: bool = False
) -> str:
    """A figure in both widths, of which a reader sees and hears one.

    `draw` gives the drawing for a width in pixels. A figure that is `small` is drawn once, and
    looks the same however wide the page is.
    """
    sizes = (("both", NARROW),) if small else (("wide", WIDE), ("narrow", NARROW))
    slices = (each for name, width in sizes for each in _slices(caption, name, width, draw(width)))
    return element("div", {"class": f"draw draw-{caption.kind}"}, *slices)


def _slices(caption: Caption, name: str, width: float, drawing: Drawing) -> Iterator[str]:
    edges = _edges(drawing)
    for top, bottom in pairwise(edges):
        shape = {
            "class": f"draw-{name} draw-slice" if len(edges) > 2 else f"draw-{name}",
            "viewBox": f"0 {top:.0f} {width:.0f} {bottom - top:.0f}",
            "width": f"{width:.0f}",
            "height": f"{bottom - top:.0f}",
        }
        # Cuts lie on whole pixels, and fragments on fractions of them.
        body = (p.markup for p in drawing.parts if p.bottom > top + 1 and p.top < bottom - 1)
        if top:
            yield element("svg", shape | {"role": "none"}, *body)
        else:
            roles, titles = _titles(caption, name)
            yield element("svg", shape | roles, titles, *body)


def _titles(caption: Caption, name: str) -> tuple[dict[str, str], str]:
    """Attributes and elements for title and description, of which the latter is there once."""
    title, description = f"{caption.prefix}-{name}-title", f"{caption.prefix}-description"
    roles = {"role": "group", "aria-labelledby": title, "aria-describedby": description}
    titles = element("title", {"id": title}, escape(caption.title))
    if name != "narrow":
        titles += element("desc", {"id": description}, escape(caption.description))
    return roles, titles


def _edges(drawing: Drawing) -> list[float]:
    """Where slices begin and end, on whole pixels."""
    edges, height = [0.0], float(round(drawing.height))
    for cut in sorted(drawing.cuts):
        if round(cut) - edges[-1] >= _SLICE and height - cut > _SLICE / 2:
            edges.append(float(round(cut)))
    return [*edges, max(height, 1.0)]


def link_element(href: str, title: str, *children: str) -> str:
    """Something that leads somewhere, with its words in full where the figure has not all."""
    return element("a", {"href": href}, _title(title), *children)


def link_or_note(
    text: str, x: float, y: float, size: str, href: str, title: str = "", hit: str = ""
) -> str:
    """A line of text that leads somewhere, or a note where `href` is empty."""
    if not href:
        return text_element((text,), x, y, f"{size} draw-note")
    return link_element(href, title, hit, text_element((text,), x, y, f"{size} draw-link"))


def titled_group(title: str, *children: str) -> str:
    """Something with its words in full for who points at it."""
    return element("g", {}, _title(title), *children)


def _title(text: str) -> str:
    return element("title", {}, escape(text)) if text else ""


def hit_area(x: float, y: float, width: float, height: float) -> str:
    """An unseen rectangle that makes a link large enough for a finger."""
    place = f'x="{px(x)}" y="{px(y)}" width="{px(width)}" height="{px(height)}"'
    return f'<rect class="draw-target" {place}/>'


def flow(
    widths: Iterable[float], available_width: float, gap: float, leading: float, start: float = 0.0
) -> Iterator[tuple[float, float]]:
    """Where things of some widths stand in lines: how far from the left, and from the first line.

    The first line begins at `start`; from one line to the next are `leading` pixels.
    """
    x, y = start, 0.0
    for width in widths:
        if x and x + width > available_width:
            x, y = 0.0, y + leading
        yield x, y
        x += width + gap


Symbol = Callable[[float, float], str]
"""Draws a symbol around a point."""


@dataclass(frozen=True, slots=True)
class LegendEntry:
    """A symbol with what it means."""

    label: str
    symbol: Symbol


def draw_legend(entries: Iterable[LegendEntry], available_width: float, top: float) -> Fragment:
    """What the symbols that occur in a figure mean, from `top` down, in lines."""
    entries, y, parts = tuple(entries), 0.0, []
    widths = [_SYMBOL + text_width(entry.label, SIZES["s"]) for entry in entries]
    for entry, (x, y) in zip(entries, flow(widths, available_width, 14, _LINE), strict=True):
        middle = top + _LINE / 2 + y
        parts.append(entry.symbol(x + _SYMBOL / 2 - 2, middle))
        parts.append(text_element((entry.label,), x + _SYMBOL, middle + 4, "s draw-note"))
    if not entries:
        return Fragment(top, top, "")
    return Fragment(top, top + y + _LINE, element("g", {"class": "draw-legend"}, *parts))


def line_symbol(css_class: str) -> Symbol:
    """A short line, to say what lines of a class mean."""
    return lambda x, y: path(css_class, f"M{px(x - 12)},{px(y)}h24")
