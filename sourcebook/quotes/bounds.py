"""How a number is bounded by the words around it: at least six, more than five."""

import re
from functools import cache

from sourcebook.numbers import Number, primary_language
from sourcebook.quotes.word_rows import any_of, fold, phrases, rows, word_before, word_behind

AT_LEAST, MORE_THAN, AT_MOST, LESS_THAN = "at_least", "more_than", "at_most", "less_than"
_DENIED, _IF = "denied", "denied_if_behind"
_REACH = 40


def bound_of(text: str, number: Number, language: str) -> str:
    """The bound that a number is, by its row in `words/bounds.yml`; empty where it is none.

    `denied` for the six of "not six but seven".
    """
    tongue = primary_language(language)
    behind = fold(text[number.end : number.end + _REACH])
    before = fold(text[max(0, number.start - _REACH) : number.start])
    found = ""
    longest = 0
    for bound, pattern_before, pattern_behind in _patterns(tongue):
        match = pattern_before.search(before)
        if match is not None and len(match[0]) > longest:
            found, longest = bound, len(match[0])
        if pattern_behind.match(behind):
            return bound
    if not found and _denied(tongue)[0].search(before) and _denied(tongue)[1].search(behind):
        return _DENIED
    return found


@cache
def _patterns(tongue: str) -> tuple[tuple[str, re.Pattern[str], re.Pattern[str]], ...]:
    found = []
    for bound in (AT_LEAST, MORE_THAN, AT_MOST, LESS_THAN):
        sides = rows("bounds")[bound]
        before, behind = (
            any_of(list(phrases(sides.get(side, {}).get(tongue, ""))))
            for side in ("before", "behind")
        )
        article = "(?:about|some|around|a|an|the|d'|de|ה|ـ)?"
        found.append(
            (bound, word_before(rf"(?:{before})\s*{article}", tongue), word_behind(behind, tongue))
        )
    return tuple(found)


@cache
def _denied(tongue: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What denies a number, and what has to stand behind it then."""
    bounds = rows("bounds")
    before = any_of(list(phrases(bounds[_DENIED]["before"].get(tongue, ""))))
    behind = any_of(list(phrases(bounds[_IF]["behind"].get(tongue, ""))))
    return word_before(before, tongue), re.compile(rf"(?<!\w)(?:{behind})(?!\w)")
