"""How dense a long time is: a row for each year, in it bars for each month, which lead there."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from sourcebook.charts.figure import (
    NARROW,
    Caption,
    Drawing,
    Fragment,
    LegendEntry,
    draw_legend,
    hit_area,
    link_element,
    render_figure,
    titled_group,
)
from sourcebook.charts.months.counts import Count, Row, Table, table
from sourcebook.charts.svg import element, px
from sourcebook.charts.text import SIZES, text_element, text_width
from sourcebook.language import Language, Width
from sourcebook.models.when import parse_date

__all__ = ["Count", "Row", "Table", "draw", "table"]

_HEAD, _NAME, _HIGH, _GAP, _BARS = 22.0, 24.0, 56.0, 20.0, 36.0
"""The heights of head, a row's name, a row, the gap between rows, and the longest bar."""

MonthUrl = Callable[[str], str]
"""The address of the incidents of a month or year, by its key; empty where there are none."""


@dataclass(frozen=True, slots=True)
class _Grid:
    """Where columns lie, what each is called, and the greatest counts, which bars are held to."""

    language: Language
    room: float
    columns: Mapping[str, float]
    names: Mapping[str, str]
    wide: float
    most: tuple[int, int]


def draw(
    language: Language, counted: Table, *, title: str, prefix: str, url_for_month: MonthUrl
) -> str:
    """When incidents began, and when claims were made; empty without any."""
    if not counted.rows:
        return ""
    caption = Caption("density", prefix, f"When: {title}", _described(language, counted))
    return render_figure(caption, lambda room: _paint(language, counted, room, url_for_month))


def _described(language: Language, counted: Table) -> str:
    found = (f"{_name(language, counted, row)}: {_told(language, row)}" for row in counted.rows)
    return "; ".join(found) + "."


def _name(language: Language, counted: Table, row: Row) -> str:
    return row.key if counted.span == 1 else language.decade(row.key)


def _told(language: Language, count: Count | Row) -> str:
    parts = ((count.incidents, "incident"), (count.claims, "claim"))
    return ", ".join(language.count(n, noun) for n, noun in parts)


def _paint(language: Language, counted: Table, room: float, url_for_month: MonthUrl) -> Drawing:
    grid = _grid(language, counted, room)
    heads = (
        text_element((grid.names[name],), x + grid.wide / 2, 14, "s draw-note", "middle")
        for name, x in grid.columns.items()
    )
    parts, y = [Fragment(0, _HEAD, "".join(heads))], _HEAD
    for row in counted.rows:
        start = y + (_GAP if row.gap else 0)
        drawn = _row(counted, grid, row, start, url_for_month)
        gap = _gap(language, counted, row, y) if row.gap else ""
        parts.append(Fragment(y, start + _NAME + _HIGH, gap + drawn))
        y = start + _NAME + _HIGH
    cuts = tuple(part.top for part in parts[1:])
    parts.append(draw_legend(_keys(grid), room, y + 8))
    return Drawing(parts[-1].bottom + 4, parts, cuts)


def _grid(language: Language, counted: Table, room: float) -> _Grid:
    counts = [count for row in counted.rows for count in row.counts]
    if counted.span == 1:
        width: Width = "narrow" if room <= NARROW else "abbreviated"
        names = {f"-{n:02}": language.month_name(n, width) for n in range(1, 13)}
    else:
        names = {str(n): str(n) for n in range(10)}
    wide = room / len(names)
    columns = {name: n * wide for n, name in enumerate(names)}
    barred = [c for c in counts if counted.span > 1 or len(c.key) > 4] or counts
    most = max(c.incidents for c in barred), max(c.claims for c in barred)
    return _Grid(language, room, columns, names, wide, most)


