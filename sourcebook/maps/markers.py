"""The marks of a map: one for each place, or one for several that are too near to be told apart."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sourcebook.charts.svg import element, escape
from sourcebook.language import Language
from sourcebook.maps.description import summary, uncertainty
from sourcebook.maps.items import Marked
from sourcebook.maps.labels import Labels, Layouts, both
from sourcebook.maps.letters import wrapped
from sourcebook.maps.text_boxes import Box, Placed, around
from sourcebook.maps.view import View

_NEAR = 20.0
"""Below this distance in units, marks would cover each other."""
_RING = 8.0
"""The least radius in units at which the surroundings of a place are drawn as a ring."""
_AREA = 6.5
"""From this radius in units on the area is the mark, with a small one in its middle."""
_BESIDE = 60.0
"""Up to which radius in units a name stands beside the area, and not in it."""
_NAMED = 3
"""How many places that share a sign are named beside it."""
_TOLD = 4
"""How many of them are named in words."""
_LINE, _SHORT_LINE = 24, 16
"""About how many letters a line of a label has, and on a phone."""


@dataclass(frozen=True, slots=True)
class Pin:
    """A mark of a map: the places that it stands for, and where it is in the picture."""

    marks: tuple[Marked, ...]
    x: float
    y: float
    size: float
    """The radius of its area in units."""

    @property
    def ring(self) -> bool:
        """Whether it is the surroundings of a place, and so has no point."""
        return self.marks[0].near is not None and self.size >= _RING

    @property
    def count(self) -> int:
        """How many incidents it stands for, or places, if it stands for those."""
        events = sum(len(mark.events) for mark in self.marks)
        return events or len(self.marks)

    @property
    def several(self) -> bool:
        """Whether its sign is a number."""
        return self.count > 1 or len(self.marks) > 1

    @property
    def reach(self) -> float:
        """The radius of the sign itself in units."""
        if self.ring:
            return 0.0
        if self.several:
            return 9.0 + 3.0 * (len(str(self.count)) - 1)
        return 4.5 if self.size >= _AREA else 6.5

    @property
    def boxes(self) -> tuple[Box, ...]:
        """The room that it takes."""
        return (around(self.x, self.y, self.reach + 1),) if self.reach else ()


def pins_of(view: View, marks: Sequence[Marked]) -> tuple[Pin, ...]:
    """Marks as pins, sorted by name; those nearer to each other than can be told apart are one."""
    pins: list[list[Pin]] = []
    cells: dict[tuple[int, int], list[list[Pin]]] = {}
    for mark in marks:
        pin = Pin((mark,), *view.at(mark.disc.lat, mark.disc.lon), view.size(mark.disc))
        group = None if pin.ring else _close(pin, cells)
        if group is None:
            group = []
            pins.append(group)
            if not pin.ring:
                cells.setdefault(_cell(pin), []).append(group)
        group.append(pin)
    return tuple(_merged(group) for group in pins)


def _close(pin: Pin, cells: dict[tuple[int, int], list[list[Pin]]]) -> list[Pin] | None:
    column, row = _cell(pin)
    for x in (column - 1, column, column + 1):
        for y in (row - 1, row, row + 1):
            for group in cells.get((x, y), ()):
                first = group[0]
                if (first.x - pin.x) ** 2 + (first.y - pin.y) ** 2 < _NEAR**2:
                    return group
    return None


def _cell(pin: Pin) -> tuple[int, int]:
    return int(pin.x // _NEAR), int(pin.y // _NEAR)


def _merged(group: Iterable[Pin]) -> Pin:
    first, *others = group
    if not others:
        return first
    marks = (*first.marks, *(mark for pin in others for mark in pin.marks))
    return Pin(marks, first.x, first.y, max(pin.size for pin in (first, *others)))


def link(pin: Pin, labels: Layouts, more: str | None) -> str:
    """A pin with its name beside it, as a link to its page where it has one."""
    words = _words(labels.language, pin)
    name = both(*(_name(labels.language, pin, each) for each in (labels.wide, labels.narrow)))
    href = pin.marks[0].href if len(pin.marks) == 1 else more
    kinds = {mark.kind for mark in pin.marks}
    kind = "several" if len(kinds) > 1 else pin.marks[0].kind
    drawn = name or element("title", {}, escape(words)), " ", *_sign(pin)
    return linked(href, kind, words, *drawn)


def linked(href: str | None, kind: str, words: str, *drawn: str) -> str:
    """What is marked, as a link where it leads somewhere, and named by its words."""
    shape = {"class": f"map-mark map-mark--{kind}", "aria-label": words}
    if href is None:
        return element("g", shape | {"role": "img"}, *drawn)
    return element("a", {"href": href} | shape, *drawn)  # as its label is worded


def _words(language: Language, pin: Pin) -> str:
    if len(pin.marks) == 1:
        return summary(language, pin.marks[0], nearness_first=pin.ring)
    return many_words(language, pin.marks)


def many_words(language: Language, marks: Sequence[Marked]) -> str:
    """Several marks that share a sign in words: the first of them by name, and how many.

    Names and number follow each other as they are seen, as the name of a link has to hold what is
    seen (WCAG 2.2, 2.5.3).
    """
    names = ", ".join(mark.label for mark in marks[:_TOLD])
    rest = len(marks) - _TOLD
    more = f" and {language.number(rest)} more" if rest > 0 else ""
    return f"{names}{more}: {number_words(language, marks)}"


def number_words(language: Language, marks: Sequence[Marked]) -> str:
    """How many incidents and places some marks are: `4 incidents at 3 places`."""
    events = sum(len(mark.events) for mark in marks)
    places = language.count(len(marks), "place")
    return f"{language.count(events, 'incident')} at {places}" if events else places


def _told(language: Language, pin: Pin) -> str:
    """What is said beside a ring; the name of the place that it lies round is in one piece."""
    mark = pin.marks[0]
    name = mark.near.label if mark.near else ""
    number = f"{language.count(pin.count, 'incident')}, " if pin.count > 1 else ""
    return number + uncertainty(language, mark).replace(name, name.replace(" ", "\u00a0"))


def _sign(pin: Pin) -> tuple[str, ...]:
    at: dict[str, object] = {"cx": pin.x, "cy": pin.y}
    if pin.ring:
        around_it = at | {"r": pin.size}
        looks = ("map-hit-ring", "map-ring")
        return tuple(element("circle", {"class": look} | around_it) for look in looks)
    hit = element("circle", {"class": "map-hit"} | at | {"r": 14})
    if pin.several:
        badge = element("circle", {"class": "map-badge"} | at | {"r": pin.reach})
        count = {"class": "map-count", "x": pin.x, "y": pin.y, "dy": ".35em"}
        return hit, badge, element("text", count, str(pin.count))
    if pin.marks[0].kind == "location":
        reach = pin.reach - 0.5
        left, top, wide = pin.x - reach, pin.y - reach, 2 * reach
        box = {"class": "map-sign", "x": left, "y": top, "width": wide, "height": wide}
        return hit, element("rect", box)
    return hit, element("circle", {"class": "map-sign"} | at | {"r": pin.reach})


def _name(language: Language, pin: Pin, labels: Labels) -> Placed | None:
    """The name of a pin, or its few names; of a ring, with the distance, if there is room."""
    if len(pin.marks) > _NAMED:
        return None
    most = _SHORT_LINE if labels.narrow else _LINE
    lines = tuple(line for mark in pin.marks for line in wrapped(mark.label, most))
    told = wrapped(_told(language, pin), most + 4) if pin.ring else ()
    beside = pin.size if pin.ring or pin.size < _BESIDE else 0.0
    gap = max(beside, pin.reach) + 5
    tried = (
        labels.beside(pin.x, pin.y, gap, (*lines, *asides), "map-name", asides=len(asides))
        for asides in dict.fromkeys((told, ()))
    )
    return next((placed for placed in tried if placed is not None), None)
