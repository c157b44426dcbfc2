"""What a quotation counts: numbers, words for nothing, and vague quantities."""

import re
from functools import cache

from sourcebook.numbers import Number, primary_language, read_numbers
from sourcebook.quotes.other_counts import other_count
from sourcebook.quotes.word_rows import UNSPACED, any_of, fold, phrases, rows

_LETTER = re.compile(r"[A-Za-z][-\u2010\u2011]?$")


def find_numbers(text: str, language: str) -> frozenset[float]:
    """Every number that a text names, both ends of a range, also of dates, but not in F-16."""
    return frozenset(
        bound
        for number in read_numbers(text, language)
        if not (number.name and _LETTER.search(text[: number.start]))
        for bound in (number.low, number.high)
    )


def counting_numbers(
    text: str, language: str, also: frozenset[str] = frozenset()
) -> tuple[Number, ...]:
    """The numbers of a text that count people or things, or what `also` names (metres, hours)."""
    return tuple(
        number
        for number in read_numbers(text, language)
        if (kind := other_count(text, number, language)) == "" or kind in also
    )


def mentions_none(text: str, language: str) -> bool:
    """Whether a text says that there was nobody or nothing, or counts nought."""
    words, exceptions = _nothing(primary_language(language))
    if words.search(exceptions.sub(" ", fold(text))):
        return True
    return any(number.low == 0 == number.high for number in counting_numbers(text, language))


@cache
def _nothing(tongue: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What finds words for nothing, and what finds phrases in which they do not say it."""
    listed = rows("nothing")
    words = any_of(list(phrases(listed["words"].get(tongue, ""), None)))
    exceptions = any_of(list(phrases(listed["not_in"].get(tongue, ""))))
    edges = ("", "") if tongue in UNSPACED else (r"(?<!\w)", r"(?!\w)")
    joined = r"(?:[وف])?" if tongue in ("ar", "fa") else ""
    return (
        re.compile(f"{edges[0]}{joined}(?:{words}){edges[1]}"),
        re.compile(rf"(?<!\w)(?:{exceptions})"),
    )


def mentions_vague_quantity(text: str, quantity: str, language: str) -> bool:
    """Whether a text names a vague quantity, such as dozens."""
    return bool(_vague(quantity, primary_language(language)).search(fold(text)))


@cache
def _vague(quantity: str, tongue: str) -> re.Pattern[str]:
    listed = rows("vague").get(quantity, {}).get(tongue, quantity)
    words = any_of(list(phrases(listed)))
    joined = r"(?:[وفبلك]?(?:ال)?)" if tongue == "ar" else (r"[ובלכמ]?" if tongue == "he" else "")
    edges = ("", "") if tongue in UNSPACED else (r"(?<!\w)", r"(?!\w)")
    before = r"(?<!\d )(?<!\d)" if tongue in ("ar", "ru", "uk", "he") else ""
    return re.compile(f"{before}{edges[0]}{joined}(?:{words}){edges[1]}")


def find_vague_quantity(text: str) -> str | None:
    """The vague quantity that an English text names, if it does."""
    return next((one for one in rows("vague") if mentions_vague_quantity(text, one, "en")), None)
