"""Areas on a map: the outline of what is known only to a country or a division, and its legend."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, pairwise

from sourcebook.charts.svg import element, escape
from sourcebook.geo.projection import Point
from sourcebook.language import Language
from sourcebook.maps.description import named_area
from sourcebook.maps.items import Somewhere
from sourcebook.maps.labels import Labels, Layouts, both
from sourcebook.maps.letters import LEADING, length, size, wrapped
from sourcebook.maps.markers import linked
from sourcebook.maps.paths import FINE, closed_rings, written
from sourcebook.maps.text_boxes import Placed, centred
from sourcebook.maps.view import View

MOST = 6
"""How many areas a map draws at most: more of them would hide each other."""
_TOLD = 6
"""How many incidents of an area its legend names."""
_LINES = 26, 16
"""About how many letters a line of its name has: as few lines as there is room for."""
_STEP = 10
"""How far apart, in units, the heights are at which an area is measured."""
_EDGE = 4.0
"""How near its name may come to its outline."""

Spans = Mapping[int, Sequence[tuple[float, float]]]
"""Between which places a height of the picture lies inside an area."""


def outlined(view: View, area: Somewhere, labels: Layouts) -> str:
    """An area as a link to what is known of it, with its name inside where there is room."""
    rings = list(closed_rings(area.outline.layer, view))
    path = "".join(written(ring, 1.6, closed=True) for ring in rings)
    words = named_area(labels.language, area)
    name = both(*(_name(rings, words, each) for each in (labels.wide, labels.narrow)))
    look = {
        "class": f"map-somewhere map-somewhere--{area.kind}",
        "transform": f"scale({1 / FINE:g})",
    }
    shape = element("path", look | {"d": path})
    return linked(area.href, area.kind, words, shape, name or element("title", {}, escape(words)))


def _name(rings: Sequence[Sequence[Point]], words: str, labels: Labels) -> Placed | None:
    """The words in a few long lines or in more short ones, in the middle of where it is widest."""
    spans = {y: tuple(_spans(rings, y, labels.width)) for y in range(0, int(labels.height), _STEP)}
    lines = dict.fromkeys(wrapped(words, most) for most in _LINES)
    places = (_inside(spans, each, narrow=labels.narrow) for each in lines)
    return labels.first(chain.from_iterable(places))


def _inside(spans: Spans, lines: tuple[str, ...], *, narrow: bool) -> Iterator[Placed]:
    """Where an area has room for some lines, the widest place first."""
    wide = max(length(line, "map-name", narrow=narrow) for line in lines) / 2 + _EDGE
    high = len(lines) * LEADING * size("map-name", narrow=narrow) / 2
    widest = sorted((left - right, y, left, right) for y in spans for left, right in spans[y])
    for _, y, left, right in widest:
        for x in (left + right) / 2, left + wide, right - wide:
            crossed = (spans[row] for row in spans if y - high <= row <= y + high)
            if all(any(a <= x - wide and x + wide <= b for a, b in each) for each in crossed):
                yield centred(round(x), y, lines, "map-name", narrow=narrow)


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


def legend(language: Language, areas: Sequence[Somewhere], drawn: Sequence[Somewhere]) -> str:
    """What the outlines of a map mean, below it, with all that is somewhere in them.

    In HTML, so that it is lettered as the text around it, on a phone too.
    """
    places = [area for area in drawn if area.kind == "location"]
    others = (area for area in drawn if area.kind != "location")
    rows = [_row(_key(area.kind), *_told(language, area)) for area in others]
    if places:
        rows.append(_row(_key("location"), " Outlined: ", _listed(places)))
    rest = [area for area in areas if area not in drawn]
    if rest:
        rows.append(_row("Not outlined, as they would hide each other: ", _listed(rest)))
    return "".join(rows)


def _row(*parts: str) -> str:
    return element("p", {"class": "map-legend"}, *parts)


def _key(kind: str) -> str:
    look = f"map-somewhere map-somewhere--{kind}"
    shape = {"class": "map-picture map-key", "viewBox": "0 0 24 14", "aria-hidden": "true"}
    box = element("rect", {"class": look, "x": 1, "y": 1, "width": 22, "height": 12})
    return element("svg", shape, box)


def _told(language: Language, area: Somewhere) -> Iterator[str]:
    """An area with the incidents in it, each of which leads to its page."""
    words = escape(named_area(language, area, counted=False))
    if not area.events:
        yield f" {words if area.href is None else _linked(area.href, words)}"
        return
    yield f" {words}: " + ", ".join(
        escape(event.title) if event.href is None else _linked(event.href, escape(event.title))
        for event in area.events[:_TOLD]
    )
    rest = len(area.events) - _TOLD
    yield f" and {language.number(rest)} more" if rest > 0 else ""


def _listed(areas: Iterable[Somewhere]) -> str:
    return ", ".join(
        escape(area.label) if area.href is None else _linked(area.href, escape(area.label))
        for area in areas
    )


def _linked(href: str, drawn: str) -> str:
    return element("a", {"href": href}, drawn)
