"""A toll over time as SVG: days across, figures up, and each line named at its end."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from sourcebook.charts.claims.calendar import days
from sourcebook.charts.claims.scale import Scale, counts
from sourcebook.charts.figure import NARROW, Drawing, link_element, uncut
from sourcebook.charts.svg import element, px
from sourcebook.charts.text import SIZES, text_element, text_height, wrap_text
from sourcebook.charts.toll.steps import Line, Step
from sourcebook.language import language_of
from sourcebook.models import Dataset

_HIGH, _TOP, _GAP = 170.0, 12.0, 6.0
_ROOM = 1.12
"""How much of the height is left for figures that are open above."""
_AFTER = 18.0
"""Hours that are shown after the last figure."""
_NAMES = 210.0
"""The room for names beside the lines."""


@dataclass(frozen=True, slots=True)
class _Name:
    """What a line is called, and where that stands: the left end and the middle of its lines."""

    x: float
    y: float
    lines: tuple[str, ...]

    @property
    def half(self) -> float:
        """Half its height."""
        return text_height(self.lines) / 2


def paint(
    lines: tuple[Line, ...], dataset: Dataset, href: Callable[[str], str], room: float
) -> Drawing:
    """The picture of some lines; `href` gives the address of a claim."""
    beside = room > NARROW
    right = room - (_NAMES if beside else 14.0)
    across = days(list(_hours(lines)), 34.0, right, dataset)
    most = max(
        step.low if step.high is None else step.high for line in lines for step in line.steps
    )
    in_digits = language_of(dataset).number
    up = replace(counts([most * _ROOM], 0, _HIGH - _TOP, in_digits), left=_HIGH, right=_TOP)
    names = list(_names(lines, up, right + 14) if beside else _below(lines, room))
    drawn = [_drawn(line, across, up, href, name) for line, name in zip(lines, names, strict=True)]
    bottom = max(_HIGH + 26, *(name.y + name.half + 4 for name in names))
    return uncut(bottom, _grid(across, up) + "".join(drawn))


def _hours(lines: Iterable[Line]) -> Iterator[float]:
    found = [step.hour for line in lines for step in line.steps]
    yield from found
    yield max(found) + _AFTER


def _words(line: Line, room: float) -> tuple[str, ...]:
    return wrap_text(f"{line.steps[-1].words}: {line.who}", room, SIZES["m"])


def _names(lines: tuple[Line, ...], up: Scale, left: float) -> Iterator[_Name]:
    """The names beside the ends of the lines, none over another."""
    free = 0.0
    for line in lines:
        name = _Name(left, 0, _words(line, _NAMES - 14))
        y = max(up.x(line.steps[-1].low), free + name.half)
        free = y + name.half + _GAP
        yield _Name(left, y, name.lines)


def _below(lines: tuple[Line, ...], room: float) -> Iterator[_Name]:
    """The names under the scale, one below the other."""
    free = _HIGH + 30
    for line in lines:
        name = _Name(0, 0, _words(line, room))
        yield _Name(0, free + name.half, name.lines)
        free += 2 * name.half + _GAP


def _drawn(line: Line, across: Scale, up: Scale, href: Callable[[str], str], name: _Name) -> str:
    first = name.y - name.half + SIZES["m"]
    parts = [
        element("path", {"class": "draw-line draw-toll", "d": "".join(_path(line, across, up))}),
        _lead(across.right, up.x(line.steps[-1].low), name) if name.x else "",
        *(_mark(step, across, up) for step in line.steps),
        text_element(name.lines, name.x, first, "m draw-link"),
    ]
    return link_element(href(line.steps[-1].anchor), line.full, *parts)


def _lead(x: float, y: float, name: _Name) -> str:
    """From the end of a line to its name, where that had to give way."""
    path = f"M{px(x)},{px(y)}L{px(name.x - 4)},{px(name.y)}"
    return element("path", {"class": "draw-grid", "d": path})


def _path(line: Line, across: Scale, up: Scale) -> Iterator[str]:
    """From each figure to the hour of the next, then up or down to it."""
    first = line.steps[0]
    yield f"M{px(across.x(first.hour))},{px(up.x(first.low))}"
    for _, step in pairwise(line.steps):
        yield f"H{px(across.x(step.hour))}V{px(up.x(step.low))}"
    if not line.ended:
        yield f"H{px(across.right)}"


def _mark(step: Step, across: Scale, up: Scale) -> str:
    """A dot where a figure was given; above it a bar to its upper bound, or an arrow where open."""
    x, y = across.x(step.hour), up.x(step.low)
    dot = element("circle", {"class": "draw-mark", "cx": x, "cy": y, "r": 3.5})
    if step.high is None:
        arrow = f"M{px(x)},{px(y)}v-14m-3.5,4l3.5,-4l3.5,4"
        return dot + element("path", {"class": "draw-line", "d": arrow})
    if step.high > step.low:
        bar = f"M{px(x)},{px(y)}V{px(up.x(step.high))}m-4,0h8"
        return dot + element("path", {"class": "draw-line", "d": bar})
    return dot


def _grid(across: Scale, up: Scale) -> str:
    """The lines that figures and days are read by, and their labels."""
    found = []
    for mark in up.marks:
        y = up.x(mark.value)
        path = f"M{px(across.left)},{px(y)}H{px(across.right)}"
        found.append(element("path", {"class": "draw-grid", "d": path}))
        found.append(text_element((mark.label,), across.left - 6, y + 4, "s", "end"))
    for mark in across.marks:
        x = across.x(mark.value)
        path = f"M{px(x)},{px(_TOP)}V{px(_HIGH)}"
        found.append(element("path", {"class": "draw-grid", "d": path}))
        if mark.label:
            middle = across.x(mark.middle)
            found.append(text_element((mark.label,), middle, _HIGH + 16, "s", "middle"))
    return element("g", {"class": "draw-scale"}, *found)
