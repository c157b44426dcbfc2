"""Numbers in English words: two hundred and six, half a dozen, a couple of thousand, 2.5 million.

One parser for all who read number words: the check of prose for typed figures, and the check of
quotations for the figures of claims. What counts nothing in a sentence ("one of them", "both") is
for the reader to say: here a word has its number.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile
from math import inf, prod
from typing import NamedTuple
from unicodedata import numeric

UNITS = {
    "zero": 0, "nought": 0, "naught": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5,
    "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
    "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18,
    "nineteen": 19,
}  # fmt: skip
TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70,
    "eighty": 80, "ninety": 90,
}  # fmt: skip
TWO = ("couple", "pair")
"""Two, and "of" may stand between it and a scale: a couple of thousand."""
ALONE = {"both": 2, "once": 1, "twice": 2, "thrice": 3, "single": 1}
"""What is a number by itself, and part of no greater one."""
PARTS = {"third": 1 / 3, "thirds": 1 / 3, "quarter": 0.25, "quarters": 0.25}
"""Parts of a scale, before "of": a quarter of a million, three quarters of a million."""
SMALL_SCALES = {"dozen": 12, "score": 20, "hundred": 100}
LARGE_SCALES = {
    "thousand": 1000, "lakh": 10**5, "lakhs": 10**5, "million": 10**6, "crore": 10**7,
    "crores": 10**7, "billion": 10**9, "trillion": 10**12,
}  # fmt: skip
"""Scales, which a smaller number can follow; the small ones also stand before a large one."""
SCALES = SMALL_SCALES | LARGE_SCALES
UNCOUNTED = frozenset(("several", "few", "many", "countless"))
"""Before a scale these say no number: several hundred, a few thousand."""
ORDINALS = frozenset((
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth",
    "hundredth", "thousandth", "something", "odd",
))  # fmt: skip
"""Behind tens and scales these are the rest of what is no count: twenty-first, forty-odd."""
PORTIONS = frozenset((
    "halves", "thirds", "quarters", "fifths", "sixths", "sevenths", "eighths", "ninths", "tenths",
    "hundredths",
))  # fmt: skip
"""Behind a number these make it a part of something: two thirds of them."""
NUMBER_WORDS = frozenset({*UNITS, *TENS, *TWO, *ALONE, *SCALES})

_FRACTION = "[\u00bc-\u00be\u2150-\u215e]"
_TOKEN = re.compile(
    rf"[0-9]+(?:,[0-9]{{2,3}})*(?:\.[0-9]+)?(?: ?{_FRACTION})?(?![^\W_])|{_FRACTION}(?![^\W_])"
    rf"|(?:(?!{_FRACTION})[^\W\d_])+|\d+"
)
"""A word, or digits with the fraction behind them: 2½."""
_BETWEEN = re.compile(r"[\s\u2010\u2011-]+")


@dataclass(frozen=True, slots=True)
class SpelledNumber:
    """A number in words: where it begins and ends in the text, and its value.

    `approximate`: its words say about how many. `vague`: they are a part of something else, and
    say no number by themselves (several hundred, two thirds). `scale` is what its last words
    multiply by, 1 where none does.
    """

    start: int
    end: int
    value: float
    approximate: bool = False
    vague: bool = False
    scale: float = 1


class _Reading(NamedTuple):
    """What words from some place on say, and the place behind them."""

    value: float
    end: int


def find_spelled_numbers(text: str) -> Iterator[SpelledNumber]:
    """Each number that is in words, or in digits with a scale behind them; never digits alone.

    >>> [number.value for number in find_spelled_numbers("half a dozen of two hundred and six")]
    [6.0, 206.0]
    """
    for run in _runs(text):
        words, at = [match[0].lower() for match in run], 0
        while at < len(words):
            found = _number(words, at)
            if found is not None:
                span = run[at].start(), run[found.end - 1].end()
                yield SpelledNumber(
                    *span, found.value, _is_approximate(words[at : found.end]),
                    _is_vague(words, at, found.end), _last_scale(words[at : found.end]),
                )  # fmt: skip
            at = found.end if found is not None else at + 1


def _is_approximate(said: Sequence[str]) -> bool:
    """Whether a number says about how many: a score, a couple of thousand."""
    return "score" in said or ("couple" in said and said[-1] in SCALES)


def _is_vague(words: Sequence[str], start: int, end: int) -> bool:
    """Whether words that read as a number are a part of something that is none."""
    said, behind = words[start:end], _word(words, end)
    counted = said[-1] in TENS or said[-1] in SCALES
    uncounted = start > 0 and words[start - 1] in UNCOUNTED and said[0] in SCALES
    return uncounted or behind in PORTIONS or (counted and behind in ORDINALS)


def _last_scale(said: Sequence[str]) -> float:
    return float(prod(SCALES[word] for word in takewhile(SCALES.__contains__, reversed(said))))


def _runs(text: str) -> Iterator[list[re.Match[str]]]:
    """The words of a text, in rows that nothing but blanks and hyphens divides."""
    run: list[re.Match[str]] = []
    for match in _TOKEN.finditer(text):
        if run and not _BETWEEN.fullmatch(text, run[-1].end(), match.start()):
            yield run
            run = []
        run.append(match)
    yield run


def _number(words: Sequence[str], start: int) -> _Reading | None:
    """The number that begins at a word: groups, each with a smaller scale than the one before."""
    group = None if _says_nobody(words, start) else _group(words, start, begins=True)
    total, least, end = 0.0, inf, start
    while group is not None:
        scale = LARGE_SCALES.get(_word(words, group.end), 1)
        if max(scale, group.value) >= least:
            break
        total, end, least = total + group.value * scale, group.end + (scale > 1), scale
        if scale > 1 and _and_a_half(words, end):
            total, end = total + scale / 2, end + 3
        group = _group(words, _behind_and(words, end), begins=False) if scale > 1 else None
    digits_alone = end == start + 1 and _is_digits(words[start])
    return None if end == start or digits_alone else _Reading(total, end)


def _group(words: Sequence[str], at: int, *, begins: bool) -> _Reading | None:
    """A count with the small scales behind it: six, two hundred and six, half a dozen."""
    count = _count(words, at, begins=begins)
    if count is None:
        return None
    value, end = count
    if (part := _part(words, end)) is not None:
        value, end = value * part.value, part.end
    if _and_a_half(words, end):
        value, end = value + 0.5, end + 3
    while (scale := SMALL_SCALES.get(_word(words, end))) is not None:
        value, end = _scaled(words, end + 1, value, scale)
    return _Reading(value, end)


def _scaled(words: Sequence[str], at: int, value: float, scale: int) -> _Reading:
    """A count of a small scale, with what follows it: two hundred and six, a dozen and a half."""
    if _and_a_half(words, at):
        return _Reading((value + 0.5) * scale, at + 3)
    rest = _small(words, _behind_and(words, at)) if scale == SMALL_SCALES["hundred"] else None
    return (
        _Reading(value * scale, at)
        if rest is None
        else _Reading(value * scale + rest.value, rest.end)
    )


def _count(words: Sequence[str], at: int, *, begins: bool) -> _Reading | None:
    """How many of a scale, or how many."""
    word = _word(words, at)
    if _is_digits(word):
        known = begins or _word(words, at + 1) in SCALES
        return _Reading(_value_of_digits(word), at + 1) if known else None
    if (small := _small(words, at)) is not None or not begins:
        return small
    if word in ALONE:
        return _Reading(ALONE[word], at + 1)
    if word in SCALES.keys() - {"score"}:
        return _Reading(1, at)
    return _half(words, at) or _part(words, at) or _two(words, at) or _behind_article(words, at)


def _is_digits(word: str) -> bool:
    return word[:1].isdecimal() or bool(re.match(_FRACTION, word))


def _value_of_digits(word: str) -> float:
    """The value of digits, with the fraction of one character behind them: 2½."""
    part = 0.0 if word[-1].isdecimal() else numeric(word[-1])
    digits = "".join(letter for letter in word if letter.isdecimal() or letter == ".")
    return float(digits or 0) + part


def _small(words: Sequence[str], at: int) -> _Reading | None:
    """A number below a hundred."""
    word = _word(words, at)
    if word in UNITS:
        return _Reading(UNITS[word], at + 1)
    if word not in TENS:
        return None
    unit = UNITS.get(_word(words, at + 1), 0)
    return _Reading(TENS[word] + unit, at + 2) if 0 < unit < 10 else _Reading(TENS[word], at + 1)


def _half(words: Sequence[str], at: int) -> _Reading | None:
    """Half of a scale: half a million, half dozen."""
    if _word(words, at) != "half":
        return None
    end = at + 1 + (_word(words, at + 1) == "of")
    end += _word(words, end) in ("a", "an")
    return _Reading(0.5, end) if _word(words, end) in SCALES else None


def _part(words: Sequence[str], at: int) -> _Reading | None:
    """A part of one of a scale: quarter of a million."""
    if _word(words, at) not in PARTS or _word(words, at + 1) != "of":
        return None
    end = at + 2 + (_word(words, at + 2) in ("a", "an"))
    return _Reading(PARTS[_word(words, at)], end) if _word(words, end) in SCALES else None


def _two(words: Sequence[str], at: int) -> _Reading | None:
    if _word(words, at) not in TWO:
        return None
    of_scale = _word(words, at + 1) == "of" and _word(words, at + 2) in SCALES
    return _Reading(2, at + 2 if of_scale else at + 1)


def _behind_article(words: Sequence[str], at: int) -> _Reading | None:
    """What "a" begins: a dozen, a score, a couple, a half million."""
    if _word(words, at) not in ("a", "an"):
        return None
    if _word(words, at + 1) in SCALES:
        return _Reading(1, at + 1)
    return _half(words, at + 1) or _part(words, at + 1) or _two(words, at + 1)


def _word(words: Sequence[str], at: int) -> str:
    return words[at] if at < len(words) else ""


def _behind_and(words: Sequence[str], at: int) -> int:
    return at + (_word(words, at) == "and")


def _and_a_half(words: Sequence[str], at: int) -> bool:
    return tuple(words[at : at + 3]) == ("and", "a", "half")


def _says_nobody(words: Sequence[str], at: int) -> bool:
    """Whether a word for one says that there was nobody: no one, no single."""
    return words[at] in ("one", "single") and at > 0 and words[at - 1] == "no"
