"""Relations on a sheet: a box for each actor, a line for each tie, words on the lines."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from sourcebook.charts.figure import (
    NARROW,
    Drawing,
    Href,
    LegendEntry,
    draw_legend,
    flow,
    hit_area,
    line_symbol,
    link_element,
    link_or_note,
    more_words,
    uncut,
)
from sourcebook.charts.layout import Box, Layout, Line, layout, stacked
from sourcebook.charts.relations.bundles import Bundle
from sourcebook.charts.relations.circle import Circle
from sourcebook.charts.relations.face import actor, face_of
from sourcebook.charts.relations.ties import Tie
from sourcebook.charts.svg import element, px
from sourcebook.charts.text import SIZES, text_element, text_width, wrap_text
from sourcebook.link import Graph
from sourcebook.models import Actor

STATUS: Mapping[str, str] = {
    "stated": "said by one of the two",
    "alleged": "alleged, only others say so",
    "inferred": "inferred by the editor",
}
"""What the status of a tie means."""
_UNRELATED = "No relation on record:"
_SHORT: Mapping[str, str] = {"stated": "", "alleged": "say others", "inferred": "inferred"}
"""What stands on a line beside what it says."""
_LOOK: Mapping[str, str] = {"stated": "", "alleged": " draw-dashed", "inferred": " draw-dotted"}


@dataclass(frozen=True, slots=True)
class Sheet:
    """What is drawn: actors, their ties in bundles, where things lead, and each one's part."""

    graph: Graph
    circle: Circle
    bundles: tuple[Bundle, ...]
    turned: frozenset[tuple[str, str]]
    href: Href
    more: str
    parts: Mapping[str, str]

    def lines(self, bundle: Bundle) -> Iterator[tuple[Tie, Line, Line]]:
        """For each tie of a bundle, its line down to the words and its line from them down."""
        for tie in bundle.ties:
            upper, lower = tie.pair[::-1] if tie.pair in self.turned else tie.pair
            yield (
                tie,
                Line(upper, bundle.name, bundle.name),
                Line(bundle.name, lower, bundle.name),
            )


def paint(sheet: Sheet, room: float) -> Drawing:
    """The picture in a given width."""
    tied = {name for b in sheet.bundles for tie in b.ties for name in (tie.source, tie.target)}
    names = [name for name in sheet.circle.names if name in tied]
    parts = sheet.parts
    faces = {
        name: face_of(sheet.graph, sheet.circle, name, parts.get(name, ""), room) for name in names
    }
    boxes = {name: face.box for name, face in faces.items()}
    boxes |= {bundle.name: _label_box(bundle) for bundle in sheet.bundles}
    pairs = [line for b in sheet.bundles for _, *both in sheet.lines(b) for line in both]
    found = (layout if room > NARROW else stacked)(boxes, pairs, room)
    body = [part for bundle in sheet.bundles for part in _bundle(sheet, bundle, found)]
    body += [
        actor(sheet.graph, sheet.circle, name, faces[name], found.centres[name], sheet.href)
        for name in names
    ]
    alone = [name for name in sheet.circle.names if name not in tied]
    y, rest = _alone(sheet, alone, room, found.height + 6)
    keys = draw_legend(_keys(sheet, names), room, y + 10)
    return uncut(keys.bottom + 4, "".join(body) + rest + keys.markup)


def _label_lines(bundle: Bundle) -> tuple[str, ...]:
    return tuple(filter(None, (bundle.words, _SHORT[bundle.status])))


def _label_box(bundle: Bundle) -> Box:
    lines = _label_lines(bundle)
    return Box(max(text_width(line, SIZES["s"]) for line in lines) + 6, 12.0 + 12.0 * len(lines))


