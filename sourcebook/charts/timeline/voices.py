"""Who spoke on a day, as a timeline shows it: the name, and what the date leaves open."""

from collections.abc import Iterable
from dataclasses import dataclass

from sourcebook.charts.text import LEADING, SIZES, text_width, wrap_text
from sourcebook.charts.timeline.items import Spoken
from sourcebook.link import Graph

HIGH = 24.0
"""The height of a line, which a finger can hit."""
_MORE = SIZES["m"] * LEADING
_COUNT = 24.0
"""The room for the number of claims, and what keeps it apart."""


@dataclass(frozen=True, slots=True)
class Voice:
    """What one speaker said on a day: the lines of the name, and whether the note is below them.

    `y` is the height of its sign.
    """

    spoken: Spoken
    y: float
    name: tuple[str, ...]
    below: bool

    @property
    def high(self) -> float:
        """How much room it needs."""
        return HIGH + _MORE * (len(self.name) - 1 + self.below)

    @property
    def top(self) -> float:
        """Where it begins."""
        return self.y - HIGH / 2


def voices(graph: Graph, spoken: Iterable[Spoken], room: float, top: float) -> tuple[Voice, ...]:
    """Those who spoke, from `top` down, in a column of a given width."""
    found: list[Voice] = []
    for each in spoken:
        start = found[-1].top + found[-1].high if found else top
        name = wrap_text(names(graph, each.by), room - _COUNT, SIZES["m"], 2)
        beside = text_width(name[0], SIZES["m"]) + text_width(each.note, SIZES["s"]) + 8
        below = bool(each.note) and (len(name) > 1 or beside > room - _COUNT)
        found.append(Voice(each, start + HIGH / 2, name, below))
    return tuple(found)


def names(graph: Graph, ids: tuple[str, ...]) -> str:
    """Several records by their names."""
    return ", ".join(graph.label(name) for name in ids)
