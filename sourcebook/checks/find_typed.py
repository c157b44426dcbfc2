"""What a text types instead of looking it up: figures, dates, ranks and vague counts.

A figure is a digit of any script or a number in words; a date is one with a month, a year or a
weekday, or a time of day; a rank is an ordinal or a superlative; a vague count says no number.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from unicodedata import numeric

from sourcebook.checks import lexicon as words
from sourcebook.language.number_words import (
    NUMBER_WORDS,
    SCALES,
    SpelledNumber,
    find_spelled_numbers,
)

FIGURE, DATE, RANK, VAGUE = "figure", "date", "rank", "vague"

Key = tuple[object, ...]
"""What a typed thing says, so that it can be compared: a number, or a day, month and year."""


@dataclass(frozen=True, slots=True)
class Typed:
    """Something typed: of which kind, where in the text, in which words, saying what."""

    kind: str
    start: int
    end: int
    text: str
    key: Key


def find_typed(text: str, *, every: bool = False) -> Iterator[Typed]:
    """Everything typed in a text; what was found is not looked at again.

    With `every`, words count that mostly refer to what was said before: both, a pair.
    """
    if not may_hold_typed(text, lower_case_words(text)):
        return
    for kind, pattern, key in _FINDERS:
        rest = []
        for match in pattern.finditer(text):
            rest.append(match.span())
            if not _says_nothing(kind, text, match):
                yield Typed(kind, *match.span(), match[0], key(match))
            elif kind == DATE:
                rest.pop()
        text = blank_out(text, rest)
    yield from _find_figures(text, every=every)


def wider_keys(key: Key) -> Iterator[Key]:
    """What a thing says, and what it says in part: a day is of a month, and of a year."""
    yield key
    if key[0] == "date":
        _, day, month, year = key
        for part in ((day, month, None), (None, month, year), (None, month, None)):
            if part != (day, month, year) and any(part):
                yield ("date", *part)
        if month is not None:
            yield ("date", None, None, year)


def blank_out(text: str, spans: Iterable[tuple[int, int]], by: str = "\ufffd") -> str:
    """A text of the same length, with nothing to be found in these places."""
    pieces, done = [], 0
    for start, end in sorted(spans):
        start = max(start, done)
        if start < end:
            pieces += [text[done:start], by * (end - start)]
            done = end
    return "".join((*pieces, text[done:]))


def _any(items: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, items), key=len, reverse=True)).replace(r"\ ", r"\s+")


_SINGLE = frozenset(
    chain(
        words.MONTHS, words.WEEKDAYS, NUMBER_WORDS, words.TIMES, words.RANKS, words.SUPERLATIVES,
        words.VAGUE,
        ("half", "third", "quarter", "most", "least", "number", "lot", "lots"),
    )
)  # fmt: skip
_WORD = re.compile(r"[^\W\d_]+")
_DIGITS = re.compile("[\\d²³¹¼-¾⁰-₉⅐-↋①-⓿]")
"""Digits of every script, and numbers that Unicode holds as one character."""


def may_hold_typed(text: str, words: Iterable[str]) -> bool:
    """A quick look at a text and its words in lower case, which nearly every text does not pass."""
    return not _SINGLE.isdisjoint(words) or bool(_DIGITS.search(text))


def lower_case_words(text: str) -> list[str]:
    """The words of a text in lower case."""
    return _WORD.findall(text.lower())


_MONTH = _any(words.MONTHS)
_DAYS = r"\d{1,2}(?:st|nd|rd|th)?(?:\s*(?:,|and|or|to|until|–|-)\s*\d{1,2}(?:st|nd|rd|th)?){0,4}"
_DATE = re.compile(
    rf"\b(?P<iso>\d{{4}}-\d{{2}}(?:-\d{{2}})?)\b"
    rf"|(?<!\d)(?P<clock>\d{{1,2}}:\d{{2}})(?!\d)"
    rf"|\b(?:(?P<day>{_DAYS})\s+(?:of\s+)?)?(?P<month>{_MONTH})"
    rf"(?:\s+(?P<after>\d{{1,2}})(?!\d))?(?:,?\s+(?P<year>\d{{4}}))?\b"
    rf"|\b(?P<weekday>{_any(words.WEEKDAYS)})s?\b"
    rf"|(?<![\d.,:-])\b(?P<alone>(?:1[5-9]|20)\d\d)\b(?![.,:]\d)",
    re.I,
)
_PREPOSITION = re.compile(
    r"\b(?:in|of|until|till|since|by|during|early|mid|late|last|next|this|from|to|and|before|"
    r"after|for)[\s-]+$",
    re.I,
)


def _date_key(match: re.Match[str]) -> Key:
    if match["weekday"]:
        return ("weekday", words.WEEKDAYS.index(match["weekday"].lower()))
    if match["clock"]:
        return ("clock", match["clock"].zfill(5))
    if match["iso"]:
        year, month, *day = map(int, match["iso"].split("-"))
        return ("date", day[0] if day else None, month, year)
    if match["alone"]:
        return ("date", None, None, int(match["alone"]))
    days = re.findall(r"\d+", match["day"] or match["after"] or "")
    number = words.MONTHS.index(match["month"].lower()) + 1
    return ("date", int(days[-1]) if days else None, number, int(match["year"] or 0) or None)


_RANK = re.compile(
    rf"\b(?P<idiom>{_any(words.NOT_RANKS)})\b|\b(?!third\s+of\b)(?:\d+(?:st|nd|rd|th)|{_any(words.RANKS)}|"
    rf"{_any(words.SUPERLATIVES)}|the\s+(?:most|least)\s+(?!part\b)\w+|least(?=\s+(?:is|was|are|were)))\b",
    re.I,
)
_VAGUE = re.compile(
    rf"\b(?P<idiom>{_any(words.NOT_VAGUE)}|at\s+(?:the\s+)?(?:very\s+)?most|for\s+the\s+most\s+part|"
    rf"at\s+(?:the\s+)?(?:very\s+)?least|not\s+least)\b"
    rf"|\b(?:{_any(words.VAGUE_PHRASES)}|(?:a\s+)?(?:{_any(words.VAGUE)})|"
    rf"most(?!\s+\w+ly\b)(?=\s+\w))\b",
    re.I,
)
_FIGURE = re.compile(
    r"(?P<digits>\d{1,3}(?:[,'’\u00a0\u202f]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
    r"|(?P<other>[²³¹¼-¾⁰-₉⅐-↋①-⓿])"
    rf"|\b(?P<times>{_any(words.TIMES)})\b"
    r"|\b(?P<part>(?:a|one)\s+(?:third|quarter|half)|half)(?=\s+of\b)"
    rf"(?!\s+of\s+(?:an?\s+)?(?:{_any(SCALES)})\b)",
    re.I,
)
_ONCE = re.compile(r"\b(?:only|just|than)\s+once\b|\b(?<!at\s)once(?=\s*[.,;:!?]|\s*$)", re.I)
"""Where "once" counts, and does not say when."""


def _figure_key(match: re.Match[str]) -> Key:
    if match["digits"]:
        return ("number", float(re.sub("[,'’\u00a0\u202f]", "", match["digits"])))
    if match["other"]:
        return ("number", numeric(match["other"], -1.0))
    if match["times"]:
        return ("number", float(words.TIMES[match["times"].lower()]))
    return ("part", match[0].lower())


def _find_figures(text: str, *, every: bool) -> Iterator[Typed]:
    """Numbers in words, and then what is left of digits, multiples and parts."""
    parts = [match.span() for match in _FIGURE.finditer(text) if match["part"]]
    found = [*_find_spelled(blank_out(text, parts), every=every), *_find_once(text)]
    yield from found
    left = blank_out(text, ((one.start, one.end) for one in found))
    for match in _FIGURE.finditer(left):
        yield Typed(FIGURE, *match.span(), match[0], _figure_key(match))


def _find_spelled(text: str, *, every: bool) -> Iterator[Typed]:
    """Numbers in words that count something."""
    spared = ("once",) if every else (*words.NOT_COUNTED, "once")
    for number in find_spelled_numbers(text):
        written = text[number.start : number.end]
        idle = written.lower() in spared
        if not idle and not (written.lower() == "one" and _is_pronoun(text, number)):
            yield Typed(FIGURE, number.start, number.end, written, ("number", number.value))


def _find_once(text: str) -> Iterator[Typed]:
    for match in _ONCE.finditer(text):
        yield Typed(FIGURE, *match.span(), match[0], ("number", 1.0))


def _word_key(match: re.Match[str]) -> Key:
    return ("word", match[0].lower().removeprefix("a "))


_FINDERS = (
    (DATE, _DATE, _date_key),
    (RANK, _RANK, _word_key),
    (VAGUE, _VAGUE, _word_key),
)
_BEFORE = re.compile(r"(\w+)[\s-]+$")


def _says_nothing(kind: str, text: str, match: re.Match[str]) -> bool:
    """Whether what was found says nothing of the kind: an idiom, a pronoun, a verb."""
    if kind in (RANK, VAGUE):
        return match["idiom"] is not None
    bare = match["month"] and not (match["day"] or match["after"] or match["year"])
    return bool(bare) and not _bare_month(text, match)


def _bare_month(text: str, match: re.Match[str]) -> bool:
    """Whether a month without a number is one: "in May", but not "may"."""
    before = text[max(0, match.start() - 12) : match.start()]
    return match[0][0].isupper() and bool(_PREPOSITION.search(before))


def _is_pronoun(text: str, one: SpelledNumber) -> bool:
    """Whether "one" counts nothing: "one of", "no one", "the one", "one another"."""
    before = _BEFORE.search(text[max(0, one.start - 20) : one.start])
    after = re.match(r"\s+(\w+)", text[one.end : one.end + 20])
    if after is None or (before and before[1].lower() in words.NOT_ONE_BEFORE):
        return True
    return after[1].lower() in (*words.NOT_ONE_AFTER, "of")
