"""Digits with multipliers in languages that write both, and what is counted, without spaces."""

import re
from collections.abc import Iterator, Mapping, Sequence

from sourcebook.numbers.digits import Digits
from sourcebook.numbers.found import Found

_BLANK = re.compile(r"\s?")
LANGUAGES = frozenset(("th", "lo", "km", "my", "ko"))


def find_multiplied(
    text: str, digits: Sequence[Digits], scales: Mapping[str, float]
) -> Iterator[Found]:
    """The numbers in digits, each with the multipliers right behind it: 3만, 3 หมื่น."""
    longest_first = sorted(scales, key=len, reverse=True)
    for one in digits:
        size, end = 1.0, one.end
        while one.values and not one.name:
            at = _BLANK.match(text, end).end()  # type: ignore[union-attr]
            word = next((word for word in longest_first if text.startswith(word, at)), None)
            if word is None:
                break
            size, end = size * scales[word], at + len(word)
        values = tuple(round(value * size, 6) for value in one.values)
        yield Found(one.start, end, values, name=one.name, worded=False, scale=size)


def summed(found: Sequence[Found], text: str) -> Iterator[Found]:
    """Parts of one number made one: 3万5千, 3만 5천."""
    last: Found | None = None
    for one in found:
        if last is not None and _belongs(last, one, text):
            values = (last.values[0] + one.values[0],)
            last = Found(last.start, one.end, values, worded=False, scale=one.scale)
            continue
        if last is not None:
            yield last
        last = one
    if last is not None:
        yield last


def _belongs(first: Found, second: Found, text: str) -> bool:
    whole = len(first.values) == len(second.values) == 1 and not (first.name or second.name)
    if not whole or first.high is not None or second.high is not None or first.scale == 1:
        return False
    return second.values[0] < first.scale and not text[first.end : second.start].strip()
