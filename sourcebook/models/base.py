"""What every record builds on: strictness, ids, and the reference."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from types import UnionType
from typing import Annotated, Any, ClassVar, Union, get_args, get_origin, get_type_hints

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints

from sourcebook.models.rule_settings import ExcusableRule
from sourcebook.models.when import Date
from sourcebook.vocabulary import Term

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
LONGEST_ID = 100
Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=LONGEST_ID)]
Lang = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$")]
"""A language tag of BCP 47."""


@dataclass(frozen=True, slots=True)
class Ref:
    """Marks a field that names another record.

    `kind` is the kind of record it must name; `reverse` is the name of the list in which the
    named record finds all that name it so.
    """

    kind: str
    reverse: str


@dataclass(frozen=True, slots=True)
class TermRef:
    """Marks a field that holds a word of a list: the id of a term of this kind."""

    kind: type[Term]


@dataclass(frozen=True, slots=True)
class Markup:
    """Marks a field that holds a phrase or sentence of prose, with links and citations."""


@dataclass(frozen=True, slots=True)
class PlainMarkup:
    """Marks a field of words without links and citations, with facts and marked names.

    What a record cannot be without is `kept` on an earlier day, too, whatever it states.
    """

    kept: bool = False


@dataclass(frozen=True, slots=True)
class ClaimRef:
    """Marks a field that names a claim: its id, or `record.id` for one of another record."""


@dataclass(frozen=True, slots=True)
class FactRef:
    """Marks a field that names a fact: `record.fact`, as between braces in prose."""


@dataclass(frozen=True, slots=True)
class Quoted:
    """Marks a field that holds the words of a source."""


Mark = Ref | TermRef | Markup | PlainMarkup | ClaimRef | FactRef | Quoted
ProseText = Annotated[str, Markup(), StringConstraints(strip_whitespace=True, min_length=1)]
PlainText = Annotated[str, PlainMarkup(), StringConstraints(strip_whitespace=True, min_length=1)]
TitleText = Annotated[
    str, PlainMarkup(kept=True), StringConstraints(strip_whitespace=True, min_length=1)
]


class Model(BaseModel):
    """A frozen mapping with no other fields than its own."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=False)


class Excuse(Model):
    """Why a record may stay as it is although it breaks a rule, and who says so.

    It excuses every problem of the rule in its record; with `at` only those of a claim (its id)
    or of a field (its name); with `words` only those whose message holds these words.
    """

    rule: ExcusableRule
    why: Text
    by: Text
    date: Date
    at: Text | None = None
    words: Text | None = None


def as_list(value: object) -> object:
    """A single text is a list of one: `by: x` is `by: [x]`."""
    return [value] if isinstance(value, str) else value


OneOrMore = BeforeValidator(as_list)


class Correction(Model):
    """What was wrong in a record as it was published, and what it says now.

    `about` are the ids of the claims that it is about, `was` and `now` what such a claim said and
    says since; `entry_error` says that it was typed wrongly, and never so in its source.
    """

    date: Date
    what: ProseText
    by: Text
    about: Annotated[tuple[Text, ...], OneOrMore] = ()
    was: Text | None = None
    now: Text | None = None
    entry_error: bool = False


class Record(Model):
    """What a person wrote: one file of `content/`, or one line of a table."""

    kind: ClassVar[str]
    folder: ClassVar[str]

    id: Id
    aliases: tuple[Id, ...] = ()
    excused: tuple[Excuse, ...] = ()
    corrections: tuple[Correction, ...] = ()
    body: str = Field(default="", repr=False)

    @property
    def label(self) -> str:
        """What the record is called in lists, links and titles."""
        return str(getattr(self, "title", self.id))


@cache
def term_kind(model: type[Model], field: str) -> type[Term] | None:
    """The kind of the terms that a field holds; None where it holds none."""
    hint = get_type_hints(model, include_extras=True)[field]
    return next((mark.kind for mark in _marks(hint) if isinstance(mark, TermRef)), None)


@cache
def prose_fields(model: type[Model]) -> frozenset[str]:
    """The fields of a model that hold prose."""
    hints = get_type_hints(model, include_extras=True)
    return frozenset(
        name
        for name in model.model_fields
        if any(isinstance(mark, Markup) for mark in _marks(hints[name]))
    )


def _marks(hint: Any) -> Iterator[Any]:
    """What a type is annotated with, or one of several that it may be."""
    if get_origin(hint) is Annotated:
        yield from get_args(hint)[1:]
    elif get_origin(hint) in (Union, UnionType):
        for part in get_args(hint):
            yield from _marks(part)
