"""A vocabulary: the terms of one kind, in the order in which pages list them."""

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import TypeVar, cast

from sourcebook.vocabulary.term import Term

T = TypeVar("T", bound=Term)


class Vocabulary(dict[str, T]):
    """The terms of one kind by their ids.

    A word that is in no row has no meaning: asked for, it is a term without flags, so that what
    reads a record whose words have not all been found needs no case of its own. `in` says whether
    there is a row.
    """

    def __init__(self, kind: type[T], terms: Iterable[T]) -> None:
        super().__init__((term.id, term) for term in terms)
        self.kind = kind
        self._unknown: dict[str, T] = {}

    def __missing__(self, term_id: str) -> T:
        """The term that a word would be if it had a row."""
        if term_id not in self._unknown:
            term = cast(T, self.kind.model_construct(id=term_id, label=plain(term_id)))
            self._unknown[term_id] = term
        return self._unknown[term_id]

    def order(self, term_id: str) -> int:
        """The place of a term in the list, from 0; behind all others where it is in no row."""
        return self._order.get(term_id, len(self))

    @cached_property
    def _order(self) -> Mapping[str, int]:
        return {term_id: number for number, term_id in enumerate(self)}

    def with_terms(self, terms: Iterable[T]) -> "Vocabulary[T]":
        """The same with more terms, each in the place of one that has its id."""
        return Vocabulary(self.kind, (self | {term.id: term for term in terms}).values())

    def written(self) -> tuple[str, ...]:
        """The ids that a record can have: those of terms without a field of their own."""
        return tuple(term.id for term in self.values() if not term.own_field)

    def of_field(self, field: str) -> T:
        """The term that a field of its own stands for, as `copy_of` does for a copy."""
        return next(term for term in self.values() if term.own_field == field)

    def broader(self, term_id: str) -> tuple[str, ...]:
        """The ids of a term and of all that it is narrower than, the nearest first."""
        found: list[str] = []
        here = term_id
        while here in self and here not in found:
            found.append(here)
            here = self[here].broader
        return tuple(found)


def plain(term_id: str) -> str:
    """An id as a reader sees it where it has no label: `near_settlement` is `near settlement`."""
    return term_id.replace("_", " ").replace("-", " ")
