"""The parts of a claims chart: its rows, its axis, and the bracket around the whole."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from math import isfinite

from sourcebook.derive import Scope
from sourcebook.derive.values import number as in_digits
from sourcebook.draw.chart.figures import SILENT, Row
from sourcebook.draw.chart.scale import Scale, scale
from sourcebook.draw.chart.signs import SIGNS, crossed
from sourcebook.draw.lettering import lettered, width, wrap
from sourcebook.draw.sheet import NARROW, linked, target
from sourcebook.draw.svg import element, number

_NAMES, _VALUES, _GUTTER = 216.0, 112.0, 62.0
_WAVES = 54.0
"""How long a figure in words is drawn, which has no upper end."""
_OPEN = 1.18
"""How much of the scale is left for arrows beyond the greatest figure."""


@dataclass(frozen=True, slots=True)
class Plot:
    """Where things lie: `gutter` is where claims without a figure stand, left of the scale."""

    room: float
    scale: Scale
    gutter: float
    high: float

    @property
    def beside(self) -> bool:
        """Whether names and values stand beside the scale, and not above it."""
        return self.room > NARROW

    def y(self, index: int) -> float:
        """The height of the sign of a row."""
        return index * self.high + (self.high / 2 if self.beside else self.high - 13)


def plot(rows: Iterable[Row], span: Iterable[float | None], room: float) -> Plot:
    """The plot for some rows and the ends of their range."""
    rows = tuple(rows)
    silent = any(row.form in SILENT for row in rows)
    left, right = (_NAMES, room - _VALUES) if room > NARROW else (0.0, room - 12)
    start = left + _GUTTER if silent else left + 8
    values = [v for row in rows for v in (row.low, row.high) if v is not None]
    values += [v for v in span if v is not None]
    upward = any(row.form in ("at_least", "words", "about") for row in rows)
    most = max((v for v in values if isfinite(v)), default=0.0) * (_OPEN if upward else 1.0)
    found = scale([most], start, right, 8 if room > NARROW else 5)
    return Plot(room, found, left + 25, 36.0 if room > NARROW else 46.0)


def line(plan: Plot, index: int, row: Row, href: str) -> str:
    """A row: who, the sign, and the value in words."""
    y = plan.y(index)
    look = " draw-struck" if row.struck else ""
    parts = [
        target(0, index * plan.high, plan.room, plan.high),
        element("g", {"class": f"draw-sign{look}"}, _sign(plan, row, y)),
        *(_beside(plan, row, y) if plan.beside else _above(plan, row, y)),
    ]
    return linked(href, row.full, *parts)


def _sign(plan: Plot, row: Row, y: float) -> str:
    low, high = plan.scale.x(row.low or 0), plan.scale.x(row.high or 0)
    if row.form in SILENT:
        low = high = plan.gutter
    elif row.form == "at_least":
        high = plan.scale.right
    elif row.form == "words":
        high = min(low + _WAVES, plan.scale.right)
    return SIGNS[row.form](low, high, y) + (crossed((low + high) / 2, y) if row.struck else "")


def _beside(plan: Plot, row: Row, y: float) -> Iterator[str]:
    names = wrap(row.who, _NAMES - 8, 12.5)
    cut = " draw-struck" if row.struck else ""
    x = plan.room - _VALUES + 14
    yield lettered(names, 0, y + (4.5 if len(names) == 1 else -3.5), "m draw-link")
    yield lettered(wrap(row.words, _VALUES - 14, 12.5, 1), x, y + (-2.5 if cut else 4.5), f"m{cut}")
    if cut:
        yield lettered((row.status,), x, y + 11.5, "s draw-note")


def _above(plan: Plot, row: Row, y: float) -> Iterator[str]:
    cut = " draw-struck" if row.struck else ""
    end = plan.room
    if cut:
        yield lettered((row.status,), end, y - 15, "s draw-note", "end")
        end -= width(row.status, 11.0) + 6
    words = wrap(row.words, end / 2, 12.5, 1)
    yield lettered(words, end, y - 15, f"m{cut}", "end")
    room = end - width(words[0], 12.5) - 12
    yield lettered(wrap(row.who, room, 12.5, 1), 0, y - 15, "m draw-link")


def axis(plan: Plot, rows: tuple[Row, ...]) -> str:
    """The lines that figures are read by, and their numbers below."""
    bottom, found = len(rows) * plan.high + 2, []
    half = plan.high / 2 if plan.beside else 11.0
    for tick in plan.scale.ticks:
        x = plan.scale.x(tick)
        lines = "".join(
            f"M{number(x)},{number(plan.y(n) - half)}v{number(2 * half)}" for n in range(len(rows))
        )
        found.append(element("path", {"class": "draw-grid", "d": lines}))
        found.append(lettered((in_digits(tick),), x, bottom + 14, "s", "middle"))
    base = {"class": "draw-axis", "x1": plan.scale.left, "y1": bottom}
    found.append(element("line", base | {"x2": plan.scale.right, "y2": bottom}))
    if any(row.form in SILENT for row in rows):
        found.append(lettered(("no figure",), plan.gutter, bottom + 14, "s draw-note", "middle"))
    return element("g", {"class": "draw-scale"}, *found)


def bracket(plan: Plot, scope: Scope, top: float) -> tuple[float, str]:
    """The range of several current claims as a bracket with its words; returns where it ends."""
    if scope.range is None or sum(position.speaks for position in scope.positions) < 2:
        return top, ""
    low, high = plan.scale.x(scope.range.low), plan.scale.right
    y, open_above = top + 9, scope.range.high is None
    if scope.range.high is not None:
        high = plan.scale.x(scope.range.high)
    tail = "l-6,-4m6,4l-6,4" if open_above else "v-6"
    path = f"M{number(low)},{number(y - 6)}v6H{number(max(high, low + 0.1))}{tail}"
    words = f"current claims: {scope.range.words}"
    x = min(max((low + high) / 2, width(words, 11.0) / 2), plan.room - width(words, 11.0) / 2)
    drawn = element("path", {"class": "draw-line draw-bracket", "d": path})
    text = lettered((words,), x, y + 15, "s draw-strong", "middle")
    return y + 24, element("g", {}, drawn, text)
