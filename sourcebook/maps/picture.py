"""Maps as inline SVG: what is marked, on the ground of its view, with names that keep clear."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sourcebook.charts.svg import element, escape
from sourcebook.geo.disc import Disc
from sourcebook.language import Language
from sourcebook.maps import clusters
from sourcebook.maps.areas import area, joined
from sourcebook.maps.atlas import Atlas
from sourcebook.maps.description import named_area, summary
from sourcebook.maps.frame import FOOT, foot, frame
from sourcebook.maps.inset import corner, here, least
from sourcebook.maps.items import Marked, Somewhere
from sourcebook.maps.labels import Layouts
from sourcebook.maps.markers import Pin, link, pins_of
from sourcebook.maps.name_placement import names
from sourcebook.maps.somewhere import MOST, legend, outlined
from sourcebook.maps.text_boxes import Box
from sourcebook.maps.view import View, view_of

_TOLD = 12
"""How many marks the description of a map names."""
_WIDER = 4.0
"""How much smaller the marks of a map may be drawn so that it shows an area whole."""


@dataclass(frozen=True)
class _Shown:
    """What a map shows: marks, areas to be outlined, and where a sign for several marks leads."""

    marks: tuple[Marked, ...]
    areas: tuple[Somewhere, ...]
    more: str | None

    @property
    def dense(self) -> bool:
        """Whether only the numbers of marks are told, and not each of them."""
        return len(self.marks) >= clusters.FROM


@dataclass(frozen=True, slots=True)
class _Drawn:
    """The areas and marks of a map, and the room that they leave for names."""

    labels: Layouts
    outlines: str
    marks: str


Signs = clusters.Dense | tuple[Pin, ...]


def draw_map(
    atlas: Atlas,
    marks: Sequence[Marked],
    *,
    prefix: str,
    title: str,
    more: str | None = None,
    areas: Sequence[Somewhere] = (),
) -> str:
    """A map of some places as inline SVG in a `div`; empty where there are none.

    `prefix` begins its ids, which must be its own on the page; `more` is where a mark leads that
    stands for places too near to each other to be told apart, such as the list beside the map.
    `areas` are outlined, with a legend below the map. Where there are many marks their numbers
    are shown, and the work and the bytes do not grow with them.
    """
    if not (marks or areas):
        return ""
    key = (tuple(marks), tuple(areas), prefix, title, more)
    if len(marks) + len(areas) > 1:
        return _map(atlas, *key)
    if key not in atlas.pictures:
        atlas.pictures[key] = _map(atlas, *key)
    return atlas.pictures[key]


def _map(
    atlas: Atlas,
    marks: tuple[Marked, ...],
    areas: tuple[Somewhere, ...],
    prefix: str,
    title: str,
    more: str | None,
) -> str:
    ordered = sorted(marks, key=lambda mark: (mark.label, mark.id, mark.kind))
    first = sorted(areas, key=lambda each: (-len(each.events), each.label, each.id))[:MOST]
    shown = _Shown(tuple(ordered), tuple(first), more)
    view = _view(shown)
    words = {
        f"{prefix}-title": ("title", title),
        f"{prefix}-words": ("desc", describe(atlas.language, view, ordered, first)),
    }
    shape = {
        "class": "map-picture",
        "viewBox": f"0 0 {view.width} {view.height + FOOT}",
        "role": "group",
        "aria-labelledby": f"{prefix}-title",
        "aria-describedby": f"{prefix}-words",
    }
    named = [element(tag, {"id": key}, escape(text)) for key, (tag, text) in words.items()]
    look = f"map-body map-body--{view.name}"
    body = {"class": look, "width": view.width, "height": view.height}
    drawn = element("svg", body, _body(atlas, view, shown))
    margin = element("g", {"aria-hidden": "true"}, frame(view), foot(atlas.language, view))
    picture = element("svg", shape, *named, drawn, margin)
    return element("div", {"class": "map"}, picture, legend(atlas.language, areas, first))


def _view(shown: _Shown) -> View:
    """A view of all marks, and of the areas, if they do not dwarf the marks."""
    discs = [disc for mark in shown.marks for disc in mark.discs]
    whole = view_of([*discs, *(spot for area in shown.areas for spot in area.outline.spots)])
    if not discs or not shown.areas:
        return whole
    near = view_of(discs)
    return whole if whole.scale <= _WIDER * near.scale else near


def describe(
    language: Language, view: View, marks: Sequence[Marked], areas: Iterable[Somewhere] = ()
) -> str:
    """What a map shows, in words."""
    if view.world:
        extent = "A map of the world."
    else:
        width = language.distance(_rounded(view.width * view.scale))
        extent = f"A map of an area about {width} wide."
    told = [f"{summary(language, mark)}." for mark in marks[:_TOLD]]
    rest = len(marks) - len(told)
    outlines = [f"{named_area(language, each)}, outlined." for each in areas]
    more = [f"And {language.number(rest)} more."] if rest else []
    return " ".join([extent, *told, *more, *outlines])


def _rounded(metres: float) -> float:
    return float(f"{metres:.2g}")


def _body(atlas: Atlas, view: View, shown: _Shown) -> str:
    ground, signs = atlas.ground(view), _signs(atlas.language, view, shown)
    if view.world:
        drawn, inset = _drawn(atlas.language, view, shown, signs), ""
    else:
        small, lines = atlas.inset(view)
        drawn, box = _marked(atlas.language, view, small, shown, signs)
        inset = _inset(box, lines + here(view, small))
    marks = () if shown.dense else shown.marks
    told = frozenset(each.outline.name for each in shown.areas)
    named = names(ground, marks, drawn.labels, told)
    under = element("g", {"aria-hidden": "true"}, ground.markup)
    over = element("g", {"aria-hidden": "true"}, _areas(view, marks), *named)
    return "".join((under, drawn.outlines, over, inset, drawn.marks))


def _signs(language: Language, view: View, shown: _Shown) -> Signs:
    if shown.dense:
        return clusters.Dense(language, clusters.squares_of(view, shown.marks), shown.more)
    return pins_of(view, shown.marks)


def _boxes(signs: Signs) -> list[Box]:
    """The room that signs take."""
    if isinstance(signs, clusters.Dense):
        return signs.boxes
    return [box for pin in signs for box in pin.boxes]


def _marked(
    language: Language, view: View, small: View, shown: _Shown, signs: Signs
) -> tuple[_Drawn, Box]:
    """What is marked, and the corner for the small map."""
    drawn = _drawn(language, view, shown, signs)
    box = corner(view, small, drawn.labels)
    if box is None:  # names fill every corner: they are placed anew where one is kept free
        box = least(view, small, _boxes(signs))
        return _drawn(language, view, shown, signs, box), box
    drawn.labels.take(box)
    return drawn, box


def _drawn(language: Language, view: View, shown: _Shown, signs: Signs, *kept: Box) -> _Drawn:
    labels = Layouts.of(language, view.width, view.height)
    labels.take(*kept)
    labels.sign(*_boxes(signs))
    if isinstance(signs, clusters.Dense):
        marks = signs.drawn()
    else:
        rivals = "".join(joined(view, mark, labels) for mark in shown.marks if mark.rivals)
        links = "".join(link(pin, labels, shown.more) for pin in signs)
        marks = (element("g", {"aria-hidden": "true"}, rivals) if rivals else "") + links
    large_first = sorted(shown.areas, key=lambda each: (-each.outline.size, each.id))
    outlines = "".join(outlined(view, each, labels) for each in large_first)
    return _Drawn(labels, outlines, marks)


def _inset(box: Box, drawn: str) -> str:
    x, y, right, bottom = box
    shape = {"class": "map-inset", "x": x, "y": y, "width": right - x, "height": bottom - y}
    return element("svg", shape | {"aria-hidden": "true"}, drawn)


def _areas(view: View, marks: Iterable[Marked]) -> str:
    """Where each mark can be; the largest first, the same one once."""
    found: dict[str, float] = {}
    for mark in marks:
        look = f"map-area map-area--{mark.kind}" + (" map-area--near" if mark.near else "")
        for radius in (mark.disc.radius, *mark.rings):
            found[area(view, Disc(mark.disc.lat, mark.disc.lon, radius), look)] = radius
        for rival in mark.rivals:
            other = f"map-area map-area--{mark.kind} map-area--rival"
            found[area(view, rival.disc, other)] = rival.disc.radius
    return "".join(sorted(found, key=lambda drawn: (-found[drawn], drawn)))
