"""Words that stand for a fact say what the fact says, no more and no less."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sourcebook.checks.bound_words import words_say


@pytest.mark.parametrize(
    ("words", "fact"),
    [
        ("One", "1"), ("A", "1"), ("both", "2"), ("a dozen", "12"), ("1,200", "1,200"),
        ("Two or three", "2 to 3"), ("at least four", "at least 4"),
        ("no fewer than 4", "at least 4"),
        ("up to ten", "at most 10"), ("some forty", "about 40"), ("ten", "10 km"),
        ("Nobody", "none"), ("no one", "0"), ("six or none", "6 / none"),
        ("15 August", "15 August 2022"), ("August", "August 2022"),
        ("2010", "possibly 28 August 2010"),
        ("15", "15 August 2022, about 19:20"), ("24 and 25 August 2022", "24 to 25 August 2022"),
        ("Tuesday", "Tuesday"), ("about fifteen hours", "about 15 hours"),
    ],
)  # fmt: skip
def test_words_that_say_it(words: str, fact: str) -> None:
    assert words_say(words, fact)


@pytest.mark.parametrize(
    ("words", "fact"),
    [
        ("Two", "1"), ("Seven", "1"), ("men", "1"), ("two", "2 to 3"), ("Two or four", "2 to 3"),
        ("four", "at least 4"), ("at least four", "4"), ("up to four", "at least 4"),
        ("forty", "about 40"), ("about forty", "40"), ("six", "6 / none"), ("somebody", "none"),
        ("24 August", "23 August 2022"), ("24", "23 August 2022"),
        ("23 and 24 August", "24 August"),
        ("23 and 25 August 2022", "24 to 25 August 2022"), ("Monday", "Tuesday"),
        ("May", "August 2022"), ("2011", "28 August 2010"), ("evening", "24 August 2022"),
    ],
)  # fmt: skip
def test_words_that_say_another_thing(words: str, fact: str) -> None:
    assert not words_say(words, fact)


UNITS = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
    "nineteen",
)  # fmt: skip
TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")


def spelled(number: int) -> str:
    """A number below ten thousand in English words."""
    if number < 20:
        return UNITS[number]
    if number < 100:
        return TENS[number // 10 - 2] + (f"-{UNITS[number % 10]}" if number % 10 else "")
    size, name = (1000, "thousand") if number >= 1000 else (100, "hundred")
    rest = f" and {spelled(number % size)}" if number % size else ""
    return f"{spelled(number // size)} {name}{rest}"


@given(st.integers(0, 9999), st.integers(0, 9999))
def test_a_number_in_words_says_itself_alone(number: int, other: int) -> None:
    words = spelled(number)
    assert words_say(words, f"{number:,}")
    assert words_say(words, f"{other:,}") == (number == other)
