"""Whether what a claim says stands in the words that are quoted for it."""

from sourcebook.models import Absent, Citation, Claim, Figure, Measure, Moment, When
from sourcebook.quotes.forms import normal
from sourcebook.quotes.numerals import numbers, says_none, says_vaguely, vague

_NOTHING = "a word for nobody or nothing"


def lacking(measure: Measure, claim: Claim, citation: Citation, text: str, language: str) -> str:
    """What of a claim's value a text in a language does not hold, in words; empty where it does.

    Where the citation gives the value as its carrier has it, that has to stand there. A figure
    that a claim says it derived, and what is no figure or date, is not asked for.
    """
    if claim.derivation is not None or measure.kind not in ("figure", "date"):
        return ""
    if isinstance(claim.value, Absent) and claim.value.text != "none":
        return ""
    if citation.as_ is not None:
        return _of_words(citation.as_, text, language)
    return _of_value(claim, text, language)


def _of_value(claim: Claim, text: str, language: str) -> str:
    value = claim.value
    if isinstance(value, Figure) and value.form == "words":
        return "" if says_vaguely(text, value.text, language) else value.text
    if isinstance(value, When):
        return _of_date(value, text, language)
    if isinstance(value, Figure):
        wanted = {number for number in (value.low, value.high) if number is not None}
        return _of_numbers(wanted, text, language)
    return "" if says_none(text, language) else _NOTHING


def _of_numbers(wanted: set[float], text: str, language: str) -> str:
    if wanted == {0}:
        return "" if says_none(text, language) else _NOTHING
    missing = sorted(wanted - numbers(text, language))
    return " and ".join(f"{number:,.15g}" for number in missing)


def _of_words(words: str, text: str, language: str) -> str:
    """What a text lacks of a value as its carrier gives it, in English words."""
    wanted, quantity = numbers(words, "en"), vague(words)
    if wanted - {0}:
        return _of_numbers({*wanted} - {0}, text, language)
    if quantity is not None:
        return "" if says_vaguely(text, quantity, language) else quantity
    if says_none(words, "en"):
        return "" if says_none(text, language) else _NOTHING
    own = language.partition("-")[0] == "en"
    return words if own and normal(words).casefold() not in normal(text).casefold() else ""


def _of_date(date: When, text: str, language: str) -> str:
    """The days that a date names, one of which has to stand there."""
    moments: tuple[Moment | None, ...] = date.choices or (date.start, date.end)
    days = {float(one.day) for one in moments if one is not None and one.day is not None}
    if not days or days & numbers(text, language):
        return ""
    return f"the day ({' or '.join(f'{day:.0f}' for day in sorted(days))})"
