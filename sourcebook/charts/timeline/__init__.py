"""The timeline of an episode: attacks and answers in lanes by side, and what was said when."""

from collections.abc import Iterable, Iterator

from sourcebook.charts.figure import (
    NARROW,
    Caption,
    Drawing,
    Fragment,
    Href,
    LegendEntry,
    draw_legend,
    link_or_note,
    render_figure,
)
from sourcebook.charts.text import text_element
from sourcebook.charts.timeline import axis, markers
from sourcebook.charts.timeline.items import Attributed, start_in_utc
from sourcebook.charts.timeline.layout import PlacedDay, TimelineLayout
from sourcebook.charts.timeline.plan import Plan, plan
from sourcebook.charts.timeline.statements import bubble, statement_lane, statements
from sourcebook.link import Graph
from sourcebook.models import Record

__all__ = ["draw", "start_in_utc"]


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
    `more` is the address of the whole list, for what the figure leaves out; `prefix` makes ids
    unique on the page.
    """
    found = plan(graph, records, attributed)
    if not found.days:
        return ""
    caption = Caption("timeline", prefix, f"Timeline: {title}", _described(found))
    return render_figure(caption, lambda width: _draw(found, width, href, more))


def _described(found: Plan) -> str:
    graph = found.graph
    happened = "; ".join(_incidents(found))
    speakers = graph.language.count(found.speakers, "speaker")
    said = f"Statements by {speakers}, counted for each day." if found.speakers else ""
    answers = "; ".join(markers.describe_arrow(graph, arrow) for arrow in found.arrows)
    return " ".join(filter(None, (happened and f"{happened}.", answers and f"{answers}.", said)))


def _incidents(found: Plan) -> Iterator[str]:
    """Each incident in words."""
    for day in found.days:
        for entry in day.entries:
            if not entry.ends:
                item = entry.item
                time = f", {entry.times(found.graph)[0]}" if entry.clock else ""
                yield f"{day.label}{time}: {item.incident.label} ({item.side.label})"


def _draw(found: Plan, width: float, href: Href, more: str) -> Drawing:
    top, key = axis.lane_key(found, width) if found.lanes else (0.0, "")
    begin = top + 26
    layout = TimelineLayout(found, width, begin)
    parts = [axis.lane_lines(layout, begin - 4)]
    head = key + axis.heads(layout, top + 10)
    if found.speakers:
        parts.append(statement_lane(layout, begin - 4))
        head += bubble(layout.said, top + 10)
        if width > NARROW:
            label = ("Who spoke, number of claims",)
            head += text_element(label, layout.said + 14, top + 14, "m draw-strong")
    parts += [Fragment(0, begin, head), *markers.arrows(layout), *markers.bars(layout)]
    parts += [_day(layout, day, href, more) for day in layout.days]
    parts.append(_left_out(found, layout.bottom, more))
    parts.append(draw_legend(_legend(found), width, parts[-1].bottom + 6))
    return Drawing(parts[-1].bottom + 4, parts, [day.begin for day in layout.days])


def _day(layout: TimelineLayout, day: PlacedDay, href: Href, more: str) -> Fragment:
    drawn = [
        *axis.heading(layout, day),
        *(axis.clocks(layout, day) if layout.beside else ()),
        *markers.entries(layout, day, href),
        *statements(layout, day, href, more),
    ]
    return Fragment(day.begin, day.bottom, "".join(drawn))


def _left_out(found: Plan, y: float, more: str) -> Fragment:
    language, nouns = found.graph.language, ("incident", "speaker")
    counts = zip(found.left_out, nouns, strict=True)
    parts = [language.count_more(count, noun) for count, noun in counts if count]
    if not parts:
        return Fragment(y, y, "")
    label = "later: " + language.join_list(parts)
    return Fragment(y, y + 22, link_or_note(label, 0, y + 14, "m", more))


def _legend(found: Plan) -> Iterator[LegendEntry]:
    forms = {item.form for item in found.items}
    for form, meaning, symbol in markers.form_symbols():
        if form in forms:
            yield LegendEntry(meaning, symbol)
    inferred = {arrow.inferred for arrow in found.arrows}
    if False in inferred:
        yield LegendEntry("answered by, as stated", markers.arrow_symbol("draw-arrow"))
    if True in inferred:
        dashed = markers.arrow_symbol("draw-arrow draw-dashed")
        yield LegendEntry("as the editor infers", dashed)
    if found.speakers:
        yield LegendEntry("who spoke that day, and the number of claims made", bubble)
