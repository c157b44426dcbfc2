"""What was said, on a timeline: who spoke on a day, and how many claims they made."""

from collections.abc import Iterator

from sourcebook.charts.figure import (
    Fragment,
    Href,
    hit_area,
    link_element,
    link_or_note,
)
from sourcebook.charts.svg import element, px
from sourcebook.charts.text import SIZES, text_element, text_height, text_width
from sourcebook.charts.timeline import signs
from sourcebook.charts.timeline.heights import Placed
from sourcebook.charts.timeline.items import Spoken
from sourcebook.charts.timeline.layout import Sheet
from sourcebook.charts.timeline.voices import Voice, names
from sourcebook.link import Graph


def lane(sheet: Sheet, top: float) -> Fragment:
    """The statements' own lane."""
    path = f"M{px(sheet.said)},{px(top)}V{px(sheet.bottom - 8)}"
    return Fragment(
        top, sheet.bottom, element("path", {"class": "draw-lane draw-side-0", "d": path})
    )


def statements(sheet: Sheet, placed: Placed, href: Href, more: str) -> Iterator[str]:
    """Who spoke on a day."""
    for voice in placed.voices:
        yield _statement(sheet, voice, href)
    rest, y = placed.rest
    if rest:
        words = f"and {sheet.plan.graph.language.count_more(rest, 'speaker')} that day"
        hit = hit_area(sheet.said + 12, y - 12, sheet.room - sheet.said - 12, 24)
        yield link_or_note(words, sheet.said + 14, y + 4, "s", more, words, hit)


def _statement(sheet: Sheet, voice: Voice, href: Href) -> str:
    spoken, y, x = voice.spoken, voice.y, sheet.said + 14
    end = sheet.room - text_width(str(spoken.count), SIZES["s"]) - 8
    parts = (
        signs.said(sheet.said, y),
        hit_area(x - 2, voice.top, sheet.room - x + 2, voice.high),
        text_element(voice.name, x, y + 4, "m draw-link"),
        _note(voice, x, end) if spoken.note else "",
        text_element((str(spoken.count),), sheet.room, y + 4, "s draw-note", "end"),
    )
    return link_element(href(spoken.by[0]), told(sheet.plan.graph, spoken), *parts)


def _note(voice: Voice, x: float, end: float) -> str:
    """What a date leaves open: below the name, or right of it where there is room."""
    words, y = (voice.spoken.note,), voice.y + 4
    if voice.below:
        return text_element(words, x, y + text_height(voice.name), "s draw-note")
    return text_element(words, end, y, "s draw-note", "end")


def told(graph: Graph, spoken: Spoken) -> str:
    """A day's statements of one speaker in a sentence."""
    about = "; ".join(graph.label(record) for record in spoken.about)
    count = graph.language.count(spoken.count, "claim")
    return f"{names(graph, spoken.by)}, {spoken.when}: {count} about {about}"
