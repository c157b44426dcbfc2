"""Relations on a sheet: a box for each actor, a line for each tie, words on the lines."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from sourcebook.draw.layers import Box, Layout, Line, layout
from sourcebook.draw.legend import Key, legend
from sourcebook.draw.lettering import BOLD, LEADING, SIZES, depth, lettered, width, wrap
from sourcebook.draw.relations.bundles import Bundle
from sourcebook.draw.relations.circle import Circle
from sourcebook.draw.relations.ties import Tie
from sourcebook.draw.sheet import NARROW, Drawing, Href, linked, more_words, target, titled, whole
from sourcebook.draw.svg import element, number
from sourcebook.link import Graph
from sourcebook.models import Actor

STATUS: Mapping[str, str] = {
    "stated": "said by one of the two",
    "alleged": "alleged, only others say so",
    "inferred": "inferred by the editor",
}
"""What the status of a tie means."""
_SHORT: Mapping[str, str] = {"stated": "", "alleged": "say others", "inferred": "inferred"}
"""What stands on a line beside what it says."""
_LOOK: Mapping[str, str] = {"stated": "", "alleged": " draw-dashed", "inferred": " draw-dotted"}
_SIZES = (58.0, 78.0, 98.0, 116.0, 134.0, 152.0)
"""The widths of boxes; those above the fourth are for wide sheets."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """What is drawn: actors, their ties in bundles, and where things lead."""

    graph: Graph
    circle: Circle
    bundles: tuple[Bundle, ...]
    turned: frozenset[tuple[str, str]]
    href: Href
    more: str

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
    words = {name: _lines(sheet, name, room) for name in names}
    boxes = {name: _box(lines, wide) for name, (lines, wide) in words.items()}
    boxes |= {bundle.name: _label_box(bundle) for bundle in sheet.bundles}
    pairs = [line for b in sheet.bundles for _, *both in sheet.lines(b) for line in both]
    found = layout(boxes, pairs, room)
    body = [part for bundle in sheet.bundles for part in _bundle(sheet, bundle, found)]
    body += [
        _actor(sheet, name, words[name][0], boxes[name], found.centres[name]) for name in names
    ]
    alone = [name for name in sheet.circle.names if name not in tied]
    y, rest = _alone(sheet, alone, room, found.height + 6)
    keys = legend(_keys(sheet, names), room, y + 10)
    return whole(keys.bottom + 4, "".join(body) + rest + keys.markup)


def _lines(sheet: Sheet, name: str, room: float) -> tuple[tuple[str, ...], float]:
    """An actor's name in the narrowest box that holds it well, or else cut in the widest."""
    words = sheet.graph.records[name].label.split()
    size = SIZES["m"] * (BOLD if name in sheet.circle.focus else 1)
    sizes = _SIZES if room > NARROW else _SIZES[:4]
    for wide in sizes[:-1]:
        lines = wrap(" ".join(words), wide - 14, size, 1 if wide < _SIZES[3] else 2)
        if " ".join(lines) == " ".join(words):
            return lines, wide
    return wrap(" ".join(words), sizes[-1] - 14, size, 3), sizes[-1]


def _box(lines: tuple[str, ...], wide: float) -> Box:
    return Box(wide, max(depth(lines) + 12, 30.0))


def _label_lines(bundle: Bundle) -> tuple[str, ...]:
    return tuple(filter(None, (bundle.words, _SHORT[bundle.status])))


def _label_box(bundle: Bundle) -> Box:
    lines = _label_lines(bundle)
    return Box(max(width(line, SIZES["s"]) for line in lines) + 6, 12.0 + 12.0 * len(lines))


def _actor(
    sheet: Sheet, name: str, lines: tuple[str, ...], box: Box, centre: tuple[float, float]
) -> str:
    (x, y), record = centre, sheet.graph.records[name]
    person = isinstance(record, Actor) and record.type == "person"
    chief = name in sheet.circle.focus and len(sheet.circle.focus) == 1
    shape = {
        "class": "draw-box draw-chief" if chief else "draw-box",
        "x": x - box.wide / 2,
        "y": y - box.high / 2,
        "width": box.wide,
        "height": box.high,
        "rx": box.high / 2 if person and len(lines) == 1 else 14.0 if person else 3.0,
    }
    first = y - depth(lines) / 2 + SIZES["m"] * (LEADING + 0.72) / 2
    look = "m draw-strong" if chief else "m draw-link"
    text = lettered(lines, x, first, look, "middle")
    drawn = element("rect", shape) + text
    return titled(record.label, drawn) if chief else linked(sheet.href(name), record.label, drawn)


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
    text = lettered(lines[:1], x, first, "s draw-link", "middle")
    text += lettered(lines[1:], x, first + 12, "s draw-note", "middle") if lines[1:] else ""
    box = _label_box(bundle)
    hit = target(x - box.wide / 2, y - box.high / 2, box.wide, box.high)
    hub = sheet.href(_hub(bundle), "relations")
    yield shape + "".join(heads) + linked(hub, _told(sheet, bundle), hit, text)


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
        return f"M{number(x0)},{number(y0)}V{number(y1)}"
    middle = number((y0 + y1) / 2)
    return (
        f"M{number(x0)},{number(y0)}C{number(x0)},{middle} {number(x1)},{middle} "
        f"{number(x1)},{number(y1)}"
    )


def _head(end: tuple[float, float], up: bool) -> str:
    (x, y), tail = end, 7 if up else -7
    path = f"M{number(x - 4)},{number(y + tail)}h8L{number(x)},{number(y)}Z"
    return element("path", {"class": "draw-head", "d": path})


def _alone(sheet: Sheet, names: list[str], room: float, top: float) -> tuple[float, str]:
    """Actors without a tie, by name, and how many are left out."""
    items = [(sheet.graph.records[name].label, sheet.href(name)) for name in names]
    if sheet.circle.left_out:
        items.append(("and " + more_words(sheet.circle.left_out, "actor"), sheet.more))
    if not items:
        return top, ""
    x, y, parts = 0.0, top + 16, []
    if names:
        words = "No relation on record:"
        parts.append(lettered((words,), 0, y, "s draw-note"))
        x = width(words, SIZES["s"]) + 10
    for label, href in items:
        lines = wrap(label, room - 8, SIZES["m"], 1)
        wide = width(lines[0], SIZES["m"])
        if x and x + wide > room:
            x, y = 0.0, y + 24
        text = lettered(lines, x, y, "m draw-link" if href else "m draw-note")
        parts.append(linked(href, label, target(x, y - 16, wide, 24), text) if href else text)
        x += wide + 16
    return y + 8, "".join(parts)


def _keys(sheet: Sheet, names: list[str]) -> Iterator[Key]:
    found = {bundle.status for bundle in sheet.bundles}
    for status, words in STATUS.items():
        if status in found:
            yield Key(words, _sample(f"draw-tie{_LOOK[status]}"))
    actors = (sheet.graph.records[name] for name in names)
    if any(isinstance(actor, Actor) and actor.type == "person" for actor in actors):
        yield Key("a person", _pill)


def _sample(look: str) -> Callable[[float, float], str]:
    return lambda x, y: element("path", {"class": look, "d": f"M{number(x - 12)},{number(y)}h24"})


def _pill(x: float, y: float) -> str:
    shape = {"class": "draw-box", "x": x - 10, "y": y - 6, "width": 20.0, "height": 12.0, "rx": 6.0}
    return element("rect", shape)
