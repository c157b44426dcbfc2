"""The frame of a timeline: lanes with their letters, days, breaks, and the time of each step."""

from collections.abc import Iterator
from itertools import groupby

from sourcebook.charts.figure import Fragment, flow
from sourcebook.charts.svg import circle, element, px
from sourcebook.charts.text import LEADING, SIZES, text_element, text_width, wrap_text
from sourcebook.charts.timeline.days import time_words
from sourcebook.charts.timeline.heights import Placed
from sourcebook.charts.timeline.layout import Sheet
from sourcebook.charts.timeline.plan import Plan
from sourcebook.charts.timeline.sides import lane_words

_AGAIN = "the same time"
"""What stands for a time that the step above has, too: a line that joins them leads nowhere."""


def look(plan: Plan, lane: int) -> str:
    """The class that colours a lane; only lanes of a named side have a colour."""
    named = plan.lanes[lane] in plan.graph.records
    return f"draw-side-{lane + 1 if named and lane < 3 else 0}"


def key(plan: Plan, room: float) -> tuple[float, str]:
    """Whose each lane is, by its letter, in as many lines as it needs; returns where it ends."""
    names = [wrap_text(lane_words(plan.graph, n), room - 30, 12.5, 1)[0] for n in plan.lanes]
    spots = flow((24 + text_width(name, 12.5) for name in names), room, 18, 22)
    y, parts = 0.0, []
    for lane, (name, (x, y)) in enumerate(zip(names, spots, strict=True)):
        parts += [_letter(plan, lane, x + 9, y + 12), text_element((name,), x + 24, y + 16.5)]
    return y + 32, "".join(parts)


def _letter(plan: Plan, lane: int, x: float, y: float) -> str:
    letter = text_element(("ABCDEFGH"[lane],), x, y + 4, "s draw-strong draw-letter", "middle")
    return element("g", {"class": look(plan, lane)}, circle("draw-disc", x, y, 8.5), letter)


def heads(sheet: Sheet, y: float) -> str:
    """Whose clock the axis shows, and the letters over the lanes."""
    zone = sheet.plan.graph.language.clock_of(sheet.plan.graph.dataset.time_zone)
    if sheet.beside:
        clocks = text_element((zone,), 0, y - 3, "s draw-strong")
        clocks += text_element(("and UTC",), 0, y + 10, "s draw-note")
    else:
        clocks = text_element((f"{zone} · UTC",), sheet.text, y + 4, "s draw-strong")
    letters = (_letter(sheet.plan, lane, x, y) for lane, x in enumerate(sheet.tracks.lanes))
    return clocks + "".join(letters)


def lines(sheet: Sheet, top: float) -> Fragment:
    """The lanes themselves, interrupted where time is left out."""
    cuts = [day.gap for day in sheet.days if day.gap is not None]
    starts = [top, *(gap + 7 for gap in cuts)]
    ends = [*(gap - 7 for gap in cuts), sheet.bottom - 8]
    found = []
    for lane, x in enumerate(sheet.tracks.lanes):
        path = "".join(f"M{px(x)},{px(a)}V{px(b)}" for a, b in zip(starts, ends, strict=True))
        shape = {"class": f"draw-lane {look(sheet.plan, lane)}", "d": path}
        found.append(element("path", shape))
    return Fragment(top, sheet.bottom, "".join(found))


def heading(sheet: Sheet, placed: Placed) -> Iterator[str]:
    """What a day is called, with the break before it."""
    if placed.gap is not None:
        teeth = int((sheet.tracks.right - 4) // 12)
        path = f"M0,{px(placed.gap)}" + "l3,-4l6,8l3,-4" * teeth
        yield element("path", {"class": "draw-line draw-break", "d": path})
        yield text_element((placed.day.gap,), sheet.text, placed.gap + 4, "s draw-note")
    y, day = placed.top - 24, placed.day
    yield element("path", {"class": "draw-axis", "d": f"M0,{px(y)}H{px(sheet.room)}"})
    x = 0.0 if sheet.beside else sheet.text
    if short := day.weekday:
        yield text_element((short,), x, y + 16, "s draw-note")
        x += text_width(short, 11.0) + 6
    yield text_element((day.words,), x, y + 16, "m draw-strong")


def clocks(sheet: Sheet, placed: Placed) -> Iterator[str]:
    """The time of each step of a day, local above UTC; it is told once of steps of one time."""
    steps = ((step, y) for step, y, _ in placed.steps)
    for words, group in groupby(steps, key=lambda pair: time_words(sheet.plan.graph, pair[0])):
        yield _clock(words, [y for _, y in group])


def _clock(words: tuple[str, ...], ys: list[float]) -> str:
    timed = any(map(str.isdigit, words[0]))
    look, more = ("s", _AGAIN) if timed else ("s draw-note", words[0])
    first = text_element(words[:1], 0, ys[0] + 4, look)
    below = text_element(words[1:], 0, ys[0] + 4 + SIZES["s"] * LEADING, "s draw-note")
    again = (text_element((more,), 0, y + 4, "s draw-note") for y in ys[1:])
    return first + below + "".join(again)
