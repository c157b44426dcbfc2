"""What a number word is: the check of prose and that of quotations read the same."""

import pytest

from sourcebook.checks.find_typed import FIGURE, find_typed
from sourcebook.checks.lexicon import NOT_COUNTED
from sourcebook.language.number_words import find_spelled_numbers
from sourcebook.quotes.numerals import find_numbers

CASES: dict[str, list[float]] = {
    "six rockets": [6],
    "nought": [0],
    "zero": [0],
    "twenty-one barns": [21],
    "two hundred and six": [206],
    "ten thousand two hundred": [10_200],
    "three million and four": [3_000_004],
    "a hundred and twenty thousand": [120_000],
    "twelve hundred": [1200],
    "a dozen": [12],
    "two dozen": [24],
    "half a dozen rockets": [6],
    "a half-dozen rockets": [6],
    "a score": [20],
    "two score": [40],
    "a couple": [2],
    "a couple of men": [2],
    "a couple of thousand": [2000],
    "a pair": [2],
    "both": [2],
    "pair": [2],
    "half a million": [500_000],
    "a quarter of a million": [250_000],
    "three quarters of a million": [750_000],
    "half a million, a quarter of them": [500_000],
    "a quarter of the six": [6],
    "half of a million": [500_000],
    "2.5 million": [2_500_000],
    "two and a half thousand": [2500],
    "a million and a half": [1_500_000],
    "six seven": [6, 7],
    "two thousand and three thousand": [2000, 3000],
    "one of six, no one of seven": [6, 7],
    "the score, scored, couples, often": [],
    "half of them": [],
}


@pytest.mark.parametrize(("text", "numbers"), CASES.items(), ids=list(CASES))
def test_both_checks_read_the_same(text: str, numbers: list[float]) -> None:
    read = [number.value for number in find_spelled_numbers(text)]
    pronouns = [1.0] * text.count("one of six")  # a number to a quotation, none to a sentence
    assert sorted(read) == sorted([*numbers, *pronouns])
    quoted = find_numbers(text, "en")
    assert quoted == {*numbers, *pronouns}
    typed = [one.key for one in find_typed(text) if one.kind == FIGURE and one.key[0] == "number"]
    counted = [] if text in NOT_COUNTED else numbers
    assert sorted(typed) == sorted(("number", number) for number in counted)


@pytest.mark.parametrize("text", CASES)
def test_where_it_stands(text: str) -> None:
    for number in find_spelled_numbers(f"So {text}, they say."):
        written = f"So {text}, they say."[number.start : number.end]
        assert [one.value for one in find_spelled_numbers(written)] == [number.value]
