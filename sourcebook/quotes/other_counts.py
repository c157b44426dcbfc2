"""Whether a number in a text counts no people and no things: metres, years, a page."""

import re
from collections.abc import Iterator
from functools import cache

from sourcebook.numbers import Number, primary_language
from sourcebook.quotes.word_rows import any_of, fold, phrases, rows, word_before, word_behind

_REACH = 40
"""So many characters on either side say what a number counts."""
_HOW_OFTEN = ("once", "twice", "thrice")
_YEARS = range(1900, 2101)
_AGE_BEHIND_NAME = re.compile(r"[A-Z]\w+,\s*$")


def other_count(text: str, number: Number, language: str) -> str:
    """What a number counts, by its row in `words/other_counts.yml`; empty for people and things.

    Names and ordinals are `id`, dates and clock times `time`.
    """
    if number.name:
        return _glued(text, number, language)
    if text[number.start : number.end].lower() in _HOW_OFTEN:
        return "times"
    tongue = primary_language(language)
    behind = fold(text[number.end : number.end + _REACH])
    before = fold(text[max(0, number.start - _REACH) : number.start])
    for kind, pattern_before, pattern_behind in _patterns(tongue):
        if kind == "year" and not _may_be_year(text, number):
            continue
        if pattern_behind.match(behind) or pattern_before.search(before):
            return "time" if kind == "year" else kind
    if _is_date(before, behind, tongue, number) or _is_age(text, number):
        return "time"
    return ""


def _glued(text: str, number: Number, language: str) -> str:
    """What a number counts that letters are glued to: 155mm, 5am, but F-16."""
    behind = fold(text[number.end : number.end + _REACH])
    for kind, _, pattern in _patterns(primary_language(language)):
        if kind not in ("id", "year") and pattern.match(behind):
            return kind
    return "id"


@cache
def _patterns(tongue: str) -> tuple[tuple[str, re.Pattern[str], re.Pattern[str]], ...]:
    found = []
    for kind, sides in rows("other_counts").items():
        behind, before = (
            any_of(
                [
                    word
                    for key in (tongue, *_SIGNS.get(kind, ()))
                    for word in _words(sides, side, key)
                ]
            )
            for side in ("behind", "before")
        )
        found.append((kind, word_before(before, tongue), word_behind(behind, tongue)))
    return tuple(found)


_SIGNS = {"money": ("en",), "share": ("en",), "length": ("en",), "mass": ("en",)}
"""Signs that all languages share stand with the words of English."""


def _words(sides: dict[str, dict[str, str]], side: str, tongue: str) -> Iterator[str]:
    listed = sides.get(side, {})
    return phrases(listed.get(tongue, "") if isinstance(listed, dict) else "", None)


def counts_of_measure(name: str) -> frozenset[str]:
    """The kinds of other counts that a measure of this name, in English, may have as its value."""
    words = set(re.findall(r"\w+", name.casefold()))
    kinds = rows("other_counts").items()
    return frozenset(
        kind for kind, sides in kinds if words & set(sides.get("measures", "").split())
    )


def _may_be_year(text: str, number: Number) -> bool:
    written = text[number.start : number.end]
    return number.low in _YEARS and len(written) == 4 and written.isdecimal()


def _is_age(text: str, number: Number) -> bool:
    """An age between commas behind a name: Ann, 34, was hurt."""
    before = text[max(0, number.start - _REACH) : number.start]
    digits = text[number.start : number.end].isdecimal()
    return (
        digits
        and text[number.end : number.end + 1] == ","
        and bool(_AGE_BEHIND_NAME.search(before))
    )


def _is_date(before: str, behind: str, tongue: str, number: Number) -> bool:
    """Whether a number is the day or the year of a month that is named beside it."""
    month = _months(tongue)
    if month is None or number.low >= _YEARS[-1] + 1:
        return False
    small = number.high <= 31
    pattern_before, pattern_behind, pattern_year, with_day = month
    follows = pattern_before.search(before) and not with_day.search(before)
    if small and (follows or pattern_behind.match(behind)):
        return True
    return number.low in _YEARS and bool(
        pattern_before.search(before) or pattern_year.search(before)
    )


@cache
def _months(tongue: str) -> tuple[re.Pattern[str], ...] | None:
    """Patterns of the months of a language.

    Before a number, behind it, before it with a day between them, and before it with a day of
    their own: in "on 15 August, two drones" the two is no day.
    """
    from babel import Locale, UnknownLocaleError  # noqa: PLC0415 - only where a text is read

    try:
        months = Locale.parse(tongue).months
    except (UnknownLocaleError, ValueError):
        return None
    names = [
        fold(name).rstrip(".")
        for form in ("format", "stand-alone")
        for width in ("wide", "abbreviated")
        for name in months[form][width].values()
    ]
    own = rows("months").get(tongue, "")
    one = any_of(
        [*(name for name in names if not name.isdecimal() and len(name) > 2), *phrases(own)]
    )
    return (
        word_before(rf"(?:{one})\.?,?(?:\s+(?:de|del))?", tongue),
        word_behind(rf"(?:(?:st|nd|rd|th|er|º|\.)?\s*(?:of|de|d'|من|і|и|ב)?\s*)(?:{one})", tongue),
        re.compile(rf"(?:{one})\.?\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s*$"),
        re.compile(rf"\d(?:st|nd|rd|th|er|º|\.)?\s*(?:of|de|d')?\s*(?:{one})\.?,?\s*$"),
    )
