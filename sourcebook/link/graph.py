"""All records by id, with each link known from both ends."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from typing import Any, TypeVar

from sourcebook.geo.basemap import BUILT_IN, Basemap
from sourcebook.language import Language, language_of
from sourcebook.load import FileLocation
from sourcebook.load.yaml import ValuePath
from sourcebook.markdown import Hole, Prose, Sentence
from sourcebook.models import Claim, Dataset, Record, claims_of
from sourcebook.problems import Problem
from sourcebook.vocabulary import Measure, Population

R = TypeVar("R", bound=Record)
NO_LINKS: Mapping[str, tuple["Link", ...]] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Link:
    """One record names another: which, where in it, and under what name the other lists it.

    In prose, `hole` is the mention or citation and `sentence` the one that it is in.
    """

    record_id: str
    path: ValuePath
    target_id: str
    reverse: str
    hole: Hole | None = None
    sentence: Sentence | None = None

    @property
    def claim(self) -> int | None:
        """The number of the claim that holds the link, if one does."""
        if self.path[0] == "claims" and len(self.path) > 1:
            return int(self.path[1])
        return None


@dataclass(frozen=True, slots=True)
class Ancestry:
    """Ways up that were walked already, by the id that each begins at.

    `roots` are those of sources, `chains` those of actors; a dataset has few of them, and
    thousands of claims ask for the same. They belong to one graph and go with it.
    """

    roots: dict[str, tuple[str, ...]] = field(default_factory=dict)
    chains: dict[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, eq=False)
class Graph:
    """A dataset as a whole: frozen, sorted by id. Two graphs are the same only if identical.

    `unloadable_ids` are the ids of records that could not be read, or of which a word or a value
    could not, or that share their id with another: they exist, but not all of what they hold is
    known. `quotation_paths` says where
    words of a source are: record id and path of the `quote` of each citation, and of each text
    with quotation marks. `bound_texts` are titles, summaries and questions that state facts or
    mark names, as they are written, by record id and path. `as_of` is the day at whose end it
    could have been written, where that is not today. `basemap` is what its maps are drawn on.
    `dataset_location` is where the dataset is described; None where it was made and not read.
    """

    dataset: Dataset
    records: Mapping[str, Record]
    file_locations: Mapping[str, FileLocation]
    backlinks: Mapping[str, Mapping[str, tuple[Link, ...]]]
    prose: Mapping[tuple[str, ValuePath], Prose]
    aliases: Mapping[str, str]
    unloadable_ids: frozenset[str] = frozenset()
    quotation_paths: tuple[tuple[str, ValuePath], ...] = ()
    bound_texts: Mapping[tuple[str, ValuePath], str] = field(
        default_factory=lambda: MappingProxyType({})
    )
    as_of: date | None = None
    dataset_location: FileLocation | None = None
    basemap: Basemap = field(default=BUILT_IN, repr=False)
    ancestry: Ancestry = field(default_factory=Ancestry, init=False, repr=False)
    language: Language = field(init=False, repr=False)
    """The words for people that the dataset is published in."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "language", language_of(self.dataset))

    def subject(self, measure_id: str, population_id: str | None) -> str:
        """What claims are about, as a heading: "Killed, civilians"."""
        measure = self.dataset.label(Measure, measure_id)
        return self.language.subject(measure, self.dataset.label(Population, population_id))

    def subject_in_sentence(self, measure_id: str, population_id: str | None) -> str:
        """The same inside a sentence: "killed, civilians"."""
        measure = self.dataset.terms(Measure)[measure_id]
        label = measure.in_sentence or self.language.in_sentence(measure.label)
        return self.language.subject(label, self.dataset.label(Population, population_id))

    def all_of(self, kind: type[R]) -> tuple[R, ...]:
        """All records of a kind, sorted by id."""
        return tuple(record for record in self.records.values() if isinstance(record, kind))

    def backlinks_to(self, record_id: str, reverse: str) -> tuple[Link, ...]:
        """The links to a record that it lists under a name, sorted by who holds them."""
        return self.backlinks.get(record_id, NO_LINKS).get(reverse, ())

    def label(self, record_id: str) -> str:
        """What a record is called; its id where there is none."""
        record = self.records.get(record_id)
        return record_id if record is None else record.label

    def element_at(self, record_id: str, path: ValuePath) -> Any:
        """The element at a path of a record: a value, an item of a list, a part of the record."""
        element: Any = self.records[record_id]
        for step in path:
            element = element[step] if isinstance(step, int) else getattr(element, step)
        return element

    def linking_element(self, link: Link, depth: int = 2) -> Any:
        """The element that holds a link: at the first `depth` steps of its path."""
        return self.element_at(link.record_id, link.path[:depth])

    def claims(self) -> tuple[tuple[Record, Claim], ...]:
        """Every claim with the record that holds it."""
        return tuple(
            (record, claim) for record in self.records.values() for claim in claims_of(record)
        )

    def claim_path(self, record_id: str, claim: Claim) -> tuple[str, int]:
        """The path of a claim in the record that holds it."""
        return "claims", claims_of(self.records[record_id]).index(claim)

    def text_as_written(self, record_id: str, *path: str | int) -> str:
        """A title, summary or question with its facts between braces; empty where there is none."""
        return self.bound_texts.get((record_id, path)) or self.element_at(record_id, path) or ""

    def prose_at(self, record_id: str, *path: str | int) -> Prose:
        """The parsed prose of a record at a path; an empty one where there is none."""
        return self.prose.get((record_id, path), Prose())

    def problem(
        self, record_id: str, path: ValuePath, code: str, message: str, offset: int = 0
    ) -> Problem:
        """A problem at a value of a record, `offset` lines down in it where it is a text."""
        place = self.file_locations[record_id]
        line = place.line_at_offset(path, offset)
        return Problem(
            place.display_path, line, code, message, record_id=record_id, value_path=path
        )
