"""An actor in a figure of relations: its name and its part in a box of its own."""

from dataclasses import dataclass

from sourcebook.charts.figure import NARROW, Href, link_element, titled_group
from sourcebook.charts.layout import NodeSize
from sourcebook.charts.svg import element
from sourcebook.charts.text import BOLD, LEADING, SIZES, text_element, text_height, wrap_text
from sourcebook.link import Graph
from sourcebook.models import Actor, Record
from sourcebook.vocabulary import ActorType

_WIDTHS = (58.0, 78.0, 98.0, 116.0, 134.0, 152.0)
"""The widths of boxes; the last is for wide figures."""


@dataclass(frozen=True, slots=True)
class NodeBox:
    """What stands in an actor's box: its name, and below it the part that it has.

    `focus` tells that the figure is about it, `person` that it is a single human being.
    """

    actor: Record
    person: bool
    name: tuple[str, ...]
    part: tuple[str, ...]
    width: float
    focus: bool

    @property
    def text_height(self) -> float:
        """How high its text is."""
        return text_height(self.name) + text_height(self.part, "s")

    @property
    def size(self) -> NodeSize:
        """The box around its text."""
        return NodeSize(self.width, max(self.text_height + 12, 30.0))

    def draw(self, x: float, y: float, href: Href) -> str:
        """The box around a point, which leads to the actor unless the figure is about it."""
        height, one = self.size.height, len(self.name) == 1 and not self.part
        shape = {
            "class": f"draw-box{' draw-chief' if self.focus else ' draw-cast' * bool(self.part)}",
            "x": x - self.width / 2,
            "y": y - height / 2,
            "width": self.width,
            "height": height,
            "rx": height / 2 if self.person and one else 14.0 if self.person else 3.0,
        }
        first = y - self.text_height / 2 + SIZES["m"] * (LEADING + 0.72) / 2
        name = text_element(
            self.name, x, first, "m draw-strong" if self.focus else "m draw-link", "middle"
        )
        below = first + text_height(self.name) - 1
        part = text_element(self.part, x, below, "s draw-note", "middle")
        drawn, label = element("rect", shape) + name + part, self.actor.label
        return (
            titled_group(label, drawn)
            if self.focus
            else link_element(href(self.actor.id), label, drawn)
        )


def node_box(graph: Graph, actor_id: str, part: str, width: float, *, focus: bool) -> NodeBox:
    """An actor's text in the narrowest box that holds it well, or else cut in the widest.

    `width` is that of the figure, in pixels.
    """
    actor = graph.records[actor_id]
    person = isinstance(actor, Actor) and graph.dataset.terms(ActorType)[actor.type].is_person
    label = " ".join(actor.label.split())
    size = SIZES["m"] * (BOLD if focus else 1)
    *narrower, widest = _WIDTHS if width > NARROW else _WIDTHS[:5]
    for own in narrower:
        name = wrap_text(label, own - 14, size, 1 if own < _WIDTHS[3] else 2)
        below = wrap_text(part, own - 14, SIZES["s"], 2)
        if " ".join(name) == label and " ".join(below) == part:
            return NodeBox(actor, person, name, below, own, focus)
    name = wrap_text(label, widest - 14, size, 4)
    below = wrap_text(part, widest - 14, SIZES["s"], 3)
    return NodeBox(actor, person, name, below, widest, focus)
