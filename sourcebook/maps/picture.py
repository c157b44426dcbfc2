"""Maps as inline SVG: markers on the basemap of their view, with names that keep clear."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sourcebook.charts.svg import element, escape
from sourcebook.geo.basemap import Basemap
from sourcebook.language import Language
from sourcebook.maps.areas import MOST, area_legend, draw_area
from sourcebook.maps.atlas import Atlas
from sourcebook.maps.background import emptiest_corner, free_corner, here
from sourcebook.maps.clusters import FROM, clusters
from sourcebook.maps.description import describe_area, describe_place
from sourcebook.maps.frame import FOOT, foot, frame
from sourcebook.maps.items import MapArea, MapPlace
from sourcebook.maps.labels import LabelPair, Labels
from sourcebook.maps.markers import PlaceMarker, place_markers
from sourcebook.maps.name_placement import draw_names
from sourcebook.maps.text_boxes import Box
from sourcebook.maps.uncertainty import draw_discs, join_positions
from sourcebook.maps.view import View, view_of

_DESCRIBED = 12
"""How many places the description of a map names."""
_WIDER = 4.0
"""How much smaller the places of a map may be drawn so that it shows an area whole."""
_HIDDEN = {"aria-hidden": "true"}


@dataclass(frozen=True)
class _Contents:
    """What a map of a view shows: places, areas to be outlined, and where many places lead."""

    view: View
    places: tuple[MapPlace, ...]
    areas: tuple[MapArea, ...]
    more: str | None

    @property
    def dense(self) -> bool:
        """Whether only the numbers of places are shown, and not each of them."""
        return len(self.places) >= FROM

    def markers(self) -> Sequence[PlaceMarker]:
        """The markers of the places."""
        return (clusters if self.dense else place_markers)(self.view, self.places)


@dataclass(frozen=True, slots=True)
class _Drawn:
    """The areas and markers of a map, and the room that they leave for names."""

    labels: LabelPair
    outlines: str
    markers: str


def draw_map(
    atlas: Atlas,
    places: Sequence[MapPlace],
    *,
    prefix: str,
    title: str,
    more: str | None = None,
    areas: Sequence[MapArea] = (),
) -> str:
    """A map of some places as inline SVG in a `div`; empty where there are none.

    `prefix` begins its ids, which must be its own on the page; `more` is where a marker leads that
    stands for places too near to each other to be told apart, such as the list beside the map.
    `areas` are outlined, with a legend below the map. Where there are many places their numbers
    are shown, and the work and the bytes do not grow with them.
    """
    if not (places or areas):
        return ""
    key = (tuple(places), tuple(areas), prefix, title, more)
    if len(places) + len(areas) > 1:
        return _draw(atlas, *key)
    if key not in atlas.pictures:
        atlas.pictures[key] = _draw(atlas, *key)
    return atlas.pictures[key]


def _draw(
    atlas: Atlas,
    places: Sequence[MapPlace],
    areas: Sequence[MapArea],
    prefix: str,
    title: str,
    more: str | None,
) -> str:
    places = sorted(places, key=lambda place: (place.label, place.id, place.kind))
    first = sorted(areas, key=lambda each: (-len(each.incidents), each.label, each.id))[:MOST]
    view, language = _view(places, first, atlas.basemap), atlas.language
    description = _describe(language, view, places, first)
    shape = {
        "class": "map-picture",
        "viewBox": f"0 0 {view.width} {view.height + FOOT}",
        "role": "group",
        "aria-labelledby": f"{prefix}-title",
        "aria-describedby": f"{prefix}-words",
    }
    body = {"class": f"map-body map-body--{view.name}", "width": view.width, "height": view.height}
    picture = element(
        "svg",
        shape,
        element("title", {"id": f"{prefix}-title"}, escape(title)),
        element("desc", {"id": f"{prefix}-words"}, escape(description)),
        element("svg", body, _body(atlas, _Contents(view, tuple(places), tuple(first), more))),
        element("g", _HIDDEN, frame(view), foot(language, view)),
    )
    return element("div", {"class": "map"}, picture, area_legend(language, areas, first))


def _view(places: Iterable[MapPlace], areas: Sequence[MapArea], basemap: Basemap) -> View:
    """A view of all places, and of the areas, if they do not dwarf the places."""
    discs = [disc for place in places for disc in place.discs]
    whole = view_of([*discs, *(s for area in areas for s in area.outline.spots)], basemap)
    if not discs or not areas:
        return whole
    near = view_of(discs, basemap)
    return whole if whole.scale <= _WIDER * near.scale else near


def _describe(
    language: Language, view: View, places: Sequence[MapPlace], areas: Iterable[MapArea]
) -> str:
    """What a map shows, in words."""
    width = language.distance(float(f"{view.width * view.scale:.2g}"))
    extent = "the world." if view.world else f"an area about {width} wide."
    first = [f"{describe_place(language, place)}." for place in places[:_DESCRIBED]]
    rest = len(places) - len(first)
    more = [f"And {language.number(rest)} more."] if rest else []
    outlines = [f"{describe_area(language, each)}, outlined." for each in areas]
    return " ".join([f"A map of {extent}", *first, *more, *outlines])


def _body(atlas: Atlas, shown: _Contents) -> str:
    view, under, markers, inset = shown.view, atlas.background(shown.view), shown.markers(), ""
    if view.world:
        drawn = _drawn(atlas.language, shown, markers)
    else:
        small, sketch = atlas.overview(view)
        drawn, box = _with_corner(atlas.language, shown, markers, small)
        inset = _inset(box, sketch + here(view, small))
    places = () if shown.dense else shown.places
    outlined = frozenset(each.outline.name for each in shown.areas)
    labels = draw_names(under, places, drawn.labels, outlined)
    over = element("g", _HIDDEN, draw_discs(view, places), *labels)
    lines = element("g", _HIDDEN, under.markup)
    return "".join((lines, drawn.outlines, over, inset, drawn.markers))


def _with_corner(
    language: Language, shown: _Contents, markers: Sequence[PlaceMarker], small: View
) -> tuple[_Drawn, Box]:
    """What is drawn, and the corner for the small map."""
    drawn = _drawn(language, shown, markers)
    box = free_corner(shown.view, small, drawn.labels)
    if box is None:  # names fill every corner: they are placed anew where one is kept free
        kept = (box for marker in markers for box in marker.boxes)
        box = emptiest_corner(shown.view, small, kept)
        return _drawn(language, shown, markers, box), box
    drawn.labels.take(box)
    return drawn, box


def _drawn(
    language: Language, shown: _Contents, markers: Sequence[PlaceMarker], *kept: Box
) -> _Drawn:
    view = shown.view
    wide, narrow = (Labels(view.width, view.height, narrow=each) for each in (False, True))
    labels = LabelPair(language, wide, narrow)
    labels.take(*kept)
    labels.take(*(box for marker in markers for box in marker.boxes), symbols=True)
    joined = () if shown.dense else (join_positions(view, each, labels) for each in shown.places)
    others = "".join(joined)
    drawn = element("g", _HIDDEN, others) if others else ""
    drawn += "".join(marker.draw(labels, shown.more) for marker in markers)
    large_first = sorted(shown.areas, key=lambda each: (-each.outline.size, each.id))
    outlines = "".join(draw_area(view, each, labels) for each in large_first)
    return _Drawn(labels, outlines, drawn)


def _inset(box: Box, drawn: str) -> str:
    x, y, right, bottom = box
    shape = {"class": "map-inset", "x": x, "y": y, "width": right - x, "height": bottom - y}
    return element("svg", shape | _HIDDEN, drawn)
