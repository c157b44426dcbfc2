"""Numbers in digits of any script: their separators, and letters that are glued to them."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sourcebook.numbers.powers import power_at

_SPACES = "\u00a0\u2009\u202f\u2007 "
_POINTS = ".,'\u2019"
_FRACTIONS = "\u00bc-\u00be\u2150-\u215e"
_DIGITS = re.compile(
    rf"(?:(?<![\d{_POINTS}])\d{{1,3}}(?:[{_SPACES}]\d{{3}})+(?![\d])(?:[.,]\d+)?"
    rf"|\d+(?:[{_POINTS}]\d+)*)(?: ?[{_FRACTIONS}])?|[{_FRACTIONS}]|[\u1369-\u137c]+"
)
_TIMES_AND_DATES = re.compile(
    r"(?<!\d)(?:\d{1,2}:\d{2}(?::\d{2})?|\d{4}-\d{1,2}(?:-\d{1,2})?|\d{1,2}-\d{1,2}-\d{4}"
    r"|\d{1,2}([/.])\d{1,2}\1\d{2,4}|\d+/\d+)(?!\d|[:/]\d)"
)
"""4:30, 2031-05-02, 2.5.2031, 2/5, 24/7: parts of these count nothing."""
_FOREIGN = re.compile(r"(?![0-9])\d|[\u066b\u066c\uff0c\uff0e]")
_NAME_BEFORE = re.compile(r"(?:[A-Za-z_][-\u2010\u2011]?|[A-Za-z]\.|#)$")
_BEHIND = re.compile(r"[A-Za-z\xaa\xba\xb0%\u2030]+|[-\u2010\u2011][^\W\d_]+")
_GROUPED = re.compile(r"[1-9]\d{0,2}([.,'\u2019 ])\d{3}(?:\1\d{3})*")
_INDIAN = re.compile(r"\d{1,2}(?:,\d{2})+,\d{3}")
_DECIMAL = re.compile(r"(\d+)([.,])(\d+)")
_GROUPED_DECIMAL = re.compile(r"(\d{1,3}(?:([.,'\u2019 ])\d{3})(?:\2\d{3})*)(?!\2)[.,](\d+)")

_LETTERS: Mapping[str, float] = {
    "k": 1e3, "K": 1e3, "M": 1e6, "mn": 1e6, "mln": 1e6, "Mln": 1e6, "mio": 1e6, "Mio": 1e6,
    "bn": 1e9, "Bn": 1e9, "B": 1e9, "Md": 1e9, "tn": 1e12,
}  # fmt: skip
"""Letters right behind digits that multiply them: 45k, 3bn."""
_ENGLISH_M = re.compile(
    r"m\b(?!\s*(?:deep|wide|long|high|tall|away|from|off|above|below|apart|thick|across|radius|by|x)\b|[²³])"
)
"""A million in English, and not metres: 1.5m people, but 5m deep."""
_CYRILLIC_ENDINGS = frozenset(
    ("х", "ти", "ми", "м", "мя", "ма", "ох", "ьох", "ьома", "ьом", "тьох")
)
"""Endings that Russian and Ukrainian write behind the digits of a count: 3-х, 5-ти."""
_DECIMAL_MARKS = {
    "en": ".", "zh": ".", "ja": ".", "ko": ".", "th": ".", "hi": ".", "he": ".",
    "de": ",", "fr": ",", "ru": ",", "uk": ",", "tr": ",", "it": ",", "pt": ",", "nl": ",",
}  # fmt: skip
"""The mark of decimals by language (CLDR), where all its countries have the same one."""


@dataclass(frozen=True, slots=True)
class Digits:
    """Digits in a text, and the values that they may have: none where they cannot be read.

    `name`: they are part of a name, a date, an ordinal or a measure (F-16, 4:30, 22nd, 155mm).
    """

    start: int
    end: int
    values: tuple[float, ...]
    name: bool = False


def ascii_digits(text: str) -> str:
    """The text with digits of every script, and their separators, as those of ASCII."""
    return text if text.isascii() else _FOREIGN.sub(_ascii, text)


def _ascii(match: re.Match[str]) -> str:
    character = match[0]
    if character.isdecimal():
        return str(unicodedata.decimal(character))
    return {"\u066b": ".", "\u066c": "'", "\uff0c": ",", "\uff0e": "."}[character]


def find_digits(text: str, language: str) -> Iterator[Digits]:
    """The numbers in digits in a text, whose digits are those of ASCII, in a primary language."""
    dates = [match.span() for match in _TIMES_AND_DATES.finditer(text)]
    read = 0
    for match in _DIGITS.finditer(text):
        start, end = match.span()
        if (power := power_at(text, start)) is not None:
            read, powers = power
            yield Digits(start, read, powers)
        if start < read:
            continue
        values = digit_values(match[0], _DECIMAL_MARKS.get(language))
        if any(first <= start and end <= last for first, last in dates):
            yield Digits(start, end, values, name=True)
        else:
            yield _with_letters(text, Digits(start, end, values), language)


def _with_letters(text: str, found: Digits, language: str) -> Digits:
    """Digits with the letters that are glued to them."""
    if _NAME_BEFORE.search(text[max(0, found.start - 2) : found.start]):
        return Digits(found.start, found.end, found.values, name=True)
    behind = _BEHIND.match(text, found.end)
    if behind is None or behind[0][1:] in _CYRILLIC_ENDINGS:
        return found
    factor = _LETTERS.get(behind[0])
    if factor is None and language == "en" and _ENGLISH_M.match(text, found.end):
        factor = 1e6
    if factor is None:
        return Digits(found.start, found.end, found.values, name=True)
    values = tuple(round(value * factor, 6) for value in found.values)
    return Digits(found.start, behind.end(), values)


def digit_values(written: str, decimal_mark: str | None) -> tuple[float, ...]:
    """What digits with separators may mean: 1.500 is 1,500 in one country and 1.5 in another.

    `decimal_mark` is that of the language; None where its countries differ.
    """
    if "\u1369" <= written[0] <= "\u137c":
        return (_ethiopic(written),)
    part = 0.0
    if not written[-1].isdecimal():
        part, written = unicodedata.numeric(written[-1]), written[:-1].rstrip()
        if not written:
            return (part,)
    for space in _SPACES:
        written = written.replace(space, " ")
    return tuple(value + part for value in _values(written, decimal_mark))


def _values(written: str, decimal_mark: str | None) -> Iterator[float]:
    if written.isdigit():
        yield float(written)
    elif _INDIAN.fullmatch(written):
        yield float(written.replace(",", ""))
    elif grouped := _GROUPED.fullmatch(written):
        yield float(written.replace(grouped[1], ""))
        either = grouped[1] in ".," and decimal_mark in (None, grouped[1])
        if either and _DECIMAL.fullmatch(written):
            yield float(written.replace(",", "."))
    elif decimal := _DECIMAL.fullmatch(written):
        yield float(f"{decimal[1]}.{decimal[3]}")
    elif both := _GROUPED_DECIMAL.fullmatch(written):
        yield float(f"{both[1].replace(both[2], '')}.{both[3]}")


def _ethiopic(written: str) -> float:
    """Ethiopic digits, which say tens, hundreds and ten thousands by digits of their own."""
    total = part = 0.0
    for value in map(unicodedata.numeric, written):
        if value < 100:
            part += value
        else:
            total, part = (total + (part or 1)) * value, 0
    return total + part
