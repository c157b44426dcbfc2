"""A number on its way: what a reader found, before its neighbours are looked at."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Found:
    """What was read at a place of a text; `values` is empty for what cannot be read.

    `values` has two where digits can be read in two ways. `high` is the upper bound of a range.
    `worded`: it is in words. `scale` is what its last word multiplies by, 1 where nothing does.
    """

    start: int
    end: int
    values: tuple[float, ...]
    high: float | None = None
    approximate: bool = False
    article: bool = False
    name: bool = False
    worded: bool = True
    noun: bool = False
    scale: float = 1
