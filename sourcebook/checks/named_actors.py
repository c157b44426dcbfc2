"""The actors that a sentence names, by any of their names."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from sourcebook.link import Graph
from sourcebook.models import Actor

_SHORT = 4
"""A name of fewer letters is known only as it is written: IS, and not "is"."""
_DETAIL = re.compile(r"\s*\([^()]*\)\s*$")
"""What a name says in brackets at its end: "Militias (not specified)"."""
_WORD = re.compile(r"\w+(?:[.\-&’'](?!claimed\b|denied\b)(?=\w)\w+)*\.?")
_GENITIVE = re.compile(r"['’]s$")
_ARTICLES = ("The ", "the ", "A ", "An ")


@dataclass(frozen=True, slots=True)
class NamedActor:
    """Where a text names an actor, and whom the name may mean."""

    start: int
    end: int
    ids: frozenset[str]


class NamedActors:
    """Finds the actors of a graph in texts."""

    def __init__(self, graph: Graph) -> None:
        self._graph = graph

    def found(self, text: str) -> Iterator[NamedActor]:
        """Every actor named in a text, in order; of several names at one place the longest."""
        words = [(match.start(), match.end()) for match in _WORD.finditer(text)]
        at = 0
        while at < len(words):
            named, length = self._at(text, words, at)
            if named is not None:
                yield named
            at += max(1, length)

    def _at(
        self, text: str, words: list[tuple[int, int]], at: int
    ) -> tuple[NamedActor | None, int]:
        start, first = words[at][0], _bare(text[slice(*words[at])])
        for length in self._lengths.get(first.casefold().rstrip("."), ()):
            if at + length <= len(words):
                end = start + len(_bare(text[start : words[at + length - 1][1]]).rstrip("."))
                ids = self._ids(" ".join(text[start:end].split()))
                if ids:
                    return NamedActor(start, end, ids), length
        return None, 0

    def _ids(self, name: str) -> frozenset[str]:
        exact = self._by_name.get(name)
        if exact or len(name) < _SHORT:
            return exact or frozenset()
        return self._by_folded.get(name.casefold(), frozenset())

    @cached_property
    def _by_name(self) -> dict[str, frozenset[str]]:
        found: dict[str, set[str]] = {}
        for actor in self._graph.all_of(Actor):
            for name in (*actor.names.values(), *actor.variants):
                found.setdefault(_plain(name), set()).add(actor.id)
        return {name: frozenset(ids) for name, ids in found.items() if name}

    @cached_property
    def _by_folded(self) -> dict[str, frozenset[str]]:
        found: dict[str, frozenset[str]] = {}
        for name, ids in self._by_name.items():
            found[name.casefold()] = found.get(name.casefold(), frozenset()) | ids
        return found

    @cached_property
    def _lengths(self) -> dict[str, list[int]]:
        """How many words the names have that begin with a word, the longest first."""
        found: dict[str, set[int]] = {}
        for name in self._by_name:
            words = _WORD.findall(name)
            if words:
                found.setdefault(_bare(words[0]).casefold().rstrip("."), set()).add(len(words))
        return {word: sorted(lengths, reverse=True) for word, lengths in found.items()}


def _bare(words: str) -> str:
    """Words without a genitive at their end."""
    return _GENITIVE.sub("", words)


def _plain(name: str) -> str:
    """A name without what it says in brackets, and without its article."""
    bare = " ".join(_DETAIL.sub("", name).split()).rstrip(".")
    return next((bare.removeprefix(each) for each in _ARTICLES if bare.startswith(each)), bare)
