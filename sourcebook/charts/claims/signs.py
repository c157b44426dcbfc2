"""The signs of a claims chart: each form of a figure has a shape of its own."""

from collections.abc import Callable, Mapping

from sourcebook.charts.svg import element, px

_R = 5.0
"""Half the height of a sign."""

Sign = Callable[[float, float, float], str]
"""Draws a claim from `x0` to `x1` (which are one where it has one bound) at height `y`."""


def _dot(x0: float, _x1: float, y: float) -> str:
    return element("circle", {"class": "draw-solid", "cx": x0, "cy": y, "r": _R})


def _range(x0: float, x1: float, y: float) -> str:
    bar = element(
        "rect", {"class": "draw-bar", "x": x0, "y": y - 3, "width": x1 - x0, "height": 6.0}
    )
    return bar + _line((x0, y - 6), (x0, y + 6)) + _line((x1, y - 6), (x1, y + 6))


def _at_least(x0: float, x1: float, y: float) -> str:
    return _line((x0, y - 6), (x0, y + 6)) + _line((x0, y), (x1 - 1, y)) + _head(x1, y, -1)


def _at_most(x0: float, x1: float, y: float) -> str:
    return _line((x1, y - 6), (x1, y + 6)) + _line((x0 + 1, y), (x1, y)) + _head(x0, y, 1)


def _about(x0: float, x1: float, y: float) -> str:
    arms = _line((x0 - 13, y), (x1 + 13, y), "draw-line draw-dashed")
    ring = "draw-hollow"
    if x1 - x0 < 1:
        return arms + element("circle", {"class": ring, "cx": x0, "cy": y, "r": _R})
    shape = {"class": f"{ring} draw-dashed", "x": x0, "y": y - 4, "width": x1 - x0, "height": 8.0}
    return arms + element("rect", shape)


def _words(x0: float, x1: float, y: float) -> str:
    """A wave that begins at the least that the word can mean and comes to no end."""
    waves = int(max(x1 - x0, 18) // 9)
    path = f"M{px(x0)},{px(y)}q2.25,-6 4.5,0t4.5,0" + "t4.5,0t4.5,0" * (waves - 1)
    return element("path", {"class": "draw-line", "d": path})


def _none(x0: float, _x1: float, y: float) -> str:
    """Crossed out, as the sign of the empty set is: nobody, said in words, is no counted zero."""
    ring = element("circle", {"class": "draw-hollow", "cx": x0, "cy": y, "r": _R})
    return ring + _line((x0 - 6, y + 6), (x0 + 6, y - 6))


def _unknown(x0: float, _x1: float, y: float) -> str:
    mark = {"class": "draw-m draw-strong", "x": x0, "y": y + 4.5, "text-anchor": "middle"}
    return element("text", mark, "?")


def _not_stated(x0: float, _x1: float, y: float) -> str:
    shape = {
        "class": "draw-hollow draw-dashed",
        "x": x0 - 6,
        "y": y - 4,
        "width": 12.0,
        "height": 8.0,
    }
    return element("rect", shape)


def crossed(x: float, y: float) -> str:
    """The cross over a sign whose claimant no longer stands by it."""
    return _line((x - 7, y - 7), (x + 7, y + 7)) + _line((x - 7, y + 7), (x + 7, y - 7))


def _line(start: tuple[float, float], end: tuple[float, float], look: str = "draw-line") -> str:
    (x1, y1), (x2, y2) = start, end
    return element("line", {"class": look, "x1": x1, "y1": y1, "x2": x2, "y2": y2})


def _head(x: float, y: float, way: int) -> str:
    """An open arrow head with its point at x, whose shaft comes from the left (-1) or right."""
    x0 = px(x + 7 * way)
    path = f"M{x0},{px(y - 5)}L{px(x)},{px(y)}L{x0},{px(y + 5)}"
    return element("path", {"class": "draw-line", "d": path})


SIGNS: Mapping[str, Sign] = {
    "exact": _dot,
    "range": _range,
    "at_least": _at_least,
    "at_most": _at_most,
    "about": _about,
    "words": _words,
    "none": _none,
    "unknown": _unknown,
    "not stated": _not_stated,
}
WORDS: Mapping[str, str] = {
    "exact": "one figure",
    "range": "from … to …",
    "at_least": "at least, open above",
    "at_most": "at most",
    "about": "about",
    "words": "in words: from the least it can mean",
    "none": "says that there were none",
    "unknown": "says that it is not known",
    "not stated": "speaks of it, gives no figure",
}
"""What each sign means, in the order in which a legend lists them."""


OF_DATES: Mapping[str, str] = {
    "exact": "at a time",
    "range": "a whole day, or from … to …",
    "at_least": "from then on",
    "at_most": "until then",
    "about": "about, or one of several days",
    "none": "says that there is none",
    "not stated": "speaks of it, gives no date",
}
"""The same where the claims are dates."""


def sample(form: str) -> Callable[[float, float], str]:
    """How a sign is drawn in a legend, around a point."""
    half = 0.0 if form in ("exact", "none", "unknown", "not stated", "about") else 10.0
    return lambda x, y: SIGNS[form](x - half, x + half, y)
