"""Areas on a map: the outline of what is known only to a country or a division, and its legend."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, pairwise

from sourcebook.charts.svg import element, escape
from sourcebook.geo.projection import Point
from sourcebook.language import Language
from sourcebook.maps.description import describe_area
from sourcebook.maps.items import MapArea
from sourcebook.maps.labels import LabelPair, Labels, for_both
from sourcebook.maps.markers import link_marker
from sourcebook.maps.paths import FINE, closed_rings, written
from sourcebook.maps.text_boxes import PlacedText, TextBlock, place_centred, split_evenly
from sourcebook.maps.view import View

MOST = 6
"""How many areas a map draws at most: more of them would hide each other."""
_NAMED = 6
"""How many incidents of an area its legend names."""
_LINES = 26, 16
"""About how many letters a line of its name has: as few lines as there is room for."""
_STEP = 10
"""How far apart, in units, the heights are at which an area is measured."""
_EDGE = 4.0
"""How near its name may come to its outline, in units."""

Spans = Mapping[int, Sequence[tuple[float, float]]]
"""Between which places a height of the picture lies inside an area."""


def draw_area(view: View, area: MapArea, labels: LabelPair) -> str:
    """An area as a link to what is known of it, with its name inside where there is room."""
    rings = list(closed_rings(area.outline.layer, view))
    data = "".join(written(ring, 1.6, closed=True) for ring in rings)
    text = describe_area(labels.language, area)
    name = for_both(*(_name(rings, text, each) for each in (labels.wide, labels.narrow)))
    shape = {"class": _css_class(area.kind), "transform": f"scale({1 / FINE:g})", "d": data}
    title = name or element("title", {}, escape(text))
    return link_marker(area.href, area.kind, text, element("path", shape), title)


def _css_class(kind: str) -> str:
    return f"map-somewhere map-somewhere--{kind}"


def _name(rings: Sequence[Sequence[Point]], text: str, labels: Labels) -> PlacedText | None:
    """The text in a few long lines or in more short ones, in the middle of where it is widest."""
    spans = {y: tuple(_spans(rings, y, labels.width)) for y in range(0, int(labels.height), _STEP)}
    lines = dict.fromkeys(split_evenly(text, most) for most in _LINES)
    places = (_inside(spans, TextBlock(each, "map-name", labels.narrow)) for each in lines)
    return labels.first(chain.from_iterable(places))


def _inside(spans: Spans, block: TextBlock) -> Iterator[PlacedText]:
    """Where an area has room for a block of text, the widest place first."""
    half, high = block.width / 2 + _EDGE, block.height / 2
    widest = sorted((left - right, y, left, right) for y in spans for left, right in spans[y])
    for _, y, left, right in widest:
        for x in (left + right) / 2, left + half, right - half:
            crossed = (spans[row] for row in spans if y - high <= row <= y + high)
            if all(any(a <= x - half and x + half <= b for a, b in each) for each in crossed):
                yield place_centred(round(x), y, block)


def _spans(
    rings: Iterable[Sequence[Point]], y: float, width: float
) -> Iterator[tuple[float, float]]:
    """Where a height of the picture is inside of rings, by the even-odd rule."""
    edges = (edge for ring in rings for edge in pairwise((*ring, ring[0])))
    crossed = sorted(
        a[0] + (b[0] - a[0]) * (y - a[1]) / (b[1] - a[1])
        for a, b in edges
        if (a[1] > y) != (b[1] > y)
    )
    for left, right in zip(crossed[::2], crossed[1::2], strict=False):
        if left < width and right > 0:
            yield max(left, 0.0), min(right, width)


def area_legend(language: Language, areas: Sequence[MapArea], drawn: Sequence[MapArea]) -> str:
    """What the outlines of a map mean, below it, with all that is somewhere in them.

    In HTML, so that it is as large as the text around it, on a phone too.
    """
    places = [area for area in drawn if area.kind == "location"]
    others = (area for area in drawn if area.kind != "location")
    rest = [area for area in areas if area not in drawn]
    rows = [(_symbol(area.kind), " ", *_contents(language, area)) for area in others]
    rows += [(_symbol("location"), " Outlined: ", _listed(places))] if places else []
    hidden = "Not outlined, as they would hide each other: "
    rows += [(hidden, _listed(rest))] if rest else []
    return "".join(element("p", {"class": "map-legend"}, *row) for row in rows)


def _symbol(kind: str) -> str:
    shape = {"class": "map-picture map-key", "viewBox": "0 0 24 14", "aria-hidden": "true"}
    box = {"class": _css_class(kind), "x": 1, "y": 1, "width": 22, "height": 12}
    return element("svg", shape, element("rect", box))


def _contents(language: Language, area: MapArea) -> Iterator[str]:
    """An area with the incidents in it, each of which leads to its page."""
    text = describe_area(language, area, counted=False)
    if not area.incidents:
        yield _linked(area.href, text)
        return
    named = ", ".join(_linked(each.href, each.title) for each in area.incidents[:_NAMED])
    rest = len(area.incidents) - _NAMED
    yield f"{escape(text)}: {named}"
    yield f" and {language.number(rest)} more" if rest > 0 else ""


def _listed(areas: Iterable[MapArea]) -> str:
    return ", ".join(_linked(area.href, area.label) for area in areas)


def _linked(href: str | None, text: str) -> str:
    return escape(text) if href is None else element("a", {"href": href}, escape(text))
