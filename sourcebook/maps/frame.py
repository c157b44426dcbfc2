"""What stands round a map: its frame, scale bar, north, and where the data is from."""

from math import floor, log10

from sourcebook.charts.svg import element, escape, path, px
from sourcebook.geo.projection import EQUATOR
from sourcebook.language import Language
from sourcebook.maps.text_boxes import TextBlock
from sourcebook.maps.view import WIDTH, View

FOOT = 30
"""The height of the strip below a map, in units."""

_BAR = 150.0
"""The longest that the scale bar may be."""
_UNEVEN = 3_000.0
"""From how many metres per unit on the scale of the edge differs from that of the middle by 1 %."""
_CREDIT = '<tspan class="map-wide">Map data: </tspan>Natural Earth'


def scale_bar(view: View) -> tuple[float, float]:
    """The scale bar: its length on the Earth in metres, a round number, and in units."""
    true = EQUATOR if view.world else 1.0
    most = _BAR * view.scale / true
    step = 10 ** floor(log10(most))
    metres = max(factor * step for factor in (1, 2, 5) if factor * step <= most)
    return metres, metres / view.scale * true


def frame(view: View) -> str:
    """The edge of a map of a part of the Earth."""
    shape = {"class": "map-frame", "width": view.width, "height": view.height}
    return "" if view.world else element("rect", shape)


def foot(language: Language, view: View) -> str:
    """The strip below the map."""
    metres, length = scale_bar(view)
    y = view.height + FOOT / 2
    where = " on the equator" if view.world else " at the middle" if view.scale > _UNEVEN else ""
    text = language.distance(metres) + where
    x = 34 + length + TextBlock((text,), "map-foot", narrow=True).width
    bar = path("map-bar", f"M2 {px(y - 5)}v9h{px(length)}v-9") + _text(10 + length, y, escape(text))
    if not (view.world or view.polar):  # where north is up all over the map
        bar += path("map-north", f"M{px(x)} {px(y - 9)}l6 18-6-4-6 4z") + _text(x + 11, y, "N")
    return bar + _text(WIDTH - 2, y, _CREDIT, "end")


def _text(x: float, y: float, text: str, anchor: str | None = None) -> str:
    shape = {"class": "map-foot", "x": x, "y": y, "dy": ".35em", "text-anchor": anchor}
    return element("text", shape, text)