def _row(counted: Table, grid: _Grid, row: Row, y: float, url_for_month: MonthUrl) -> str:
    base = y + _NAME + _HIGH - 6
    rule = element("path", {"class": "draw-axis", "d": f"M0,{px(base)}H{px(grid.room)}"})
    name = text_element((_name(grid.language, counted, row),), 0, y + 16, "m draw-strong")
    cells, bars = [], ["", ""]
    for count in row.counts:
        href = url_for_month(count.key) if count.incidents else ""
        if counted.span == 1 and len(count.key) == 4:
            cells.append(_of_year(grid, count, y, href))
            continue
        x = grid.columns[count.key[4:] if counted.span == 1 else count.key[3:]]
        for n, value in enumerate((count.incidents, count.claims)):
            bars[n] += _bar(grid, x, base, n, value)
        cells.append(_cell(grid, count, x, base, href))
    drawn = zip(("draw-count", "draw-said"), bars, strict=True)
    return (
        rule
        + name
        + "".join(element("path", {"class": look, "d": d}) for look, d in drawn if d)
        + "".join(cells)
    )


def _of_year(grid: _Grid, count: Count, y: float, href: str) -> str:
    """What is known of a year alone, beside the name of the year."""
    said = f"month not known: {_told(grid.language, count)}"
    text = text_element((said,), grid.room, y + 16, f"s draw-{'link' if href else 'note'}", "end")
    wide = text_width(said, SIZES["s"])
    hit = hit_area(grid.room - wide, y, wide, _NAME)
    return link_element(href, f"{count.key}, {said}", hit, text) if href else text


def _bar(grid: _Grid, x: float, base: float, side: int, value: int) -> str:
    """A bar left (incidents) or right (claims) of the middle of a cell, as part of a path."""
    if not value:
        return ""
    wide = min(grid.wide / 2 - 3, 12.0)
    left = x + grid.wide / 2 + (1 if side else -1 - wide)
    high = max(_BARS * value / max(grid.most[side], 1), 1.5)
    return f"M{px(left)},{px(base)}v-{px(high)}h{px(wide)}v{px(high)}z"


def _cell(grid: _Grid, count: Count, x: float, base: float, href: str) -> str:
    name = grid.language.day(parse_date(count.key))
    full = f"{name}: {_told(grid.language, count)}"
    hit = hit_area(x, base - _HIGH + 6, grid.wide, _HIGH - 2)
    if not href:
        return titled_group(full, hit)
    top = base - max(_BARS * count.incidents / max(grid.most[0], 1), 1.5) - 4
    shown = _short(grid.language, count.incidents, grid.wide)
    middle = x + grid.wide / 2 - min(grid.wide / 2 - 3, 12.0) / 2 - 1
    half = text_width(shown, SIZES["s"]) / 2
    at = min(max(middle, x + half), grid.room - half)
    return link_element(href, full, hit, text_element((shown,), at, top, "s draw-link", "middle"))


def _short(language: Language, value: int, room: float) -> str:
    """A number that fits in a cell: in thousands where there is no room for all of it."""
    full = (language.number(value), str(value))
    return next((w for w in full if text_width(w, SIZES["s"]) <= room), f"{value / 1000:.0f}k")


def _gap(language: Language, counted: Table, row: Row, y: float) -> str:
    unit = "year" if counted.span == 1 else "decade"
    told = language.text("{time} without an entry", time=language.count(row.gap, unit))
    return text_element((told,), 0, y + 15, "s draw-note")


def _keys(grid: _Grid) -> Iterator[LegendEntry]:
    incidents, claims = map(grid.language.number, grid.most)
    if grid.most[0]:
        yield LegendEntry(
            f"incidents, {incidents} at most, with their number", _sample("draw-count")
        )
    if grid.most[1]:
        yield LegendEntry(
            f"claims made, {claims} at most, on a scale of their own", _sample("draw-said")
        )


def _sample(look: str) -> Callable[[float, float], str]:
    return lambda x, y: element(
        "path", {"class": look, "d": f"M{px(x - 5)},{px(y + 7)}v-14h10v14z"}
    )
