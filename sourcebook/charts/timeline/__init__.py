"""The timeline of an episode: attacks and answers in lanes by side, and what was said when."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sourcebook.charts.figure import (
    NARROW,
    Caption,
    Drawing,
    Fragment,
    Href,
    LegendEntry,
    Symbol,
    draw_legend,
    link_or_note,
    render_figure,
)
from sourcebook.charts.svg import element
from sourcebook.charts.text import text_element
from sourcebook.charts.timeline import axis, marks, signs, statements
from sourcebook.charts.timeline.days import time_words
from sourcebook.charts.timeline.heights import Placed
from sourcebook.charts.timeline.items import Attributed
from sourcebook.charts.timeline.layout import Sheet, sheet
from sourcebook.charts.timeline.plan import Plan, plan
from sourcebook.charts.timeline.sides import lane_words
from sourcebook.link import Graph
from sourcebook.models import Record

__all__ = ["Row", "draw", "rows"]


@dataclass(frozen=True, slots=True)
class Row:
    """An incident as a timeline shows it, in words.

    `answers` are the incidents that it responded to, each with whether the editor inferred that.
    """

    day: str
    local: str
    utc: str
    side: str
    who: str
    status: str
    record: str
    answers: tuple[tuple[str, bool], ...]


def rows(graph: Graph, records: Iterable[Record], attributed: Attributed) -> tuple[Row, ...]:
    """The incidents that a timeline of some records shows, in its order."""
    return tuple(_rows(plan(graph, records, attributed)))


def _rows(found: Plan) -> Iterator[Row]:
    for day in found.days:
        for step in day.steps:
            if not step.ends:
                h = step.happening
                local, utc = (*time_words(found.graph, step), "")[:2] if step.clock else ("", "")
                causes = [(a.cause, a.inferred) for a in found.arrows if a.answer == h.name]
                lane = lane_words(found.graph, found.lanes[found.lane[h.name]])
                who, status = h.side.words, h.side.status
                yield Row(day.words, local, utc, lane, who, status, h.name, tuple(causes))


def draw(
    graph: Graph,
    records: Iterable[Record],
    attributed: Attributed,
    *,
    title: str,
    prefix: str,
    href: Href,
    more: str = "",
) -> str:
    """The incidents among some records, and every dated statement about them; empty without any.

    `attributed` gives who is said to have attacked in an incident, by its id.
    `more` is the address of the whole list, for what the picture leaves out; `prefix` makes ids
    unique on the page.
    """
    found = plan(graph, records, attributed)
    if not found.days:
        return ""
    caption = Caption("timeline", prefix, f"Timeline: {title}", _described(found))
    return render_figure(caption, lambda room: _paint(found, room, href, more))


def _described(found: Plan) -> str:
    told = "; ".join(_told(found, row) for row in _rows(found))
    speakers = sum(len(day.spoken) for day in found.days)
    said = f"Statements by {speakers} speakers, counted for each day." if speakers else ""
    answers = "; ".join(marks.arrow_words(found.graph, arrow) for arrow in found.arrows)
    return " ".join(filter(None, [told and f"{told}.", answers and f"{answers}.", said]))


def _told(found: Plan, row: Row) -> str:
    when = f"{row.day}, {row.local}" if row.local else row.day
    who = f"{row.who}, {row.status}" if row.status else row.who
    return f"{when}: {found.graph.records[row.record].label} ({who})"


def _paint(found: Plan, room: float, href: Href, more: str) -> Drawing:
    top, key = axis.key(found, room) if found.lanes else (0.0, "")
    begin = top + 26
    here = sheet(found, room, begin)
    parts = [axis.lines(here, begin - 4)]
    head = key + axis.heads(here, top + 10)
    if any(day.spoken for day in found.days):
        parts.append(statements.lane(here, begin - 4))
        head += _said(here.said, top + 10, room)
    parts += [Fragment(0, begin, head), *marks.arrows(here), *marks.bars(here)]
    parts += [_day(here, day, href, more) for day in here.days]
    parts.append(_left_out(found, here.bottom, more))
    parts.append(draw_legend(_keys(found), room, parts[-1].bottom + 6))
    return Drawing(parts[-1].bottom + 4, parts, tuple(day.begin for day in here.days))


def _day(here: Sheet, day: Placed, href: Href, more: str) -> Fragment:
    drawn = [
        *axis.heading(here, day),
        *(axis.clocks(here, day) if here.beside else ()),
        *marks.incidents(here, day, href),
        *statements.statements(here, day, href, more),
    ]
    return Fragment(day.begin, day.bottom, "".join(drawn))


def _said(x: float, y: float, room: float) -> str:
    words = "Who spoke, number of claims" if room > NARROW else ""
    return signs.said(x, y) + (
        text_element((words,), x + 14, y + 4, "m draw-strong") if words else ""
    )


def _left_out(found: Plan, y: float, more: str) -> Fragment:
    incidents, speakers = found.left_out
    language = found.graph.language
    counts = [language.count_more(incidents, "incident")] if incidents else []
    counts += [language.count_more(speakers, "speaker")] if speakers else []
    if not counts:
        return Fragment(y, y, "")
    words = "later: " + language.join_list(counts)
    return Fragment(y, y + 22, link_or_note(words, 0, y + 14, "m", more))


def _keys(found: Plan) -> Iterator[LegendEntry]:
    forms = {h.form for h in found.happenings}
    for form, words in signs.WORDS.items():
        if form in forms:
            yield LegendEntry(words, signs.sample(form))
    inferred = {arrow.inferred for arrow in found.arrows}
    if False in inferred:
        yield LegendEntry("answered by, as stated", _arrow("draw-arrow"))
    if True in inferred:
        yield LegendEntry("as the editor infers", _arrow("draw-arrow draw-dashed"))
    if any(day.spoken for day in found.days):
        yield LegendEntry("who spoke that day, and the number of claims made", signs.said)


def _arrow(css_class: str) -> Symbol:
    def symbol(x: float, y: float) -> str:
        shape = {"class": css_class, "x1": x - 12, "y1": y, "x2": x + 6, "y2": y}
        return element("line", shape) + signs.head(x + 12, y, 1)

    return symbol
