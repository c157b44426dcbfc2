"""What a number in a passage counts: the word of a measure or population that belongs to it."""

from collections.abc import Mapping
from dataclasses import dataclass

from sourcebook.support.hint_words import Entry, entries, hint_words, match_length
from sourcebook.support.passage_words import NumberInPassage, PassageWords

OTHER = ""
"""The term of what is no measure: arrests, flights, ruins."""
_BEFORE = 6
"""How far before a number its verb may be, with what may stand between."""
_NOUN = 5
"""How far behind a number the word for those counted may be."""
_ARTICLES = frozenset({"a", "an"})
TermWords = Mapping[str, tuple[Entry, ...]]
"""The words of each term, by its id."""


@dataclass(frozen=True, slots=True)
class TermInPassage:
    """A word of a term: the term's id, and the place of its first token."""

    term_id: str
    at: int


def measure_words(words: Mapping[str, tuple[str, ...]]) -> TermWords:
    """The words of measures, with those of other matters."""
    return {OTHER: hint_words("other_matters")} | {name: entries(w) for name, w in words.items()}


def find_terms(passage: PassageWords, words: TermWords) -> tuple[TermInPassage, ...]:
    """Each word of a term in a passage; where several begin at one place, the longest."""
    found = []
    for at in range(len(passage.tokens)):
        lengths = {name: match_length(passage.tokens, at, each) for name, each in words.items()}
        best = max(lengths, key=lambda name: lengths[name], default=OTHER)
        if lengths.get(best):
            found.append(TermInPassage(best, at))
    return tuple(found)


def counted_by(
    passage: PassageWords, number: NumberInPassage, terms: tuple[TermInPassage, ...]
) -> TermInPassage | None:
    """The word of a measure that a number belongs to: right before it, or else behind it."""
    by_place = {one.at: one for one in terms}
    at, fillers = number.first - 1, hint_words("before_a_number")
    while at >= max(0, number.first - _BEFORE):
        if at in by_place:
            return by_place[at]
        if not match_length(passage.tokens, at, fillers):
            break
        at -= 1
    behind = _behind(passage, number)
    return next((one for one in terms if one.at in behind), None)


def counted_people(
    passage: PassageWords, number: NumberInPassage, terms: tuple[TermInPassage, ...]
) -> TermInPassage | None:
    """The word for those whom a number counts: the first behind it."""
    end = min(_behind(passage, number).stop, number.behind + _NOUN)
    return next((one for one in terms if number.behind <= one.at < end), None)


def article_before(
    passage: PassageWords, terms: tuple[TermInPassage, ...]
) -> NumberInPassage | None:
    """One, where the word of a term stands behind an article: a nurse."""
    for one in terms:
        for at in range(max(0, one.at - 2), one.at):
            if passage.tokens[at] in _ARTICLES:
                return NumberInPassage(1, at, at + 1)
    return None


def _behind(passage: PassageWords, number: NumberInPassage) -> range:
    """The tokens from a number to the next one, or to the end of its sentence.

    In "five of the eight rockets" the eight belong to the five, and count nothing themselves.
    """
    rest = [one for one in passage.numbers if one.first >= number.behind]
    if rest and _is_whole_of(passage, number, rest[0]):
        rest = rest[1:]
    if any(
        _is_whole_of(passage, one, number) for one in passage.numbers if one.behind <= number.first
    ):
        return range(number.behind, number.behind)
    end = passage.sentence(number.first).stop
    return range(number.behind, min(end, rest[0].first) if rest else end)


def _is_whole_of(passage: PassageWords, part: NumberInPassage, whole: NumberInPassage) -> bool:
    between = passage.tokens[part.behind : whole.first]
    return between[:1] == ("of",) and len(between) <= 2
