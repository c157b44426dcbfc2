"""By what the records of an index can be filtered: a row of a table for each choice of the form.

The form and the rows of the table come from the same declaration, so that neither can offer what
the other does not have: what a record falls under is in an attribute of its row.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Generic, TypeVar

from markupsafe import Markup

from sourcebook.derive.attribution import involved_actors
from sourcebook.derive.grade import GRADES
from sourcebook.models import Actor, Incident, Location, Record, Source
from sourcebook.pages import DATED
from sourcebook.render.contexts.record import places_above
from sourcebook.render.view import View

Code = tuple[str, str]
"""A single word for the address and the attribute, and its label."""

R = TypeVar("R", bound=Record)
_GRADES = list(GRADES)
_UNSAFE = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Facet(Generic[R]):
    """A choice of the form: its name in the address, its label, and what a record falls under.

    `order` sorts the codes; without it they are in the order of their labels.
    """

    name: str
    label: str
    codes: Callable[[View, R], Iterable[Code]]
    order: Callable[[str], int] | None = None


@dataclass(frozen=True, slots=True)
class Option:
    """One code of a choice: its label, and how many records fall under it."""

    code: str
    label: str
    count: int


@dataclass(frozen=True)
class Form:
    """The form of an index, over the records that it lists or, of a long one, leads to.

    `noun` is what one of them is called. `part` is the beginning of the names of the parts of the
    data that hold them; `whole` is whether all are in the page.
    """

    view: View
    noun: str
    records: tuple[Record, ...]
    facets: tuple[Facet[Any], ...]
    dated: bool
    part: str
    whole: bool

    @cached_property
    def choices(self) -> tuple[tuple[Facet[Any], list[Option]], ...]:
        """Each choice that leaves any record out, with its options."""
        found = ((facet, self._options(facet)) for facet in self.facets)
        size = len(self.records)
        return tuple((f, several) for f, several in found if any(o.count < size for o in several))

    def attributes(self, record: Record) -> Markup:
        """The attributes of a record's row: each choice, and the codes it falls under."""
        return Markup("").join(self._attribute(facet, record) for facet, _ in self.choices)

    def _attribute(self, facet: Facet[Any], record: Record) -> Markup:
        codes = " ".join(code for code, _ in self._codes[facet.name][record.id])
        return Markup(' data-{}="{}"').format(facet.name, codes)

    @cached_property
    def _codes(self) -> Mapping[str, Mapping[str, tuple[Code, ...]]]:
        return {
            facet.name: {each.id: tuple(facet.codes(self.view, each)) for each in self.records}
            for facet in self.facets
        }

    def _options(self, facet: Facet[Any]) -> list[Option]:
        counts = Counter(pair for pairs in self._codes[facet.name].values() for pair in pairs)
        made = [Option(*pair, count) for pair, count in counts.items()]
        made.sort(key=lambda option: (option.label.casefold(), option.code))
        if facet.order is not None:
            order = facet.order
            made.sort(key=lambda option: order(option.code))
        return made


def form(view: View, kind: type[Record], records: Iterable[Record], *, whole: bool) -> Form | None:
    """The form over some records of a kind; None where there is nothing to choose from."""
    chosen = tuple(records)
    if kind not in FACETS or len(chosen) < _FEWEST:
        return None
    name = view.page.subject.partition(" ")[2]
    part = "" if name == "index" else name
    return Form(view, kind.kind, chosen, FACETS[kind], kind in DATED, part, whole)


_FEWEST = 2
"""The fewest records that can be filtered or sorted."""


def _type(view: View, record: Incident | Actor | Location | Source) -> Iterator[Code]:
    yield record.type, view.dataset.term_of(record, "type").label


def _labelled(view: View, record_ids: Iterable[str]) -> Iterator[Code]:
    return ((record_id, view.record(record_id).label) for record_id in record_ids)


def _actors(view: View, incident: Incident) -> Iterator[Code]:
    return _labelled(view, involved_actors(incident, view.attributions(incident.id)))


def _places(view: View, incident: Incident) -> Iterator[Code]:
    return _labelled(view, (incident.location, *_around(view, incident.location)))


def _around(view: View, location_id: str) -> tuple[str, ...]:
    return tuple(place.id for place in places_above(view, location_id))


def _within(view: View, location: Location) -> Iterator[Code]:
    return _labelled(view, _around(view, location.id))


def _grade(view: View, incident: Incident) -> Iterator[Code]:
    grade = view.analysis(incident.id).grade
    if grade is not None:
        yield grade.name, grade.name


def _disputed(view: View, incident: Incident) -> Iterator[Code]:
    yield ("yes", "disputed") if view.analysis(incident.id).disputed else ("no", "not disputed")


def _active(view: View, actor: Actor) -> Iterator[Code]:
    yield ("yes", "in incidents") if view.backlinks_to(actor.id, "roles") else ("no", "in none")


def _publisher(view: View, source: Source) -> Iterator[Code]:
    name = view.publisher(source.id)
    yield _UNSAFE.sub("-", name.casefold()).strip("-"), name


def _language(view: View, source: Source) -> Iterator[Code]:
    yield source.language, view.language.language_name(source.language)


def _read(view: View, source: Source) -> Iterator[Code]:
    yield source.read, view.dataset.term_of(source, "read").label


FACETS: Mapping[type[Record], tuple[Facet[Any], ...]] = {
    Incident: (
        Facet("type", "Type", _type),
        Facet("actor", "Actor", _actors),
        Facet("location", "Place", _places),
        Facet("grade", "Grade", _grade, _GRADES.index),
        Facet("disputed", "Accounts", _disputed),
    ),
    Actor: (
        Facet("type", "What it is", _type),
        Facet("incidents", "Incidents", _active),
    ),
    Location: (
        Facet("type", "What it is", _type),
        Facet("within", "Lies in", _within),
    ),
    Source: (
        Facet("type", "Kind", _type),
        Facet("publisher", "Publisher", _publisher),
        Facet("language", "Language", _language),
        Facet("read", "Read", _read),
    ),
}
"""The choices for each kind of record; the form has words of the title, and dates, too."""
