"""The names of records, in which a number counts nothing: Harbour Watch 24."""

from collections.abc import Iterable, Iterator
from functools import cached_property

from sourcebook.link import Graph
from sourcebook.models import Actor, Location, Record, Source

_LONGEST = 100
"""How far to either side a name may go on, in characters."""
_WIDEST = 6
"""The longest name of several words that is looked for, in words to either side."""


class RecordNames:
    """The names of actors, locations and publishers of a graph."""

    def __init__(self, graph: Graph) -> None:
        self._graph = graph

    @cached_property
    def _all(self) -> frozenset[str]:
        return frozenset(map(_comparable_name, _names_of(self._graph.records.values())))

    def covers(self, words: str, start: int, end: int) -> bool:
        """Whether the text at a place of a passage is part of a name of a record."""
        before = words[max(0, start - _LONGEST) : start].split(" ")
        after = words[end : end + _LONGEST].split(" ")
        pieces = [*before[:-1], before[-1] + words[start:end] + after[0], *after[1:]]
        here = len(before) - 1
        for begin in range(max(0, here - _WIDEST), here + 1):
            for stop in range(here + 1, min(len(pieces), here + _WIDEST) + 1):
                if _comparable_name(" ".join(pieces[begin:stop])) in self._all:
                    return True
        return False


def _names_of(records: Iterable[Record]) -> Iterator[str]:
    for record in records:
        if isinstance(record, Actor | Location):
            yield from record.names.values()
            yield from record.variants
        elif isinstance(record, Source):
            yield record.publisher


def _comparable_name(words: str) -> str:
    """A name as it is compared: without marks around it, and without a genitive."""
    bare = words.strip(" .,;:!?()[]…\ufffd\ufffc'’").lower()
    return bare.removesuffix("'s").removesuffix("’s")
