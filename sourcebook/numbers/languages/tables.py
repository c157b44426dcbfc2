"""How the tables of grammars are put together from rows of words."""

from collections.abc import Iterable, Mapping

Rows = Mapping[int, str]
"""Words that say a number, by that number, with blanks between."""


def phrases(rows: Rows) -> dict[str, float]:
    """What each word of some rows says; a word of several parts has underscores."""
    return {
        word.replace("_", " "): float(value)
        for value, words in rows.items()
        for word in words.split()
    }


def combined(
    first: Mapping[str, float], second: Mapping[str, float], between: str = " "
) -> dict[str, float]:
    """Each phrase of one table with each of another, which is added."""
    return {
        f"{one}{between}{other}": value + more
        for one, value in first.items()
        for other, more in second.items()
    }


def multiplied(
    first: Mapping[str, float], words: str, size: int, betweens: Iterable[str] = (" ",)
) -> dict[str, float]:
    """Each phrase of a table before each of some words, which multiply it."""
    return {
        f"{one}{between}{word}": value * size
        for one, value in first.items()
        for word in words.split()
        for between in betweens
    }


def between(table: Mapping[str, float], low: int, high: int) -> dict[str, float]:
    """The phrases of a table that say a number from low to high."""
    return {phrase: value for phrase, value in table.items() if low <= value <= high}
