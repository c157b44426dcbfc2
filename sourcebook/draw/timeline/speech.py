"""What was said, on a timeline: who spoke on a day, and how many claims they made."""

from collections.abc import Iterator

from sourcebook.draw.lettering import lettered, width, wrap
from sourcebook.draw.sheet import Href, Part, linked, more_words, target
from sourcebook.draw.svg import element, number
from sourcebook.draw.timeline import signs
from sourcebook.draw.timeline.happenings import Spoken
from sourcebook.draw.timeline.heights import Placed
from sourcebook.draw.timeline.layout import Sheet
from sourcebook.link import Graph


def lane(sheet: Sheet, top: float) -> Part:
    """The statements' own lane."""
    path = f"M{number(sheet.said)},{number(top)}V{number(sheet.bottom - 8)}"
    return Part(top, sheet.bottom, element("path", {"class": "draw-lane draw-side-0", "d": path}))


def statements(sheet: Sheet, placed: Placed, href: Href, more: str) -> Iterator[str]:
    """Who spoke on a day."""
    for spoken, y in placed.spoken:
        yield _statement(sheet, spoken, y, href)
    rest, y = placed.rest
    if rest:
        words = f"and {more_words(rest, 'speaker')} that day"
        text = lettered((words,), sheet.said + 14, y + 4, "s draw-link" if more else "s draw-note")
        hit = target(sheet.said + 12, y - 12, sheet.room - sheet.said - 12, 24)
        yield linked(more, words, hit, text) if more else text


def _statement(sheet: Sheet, spoken: Spoken, y: float, href: Href) -> str:
    x, end = sheet.said + 14, sheet.room - width(str(spoken.count), 11.0) - 8
    note = lettered((spoken.note,), end, y + 4, "s draw-note", "end") if spoken.note else ""
    room = end - x - (width(spoken.note, 11.0) + 6 if note else 0)
    words = _names(sheet.plan.graph, spoken.by)
    parts = (
        signs.said(sheet.said, y),
        target(x - 2, y - 12, sheet.room - x + 2, 24),
        lettered(wrap(words, room, 12.5, 1), x, y + 4, "m draw-link"),
        note,
        lettered((str(spoken.count),), sheet.room, y + 4, "s draw-note", "end"),
    )
    return linked(href(spoken.by[0]), told(sheet.plan.graph, spoken), *parts)


def told(graph: Graph, spoken: Spoken) -> str:
    """A day's statements of one speaker in a sentence."""
    about = "; ".join(_name(graph, record) for record in spoken.about)
    count = f"{spoken.count} claim{'' if spoken.count == 1 else 's'}"
    return f"{_names(graph, spoken.by)}, {spoken.when}: {count} about {about}"


def _names(graph: Graph, ids: tuple[str, ...]) -> str:
    return ", ".join(_name(graph, name) for name in ids)


def _name(graph: Graph, name: str) -> str:
    record = graph.records.get(name)
    return name if record is None else record.label
