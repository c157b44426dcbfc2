"""What happened, on a timeline: a sign for each incident, its words, and arrows to its answers."""

from collections.abc import Iterator

from sourcebook.charts.figure import Fragment, Href, hit_area, link_element
from sourcebook.charts.svg import element, px
from sourcebook.charts.text import text_element, text_height
from sourcebook.charts.timeline import signs
from sourcebook.charts.timeline.axis import look
from sourcebook.charts.timeline.clock import doubted
from sourcebook.charts.timeline.days import over
from sourcebook.charts.timeline.heights import Placed, Texts
from sourcebook.charts.timeline.items import Happening
from sourcebook.charts.timeline.lanes import Arrow
from sourcebook.charts.timeline.layout import Sheet
from sourcebook.link import Graph

_CORNER = 5.0


def incidents(sheet: Sheet, placed: Placed, href: Href) -> Iterator[str]:
    """The sign and the words of each incident of a day, and where those that last are over."""
    for step, y, texts in placed.steps:
        if step.ends:
            yield _words(sheet, y, texts)
        else:
            yield _incident(sheet, step.happening, y, texts, href)


def bars(sheet: Sheet) -> Iterator[Fragment]:
    """The signs of incidents that last beyond the day on which they begin."""
    for h in sheet.plan.happenings:
        if _lasts(h):
            top, low = sheet.bounds[h.day, False][0], sheet.bounds[over(h)][1]
            yield Fragment(top, low, _sign(sheet, h))


def _lasts(h: Happening) -> bool:
    return h.form == "range" and h.last != h.day


def _words(sheet: Sheet, y: float, texts: Texts) -> str:
    """The time, the title and the note of an incident, or the note that one is over."""
    looks = ("s draw-strong", "m draw-link draw-strong", "s draw-note")
    found, y = [], y + 4
    for style, lines in zip(looks, (texts.time, texts.title, texts.note), strict=True):
        found.append(text_element(lines, sheet.text, y, style))
        y += text_height(lines, style[0]) if lines else 0
    return "".join(found)


def _incident(sheet: Sheet, h: Happening, y: float, texts: Texts, href: Href) -> str:
    sign = "" if _lasts(h) else _sign(sheet, h)
    words = f"{h.incident.title}: {h.words}; {h.side.words}"
    full = words + (f", {h.side.status}" if h.side.status else "")
    hit = hit_area(sheet.text - 2, y - 12, sheet.end - sheet.text, texts.high)
    return link_element(href(h.name), full, sign, hit, _words(sheet, y, texts))


def _sign(sheet: Sheet, h: Happening) -> str:
    x, y = _end(sheet, h.name)
    top, low = sheet.bounds[h.day, False]
    if h.form == "range":
        low = sheet.heights.get((h.name, True)) or sheet.bounds[over(h)][1]
    ends = (moment for moment in (h.incident.date.start, h.incident.date.end) if moment)
    doubt = " draw-dashed" if any(map(doubted, ends)) else ""
    drawn = signs.SIGNS[h.form](x, y, top, low, doubt)
    return element("g", {"class": look(sheet.plan, sheet.plan.lane[h.name])}, drawn)


def arrows(sheet: Sheet) -> Iterator[Fragment]:
    """From each incident to those that answered it; several that answer one share a head."""
    ended = set()
    for arrow in sheet.plan.arrows:
        dashed = " draw-dashed" if arrow.inferred else ""
        start, end = _end(sheet, arrow.cause), _end(sheet, arrow.answer)
        bus = sheet.tracks.buses[arrow.bus]
        path = _way(start, end, bus)
        drawn = element("path", {"class": f"draw-arrow{dashed}", "d": path})
        if arrow.bus not in ended:
            way = 1 if end[0] > bus else -1
            drawn += signs.head(end[0] - 9 * way, end[1] - 4, way)
        ended.add(arrow.bus)
        low, high = sorted((start[1], end[1]))
        yield Fragment(low - 10, high + 10, drawn)


def _end(sheet: Sheet, name: str) -> tuple[float, float]:
    return sheet.tracks.signs[name], sheet.heights[name, False]


def _way(start: tuple[float, float], end: tuple[float, float], bus: float) -> str:
    """Out of one sign, along the bus, and into the other."""
    (x0, y0), (x1, y1) = start, end
    out, into = (1 if bus > x0 else -1), (1 if x1 > bus else -1)
    y0, y1 = y0 + 4, y1 - 4
    down = 1 if y1 > y0 else -1
    r = min(_CORNER, abs(y1 - y0) / 2)
    points = [
        f"M{px(x0 + 8 * out)},{px(y0)}H{px(bus - r * out)}",
        f"Q{px(bus)},{px(y0)} {px(bus)},{px(y0 + r * down)}",
        f"V{px(y1 - r * down)}",
        f"Q{px(bus)},{px(y1)} {px(bus + r * into)},{px(y1)}",
        f"H{px(x1 - 15 * into)}",
    ]
    return "".join(points)


def arrow_words(graph: Graph, arrow: Arrow) -> str:
    """An arrow in words: what was answered by what, and who says so."""
    records = graph.records
    cause, answer = records[arrow.cause].label, records[arrow.answer].label
    by = graph.language.join_list(map(graph.label, arrow.by))
    who = "as the editor infers" if arrow.inferred else f"as stated by {by}" if by else "as stated"
    return f"“{cause}” was answered by “{answer}”, {who}"
