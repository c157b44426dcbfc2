"""The signs of a timeline: how well a time is known is a shape."""

from collections.abc import Callable, Mapping

from sourcebook.charts.svg import element, px


def _instant(x: float, y: float, _y0: float, _y1: float, _doubt: str) -> str:
    tick = {"class": "draw-line", "x1": x - 8, "y1": y, "x2": x + 8, "y2": y}
    dot = {"class": "draw-solid", "cx": x, "cy": y, "r": 4.5}
    return element("line", tick) + element("circle", dot)


def _about(x: float, y: float, _y0: float, _y1: float, _doubt: str) -> str:
    band = _box(x, y - 13, y + 13, "draw-band draw-dashed", 6.0)
    return band + element("circle", {"class": "draw-hollow", "cx": x, "cy": y, "r": 3.5})


def _range(x: float, y: float, _y0: float, y1: float, doubt: str) -> str:
    return _box(x, y - 8, max(y1, y + 8), f"draw-band draw-full{doubt}", 0.0)


def _day(x: float, _y: float, y0: float, y1: float, _doubt: str) -> str:
    return _box(x, y0, y1, "draw-band", 0.0)


def _vague(x: float, y: float, y0: float, y1: float, _doubt: str) -> str:
    mark = {"class": "draw-s draw-strong", "x": x, "y": y + 4, "text-anchor": "middle"}
    return _box(x, y0, y1, "draw-band draw-dashed", 0.0) + element("text", mark, "?")


def _from(x: float, y: float, _y0: float, y1: float, doubt: str) -> str:
    return _open(x, y - 8, max(y1, y + 22), f"draw-band draw-full{doubt}")


def _until(x: float, y: float, y0: float, y1: float, doubt: str) -> str:
    return _open(x, max(y1, y + 8), min(y0, y - 14), f"draw-band draw-full{doubt}")


def _box(x: float, y0: float, y1: float, look: str, radius: float) -> str:
    shape = {"class": look, "x": x - 6, "y": y0, "width": 12.0, "height": y1 - y0}
    return element("rect", shape | ({"rx": radius} if radius else {}))


def _open(x: float, y0: float, y1: float, look: str) -> str:
    """A bar that ends in a point, for an end that is not known."""
    neck = y1 - 9 if y1 > y0 else y1 + 9
    corners = [(x - 6, y0), (x + 6, y0), (x + 6, neck), (x, y1), (x - 6, neck)]
    path = "L".join(f"{px(a)},{px(b)}" for a, b in corners)
    return element("path", {"class": look, "d": f"M{path}Z"})


Sign = Callable[[float, float, float, float, str], str]
"""Draws an incident: x, the height y of its step, where its day (or it) begins and ends, doubt."""

SIGNS: Mapping[str, Sign] = {
    "instant": _instant,
    "about": _about,
    "range": _range,
    "day": _day,
    "vague": _vague,
    "from": _from,
    "until": _until,
}
WORDS: Mapping[str, str] = {
    "instant": "at this minute",
    "about": "at about this time",
    "range": "from … to …",
    "day": "that day, hour not known",
    "vague": "day not certain",
    "from": "from then on, end not known",
    "until": "until then, start not known",
}
"""What each sign means, in the order in which a legend lists them."""


def sample(form: str) -> Callable[[float, float], str]:
    """How a sign is drawn in a legend, around a point."""
    drawn = SIGNS[form](0.0, 0.0, -10.0, 10.0, "")
    return lambda x, y: element("g", {"transform": f"translate({px(x)} {px(y)}) scale(0.7)"}, drawn)


def said(x: float, y: float) -> str:
    """The sign of a statement: a bubble with its tail."""
    path = f"M{px(x - 6)},{px(y - 5)}h12v8h-7l-3,4v-4h-2Z"
    return element("path", {"class": "draw-hollow", "d": path})


def head(x: float, y: float, way: int) -> str:
    """The head of an arrow that ends at x and comes from the left (1) or the right (-1)."""
    x0 = px(x - 7 * way)
    path = f"M{x0},{px(y - 4)}L{px(x)},{px(y)}L{x0},{px(y + 4)}Z"
    return element("path", {"class": "draw-head", "d": path})
