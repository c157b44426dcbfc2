"""People that a text counts with a noun and not with a number: a woman, a man and two boys.

What nouns of people joined by "and" count is the sum: a woman and two men are three people.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sourcebook.numbers import Number, primary_language
from sourcebook.quotes.nouns_of_people import WORD, Nouns, nouns_of
from sourcebook.quotes.things import counts_things
from sourcebook.quotes.word_rows import fold

_AGE = re.compile(r"\b\w+-(?:year|month|week|day)s?-old\b")
_MOST_BETWEEN = 3
"""So many words may stand between an article or a number and its noun: a young Syrian woman."""


@dataclass(frozen=True, slots=True)
class PeopleCount:
    """People counted at a place of a text, of which groups, as far as their nouns say.

    `parts` are the numbers that were summed.
    """

    start: int
    end: int
    low: float
    high: float
    groups: frozenset[str]
    parts: tuple["PeopleCount", ...] = ()


def find_people(text: str, numbers: Sequence[Number], language: str) -> tuple[PeopleCount, ...]:
    """The people that a text counts: each noun by itself, and a row of them as its sum.

    `numbers` are those of the text that count people or things.
    """
    nouns = nouns_of(primary_language(language))
    if nouns is None:
        return ()
    items = list(_items(text, numbers, nouns))
    return tuple(_sums(text, items, nouns))


@dataclass(frozen=True, slots=True)
class _Item:
    """A noun with what counts it; `only_in_row` where that is an owner or nothing (his wife)."""

    count: PeopleCount
    only_in_row: bool = False
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class _Word:
    start: int
    end: int
    text: str


def _items(text: str, numbers: Sequence[Number], nouns: Nouns) -> Iterator[_Item]:
    """Each noun of people with its number, its article or its owner, and each dual."""
    words = [_word(match, nouns) for match in WORD.finditer(text)]
    found = [_dual(number) for number in numbers if _is_dual(text, number, nouns)]
    at = 0
    while at < len(words):
        noun, last = _noun_at(words, at, nouns)
        end = words[last].end
        if noun and text[end : end + 1] not in ("-", "\u2019", "'"):
            found += _counted(text, words[:at], (words[at].start, end), noun, numbers, nouns)
        at = last + 1
    return iter(sorted(found, key=lambda item: item.count.start))


def _word(match: re.Match[str], nouns: Nouns) -> _Word:
    """A word; without the "and" that is written onto a noun of people (ورجل)."""
    word = fold(match[0])
    joined = word[:1] in ("و", "ו") and word not in nouns and word[1:] in nouns
    return _Word(match.start() + joined, match.end(), word[joined:])


def _is_dual(text: str, number: Number, nouns: Nouns) -> bool:
    """Whether a number is a word for two people: a couple, قتيلان."""
    if number.noun:
        return not counts_things(text[number.start : number.end], nouns.language)
    return number.low == 2 and fold(text[number.start : number.end]).split()[-1] in nouns.pairs


def _dual(number: Number) -> _Item:
    people = frozenset(("person",))
    return _Item(PeopleCount(number.start, number.end, 2, 2, people), numbered=True)


def _noun_at(words: Sequence[_Word], at: int, nouns: Nouns) -> tuple[str, int]:
    """The noun of people at a word, perhaps of two words; and where it ends."""
    if at + 1 < len(words) and words[at + 1].start - words[at].end == 1:
        two = f"{words[at].text} {words[at + 1].text}"
        if two in nouns:
            return two, at + 1
    word = words[at].text
    return (word if word in nouns else ""), at


def _counted(
    text: str, before: Sequence[_Word], span: tuple[int, int], noun: str,
    numbers: Sequence[Number], nouns: Nouns,
) -> Iterator[_Item]:  # fmt: skip
    """What counts a noun: a number before it, an article, an owner, or nothing."""
    start, end = span
    groups = frozenset((nouns.one.get(noun) or nouns.several.get(noun, ""),))
    at = bisect_right(numbers, start, key=lambda one: one.end)
    number = numbers[at - 1] if at else None
    if (
        number
        and not (number.article or number.noun)
        and _is_clear(text[number.end : start], nouns)
    ):
        count = PeopleCount(number.start, end, number.low, number.high, groups)
        yield _Item(count, numbered=True)
        return
    if noun not in nouns.one:
        return
    for word in reversed(before[-_MOST_BETWEEN - 1 :]):
        if not _is_clear(text[word.end : start], nouns):
            break
        if word.text in nouns.articles:
            yield _Item(PeopleCount(word.start, end, 1, 1, groups))
            return
        if word.text in nouns.owners:
            yield _Item(PeopleCount(word.start, end, 1, 1, groups), only_in_row=True)
            return
    yield _Item(PeopleCount(start, end, 1, 1, groups), only_in_row=not nouns.bare)


def _is_clear(between: str, nouns: Nouns) -> bool:
    """Whether nothing but a few adjectives is between a number or an article and its noun."""
    between = _AGE.sub(" ", between)
    words = [fold(word) for word in WORD.findall(between)]
    return (
        len(words) <= _MOST_BETWEEN
        and not re.search(r"[,.;:!?()\d]", between)
        and nouns.breaks.isdisjoint(words)
        and not any(word in nouns for word in words)
    )


def _sums(text: str, items: Sequence[_Item], nouns: Nouns) -> Iterator[PeopleCount]:
    row: list[_Item] = []
    for item in items:
        if row and not nouns.joins.fullmatch(fold(text[row[-1].count.end : item.count.start])):
            yield from _row(text, row, nouns)
            row = []
        row.append(item)
    yield from _row(text, row, nouns)


def _row(text: str, row: Sequence[_Item], nouns: Nouns) -> Iterator[PeopleCount]:
    if _is_joined(text, row, nouns) and not all(item.only_in_row for item in row):
        parts = tuple(item.count for item in row)
        low, high = sum(one.low for one in parts), sum(one.high for one in parts)
        groups = frozenset().union(*(one.groups for one in parts))
        yield PeopleCount(parts[0].start, parts[-1].end, low, high, groups, parts)
        return
    for item in row:
        if item.numbered or not (item.only_in_row or _acts(text, item.count, nouns)):
            yield item.count


def _is_joined(text: str, row: Sequence[_Item], nouns: Nouns) -> bool:
    """Whether "and" stands before the last of a row, and not a comma alone."""
    if len(row) < 2:
        return False
    gap = text[row[-2].count.end : row[-1].count.start]
    return bool(nouns.conjunction.search(fold(gap)))


def _acts(text: str, count: PeopleCount, nouns: Nouns) -> bool:
    """Whether a noun tells who speaks or who did it, and not who was harmed."""
    before, behind = (
        fold(text[max(0, count.start - 30) : count.start]),
        fold(text[count.end : count.end + 40]),
    )
    return bool(nouns.agents.search(before) or nouns.speaks.match(behind))
