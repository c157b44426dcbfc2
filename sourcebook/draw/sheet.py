"""What every picture shares: two widths, a title and description, links, and a legend."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Protocol

from sourcebook.draw.lettering import lettered, width
from sourcebook.draw.svg import element, escape

WIDE, NARROW = 760.0, 350.0
"""The two widths in pixels that each picture is drawn for; draw.css chooses."""


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


Paint = Callable[[float], tuple[float, str]]
"""Draws a picture of a given width; returns its height and its markup."""


def picture(caption: Caption, paint: Paint, *, small: bool = False) -> str:
    """A picture in both widths, of which a reader sees and hears one.

    One that is `small` is drawn once, and looks the same in any room.
    """
    sizes = (("both", NARROW),) if small else (("wide", WIDE), ("narrow", NARROW))
    drawn = (_svg(caption, room, name, *paint(room)) for name, room in sizes)
    return element("div", {"class": f"draw draw-{caption.kind}"}, *drawn)


def _svg(caption: Caption, room: float, name: str, height: float, body: str) -> str:
    ids = [f"{caption.prefix}-{name}-{part}" for part in ("title", "description")]
    shape = {
        "class": f"draw-{name}",
        "viewBox": f"0 0 {room:.0f} {height:.0f}",
        "width": f"{room:.0f}",
        "height": f"{height:.0f}",
        "role": "group",
        "aria-labelledby": ids[0],
        "aria-describedby": ids[1],
    }
    words = (caption.title, caption.description)
    named = [
        element(tag, {"id": key}, escape(text))
        for tag, key, text in zip(("title", "desc"), ids, words, strict=True)
    ]
    return element("svg", shape, *named, body)


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
    return element("rect", {"class": "draw-target", "x": x, "y": y, "width": wide, "height": high})


@dataclass(frozen=True, slots=True)
class Key:
    """An entry of a legend: words, and how its sign is drawn around a point."""

    words: str
    sign: Callable[[float, float], str]


_SIGN = 30.0
_LINE = 20.0


def legend(keys: Iterable[Key], room: float, top: float) -> tuple[float, str]:
    """A legend from `top` down, in as many lines as it needs; returns where it ends."""
    x, y, parts = 0.0, top + _LINE / 2, []
    for key in keys:
        wide = _SIGN + width(key.words, 11.0) + 14
        if x and x + wide - 14 > room:
            x, y = 0.0, y + _LINE
        parts += [
            key.sign(x + _SIGN / 2 - 2, y),
            lettered((key.words,), x + _SIGN, y + 4, "s draw-note"),
        ]
        x += wide
    bottom = y + _LINE / 2 if parts else top
    return bottom, element("g", {"class": "draw-legend"}, *parts) if parts else ""
