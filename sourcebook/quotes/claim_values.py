"""Whether what a claim says is in the words that are quoted for it, and in its carriers' words."""

from sourcebook.language import FOR_EDITORS
from sourcebook.models import Absent, Citation, Claim, Figure, Moment, When
from sourcebook.numbers import reads_words
from sourcebook.numbers.read import primary_language
from sourcebook.quotes.counts import Counted, find_counts, supports
from sourcebook.quotes.normalize import normalize
from sourcebook.quotes.numerals import (
    find_numbers,
    find_vague_quantity,
    mentions_none,
    mentions_vague_quantity,
)

_NOTHING = "a word for nobody or nothing"
OWN_LANGUAGE = "en"
"""The language of `as` and of translations."""


def missing_value(
    counted: Counted, claim: Claim, citation: Citation, text: str, language: str
) -> str:
    """What of a claim's value a text in a language does not hold, in words; empty where it does.

    Where the citation gives the value as its carrier has it, that has to be there. A figure
    that a claim says it derived, and what is no figure or date, is not asked for.
    """
    if not _is_asked_for(counted, claim):
        return ""
    if citation.as_ is not None:
        return _missing_of_words(counted, citation.as_, text, language)
    return missing_of_value(counted, claim, text, language)


def is_in_translation(
    counted: Counted, claim: Claim, citation: Citation, text: str, language: str
) -> bool:
    """Whether a value that its quotation does not hold is in the translation given beside it.

    Only where the number words of the language are not read; and only where the translation has
    every number that the quotation gives in digits.
    """
    translation = citation.translation
    if translation is None or not language or reads_words(primary_language(language)):
        return False
    if not missing_value(counted, claim, citation, text, language):
        return False
    if not find_numbers(text, language) <= find_numbers(translation, OWN_LANGUAGE):
        return False
    return not missing_value(counted, claim, citation, translation, OWN_LANGUAGE)


def _is_asked_for(counted: Counted, claim: Claim) -> bool:
    if claim.derivation is not None or counted.measure.kind not in ("figure", "date"):
        return False
    return not isinstance(claim.value, Absent) or claim.value.counts_as_zero


def missing_of_value(counted: Counted, claim: Claim, text: str, language: str) -> str:
    """What of a claim's own value a text does not hold, whatever its carrier says."""
    value = claim.value
    if isinstance(value, When):
        return _missing_day(value, text, language)
    if isinstance(value, Figure):
        return missing_figure(counted, value, text, language)
    return "" if mentions_none(text, language) else _NOTHING


def missing_figure(counted: Counted, value: Figure, text: str, language: str) -> str:
    """A figure as it is written where a text does not hold it; empty where it does."""
    if value.form == "words":
        return "" if mentions_vague_quantity(text, value.text, language) else value.text
    if value.high == 0 and not value.low:
        return "" if mentions_none(text, language) else _NOTHING
    if any(supports(value, count) for count in find_counts(text, language, counted)):
        return ""
    return _in_words(value)


def _in_words(value: Figure) -> str:
    """A figure as messages say it: 2 to 4, about 10, at least 6."""
    low, high = (f"{n:,.15g}" if n is not None else "" for n in (value.low, value.high))
    named = {"range": f"{low} to {high}", "at_most": high}
    return named.get(value.form, low)


def _missing_of_words(counted: Counted, words: str, text: str, language: str) -> str:
    """What a text lacks of a value as its carrier gives it, in English words."""
    if counted.measure.kind == "date":
        wanted = find_numbers(words, OWN_LANGUAGE) - {0}
        missing = sorted(wanted - find_numbers(text, language))
        return FOR_EDITORS.join_list(f"{number:,.15g}" for number in missing)
    said = [count for count in find_counts(words, OWN_LANGUAGE, counted) if count.high]
    if said:
        there = {(count.low, count.high) for count in find_counts(text, language, counted)}
        lacking = [one for one in said if (one.low, one.high) not in there]
        return FOR_EDITORS.join_list(_range_in_words(one.low, one.high) for one in lacking)
    quantity = find_vague_quantity(words)
    if quantity is not None:
        return "" if mentions_vague_quantity(text, quantity, language) else quantity
    if mentions_none(words, OWN_LANGUAGE):
        return "" if mentions_none(text, language) else _NOTHING
    own = primary_language(language) == OWN_LANGUAGE
    return words if own and normalize(words).casefold() not in normalize(text).casefold() else ""


def _range_in_words(low: float, high: float) -> str:
    return f"{low:,.15g}" if low == high else f"{low:,.15g} to {high:,.15g}"


def _missing_day(date: When, text: str, language: str) -> str:
    """The days that a date names, one of which has to be in the text."""
    moments: tuple[Moment | None, ...] = date.choices or (date.start, date.end)
    days = {float(one.day) for one in moments if one is not None and one.day is not None}
    if not days or days & find_numbers(text, language):
        return ""
    listed = FOR_EDITORS.join_list((f"{day:.0f}" for day in sorted(days)), "or")
    return f"the day ({listed})"
