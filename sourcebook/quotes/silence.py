"""Whether a text breaks the silence that a claim records: a figure, or a word of claiming."""

import re
from collections.abc import Iterator
from functools import cache

from sourcebook.numbers import primary_language
from sourcebook.quotes.counts import Count, Counted, find_counts
from sourcebook.quotes.word_rows import UNSPACED, any_of, fold, phrases, rows

_SENTENCE = re.compile(r"[^.!?؟。！？\n]+(?:[.](?=\d)[^.!?؟。！？\n]*)*[.!?؟。！？]?")
_LONGEST = 200
"""So many characters of a passage are shown."""


def figures_of_harm(text: str, language: str, counted: Counted) -> Iterator[tuple[Count, str]]:
    """The counts of a measure of harm in a text, nought left out, each with its passage."""
    words = _harm(counted.measure.id, primary_language(language))
    for sentence in _sentences(text):
        if words.search(fold(sentence)):
            for count in find_counts(sentence, language, counted):
                if count.high:
                    yield count, _shown(sentence)


def passages_of_claiming(text: str, language: str) -> Iterator[str]:
    """The passages in which a text says that somebody claimed what was done."""
    claiming, denying = _claiming(primary_language(language))
    for sentence in _sentences(text):
        folded = fold(sentence)
        match = claiming.search(folded)
        if match is not None and not denying.search(folded[: match.end()]):
            yield _shown(sentence)


def _sentences(text: str) -> Iterator[str]:
    yield from (match[0].strip() for match in _SENTENCE.finditer(text))


def _shown(sentence: str) -> str:
    words = " ".join(sentence.split())
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST].rsplit(' ', 1)[0]} …"


@cache
def _harm(measure: str, tongue: str) -> re.Pattern[str]:
    """What finds words of a harm; of all harms where the measure has none of its own."""
    listed = rows("silence")["harm"]
    own = [listed[measure]] if measure in listed else listed.values()
    return _words([one.get(tongue, "") for one in own], tongue)


@cache
def _claiming(tongue: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    listed = rows("silence")
    claiming, denying = (
        _words([listed[key].get(tongue, "")], tongue) for key in ("claiming", "not_claiming")
    )
    return claiming, denying


def _words(listed: list[str], tongue: str) -> re.Pattern[str]:
    """What finds whole words, or such as begin so where a row has an asterisk."""
    words = any_of([word for row in listed for word in phrases(row)]).replace(r"\*", r"\w*")
    if tongue in UNSPACED:
        return re.compile(f"(?:{words})")
    joined = r"[وف]?" if tongue == "ar" else ""
    return re.compile(rf"(?<!\w){joined}(?:{words})(?!\w)")