def _bundle(sheet: Sheet, bundle: Bundle, found: Layout) -> Iterator[str]:
    drawn: dict[str, None] = {}
    heads: dict[str, None] = {}
    for tie, upper, lower in sheet.lines(bundle):
        up = tie.target == upper.above
        for line in (upper, lower):
            drawn |= {_curve(*ends): None for ends in pairwise(found.lines[line])}
        end = found.lines[upper][0] if up else found.lines[lower][-1]
        if "partner-of" not in tie.kinds:
            heads[_head(end, up)] = None
    look = f"draw-tie{_LOOK[bundle.status]}"
    shape = element("path", {"class": look, "d": "".join(drawn)})
    x, y = found.centres[bundle.name]
    lines = _label_lines(bundle)
    first = y - (len(lines) - 1) * 6 + 4
    text = text_element(lines[:1], x, first, "s draw-link", "middle")
    text += text_element(lines[1:], x, first + 12, "s draw-note", "middle") if lines[1:] else ""
    box = _label_box(bundle)
    hit = hit_area(x - box.wide / 2, y - box.high / 2, box.wide, box.high)
    hub = sheet.href(_hub(bundle), "relations")
    yield shape + "".join(heads) + link_element(hub, _told(sheet, bundle), hit, text)


def _hub(bundle: Bundle) -> str:
    """The actor that the ties of a bundle have in common."""
    sources = {tie.source for tie in bundle.ties}
    return bundle.ties[0].source if len(sources) == 1 else bundle.ties[0].target


def _told(sheet: Sheet, bundle: Bundle) -> str:
    records = sheet.graph.records
    told = []
    for tie in bundle.ties:
        by = " and ".join(records[name].label for name in tie.by if name in records)
        said = f", says {by}" if by else f", {STATUS[tie.status]}"
        told.append(f"{records[tie.source].label} {tie.words} {records[tie.target].label}{said}")
    return "; ".join(told)


def _curve(start: tuple[float, float], end: tuple[float, float]) -> str:
    (x0, y0), (x1, y1) = start, end
    if abs(x0 - x1) < 0.1:
        return f"M{px(x0)},{px(y0)}V{px(y1)}"
    middle = px((y0 + y1) / 2)
    return f"M{px(x0)},{px(y0)}C{px(x0)},{middle} {px(x1)},{middle} {px(x1)},{px(y1)}"


def _head(end: tuple[float, float], up: bool) -> str:
    (x, y), tail = end, 7 if up else -7
    path = f"M{px(x - 4)},{px(y + tail)}h8L{px(x)},{px(y)}Z"
    return element("path", {"class": "draw-head", "d": path})


def _alone(sheet: Sheet, names: list[str], room: float, top: float) -> tuple[float, str]:
    """Actors without a tie, by name, and how many are left out."""
    items = [(sheet.graph.records[name].label, sheet.href(name)) for name in names]
    if sheet.circle.left_out:
        items.append(("and " + more_words(sheet.circle.left_out, "actor"), sheet.more))
    if not items:
        return top, ""
    start, heading = 0.0, ""
    if names:
        heading = text_element((_UNRELATED,), 0, top + 16, "s draw-note")
        start = text_width(_UNRELATED, SIZES["s"]) + 10
    lines = [wrap_text(label, room - 8, SIZES["m"], 1)[0] for label, _ in items]
    widths = [text_width(line, SIZES["m"]) for line in lines]
    y, parts = 0.0, [heading]
    spots = flow(widths, room, 16, 24, start)
    for (label, href), line, width, (x, y) in zip(items, lines, widths, spots, strict=True):
        hit = hit_area(x, top + y, width, 24)
        parts.append(link_or_note(line, x, top + 16 + y, "m", href, label, hit))
    return top + y + 24, "".join(parts)


def _keys(sheet: Sheet, names: list[str]) -> Iterator[LegendEntry]:
    found = {bundle.status for bundle in sheet.bundles}
    for status, words in STATUS.items():
        if status in found:
            yield LegendEntry(words, line_symbol(f"draw-tie{_LOOK[status]}"))
    actors = (sheet.graph.records[name] for name in names)
    if any(isinstance(actor, Actor) and actor.type == "person" for actor in actors):
        yield LegendEntry("a person", _person)
    if sheet.parts.keys() & names:
        yield LegendEntry("has a part in the incidents", _cast)


def _person(x: float, y: float) -> str:
    return _frame(x, y, "draw-box", 6.0)


def _cast(x: float, y: float) -> str:
    return _frame(x, y, "draw-box draw-cast", 2.0)


def _frame(x: float, y: float, look: str, radius: float) -> str:
    shape = {"class": look, "x": x - 10, "y": y - 6, "width": 20.0, "height": 12.0, "rx": radius}
    return element("rect", shape)
