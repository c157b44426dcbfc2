"""A number as a text gives it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Number:
    """A number in a text: where it begins and ends there, and from which to which value it goes.

    `low` and `high` are one where it is no range. `approximate`: its word says about how many
    ("une dizaine"). `article`: a word that may be no more than "a". `name`: digits that are part of
    a name or an ordinal (F-16, 22nd), and count nothing. `noun`: its word names what it counts, too
    (the dual: قتيلان).
    """

    start: int
    end: int
    low: float
    high: float
    approximate: bool = False
    article: bool = False
    name: bool = False
    noun: bool = False

    @property
    def is_range(self) -> bool:
        """Whether it names two bounds."""
        return self.low != self.high
