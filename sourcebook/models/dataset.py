"""The dataset as a whole: `content/dataset.yml`."""

from collections.abc import Mapping
from functools import cached_property
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, model_validator

from sourcebook.models.base import Id, Model, Ref, Text, term_kind
from sourcebook.models.rule_settings import Level, RuleCode
from sourcebook.models.value_errors import value_error
from sourcebook.models.when import Date
from sourcebook.models.zones import ZoneName
from sourcebook.problems import did_you_mean, quoted
from sourcebook.rules import RULES, Severity
from sourcebook.vocabulary import (
    BY_NAME,
    Measure,
    MeasureKind,
    Population,
    T,
    Term,
    Vocabulary,
    built_in,
)

Percent = Annotated[int, Field(ge=0, le=100)]


class OtherZone(Model):
    """A second calendar in which readers count: `label` says whose ("Washington")."""

    zone: ZoneName
    label: Text


class CoverageLimits(Model):
    """How many of a hundred claims, figures have to be vouched for, and claims been assessed."""

    claims: Percent = 0
    figures: Percent = 0
    assessed: Percent = 0


class DeclaredMeasure(Model):
    """A measure that this dataset adds to the built-in ones; `part_of` is a broader one.

    `in_sentence` is how the label stands inside a sentence, where it begins with a name.
    """

    label: Text
    kind: MeasureKind
    harm: bool = False
    part_of: Id | None = None
    in_sentence: Text | None = None

    def term(self, term_id: str) -> Measure:
        """The term that it declares."""
        broader = self.part_of or ""
        return Measure(
            id=term_id,
            label=self.label,
            in_sentence=self.in_sentence or "",
            kind=self.kind,
            harm=self.harm,
            broader=broader,
        )


class DeclaredPopulation(Model):
    """A population that this dataset adds to the built-in ones; `part_of` is a broader one."""

    label: Text
    part_of: Id | None = None

    def term(self, term_id: str) -> Population:
        """The term that it declares."""
        return Population(id=term_id, label=self.label, broader=self.part_of or "")


def _check_broader(vocabulary: Vocabulary[Any]) -> None:
    for term in vocabulary.values():
        if term.broader and term.broader not in vocabulary:
            hint = did_you_mean(term.broader, vocabulary)
            part = f"{vocabulary.kind.vocabulary} '{term.id}' is part of {quoted(term.broader)}"
            raise value_error("unknown_measure", f"{part}, which is none{hint}")


def _labelled(value: object) -> object:
    """A text alone is a population's label."""
    return {"label": value} if isinstance(value, str) else value


class Dataset(Model):
    """What describes the dataset: who publishes it, under what terms, in which time zone.

    `locks` says which of the files are kept that show a reviewer what a change means: both, only
    `quotes.lock`, or none. `every_quotation_captured` asks for a captured text of all that is
    quoted. `captures` named the folder of captured texts before the machine did: SB512 says so.
    """

    title: Text
    description: Text
    publisher: Text
    licence: Text
    licence_url: Annotated[str, Field(pattern=r"^https?://\S+$")] | None = None
    edition: Text
    edition_date: Date
    time_zone: ZoneName
    other_zones: tuple[OtherZone, ...] = ()
    latest_episode: Annotated[str, Ref("episode", "latest")] | None = None
    measures: dict[Id, DeclaredMeasure] = Field(default_factory=dict)
    populations: dict[Id, Annotated[DeclaredPopulation, BeforeValidator(_labelled)]] = Field(
        default_factory=dict
    )
    captures: Text | None = Field(default=None, exclude=True)
    quotation_words: Annotated[int, Field(gt=0)] = 40
    coverage: CoverageLimits | None = None
    severities: dict[RuleCode, Level] = Field(default_factory=dict)
    locks: Literal["all", "quotes", "none"] = "all"
    every_quotation_captured: bool = False

    @property
    def keeps_facts_lock(self) -> bool:
        """Whether a published fact that changes has to be written down in `facts.lock`."""
        return self.locks == "all"

    @property
    def keeps_quotes_lock(self) -> bool:
        """Whether what was found of its quotations is written down in `quotes.lock`."""
        return self.locks != "none"

    def terms(self, kind: type[T]) -> Vocabulary[T]:
        """The terms of a kind: the built-in ones, and those that this dataset declares."""
        vocabulary: Vocabulary[T] = self._declared.get(kind) or built_in(kind)
        return vocabulary

    def label(self, kind: type[T], term_id: str | None) -> str:
        """The label of a term; empty where there is none."""
        return self.terms(kind)[term_id].label if term_id else ""

    def term(self, vocabulary: str, term_id: str) -> Term:
        """A term by what one of its kind is called (`event type`), and its id."""
        return self.terms(BY_NAME[vocabulary])[term_id]

    def term_for(self, vocabulary: str, field: str) -> Term:
        """The term that a field of its own stands for, as `copy_of` does."""
        return self.terms(BY_NAME[vocabulary]).of_field(field)

    def term_of(self, element: Model, field: str) -> Term:
        """The term that a field of a record, or of a part of one, holds.

        Raises:
            TypeError: the field holds no word of a list.
        """
        kind = term_kind(type(element), field)
        if kind is None:
            raise TypeError(f"'{field}' of {type(element).__name__} holds no term")
        return self.terms(kind)[getattr(element, field)]

    @cached_property
    def _declared(self) -> Mapping[type[Term], Vocabulary[Any]]:
        """The vocabularies to which this dataset adds terms."""
        measures = (row.term(term_id) for term_id, row in self.measures.items())
        populations = (row.term(term_id) for term_id, row in self.populations.items())
        return {
            Measure: built_in(Measure).with_terms(measures),
            Population: built_in(Population).with_terms(populations),
        }

    @model_validator(mode="after")
    def _whole(self) -> "Dataset":
        """What a measure or a population is part of is one itself."""
        for kind in (Measure, Population):
            _check_broader(self.terms(kind))
        return self

    def severity(self, code: str) -> Severity:
        """How grave a rule is in this dataset: as it may say, or else as the rule does."""
        usual = RULES[code].severity
        return usual if code in self.lowered else Severity(self.severities.get(code, usual))

    @cached_property
    def lowered(self) -> tuple[str, ...]:
        """The rules that it makes a warning of and may not: they stay errors."""
        rules = (RULES[code] for code, level in self.severities.items() if level == "warning")
        return tuple(
            rule.code for rule in rules if rule.severity is Severity.ERROR and not rule.editorial
        )
