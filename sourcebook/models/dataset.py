"""The dataset as a whole: `content/dataset.yml`."""

from functools import cached_property
from typing import Annotated

from pydantic import BeforeValidator, Field, model_validator

from sourcebook.models.base import Id, Model, Ref, Text
from sourcebook.models.measures import MEASURES, POPULATIONS, Measure, MeasureKind, Population
from sourcebook.models.refusals import refusal
from sourcebook.models.ruling import Level, RuleCode
from sourcebook.models.when import Date
from sourcebook.models.zones import ZoneName
from sourcebook.problems import did_you_mean, quoted
from sourcebook.rules import RULES, Severity


class OtherZone(Model):
    """A second calendar in which readers count: `label` says whose ("Washington")."""

    zone: ZoneName
    label: Text


class Declared(Model):
    """A measure that this dataset adds to the built-in ones."""

    label: Text
    kind: MeasureKind
    harm: bool = False
    part_of: Id | None = None


def _labelled(value: object) -> object:
    """A text alone is a population's label."""
    return {"label": value} if isinstance(value, str) else value


class Dataset(Model):
    """What describes the dataset: who publishes it, under what terms, in which time zone."""

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
    measures: dict[Id, Declared] = Field(default_factory=dict)
    populations: dict[Id, Annotated[Population, BeforeValidator(_labelled)]] = Field(
        default_factory=dict
    )
    captures: Text = "captures"
    quotation_words: Annotated[int, Field(gt=0)] = 40
    severities: dict[RuleCode, Level] = Field(default_factory=dict)

    @cached_property
    def all_measures(self) -> dict[str, Measure]:
        """Built-in and declared measures by id."""
        own = {
            name: Measure(id=name, **declared.model_dump())
            for name, declared in self.measures.items()
        }
        return MEASURES | own

    @cached_property
    def all_populations(self) -> dict[str, str]:
        """Built-in and declared populations: their words by id."""
        return {name: population.label for name, population in self.every_population.items()}

    @cached_property
    def every_population(self) -> dict[str, Population]:
        """Built-in and declared populations by id."""
        return POPULATIONS | self.populations

    @model_validator(mode="after")
    def _whole(self) -> "Dataset":
        """What a measure or a population is part of is one itself."""
        for what, known in (("measure", self.all_measures), ("population", self.every_population)):
            for name, each in known.items():
                if each.part_of is not None and each.part_of not in known:
                    hint = did_you_mean(each.part_of, known)
                    message = (
                        f"{what} '{name}' is part of {quoted(each.part_of)}, which is none{hint}"
                    )
                    raise refusal("unknown_measure", message)
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
