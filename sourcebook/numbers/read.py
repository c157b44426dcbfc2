"""The numbers that a text in a language names, each whole."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from sourcebook.language.number_words import SpelledNumber, find_spelled_numbers
from sourcebook.numbers.digits import Digits, ascii_digits, find_digits
from sourcebook.numbers.found import Found
from sourcebook.numbers.grammar import Grammar
from sourcebook.numbers.languages import ENGLISH, grammar_of
from sourcebook.numbers.neighbours import settle
from sourcebook.numbers.number import Number
from sourcebook.numbers.reader import Reader
from sourcebook.numbers.unspaced import LANGUAGES, find_multiplied, summed
from sourcebook.numbers.words import pieces_of

_HYPHENED = re.compile(r"[-\u2010\u2011](?!(?:year|month|week|day|hour|minute)s?\b)[a-z]")
"""What makes an adjective of a number: a five-storey house."""
_CHARACTERS = frozenset(("zh", "ja", "yue"))


@lru_cache(maxsize=16)
def read_numbers(text: str, language: str) -> tuple[Number, ...]:
    """Every number that a text names, in the language with this tag (BCP 47), in order.

    A number is read whole or not at all: a part of a longer one, or of one that cannot be read, is
    none. What can be read in two ways (1.500 where the country is not known) is there twice. Names
    and ordinals are there, and marked.

    >>> [number.low for number in read_numbers("vingt-deux ou trente mille", "fr")]
    [22.0]
    """
    folded, tongue = ascii_digits(text), primary_language(language)
    found = settle(sorted(_find(folded, tongue), key=lambda one: one.start), folded)
    return tuple(number for one in found for number in _numbers(one))


def primary_language(language: str) -> str:
    """The first part of a language tag."""
    return language.partition("-")[0].lower()


def _numbers(found: Found) -> Iterator[Number]:
    for value in found.values:
        high = value if found.high is None else found.high
        yield Number(
            found.start,
            found.end,
            value,
            high,
            found.approximate,
            found.article,
            found.name,
            found.noun,
        )


def _find(text: str, tongue: str) -> Iterator[Found]:
    digits = tuple(find_digits(text, tongue))
    if tongue == ENGLISH:
        yield from _find_english(text, digits)
    elif tongue in _CHARACTERS:
        from sourcebook.numbers.languages.chinese import find_chinese  # noqa: PLC0415 - a table

        yield from summed(tuple(find_chinese(text, digits, tenths=tongue != "ja")), text)
    elif tongue in LANGUAGES:
        yield from summed(tuple(find_multiplied(text, digits, grammar_of(tongue).scales)), text)
    else:
        yield from _find_by_grammar(text, digits, grammar_of(tongue))


def _find_english(text: str, digits: Sequence[Digits]) -> Iterator[Found]:
    spelled = [_in_words(text, one) for one in find_spelled_numbers(text)]
    taken = {place for one in spelled for place in range(one.start, one.end)}
    yield from spelled
    yield from (_alone(one) for one in digits if one.start not in taken)


def _in_words(text: str, spelled: SpelledNumber) -> Found:
    glued = spelled.vague or _HYPHENED.match(text, spelled.end)
    return Found(
        spelled.start, spelled.end, () if glued else (spelled.value,),
        approximate=spelled.approximate, scale=spelled.scale,
        worded=not text[spelled.start].isdecimal(),
    )  # fmt: skip


def _alone(one: Digits) -> Found:
    return Found(one.start, one.end, one.values, name=one.name, worded=False)


def _find_by_grammar(text: str, digits: Sequence[Digits], grammar: Grammar) -> Iterator[Found]:
    pieces = pieces_of(text, digits, grammar)
    yield from (_alone(one) for one in digits if one.name)
    reader, at = Reader(grammar, pieces), 0
    while at < len(pieces):
        reading = reader.number(at)
        if reading is None:
            at += 1
            continue
        start, end = pieces[at].start, pieces[reading.end - 1].end
        yield Found(
            start, end, reading.values, approximate=reading.approximate, article=reading.article,
            worded=not text[start].isdecimal(), scale=reading.scale,
            noun=reading.noun,
        )  # fmt: skip
        at = reading.end
