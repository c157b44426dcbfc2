"""How dense a long time is: a row for each year, in it bars for each month, which lead there."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from sourcebook.derive.dates import day_words
from sourcebook.draw.density.counts import Count, Row, Table, table
from sourcebook.draw.legend import Key, legend
from sourcebook.draw.lettering import SIZES, lettered, width
from sourcebook.draw.sheet import NARROW, Caption, Drawing, Part, linked, picture, target, titled
from sourcebook.draw.svg import element, number
from sourcebook.models import Record
from sourcebook.models.when import parse

__all__ = ["Count", "Row", "Table", "draw", "table", "words"]

_LABEL, _HEAD, _HIGH, _GAP, _BARS = 42.0, 22.0, 58.0, 20.0, 36.0
"""The room for a year's name, and the heights of head, row, gap between rows, and bars."""
_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

Leads = Callable[[str], str]
"""The address of the incidents of a month or year, by its key; empty where there are none."""


@dataclass(frozen=True, slots=True)
class _Grid:
    """Where columns lie, what each is called, and the greatest counts, which bars are held to."""

    room: float
    columns: Mapping[str, float]
    names: Mapping[str, str]
    wide: float
    most: tuple[int, int]


def draw(records: Iterable[Record], *, title: str, prefix: str, leads: Leads) -> str:
    """When the incidents among some records began, and when claims about them were made."""
    counted = table(records)
    if not counted.rows:
        return ""
    caption = Caption("density", prefix, f"When: {title}", _described(counted))
    return picture(caption, lambda room: _paint(counted, room, leads))


def words(count: Count) -> str:
    """A month or year in words: `August 2022`, or that no month is known."""
    return day_words(parse(count.key))


def _described(counted: Table) -> str:
    found = (f"{_name(counted, row)}: {_told(row)}" for row in counted.rows)
    return "; ".join(found) + "."


def _name(counted: Table, row: Row) -> str:
    return row.key if counted.span == 1 else f"{row.key}s"


def _told(count: Count | Row) -> str:
    parts = ((count.incidents, "incident"), (count.claims, "claim"))
    return ", ".join(f"{n:,} {noun}{'' if n == 1 else 's'}" for n, noun in parts)


def _paint(counted: Table, room: float, leads: Leads) -> Drawing:
    grid = _grid(counted, room)
    heads = (
        lettered((grid.names[name],), x + grid.wide / 2, 14, "s draw-note", "middle")
        for name, x in grid.columns.items()
    )
    parts, y = [Part(0, _HEAD, "".join(heads))], _HEAD
    for row in counted.rows:
        start = y + (_GAP if row.gap else 0)
        drawn = _row(counted, grid, row, start, leads)
        gap = _gap(counted, row, y) if row.gap else ""
        parts.append(Part(y, start + _HIGH, gap + drawn))
        y = start + _HIGH
    cuts = tuple(part.top for part in parts[1:])
    parts.append(legend(_keys(grid), room, y + 8))
    return Drawing(parts[-1].bottom + 4, parts, cuts)


def _grid(counted: Table, room: float) -> _Grid:
    counts = [count for row in counted.rows for count in row.counts]
    if counted.span == 1:
        short = room <= NARROW
        names = {f"-{n:02}": m[0] if short else m for n, m in enumerate(_MONTHS, 1)}
        names |= {"": "?"} if any(len(count.key) == 4 for count in counts) else {}
    else:
        names = {str(n): str(n) for n in range(10)}
    wide = (room - _LABEL) / len(names)
    columns = {name: _LABEL + n * wide for n, name in enumerate(names)}
    most = max(c.incidents for c in counts), max(c.claims for c in counts)
    return _Grid(room, columns, names, wide, most)


def _row(counted: Table, grid: _Grid, row: Row, y: float, leads: Leads) -> str:
    base = y + _HIGH - 6
    rule = f"M0,{number(base)}H{number(grid.room)}"
    cells, bars = [], ["", ""]
    for count in row.counts:
        x = grid.columns[count.key[4:] if counted.span == 1 else count.key[3:]]
        for n, value in enumerate((count.incidents, count.claims)):
            bars[n] += _bar(grid, x, base, n, value)
        cells.append(_cell(grid, count, x, base, leads(count.key) if count.incidents else ""))
    looks = ("draw-count", "draw-said")
    return (
        element("path", {"class": "draw-axis", "d": rule})
        + lettered((_name(counted, row),), 0, base - 5, "m draw-strong")
        + "".join(
            element("path", {"class": k, "d": d}) for k, d in zip(looks, bars, strict=True) if d
        )
        + "".join(cells)
    )


def _bar(grid: _Grid, x: float, base: float, side: int, value: int) -> str:
    """A bar left (incidents) or right (claims) of the middle of a cell, as part of a path."""
    if not value:
        return ""
    wide = min(grid.wide / 2 - 3, 12.0)
    left = x + grid.wide / 2 + (1 if side else -1 - wide)
    high = max(_BARS * value / grid.most[side], 1.5)
    return f"M{number(left)},{number(base)}v-{number(high)}h{number(wide)}v{number(high)}z"


def _cell(grid: _Grid, count: Count, x: float, base: float, href: str) -> str:
    known = f"{words(count)}, month not known" if len(count.key) == 4 and "" in grid.names else ""
    full = f"{known or words(count)}: {_told(count)}"
    hit = target(x, base - _HIGH + 6, grid.wide, _HIGH - 2)
    if not href:
        return titled(full, hit)
    top = base - max(_BARS * count.incidents / grid.most[0], 1.5) - 4
    shown = _short(count.incidents, grid.wide)
    middle = x + grid.wide / 2 - min(grid.wide / 2 - 3, 12.0) / 2 - 1
    half = width(shown, SIZES["s"]) / 2
    at = min(max(middle, x + half), grid.room - half)
    return linked(href, full, hit, lettered((shown,), at, top, "s draw-link", "middle"))


def _short(value: int, room: float) -> str:
    """A number that fits in a cell: in thousands where there is no room for all of it."""
    full = (f"{value:,}", str(value))
    return next((w for w in full if width(w, SIZES["s"]) <= room), f"{value / 1000:.0f}k")


def _gap(counted: Table, row: Row, y: float) -> str:
    unit = "year" if counted.span == 1 else "decade"
    told = f"{row.gap:,} {unit}{'' if row.gap == 1 else 's'} without an entry"
    return lettered((told,), _LABEL, y + 15, "s draw-note")


def _keys(grid: _Grid) -> Iterator[Key]:
    incidents, claims = grid.most
    if incidents:
        yield Key(f"incidents, {incidents:,} at most, with their number", _sample("draw-count"))
    if claims:
        yield Key(f"claims made, {claims:,} at most, on a scale of their own", _sample("draw-said"))


def _sample(look: str) -> Callable[[float, float], str]:
    return lambda x, y: element(
        "path", {"class": look, "d": f"M{number(x - 5)},{number(y + 7)}v-14h10v14z"}
    )
