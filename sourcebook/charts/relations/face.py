"""An actor on a sheet of relations: its name and its part in a box of its own."""

from dataclasses import dataclass

from sourcebook.charts.figure import NARROW, Href, link_element, titled_group
from sourcebook.charts.layout import Box
from sourcebook.charts.relations.circle import Circle
from sourcebook.charts.svg import element
from sourcebook.charts.text import BOLD, LEADING, SIZES, text_element, text_height, wrap_text
from sourcebook.link import Graph
from sourcebook.models import Actor

_SIZES = (58.0, 78.0, 98.0, 116.0, 134.0, 152.0)
"""The widths of boxes; the last is for wide sheets."""


@dataclass(frozen=True, slots=True)
class Face:
    """What stands in an actor's box: its name, and below it the part that it has."""

    name: tuple[str, ...]
    part: tuple[str, ...]
    wide: float

    @property
    def deep(self) -> float:
        """How high the words are."""
        return text_height(self.name) + text_height(self.part, "s")

    @property
    def box(self) -> Box:
        """The box around them."""
        return Box(self.wide, max(self.deep + 12, 30.0))


def face_of(graph: Graph, circle: Circle, name: str, part: str, room: float) -> Face:
    """An actor's words in the narrowest box that holds them well, or else cut in the widest."""
    label = " ".join(graph.records[name].label.split())
    size = SIZES["m"] * (BOLD if name == circle.focus else 1)
    sizes = _SIZES if room > NARROW else _SIZES[:5]
    for wide in sizes[:-1]:
        lines = wrap_text(label, wide - 14, size, 1 if wide < _SIZES[3] else 2)
        below = wrap_text(part, wide - 14, SIZES["s"], 2)
        if " ".join(lines) == label and " ".join(below) == part:
            return Face(lines, below, wide)
    wide = sizes[-1]
    return Face(
        wrap_text(label, wide - 14, size, 4), wrap_text(part, wide - 14, SIZES["s"], 3), wide
    )


def actor(
    graph: Graph, circle: Circle, name: str, face: Face, centre: tuple[float, float], href: Href
) -> str:
    """An actor in its box, which leads to its page unless the page is its own."""
    (x, y), record = centre, graph.records[name]
    person = isinstance(record, Actor) and record.type == "person"
    chief = name == circle.focus
    wide, high, one = face.wide, face.box.high, len(face.name) == 1 and not face.part
    shape = {
        "class": f"draw-box{' draw-chief' if chief else ' draw-cast' * bool(face.part)}",
        "x": x - wide / 2,
        "y": y - high / 2,
        "width": wide,
        "height": high,
        "rx": high / 2 if person and one else 14.0 if person else 3.0,
    }
    first = y - face.deep / 2 + SIZES["m"] * (LEADING + 0.72) / 2
    look = "m draw-strong" if chief else "m draw-link"
    text = text_element(face.name, x, first, look, "middle")
    text += text_element(face.part, x, first + text_height(face.name) - 1, "s draw-note", "middle")
    drawn, full = element("rect", shape) + text, record.label
    return titled_group(full, drawn) if chief else link_element(href(name), full, drawn)
