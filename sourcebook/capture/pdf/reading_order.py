"""The order of reading of a line that is seen from left to right, where there is just one.

A line with letters that run from right to left is read by asking which texts would be shown so by
the Unicode Bidirectional Algorithm. A text that is the only one is what the line says. Where two
texts look the same, as "12 F-16" and "F-16 12" do among Arabic words, or none does, nobody can
know, and nothing is read.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sourcebook.capture.pdf.bidi import bidi_class
from sourcebook.capture.pdf.shown_orders import Order, shown_orders

_SAMPLES = {"L": "a", "R": "א", "AL": "ا", "EN": "1", "AN": "١"}
_OPEN, _CLOSE = "([{⟨", ")]}⟩"
_TOKEN = re.compile("[a1]*a1*[-\u2010\u2011_][a1]+|[a1]+[-\u2010\u2011_]1*a[a1]*")
"""A name such as F-16, which is read as it is seen: 16-F, which would be seen so too, is none."""
Part = tuple[str, int, int]
"""A character that stands for several alike, and where these begin and end in the line."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One order of reading: the places of what is seen, and the level of what is at each place."""

    places: tuple[int, ...]
    levels: tuple[int, ...]


def readings(
    seen: Sequence[str], paragraph: int, before: Iterable[str], behind: Iterable[str]
) -> list[Reading]:
    """The orders in which a line may be read that is seen so from left to right.

    `before` and `behind` are the strong characters that may stand before and behind the line in
    its paragraph, the empty text for none.
    """
    parts = _parts(seen)
    shown = "".join(sample for sample, _, _ in parts)
    found = shown_orders(shown, paragraph, tuple(before), tuple(behind))
    found = tuple(one for one in found if _keeps_tokens(shown, one[0])) or found
    return [_reading(parts, *one) for one in found]


def _reading(parts: Sequence[Part], order: Order, levels: Order) -> Reading:
    each = [
        level
        for level, (_, start, end) in zip(levels, parts, strict=True)
        for _ in range(start, end)
    ]
    return Reading(tuple(_unfold(order, parts)), tuple(each))


def _keeps_tokens(shown: str, order: Order) -> bool:
    """Whether what has Latin letters and no space, such as F-16, is read as it is seen."""
    place = {index: number for number, index in enumerate(order)}
    for match in _TOKEN.finditer(shown):
        first = place[match.start()]
        if [place[index] for index in range(*match.span())] != [
            first + step for step in range(match.end() - match.start())
        ]:
            return False
    return True


def _unfold(order: Iterable[int], parts: Sequence[Part]) -> Iterator[int]:
    for index in order:
        sample, start, end = parts[index]
        backward = bidi_class(sample) in ("R", "AL")
        yield from range(end - 1, start - 1, -1) if backward else range(start, end)


def _parts(seen: Sequence[str]) -> list[Part]:
    """What is seen with each word, number and sequence of words of one script as one part."""
    parts: list[Part] = []
    for index, text in enumerate(seen):
        kind = bidi_class(text[0])
        sample = _SAMPLES.get(kind, text[0])
        if parts and kind in _SAMPLES and parts[-1][0] == sample:
            sample, start, _ = parts.pop()
            parts.append((sample, start, index + 1))
        else:
            parts.append((sample, index, index + 1))
    return _joined_words(parts)


def _joined_words(parts: list[Part]) -> list[Part]:
    """Words of one script with what is between them as one part: N1 lets nothing else be."""
    joined: list[Part] = []
    for number, (sample, start, end) in enumerate(parts):
        following = parts[number + 1][0] if number + 1 < len(parts) else ""
        joined.append((sample, start, end))
        if sample not in "aאا":
            continue
        index = len(joined) - 2
        while index >= 0 and _is_plain_neutral(joined[index][0]):
            index -= 1
        touched = "١" in (joined[index - 1][0] if index > 0 else "", following)
        if 0 <= index < len(joined) - 1 and joined[index][0] == sample and not touched:
            first = joined[index][1]
            del joined[index:]
            joined.append((sample, first, end))
    return joined


def _is_plain_neutral(sample: str) -> bool:
    return bidi_class(sample) not in _SAMPLES and sample not in _OPEN + _CLOSE
