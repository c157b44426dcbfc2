"""What is said of a passage: where sealed words stand, and what a person found who read it."""

import re
from dataclasses import dataclass
from typing import Annotated

from pydantic import Field, PlainSerializer, PlainValidator
from pydantic_core import PydanticCustomError

from sourcebook.models.base import Model, Quoted, TermRef, Text
from sourcebook.models.value_errors import value_error
from sourcebook.models.when import Date
from sourcebook.problems import quoted
from sourcebook.vocabulary import Verdict

FEWEST_SEALED = 8
"""A shorter passage could be guessed word by word, and its hash would tell who guessed right."""
_WORDS = re.compile(r"([1-9]\d{0,7})\s?[-–]\s?([1-9]\d{0,7})")


@dataclass(frozen=True, slots=True)
class WordRange:
    """The first and the last word of a passage, counted from 1 in the captured text."""

    first: int
    last: int

    @property
    def count(self) -> int:
        """How many words it has."""
        return self.last - self.first + 1

    def __str__(self) -> str:
        return f"{self.first}-{self.last}"


def read_words(value: object) -> WordRange:
    """A range of words as it is written: `31-44`.

    Raises:
        PydanticCustomError: `bad_value`: it is no such range, or too short to be sealed.
    """
    if isinstance(value, WordRange):
        return value
    match = _WORDS.fullmatch(str(value).strip())
    if match is None:
        raise _bad(
            f"{quoted(value)} is no range of words: write the first and the last, as in 31-44"
        )
    words = WordRange(int(match[1]), int(match[2]))
    if words.count < FEWEST_SEALED:
        raise _bad(
            f"words {words} are fewer than {FEWEST_SEALED}, and could be guessed: seal the whole "
            "sentence with `python build.py seal`"
        )
    return words


def _bad(message: str) -> PydanticCustomError:
    return value_error("bad_value", message)


class SealedPassage(Model):
    """Where words stand in the captured text of a source, and a hash that only they have.

    `words` are the first and the last word, counted from 1 in the text that was captured; `sha256`
    is the SHA-256 of salt, words and nothing else, as `quotes.sealed_passage` joins them. The salt
    keeps anybody from looking up many passages in one table of hashes.
    """

    words: Annotated[WordRange, PlainValidator(read_words), PlainSerializer(str)]
    salt: Annotated[str, Field(pattern=r"^[0-9a-f]{16,64}$")]
    sha256: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$"), Quoted()]


class Assessment(Model):
    """Whether a passage says what its claim says, as a person found who read both.

    `of` are hashes of what was read: passage, value, claimant, measure, population and scope, as
    `quotes.assessments` makes them. When one of these changes the verdict stands for nothing.
    """

    verdict: Annotated[str, TermRef(Verdict)]
    by: Text
    date: Date
    of: Annotated[str, Field(pattern=r"^[0-9a-f]{8}(-[0-9a-f]{8}){5}$")]
