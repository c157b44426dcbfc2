"""What stands round a map: its frame, scale bar, north, and where the data is from."""

from math import floor, log10

from sourcebook.charts.svg import element, escape, px
from sourcebook.geo.projection import EQUATOR
from sourcebook.language import Language
from sourcebook.maps.letters import length
from sourcebook.maps.view import WIDTH, View

FOOT = 30
"""The height of the strip below a map, in units."""

_BAR = 150.0
"""The longest that the scale bar may be."""
_UNEVEN = 3_000.0
"""From how many metres per unit on the scale of the edge differs from that of the middle by 1 %."""
_CREDIT = '<tspan class="map-wide">Map data: </tspan>Natural Earth'


def bar_of(view: View) -> tuple[float, float]:
    """The scale bar: its length on the Earth in metres, a round number, and in units."""
    true = EQUATOR if view.world else 1.0
    most = _BAR * view.scale / true
    step = 10 ** floor(log10(most))
    metres = max(factor * step for factor in (1, 2, 5) if factor * step <= most)
    return metres, metres / view.scale * true


def frame(view: View) -> str:
    """The edge of a map of a part of the Earth."""
    if view.world:
        return ""
    shape = {"class": "map-frame", "width": view.width, "height": view.height}
    return element("rect", shape)


def foot(language: Language, view: View) -> str:
    """The strip below the map."""
    metres, long = bar_of(view)
    middle = view.height + FOOT / 2
    bar = f"M2 {px(middle - 5)}v9h{px(long)}v-9"
    words = language.distance(metres) + _where_true(view)
    end = 12 + long + length(words, "map-foot", narrow=True)
    return "".join(
        (
            element("path", {"class": "map-bar", "d": bar}),
            _text(10 + long, middle, escape(words)),
            _north(view, end + 22, middle),
            _text(WIDTH - 2, middle, _CREDIT, "end"),
        )
    )


def _where_true(view: View) -> str:
    if view.world:
        return " on the equator"
    return " at the middle" if view.scale > _UNEVEN else ""


def _north(view: View, x: float, middle: float) -> str:
    """An arrow that points to the north, where that is up all over the map."""
    if view.world or view.polar:
        return ""
    arrow = f"M{px(x)} {px(middle - 9)}l6 18-6-4-6 4z"
    return element("path", {"class": "map-north", "d": arrow}) + _text(x + 11, middle, "N")


def _text(x: float, y: float, text: str, anchor: str | None = None) -> str:
    shape = {"class": "map-foot", "x": x, "y": y, "dy": ".35em", "text-anchor": anchor}
    return element("text", shape, text)
