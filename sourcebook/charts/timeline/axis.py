"""The frame of a timeline: lanes with their letters, days, breaks, and the time of each entry."""

from collections.abc import Iterator
from itertools import groupby

from sourcebook.charts.figure import Fragment, flow
from sourcebook.charts.svg import circle, element, path, px
from sourcebook.charts.text import LEADING, SIZES, text_element, text_width, wrap_text
from sourcebook.charts.timeline.layout import PlacedDay, TimelineLayout
from sourcebook.charts.timeline.plan import Plan
from sourcebook.charts.timeline.sides import lane_label

_AGAIN = "the same time"
"""What stands for a time that the entry above has, too: a line that joins them leads nowhere."""


def lane_key(plan: Plan, width: float) -> tuple[float, str]:
    """Whose each lane is, by its letter, in as many lines as it needs; returns where it ends."""
    labels = [wrap_text(lane_label(plan.graph, n), width - 30, 12.5, 1)[0] for n in plan.lanes]
    spots = flow((24 + text_width(label, 12.5) for label in labels), width, 18, 22)
    y, parts = 0.0, []
    for lane, (label, (x, y)) in enumerate(zip(labels, spots, strict=True)):
        parts += [_letter(plan, lane, x + 9, y + 12), text_element((label,), x + 24, y + 16.5)]
    return y + 32, "".join(parts)


def _letter(plan: Plan, lane: int, x: float, y: float) -> str:
    letter = text_element(("ABCDEFGH"[lane],), x, y + 4, "s draw-strong draw-letter", "middle")
    return element("g", {"class": plan.css_class(lane)}, circle("draw-disc", x, y, 8.5), letter)


def heads(layout: TimelineLayout, y: float) -> str:
    """Whose clock the axis shows, and the letters over the lanes."""
    graph = layout.plan.graph
    zone = graph.language.clock_of(graph.dataset.time_zone)
    if layout.beside:
        clocks = text_element((zone,), 0, y - 3, "s draw-strong")
        clocks += text_element(("and UTC",), 0, y + 10, "s draw-note")
    else:
        clocks = text_element((f"{zone} · UTC",), layout.text, y + 4, "s draw-strong")
    letters = (_letter(layout.plan, lane, x, y) for lane, x in enumerate(layout.tracks.lanes))
    return clocks + "".join(letters)


def lane_lines(layout: TimelineLayout, top: float) -> Fragment:
    """The lanes themselves, interrupted where time is left out."""
    breaks = [day.gap for day in layout.days if day.gap is not None]
    starts = [top, *(y + 7 for y in breaks)]
    ends = [*(y - 7 for y in breaks), layout.bottom - 8]
    drawn = ""
    for lane, x in enumerate(layout.tracks.lanes):
        line = "".join(f"M{px(x)},{px(a)}V{px(b)}" for a, b in zip(starts, ends, strict=True))
        drawn += path(f"draw-lane {layout.plan.css_class(lane)}", line)
    return Fragment(top, layout.bottom, drawn)


def heading(layout: TimelineLayout, placed: PlacedDay) -> Iterator[str]:
    """What a day is called, with the break before it."""
    y, day = placed.top - 24, placed.day
    if placed.gap is not None:
        teeth = "l3,-4l6,8l3,-4" * int((layout.tracks.right - 4) // 12)
        yield path("draw-line draw-break", f"M0,{px(placed.gap)}{teeth}")
        yield text_element((day.gap,), layout.text, placed.gap + 4, "s draw-note")
    yield path("draw-axis", f"M0,{px(y)}H{px(layout.width)}")
    x = 0.0 if layout.beside else layout.text
    if day.weekday:
        yield text_element((day.weekday,), x, y + 16, "s draw-note")
        x += text_width(day.weekday, 11.0) + 6
    yield text_element((day.label,), x, y + 16, "m draw-strong")


def clocks(layout: TimelineLayout, placed: PlacedDay) -> Iterator[str]:
    """The time of each entry of a day, local above UTC, once for entries of one time."""
    entries = ((each.entry.times(layout.plan.graph), each.y) for each in placed.entries)
    for times, group in groupby(entries, key=lambda pair: pair[0]):
        yield _clock(times, [y for _, y in group])


def _clock(times: tuple[str, ...], ys: list[float]) -> str:
    known = any(map(str.isdigit, times[0]))
    css_class, again = ("s", _AGAIN) if known else ("s draw-note", times[0])
    first = text_element(times[:1], 0, ys[0] + 4, css_class)
    below = text_element(times[1:], 0, ys[0] + 4 + SIZES["s"] * LEADING, "s draw-note")
    return first + below + "".join(text_element((again,), 0, y + 4, "s draw-note") for y in ys[1:])
