"""Lineage on a sheet: a line of words for each source, and branches from the origins down."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sourcebook.charts.figure import (
    Drawing,
    Fragment,
    Href,
    LegendEntry,
    draw_legend,
    hit_area,
    line_symbol,
    link_element,
    link_or_note,
    titled_group,
)
from sourcebook.charts.lineage.descent import WORDS, Row, columns, groups
from sourcebook.charts.svg import element, px
from sourcebook.charts.text import BOLD, SIZES, text_element, text_height, wrap_text
from sourcebook.link import Graph
from sourcebook.models import Source

_STEP, _MOST_LEFT = 18.0, 0.36
"""The room between columns, and the share of the sheet that they may take up."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """What is drawn: sources in order, of which `focus` is the page's own, if one is."""

    graph: Graph
    rows: tuple[Row, ...]
    focus: str
    left_out: int
    href: Href
    more: str


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a source stands: its sign, and its lines of words with where these begin."""

    x: float
    top: float
    text: float
    title: tuple[str, ...]
    note: tuple[str, ...]

    @property
    def y(self) -> float:
        """The height of the sign."""
        return self.top + 14

    @property
    def high(self) -> float:
        """How much room it needs."""
        return max(text_height(self.title) + text_height(self.note, "s") + 14, 34.0)


def paint(sheet: Sheet, room: float) -> Drawing:
    """The picture in a given width."""
    places: dict[str, _Place] = {}
    bottom = 0.0
    for family in groups(sheet.rows):
        found, bottom = _places(sheet, family, room, bottom)
        places |= found
    body = [*_branches(sheet.rows, places)]
    body += [_source(sheet, row, places[row.source], room) for row in sheet.rows]
    if sheet.left_out:
        words = "and " + sheet.graph.language.count_more(sheet.left_out, "source")
        rest = link_or_note(words, 28.0, bottom + 12, "m", sheet.more)
        body.append(Fragment(bottom, bottom + 24, rest))
        bottom += 24
    body.append(draw_legend(_keys(sheet), room, bottom + 6))
    cuts = tuple(place.top for place in places.values())
    return Drawing(body[-1].bottom + 4, body, cuts)


def _places(
    sheet: Sheet, family: Sequence[Row], room: float, y: float
) -> tuple[dict[str, _Place], float]:
    """Where the sources of a family stand from a height down, and where the last one ends."""
    column = columns(family)
    most = max(column.values(), default=0)
    step = min(_STEP, room * _MOST_LEFT / (most + 1))
    text, found = 10 + step * most + 18, {}
    for row in family:
        bold = BOLD if row.source == sheet.focus else 1
        title = wrap_text(_title(sheet, row), room - text - 6, SIZES["m"] * bold, 2)
        note = wrap_text(note_words(sheet.graph, row), room - text - 6, SIZES["s"], 4)
        x = 10 + step * column[row.source]
        found[row.source] = _Place(x, y, text, title, note)
        y += found[row.source].high
    return found, y


def _title(sheet: Sheet, row: Row) -> str:
    return sheet.graph.records[row.source].label


def note_words(graph: Graph, row: Row) -> str:
    """Whose a source is and of when, and what it goes back to."""
    source = graph.records[row.source]
    parts = []
    if isinstance(source, Source):
        date = graph.language.day(source.published) if source.published else "not dated"
        parts.append(f"{source.publisher}, {date}")
    parts += ["origin"] if row.origin else []
    parts += [] if row.read else ["not read"]
    parts += lineage_words(graph, row)
    return " · ".join(parts)


def lineage_words(graph: Graph, row: Row) -> list[str]:
    """What a source goes back to, in words: several texts of one publisher are counted."""
    counts: dict[tuple[str, str], int] = {}
    for parent, relation in row.parents:
        record = graph.records.get(parent)
        whose = record.publisher if isinstance(record, Source) else parent
        counts[relation, whose] = counts.get((relation, whose), 0) + 1
    return [
        f"{WORDS[relation]} {f'{count} texts of ' if count > 1 else ''}{whose}"
        for (relation, whose), count in counts.items()
    ]


def _source(sheet: Sheet, row: Row, place: _Place, room: float) -> Fragment:
    record = sheet.graph.records[row.source]
    own, text = row.source == sheet.focus, place.text
    title = text_element(place.title, text, place.y + 4, "m draw-strong" if own else "m draw-link")
    language = record.language if isinstance(record, Source) else "en"
    words = element("g", {"lang": language}, title) if language != "en" else title
    below = place.y + 4 + text_height(place.title) - 1
    parts = (
        _sign(row)(place.x, place.y),
        words,
        text_element(place.note, text, below, "s draw-note"),
    )
    cut = any(lines[-1].endswith("…") for lines in (place.title, place.note) if lines)
    full = f"{record.label}: {note_words(sheet.graph, row)}" if cut else ""
    if own:
        return Fragment(place.top, place.top + place.high, titled_group(full, *parts))
    hit = hit_area(text - 2, place.top + 3, room - text, place.high - 6)
    drawn = link_element(sheet.href(row.source), full, hit, *parts)
    return Fragment(place.top, place.top + place.high, drawn)


def _branches(rows: tuple[Row, ...], places: Mapping[str, _Place]) -> Iterator[Fragment]:
    """A trunk from each source down to the last that goes back to it, and a branch to each."""
    trunks: dict[str, float] = {}
    for row in rows:
        end = places[row.source]
        for parent, relation in row.parents:
            start = places.get(parent)
            if start is not None and start.y < end.y and start.x < end.x:
                r = min(7.0, end.x - start.x)
                trunks[parent] = end.y - r
                look = "draw-branch draw-copy" if relation == "copy" else "draw-branch"
                path = f"M{px(start.x)},{px(end.y - r)}q0,{px(r)} {px(r)},{px(r)}"
                drawn = element("path", {"class": look, "d": f"{path}H{px(end.x - 6)}"})
                yield Fragment(end.top, end.top + end.high, drawn)
    for parent, low in trunks.items():
        start = places[parent]
        path = f"M{px(start.x)},{px(start.y + 6)}V{px(low)}"
        yield Fragment(start.y, low, element("path", {"class": "draw-branch", "d": path}))


def _sign(row: Row) -> Callable[[float, float], str]:
    return _SIGNS[row.origin, row.read]


def _ring(x: float, y: float, look: str, radius: float) -> str:
    return element("circle", {"class": look, "cx": x, "cy": y, "r": radius})


_SIGNS: Mapping[tuple[bool, bool], Callable[[float, float], str]] = {
    (True, True): lambda x, y: _ring(x, y, "draw-hollow", 6.5) + _ring(x, y, "draw-solid", 2.5),
    (True, False): lambda x, y: (
        _ring(x, y, "draw-hollow draw-fine", 6.5) + _ring(x, y, "draw-hollow", 2.5)
    ),
    (False, True): lambda x, y: _ring(x, y, "draw-solid", 4.0),
    (False, False): lambda x, y: _ring(x, y, "draw-hollow draw-fine", 4.5),
}
_KEYS: Mapping[tuple[bool, bool], str] = {
    (True, True): "origin",
    (True, False): "origin, itself not read",
    (False, True): "goes back to what it hangs from",
    (False, False): "the same, itself not read",
}


def _keys(sheet: Sheet) -> Iterator[LegendEntry]:
    kinds = {(row.origin, row.read) for row in sheet.rows}
    for kind, words in _KEYS.items():
        if kind in kinds:
            yield LegendEntry(words, _SIGNS[kind])
    copied = {relation == "copy" for row in sheet.rows for _, relation in row.parents}
    if True in copied:
        yield LegendEntry("the same text", line_symbol("draw-branch draw-copy"))
    if False in copied:
        yield LegendEntry("another text, made from it", line_symbol("draw-branch"))
