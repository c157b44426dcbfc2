"""The parts of a claims chart: its rows, its axis, and the bracket around the whole."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from sourcebook.charts.claims.calendar import days
from sourcebook.charts.claims.figures import Row
from sourcebook.charts.claims.scale import Scale, counts
from sourcebook.charts.claims.signs import SIGNS, crossed
from sourcebook.charts.figure import NARROW, hit_area, link_element
from sourcebook.charts.svg import element, px
from sourcebook.charts.text import SIZES, text_element, text_width, wrap_text
from sourcebook.derive import Scope
from sourcebook.language import Language, language_of
from sourcebook.models import Dataset

_NAMES, _GUTTER = 216.0, 62.0
_WAVES = 54.0
"""How long a figure in words is drawn, which has no upper end."""
_OPEN = 1.18
"""How much of the scale is left for arrows beyond the greatest figure."""


@dataclass(frozen=True, slots=True)
class Plot:
    """Where things lie: `gutter` is where claims without a value stand, left of the scale.

    `values` is the room for values in words, `what` is what they are: figure or date.
    """

    room: float
    scale: Scale
    gutter: float
    high: float
    values: float
    what: str

    @property
    def beside(self) -> bool:
        """Whether names and values stand beside the scale, and not above it."""
        return self.room > NARROW

    def y(self, index: int) -> float:
        """The height of the sign of a row."""
        return index * self.high + (self.high / 2 if self.beside else self.high - 13)

    def off(self, row: Row) -> bool:
        """Whether a row has no place on the scale: nobody knows it, or nobody says."""
        return row.low is None and row.high is None and (row.form, self.what) != ("none", "figure")


def plot(rows: tuple[Row, ...], what: str, dataset: Dataset, room: float) -> Plot:
    """The plot for some rows of figures or dates."""
    wide = room > NARROW
    values = 112.0 if what == "figure" else 190.0
    left, right = (_NAMES, room - values) if wide else (0.0, room - 12)
    high = 36.0 if wide else 46.0 if what == "figure" else 62.0
    bare = Plot(room, Scale(0, 1, 0, 1), left + 25, high, values, what)
    start = left + (_GUTTER if any(map(bare.off, rows)) else 8)
    bounds = [value for row in rows for value in (row.low, row.high) if value is not None]
    if what == "date":
        return replace(bare, scale=days(bounds, start, right, dataset))
    open_above = any(row.form in ("at_least", "words", "about") for row in rows)
    most = max(bounds, default=0.0) * (_OPEN if open_above else 1.0)
    return replace(bare, scale=counts([most], start, right, language_of(dataset).number))


def line(plan: Plot, index: int, row: Row, href: str) -> str:
    """A row: who, the sign, and the value in words."""
    y = plan.y(index)
    look = " draw-struck" if row.struck else ""
    parts = [
        hit_area(0, index * plan.high, plan.room, plan.high),
        element("g", {"class": f"draw-sign{look}"}, _sign(plan, row, y)),
        *(_beside(plan, row, y) if plan.beside else _above(plan, row, y)),
    ]
    return link_element(href, row.full, *parts)


def _sign(plan: Plot, row: Row, y: float) -> str:
    low, high = plan.scale.left, plan.scale.right
    if plan.off(row):
        low = high = plan.gutter
    elif row.form == "none":
        low = high = plan.scale.x(0)
    else:
        low = low if row.low is None else plan.scale.x(row.low)
        high = high if row.high is None else plan.scale.x(row.high)
    if row.form == "words":
        high = min(low + _WAVES, plan.scale.right)
    return SIGNS[row.form](low, high, y) + (crossed((low + high) / 2, y) if row.struck else "")


def _beside(plan: Plot, row: Row, y: float) -> Iterator[str]:
    names = wrap_text(row.who, _NAMES - 8, SIZES["m"])
    cut = " draw-struck" if row.struck else ""
    x = plan.room - plan.values + 14
    words = wrap_text(row.words, plan.values - 14, SIZES["m"], 1 if cut else 2)
    first = -2.5 if cut else _first(words)
    yield text_element(names, 0, y + _first(names), "m draw-link")
    yield text_element(words, x, y + first, f"m{cut}")
    if cut:
        yield text_element((row.status,), x, y + 11.5, "s draw-note")


def _first(lines: tuple[str, ...]) -> float:
    """Where the first line stands, that all of them are about the height of a sign."""
    return 4.5 if len(lines) == 1 else -3.5


def _above(plan: Plot, row: Row, y: float) -> Iterator[str]:
    """Who and what over the sign: in one line, or the value, where it is a date, below the name."""
    cut = " draw-struck" if row.struck else ""
    end, first = plan.room, y - 15
    if cut:
        yield text_element((row.status,), end, first, "s draw-note", "end")
        end -= text_width(row.status, SIZES["s"]) + 6
    if plan.what == "date":
        yield text_element(
            wrap_text(row.who, plan.room, SIZES["m"], 1), 0, first - 17, "m draw-link"
        )
        yield text_element(wrap_text(row.words, end, SIZES["m"], 1), 0, first, f"m{cut}")
        return
    words = wrap_text(row.words, end * 0.5, SIZES["m"], 1)
    yield text_element(words, end, first, f"m{cut}", "end")
    room = end - text_width(words[0], SIZES["m"]) - 12
    yield text_element(wrap_text(row.who, room, SIZES["m"], 1), 0, first, "m draw-link")


def axis(plan: Plot, rows: tuple[Row, ...]) -> str:
    """The lines that values are read by, and their labels below."""
    bottom, found = len(rows) * plan.high + 2, []
    half = plan.high / 2 if plan.beside else 11.0
    tops = [px(plan.y(n) - half) for n in range(len(rows))]
    for mark in plan.scale.marks:
        x = plan.scale.x(mark.value)
        lines = "".join(f"M{px(x)},{top}v{px(2 * half)}" for top in tops)
        label = text_element((mark.label,), plan.scale.x(mark.middle), bottom + 14, "s", "middle")
        found.append(element("path", {"class": "draw-grid", "d": lines}))
        found.append(label if mark.label else "")
    base = {"class": "draw-axis", "x1": plan.scale.left, "y1": bottom}
    found.append(element("line", base | {"x2": plan.scale.right, "y2": bottom}))
    if any(map(plan.off, rows)):
        words = (f"no {plan.what}",)
        found.append(text_element(words, plan.gutter, bottom + 14, "s draw-note", "middle"))
    return element("g", {"class": "draw-scale"}, *found)


def bracket(language: Language, plan: Plot, scope: Scope, top: float) -> tuple[float, str]:
    """The range of several current claims as a bracket with its words; returns where it ends."""
    if scope.range is None or sum(position.has_value for position in scope.claims) < 2:
        return top, ""
    low, high = plan.scale.x(scope.range.low), plan.scale.right
    y, open_above = top + 9, scope.range.high is None
    if scope.range.high is not None:
        high = plan.scale.x(scope.range.high)
    tail = "l-6,-4m6,4l-6,4" if open_above else "v-6"
    path = f"M{px(low)},{px(y - 6)}v6H{px(max(high, low + 0.1))}{tail}"
    words = f"current claims: {scope.range.describe(language)}"
    x = min(
        max((low + high) / 2, text_width(words, 11.0) / 2), plan.room - text_width(words, 11.0) / 2
    )
    drawn = element("path", {"class": "draw-line draw-bracket", "d": path})
    text = text_element((words,), x, y + 15, "s draw-strong", "middle")
    return y + 24, element("g", {}, drawn, text)
