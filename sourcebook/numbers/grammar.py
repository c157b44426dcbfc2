"""How languages say numbers: the table that `reader` reads by.

A number is groups below a thousand, each before a scale that is smaller than the last one's: two
million, three hundred thousand, and six. What a language calls the parts is a `Grammar`, a table.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

_STEM = 4
"""So many first letters make a word look like another form of a number word."""
Phrases = Mapping[str, float]
"""What words say, each phrase with one space between its words."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A word of a text, or a part of one, as a grammar spells it; of digits, what they may mean.

    `joined` says that only blanks or hyphens are between it and the one before.
    """

    text: str
    start: int
    end: int
    joined: bool
    values: tuple[float, ...] = ()


@dataclass(frozen=True)
class Grammar:
    """The words of a language for numbers.

    `small` are those up to 99, `hundreds` those from 100 on, `scales` what multiplies a group
    before it, `alone` scales that are said without one ("mille", the dual "ألفان"). `rounds`
    multiply, too, and make a number one that is approximate ("deux dizaines"); `round_alone` need
    no group. `joining` says whether a word of `joiners` stands between the parts.

    `fractions` stand before a scale, with words of `fillers` between; `halves` behind a group or a
    scale. `articles` may be no more than "a"; `vague` before a scale make it no number; `portions`
    behind a number make it a part of something (three quarters). `counted` are words that count
    without a number (the dual). `before` are scales that stand before their digits; what begins as
    one of `stems` multiplies in a way that is not known. `ordinals` make what they are joined to
    one of their kind (twenty-first). `ambiguous` are words that mean something else, too, and are
    numbers only before one of `classifiers`. `fold` spells a word as the tables do, `split` parts
    it.
    """

    small: Phrases = field(default_factory=dict)
    hundreds: Phrases = field(default_factory=dict)
    scales: Phrases = field(default_factory=dict)
    alone: Phrases = field(default_factory=dict)
    rounds: Phrases = field(default_factory=dict)
    round_alone: frozenset[str] = frozenset()
    joiners: frozenset[str] = frozenset()
    joining: Literal["always", "optional", "never"] = "never"
    fractions: Phrases = field(default_factory=dict)
    fillers: frozenset[str] = frozenset()
    halves: frozenset[str] = frozenset()
    articles: frozenset[str] = frozenset()
    vague: frozenset[str] = frozenset()
    portions: frozenset[str] = frozenset()
    counted: Phrases = field(default_factory=dict)
    before: Phrases = field(default_factory=dict)
    stems: tuple[str, ...] = ()
    ordinals: re.Pattern[str] | None = None
    ambiguous: frozenset[str] = frozenset()
    classifiers: frozenset[str] = frozenset()
    fold: Callable[[str], str] = str.casefold
    split: Callable[[str], Sequence[str]] = lambda word: (word,)

    @cached_property
    def longest(self) -> int:
        """How many words the longest phrase has."""
        tables = (self.small, self.hundreds, self.alone, self.rounds, self.counted)
        phrases = [phrase for table in tables for phrase in table]
        return max((phrase.count(" ") + 1 for phrase in phrases), default=1)

    @cached_property
    def openers(self) -> frozenset[str]:
        """The words with which a number can begin."""
        tables = (self.small, self.hundreds, self.alone, self.counted, self.before)
        phrases = {phrase.partition(" ")[0] for table in tables for phrase in table}
        return frozenset(phrases | self.fractions.keys() | self.articles | self.round_alone)

    @cached_property
    def beginnings(self) -> tuple[str, ...]:
        """How number words of some length begin: a word that does, and is not known, may be one."""
        tables = (self.small, self.hundreds)
        words = {word for table in tables for phrase in table for word in phrase.split()}
        return tuple({word[:_STEM] for word in words if len(word) > _STEM})


@dataclass(frozen=True, slots=True)
class Reading:
    """What pieces up to a place say; several values where digits can be read in two ways."""

    values: tuple[float, ...]
    end: int
    approximate: bool = False
    article: bool = False
    noun: bool = False
    scale: float = 1

    def times(self, factor: float, end: int, *, approximate: bool = False) -> "Reading":
        """That many times as much, up to another place."""
        values = tuple(round(value * factor, 6) for value in self.values)
        return Reading(values, end, self.approximate or approximate, scale=factor)

    def plus(self, more: Sequence[float], end: int) -> "Reading":
        """That much more, up to another place."""
        values = tuple(value + other for value in self.values for other in more)
        return Reading(values, end, self.approximate, scale=self.scale)
