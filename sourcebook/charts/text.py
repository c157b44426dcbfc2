"""How wide a text is about to be, and where to break it: the reader's font is not known here.

Widths are those of Helvetica and its metric twins, the first of the theme's fonts, with a little
added for wider ones.
"""

from functools import lru_cache
from unicodedata import combining, east_asian_width

from sourcebook.charts.svg import escape, number

SIZES = {"s": 11.0, "m": 12.5, "l": 14.0}
"""Sizes of letters in pixels by the class that draw.css gives them."""

LEADING = 1.25
"""From one line to the next, as a multiple of the size."""

BOLD = 1.07
"""How much wider bold letters are."""

_MARGIN = 1.05
_THOUSANDTHS = {
    "'ijl|": 222,
    " !,./:;I[]\\ft\u00b7": 278,
    '"()-r\u201c\u201d\u2018\u2019`': 333,
    "Jcksvxyz": 500,
    "#$0123456789?L_abdeghnopqu\u2013": 556,
    "+<=>~FTZ": 590,
    "&ABEKPSVXY": 667,
    "CDHNRUw": 722,
    "GOQ": 778,
    "%Mm": 850,
    "@W\u2014\u2026\u2192": 1000,
}
_ADVANCE = {char: n / 1000 for chars, n in _THOUSANDTHS.items() for char in chars}


@lru_cache(maxsize=16_384)
def width(text: str, size: float) -> float:
    """About how wide a text is, in the unit of its size, rather too wide than too narrow."""
    return _ems(text) * size * _MARGIN


@lru_cache(maxsize=16384)
def _ems(text: str) -> float:
    return sum(_ADVANCE.get(char) or _other(char) for char in text)


@lru_cache(maxsize=4096)
def _other(char: str) -> float:
    if combining(char):
        return 0.0
    return 1.0 if east_asian_width(char) in "WF" else 0.62


@lru_cache(maxsize=8192)
def wrap(text: str, room: float, size: float, most: int = 2) -> tuple[str, ...]:
    """A text in at most that many lines of that room; what does not fit ends in an ellipsis."""
    lines: list[str] = []
    for word in text.split():
        for part in _parts(word, room, size):
            joined = f"{lines[-1]} {part}" if lines else part
            if lines and width(joined, size) <= room:
                lines[-1] = joined
            else:
                lines.append(part)
        if len(lines) > most:
            break
    return (
        tuple(lines) if len(lines) <= most else (*lines[: most - 1], _cut(lines, most, room, size))
    )


def _cut(lines: list[str], most: int, room: float, size: float) -> str:
    """The last line that there is room for, with the beginning of what follows it."""
    kept = " ".join(lines[most - 1 :])
    while kept and width(kept + "\u2026", size) > room:
        kept = kept[:-1]
    return kept.rstrip() + "\u2026"


def _parts(word: str, room: float, size: float) -> list[str]:
    """A word whole, or in pieces where it alone is wider than a line."""
    if width(word, size) <= room:
        return [word]
    pieces = [""]
    for char in word[:400]:
        if pieces[-1] and width(pieces[-1] + char, size) > room:
            pieces.append("")
        pieces[-1] += char
    return pieces


def lettered(
    lines: tuple[str, ...], x: float, y: float, look: str = "m", anchor: str | None = None
) -> str:
    """Lines of text from a first baseline down.

    `look` is one of `SIZES`, and after a blank what else draw.css knows (`s draw-note`); `anchor`
    is middle or end, if the lines do not begin at x.
    """
    place = f' x="{number(x)}"'
    start = f'<text class="draw-{look}"{place} y="{number(y)}"'
    start += f' text-anchor="{anchor}">' if anchor else ">"
    if len(lines) == 1:
        return f"{start}{escape(lines[0])}</text>"
    step = number(SIZES[look.partition(" ")[0]] * LEADING)
    last, spans = len(lines) - 1, ""
    for index, line in enumerate(lines):
        down = f' dy="{step}"' if index else ""
        spans += f"<tspan{place}{down}>{escape(line)}{' ' * (index < last)}</tspan>"
    return f"{start}{spans}</text>" if lines else ""


def depth(lines: tuple[str, ...], size: str = "m") -> float:
    """How high some lines stand."""
    return len(lines) * SIZES[size] * LEADING
