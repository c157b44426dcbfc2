"""The legend of a picture: what its signs mean, of those that occur in it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from sourcebook.charts.figure import Part
from sourcebook.charts.svg import element
from sourcebook.charts.text import SIZES, lettered, width

_SIGN, _LINE = 30.0, 20.0


@dataclass(frozen=True, slots=True)
class Key:
    """An entry of a legend: words, and how its sign is drawn around a point."""

    words: str
    sign: Callable[[float, float], str]


def legend(keys: Iterable[Key], room: float, top: float) -> Part:
    """A legend from `top` down, in as many lines as it needs."""
    x, y, parts = 0.0, top + _LINE / 2, []
    for key in keys:
        wide = _SIGN + width(key.words, SIZES["s"])
        if x and x + wide > room:
            x, y = 0.0, y + _LINE
        words = lettered((key.words,), x + _SIGN, y + 4, "s draw-note")
        parts += [key.sign(x + _SIGN / 2 - 2, y), words]
        x += wide + 14
    if not parts:
        return Part(top, top, "")
    return Part(top, y + _LINE / 2, element("g", {"class": "draw-legend"}, *parts))
