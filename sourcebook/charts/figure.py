"""What every picture shares: two widths, a title and description, slices for paper."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Protocol

from sourcebook.charts.svg import element, escape, number

WIDE, NARROW = 760.0, 300.0
"""The two widths in pixels that each picture is drawn for; draw.css chooses."""
_SLICE = 260.0
"""The least height of a slice."""


class Href(Protocol):
    """The way from the page of a picture to a record, or to a place on the record's page."""

    def __call__(self, name: str, anchor: str = "", /) -> str:
        """The relative address."""


@dataclass(frozen=True, slots=True)
class Caption:
    """What a picture is called and shows in words, and the prefix that makes its ids unique."""

    kind: str
    prefix: str
    title: str
    description: str


@dataclass(frozen=True, slots=True)
class Part:
    """Some markup of a picture, and between which heights it lies."""

    top: float
    bottom: float
    markup: str


@dataclass(frozen=True, slots=True)
class Drawing:
    """A picture of one width: its parts in the order of painting, and where it may be cut.

    What is cut becomes several elements one below the other, so that a long picture can go on on
    the next page; a part that reaches over a cut is in both.
    """

    height: float
    parts: Sequence[Part]
    cuts: Sequence[float] = ()


def whole(height: float, markup: str) -> Drawing:
    """A picture that is never cut."""
    return Drawing(height, (Part(0, height, markup),))


Paint = Callable[[float], Drawing]
"""Draws a picture of a given width."""


def picture(caption: Caption, paint: Paint, *, small: bool = False) -> str:
    """A picture in both widths, of which a reader sees and hears one.

    One that is `small` is drawn once, and looks the same in any room.
    """
    sizes = (("both", NARROW),) if small else (("wide", WIDE), ("narrow", NARROW))
    drawn = (part for name, room in sizes for part in _slices(caption, name, room, paint(room)))
    return element("div", {"class": f"draw draw-{caption.kind}"}, *drawn)


def _slices(caption: Caption, name: str, room: float, drawing: Drawing) -> Iterator[str]:
    edges = _edges(drawing)
    for top, bottom in pairwise(edges):
        shape = {
            "class": f"draw-{name} draw-slice" if len(edges) > 2 else f"draw-{name}",
            "viewBox": f"0 {top:.0f} {room:.0f} {bottom - top:.0f}",
            "width": f"{room:.0f}",
            "height": f"{bottom - top:.0f}",
        }
        # Cuts lie on whole pixels, and parts on fractions of them.
        body = (p.markup for p in drawing.parts if p.bottom > top + 1 and p.top < bottom - 1)
        if top:
            yield element("svg", shape | {"role": "none"}, *body)
        else:
            said, named = _named(caption, name)
            yield element("svg", shape | said, named, *body)


def _named(caption: Caption, name: str) -> tuple[dict[str, str], str]:
    """What tells a screen reader the picture's title and description, which is there once."""
    title, told = f"{caption.prefix}-{name}-title", f"{caption.prefix}-description"
    said = {"role": "group", "aria-labelledby": title, "aria-describedby": told}
    named = element("title", {"id": title}, escape(caption.title))
    if name != "narrow":
        named += element("desc", {"id": told}, escape(caption.description))
    return said, named


def _edges(drawing: Drawing) -> list[float]:
    """Where slices begin and end, on whole pixels."""
    edges, height = [0.0], float(round(drawing.height))
    for cut in sorted(drawing.cuts):
        if round(cut) - edges[-1] >= _SLICE and height - cut > _SLICE / 2:
            edges.append(float(round(cut)))
    return [*edges, max(height, 1.0)]


def more_words(number: int, noun: str) -> str:
    """How many more there are: `3 more claims`."""
    return f"{number:,} more {noun}{'' if number == 1 else 's'}"


def linked(href: str, title: str, *children: str) -> str:
    """Something that leads somewhere, with its words in full where the picture has not all."""
    return element("a", {"href": href}, _title(title), *children)


def titled(title: str, *children: str) -> str:
    """Something with its words in full for who points at it."""
    return element("g", {}, _title(title), *children)


def _title(words: str) -> str:
    return element("title", {}, escape(words)) if words else ""


def target(x: float, y: float, wide: float, high: float) -> str:
    """An unseen rectangle that makes a link large enough for a finger."""
    place = f'x="{number(x)}" y="{number(y)}" width="{number(wide)}" height="{number(high)}"'
    return f'<rect class="draw-target" {place}/>'
