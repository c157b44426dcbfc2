"""How names on a map are lettered: their sizes where it is wide and on a phone, their lines."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sourcebook.charts.text import text_width


@dataclass(frozen=True, slots=True)
class Look:
    """How a kind of name is lettered: its size where the map is wide, and on a phone, in units.

    `spacing` is between letters, in ems, `bold` how much wider they are than plain ones. map.css
    sets the same sizes. On a phone 390 pixels wide a unit is 0.56 of a pixel.
    """

    wide: float
    narrow: float
    spacing: float = 0.0
    bold: float = 1.0


LOOKS = {
    "map-name": Look(13, 22, bold=1.12),
    "map-note": Look(11.5, 20),
    "map-town": Look(11.5, 20),
    "map-country": Look(11.5, 20, 0.12),
    "map-division-name": Look(11, 20),
    "map-river-name": Look(11, 20),
    "map-foot": Look(11.5, 20),
}

LEADING = 1.15
"""From one line to the next, in ems."""


def size(look: str, *, narrow: bool = False) -> float:
    """The size of a look in units."""
    return LOOKS[look].narrow if narrow else LOOKS[look].wide


def length(text: str, look: str, *, narrow: bool = False) -> float:
    """How wide a text is in the lettering of a look."""
    high = size(look, narrow=narrow)
    return text_width(text, high) * LOOKS[look].bold + LOOKS[look].spacing * high * len(text)


def wrapped(text: str, most: int) -> tuple[str, ...]:
    """A text in lines of about equal length, none much longer than `most` letters.

    It is broken at blanks, not at those that do not break.
    """
    count = -(-len(text) // most)
    if count < 2:
        return (text,)
    return tuple(_lines(text.split(" "), len(text) / count))


def _lines(words: Iterable[str], wanted: float) -> Iterator[str]:
    line = ""
    for word in words:
        if line and len(line) + len(word) / 2 > wanted:
            yield line
            line = word
        else:
            line = f"{line} {word}".strip()
    yield line
