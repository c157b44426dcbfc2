"""All records by id, with each link known from both ends."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Any, TypeVar

from sourcebook.language import Language, language_of
from sourcebook.load import Place
from sourcebook.load.yaml import ValuePath
from sourcebook.markdown import Hole, Prose, Sentence
from sourcebook.models import Claim, Dataset, Record
from sourcebook.problems import Problem

R = TypeVar("R", bound=Record)
NO_LINKS: Mapping[str, tuple["Link", ...]] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Link:
    """One record names another: which, where in it, and under what name the other lists it.

    In prose, `hole` is the mention or citation and `sentence` the one that it stands in.
    """

    source: str
    path: ValuePath
    target: str
    reverse: str
    hole: Hole | None = None
    sentence: Sentence | None = None

    @property
    def claim(self) -> int | None:
        """The number of the claim that holds the link, if one does."""
        if self.path[0] == "claims" and len(self.path) > 1:
            return int(self.path[1])
        return None


@dataclass(frozen=True, slots=True, eq=False)
class Graph:
    """A dataset as a whole: frozen, sorted by id. Two graphs are the same only if identical.

    `unread` holds the ids of records that could not be read, or share their id with another:
    they exist, but what they hold is not all known. `quoting` says where words of a source stand:
    a field of a citation, or a text with quotation marks. `as_of` is the day at whose end it could
    have been written, where that is not today.
    """

    dataset: Dataset
    records: Mapping[str, Record]
    places: Mapping[str, Place]
    backlinks: Mapping[str, Mapping[str, tuple[Link, ...]]]
    prose: Mapping[tuple[str, ValuePath], Prose]
    aliases: Mapping[str, str]
    unread: frozenset[str] = frozenset()
    quoting: tuple[tuple[str, ValuePath], ...] = ()
    as_of: date | None = None

    @property
    def language(self) -> Language:
        """The words for people that the dataset is published in."""
        return language_of(self.dataset)

    def of(self, kind: type[R]) -> tuple[R, ...]:
        """All records of a kind, sorted by id."""
        return tuple(record for record in self.records.values() if isinstance(record, kind))

    def back(self, name: str, reverse: str) -> tuple[Link, ...]:
        """The links to a record that it lists under a name, sorted by who holds them."""
        return self.backlinks.get(name, NO_LINKS).get(reverse, ())

    def label(self, name: str) -> str:
        """What a record is called; its id where there is none."""
        record = self.records.get(name)
        return name if record is None else record.label

    def holder(self, link: Link, depth: int = 2) -> Any:
        """What holds a link: the part of its record at the first `depth` steps of its path."""
        part: Any = self.records[link.source]
        for step in link.path[:depth]:
            part = part[step] if isinstance(step, int) else getattr(part, step)
        return part

    def claims(self) -> tuple[tuple[Record, Claim], ...]:
        """Every claim with the record that holds it."""
        return tuple(
            (record, claim)
            for record in self.records.values()
            for claim in getattr(record, "claims", ())
        )

    def claim_path(self, name: str, claim: Claim) -> tuple[str, int]:
        """Where a claim stands in the record that holds it."""
        claims: tuple[Claim, ...] = getattr(self.records[name], "claims", ())
        return "claims", claims.index(claim)

    def text(self, name: str, *path: str | int) -> Prose:
        """The parsed prose of a record at a path; an empty one where there is none."""
        return self.prose.get((name, path), Prose())

    def problem(
        self, name: str, path: ValuePath, code: str, message: str, offset: int = 0
    ) -> Problem:
        """A problem at a value of a record, `offset` lines down in it where it is a text."""
        place = self.places[name]
        line = place.text_line(path, offset)
        return Problem(place.shown, line, code, message, record=name, at=path)
