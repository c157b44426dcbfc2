"""Whether what a claim says is in the words that are quoted for it."""

from sourcebook.language import FOR_EDITORS
from sourcebook.models import Absent, Citation, Claim, Figure, Moment, When
from sourcebook.quotes.normalize import normalize
from sourcebook.quotes.numerals import (
    find_numbers,
    find_vague_quantity,
    mentions_none,
    mentions_vague_quantity,
)
from sourcebook.vocabulary import Measure

_NOTHING = "a word for nobody or nothing"


def missing_value(
    measure: Measure, claim: Claim, citation: Citation, text: str, language: str
) -> str:
    """What of a claim's value a text in a language does not hold, in words; empty where it does.

    Where the citation gives the value as its carrier has it, that has to be there. A figure
    that a claim says it derived, and what is no figure or date, is not asked for.
    """
    if claim.derivation is not None or measure.kind not in ("figure", "date"):
        return ""
    if isinstance(claim.value, Absent) and not claim.value.counts_as_zero:
        return ""
    if citation.as_ is not None:
        return _missing_of_words(citation.as_, text, language)
    return _missing_of_value(claim, text, language)


def _missing_of_value(claim: Claim, text: str, language: str) -> str:
    value = claim.value
    if isinstance(value, Figure) and value.form == "words":
        return "" if mentions_vague_quantity(text, value.text, language) else value.text
    if isinstance(value, When):
        return _missing_day(value, text, language)
    if isinstance(value, Figure):
        wanted = {number for number in (value.low, value.high) if number is not None}
        return _missing_numbers(wanted, text, language)
    return "" if mentions_none(text, language) else _NOTHING


def _missing_numbers(wanted: set[float], text: str, language: str) -> str:
    if wanted == {0}:
        return "" if mentions_none(text, language) else _NOTHING
    missing = sorted(wanted - find_numbers(text, language))
    return FOR_EDITORS.join_list(f"{number:,.15g}" for number in missing)


def _missing_of_words(words: str, text: str, language: str) -> str:
    """What a text lacks of a value as its carrier gives it, in English words."""
    wanted, quantity = find_numbers(words, "en"), find_vague_quantity(words)
    if wanted - {0}:
        return _missing_numbers({*wanted} - {0}, text, language)
    if quantity is not None:
        return "" if mentions_vague_quantity(text, quantity, language) else quantity
    if mentions_none(words, "en"):
        return "" if mentions_none(text, language) else _NOTHING
    own = language.partition("-")[0] == "en"
    return words if own and normalize(words).casefold() not in normalize(text).casefold() else ""


def _missing_day(date: When, text: str, language: str) -> str:
    """The days that a date names, one of which has to be in the text."""
    moments: tuple[Moment | None, ...] = date.choices or (date.start, date.end)
    days = {float(one.day) for one in moments if one is not None and one.day is not None}
    if not days or days & find_numbers(text, language):
        return ""
    listed = FOR_EDITORS.join_list((f"{day:.0f}" for day in sorted(days)), "or")
    return f"the day ({listed})"
