"""Text in figures: about how wide it is, where it is broken into lines, and its SVG element.

The reader's font is not known here. Widths are those of Helvetica and its metric twins, the first
of the theme's fonts, with a little added for wider ones.
"""

from functools import lru_cache
from unicodedata import combining, east_asian_width

from sourcebook.charts.svg import escape, px

SIZES = {"s": 11.0, "m": 12.5}
"""Font sizes in pixels by the class that draw.css gives them."""

LEADING = 1.25
"""From one line to the next, as a multiple of the font size."""

BOLD = 1.07
"""How much wider bold text is."""

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
def text_width(text: str, size: float) -> float:
    """About how wide a text is, in the unit of its font size, rather too wide than too narrow."""
    return sum(_ADVANCE.get(char) or _other(char) for char in text) * size * _MARGIN


@lru_cache(maxsize=4096)
def _other(char: str) -> float:
    if combining(char):
        return 0.0
    return 1.0 if east_asian_width(char) in "WF" else 0.62


@lru_cache(maxsize=8192)
def wrap_text(
    text: str, available_width: float, size: float, max_lines: int = 2
) -> tuple[str, ...]:
    """A text in at most `max_lines` lines; what does not fit ends in an ellipsis.

    `available_width` and the font size are in pixels.
    """
    lines: list[str] = []
    for word in text.split():
        for part in _parts(word, available_width, size):
            joined = f"{lines[-1]} {part}" if lines else part
            if lines and text_width(joined, size) <= available_width:
                lines[-1] = joined
            else:
                lines.append(part)
        if len(lines) > max_lines:
            last = " ".join(lines[max_lines - 1 :])
            return (*lines[: max_lines - 1], _cut(last, available_width, size))
    return tuple(lines)


def _cut(text: str, available_width: float, size: float) -> str:
    """As much of a text as there is room for, with an ellipsis."""
    while text and text_width(text + "\u2026", size) > available_width:
        text = text[:-1]
    return text.rstrip() + "\u2026"


def _parts(word: str, available_width: float, size: float) -> list[str]:
    """A word whole, or in pieces where it alone is wider than a line."""
    if text_width(word, size) <= available_width:
        return [word]
    pieces = [""]
    for char in word[:400]:
        if pieces[-1] and text_width(pieces[-1] + char, size) > available_width:
            pieces.append("")
        pieces[-1] += char
    return pieces


def text_element(
    lines: tuple[str, ...], x: float, y: float, css_class: str = "m", anchor: str | None = None
) -> str:
    """Lines of text from a first baseline down; empty without lines.

    `css_class` is one of `SIZES`, and after a blank what else draw.css knows (`s draw-note`);
    `anchor` is middle or end, if the lines do not begin at x.
    """
    place = f' x="{px(x)}"'
    start = f'<text class="draw-{css_class}"{place} y="{px(y)}"'
    start += f' text-anchor="{anchor}">' if anchor else ">"
    if len(lines) == 1:
        return f"{start}{escape(lines[0])}</text>"
    step = px(SIZES[css_class.partition(" ")[0]] * LEADING)
    last, spans = len(lines) - 1, ""
    for index, line in enumerate(lines):
        down = f' dy="{step}"' if index else ""
        spans += f"<tspan{place}{down}>{escape(line)}{' ' * (index < last)}</tspan>"
    return f"{start}{spans}</text>" if lines else ""


def text_height(lines: tuple[str, ...], size: str = "m") -> float:
    """How many pixels high some lines are, in one of `SIZES`."""
    return len(lines) * SIZES[size] * LEADING
