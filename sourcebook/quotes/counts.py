"""What a text counts that may be the value of a claim, and whether it is."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sourcebook.link import Graph
from sourcebook.models import Claim, Figure
from sourcebook.numbers import Number
from sourcebook.quotes.bounds import AT_LEAST, AT_MOST, LESS_THAN, MORE_THAN, bound_of
from sourcebook.quotes.nouns_of_people import groups_named, is_among, is_of_people
from sourcebook.quotes.numerals import counting_numbers
from sourcebook.quotes.other_counts import counts_of_measure
from sourcebook.quotes.people import PeopleCount, find_people
from sourcebook.quotes.things import counts_things, find_single_things
from sourcebook.vocabulary import Measure, Population

DENIED = "denied"
_REACH = 60
"""So many characters behind a number say what it counts."""


@dataclass(frozen=True, slots=True)
class Count:
    """A number of people or things as a text has it: its bounds, and what bounds it in words.

    `bound` is at_least, more_than, at_most, less_than, denied or empty.
    """

    low: float
    high: float
    approximate: bool = False
    bound: str = ""


@dataclass(frozen=True, slots=True)
class Counted:
    """What a claim counts: its measure, and of whom; None where it does not say."""

    measure: Measure
    population: Population | None = None


def counted_by(graph: Graph, claim: Claim) -> Counted:
    """What a claim counts."""
    populations = graph.dataset.terms(Population)
    population = None if claim.of is None else populations[claim.of]
    return Counted(graph.dataset.terms(Measure)[claim.measure], population)


def find_counts(text: str, language: str, counted: Counted) -> tuple[Count, ...]:
    """The counts of a text that may be the figure of what is counted.

    What counts something else (155 mm, at 4 am, aged 3) is none, unless the measure is of that.
    People in a row are their sum (a woman and two men), and one of them by itself only where the
    population is no wider than it.
    """
    name = f"{counted.measure.label} {counted.measure.id.replace('-', ' ')}"
    numbers = counting_numbers(text, language, counts_of_measure(name))
    people = find_people(text, numbers, language) if _counts_people(counted) else ()
    found = [
        *_of_people(text, people, language, counted),
        *_of_numbers(text, numbers, people, language, counted),
    ]
    return tuple(dict.fromkeys((*found, *_of_things(text, language, counted))))


def _counts_people(counted: Counted) -> bool:
    named = counted.measure.harm or bool(_groups(counted))
    return named or bool(groups_named(counted.measure.label))


def _groups(counted: Counted) -> frozenset[str]:
    return groups_named(counted.population.label) if counted.population else frozenset()


def _of_people(
    text: str, people: tuple[PeopleCount, ...], language: str, counted: Counted
) -> Iterator[Count]:
    for one in people:
        for single in (one, *(one.parts if _may_be_apart(one, counted) else ())):
            if single is one or is_among(single.groups, _groups(counted)):
                yield Count(single.low, single.high, bound=_bound(text, single, language))


def _may_be_apart(one: PeopleCount, counted: Counted) -> bool:
    """Whether a part of a row of people may be what is counted: men, of a woman and two men."""
    wanted = _groups(counted)
    return bool(wanted) and "person" not in wanted and not is_among(one.groups, wanted)


def _bound(text: str, one: PeopleCount, language: str) -> str:
    return bound_of(text, Number(one.start, one.end, one.low, one.high), language)


def _of_numbers(
    text: str, numbers: tuple[Number, ...], people: tuple[PeopleCount, ...], language: str,
    counted: Counted,
) -> Iterator[Count]:  # fmt: skip
    rows = {place for one in people if one.parts for place in range(one.start, one.end)}
    for number in numbers:
        in_row = number.start in rows
        if not in_row and not _counts_others(text, number, language, counted):
            bound = bound_of(text, number, language)
            yield Count(number.low, number.high, number.approximate, bound)


def _counts_others(text: str, number: Number, language: str, counted: Counted) -> bool:
    """Whether a number counts things where people are asked for, or people where things are."""
    noun = number.start if number.noun else number.end
    behind = text[noun : noun + _REACH]
    if _counts_people(counted):
        return number.article or counts_things(behind, language)
    return not number.noun and is_of_people(behind, language)


def _of_things(text: str, language: str, counted: Counted) -> Iterator[Count]:
    if not counted.measure.harm:
        names = [counted.measure.label, *([counted.population.label] if counted.population else [])]
        yield from (Count(1, 1) for _ in find_single_things(text, language, names))


def sum_of_things(words: str, language: str, counted: Counted) -> tuple[Count, ...]:
    """What words that name several counts of things by "and" come to: two biplanes and two kites.

    People are none of these: six killed and ten wounded are not sixteen killed.
    """
    parts = re.split(r"\s+and\s+|,\s*", words)
    counts = [find_counts(part, language, counted) for part in parts]
    if _counts_people(counted) or len(parts) < 2 or any(len(one) != 1 for one in counts):
        return ()
    return (Count(sum(one[0].low for one in counts), sum(one[0].high for one in counts)),)


def supports(figure: Figure, count: Count) -> bool:
    """Whether a count in a text is the figure of a claim, with a bound or without.

    "At least six" is 6 and >=6; "more than five" is 5, >=5 and >=6; a range is a range only; what
    is approximate is no exact figure.
    """
    if count.bound == DENIED:
        return False
    if figure.form == "at_least":
        return count.bound not in (AT_MOST, LESS_THAN) and figure.low in _least(count)
    if figure.form == "at_most":
        return count.bound not in (AT_LEAST, MORE_THAN) and figure.high in _most(count)
    same = (figure.low, figure.high) == (count.low, count.high)
    return same and (figure.form in ("about", "range") or not count.approximate)


def _least(count: Count) -> tuple[float, ...]:
    whole = count.low.is_integer() if isinstance(count.low, float) else True
    more = (count.low + 1,) if count.bound == MORE_THAN and whole else ()
    return (count.low, *more)


def _most(count: Count) -> tuple[float, ...]:
    less = (count.high - 1,) if count.bound == LESS_THAN else ()
    return (count.high, *less)
