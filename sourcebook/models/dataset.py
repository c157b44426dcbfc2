"""The dataset as a whole: `content/dataset.yml`."""

from functools import cached_property
from typing import Annotated

from pydantic import Field

from sourcebook.models.base import Id, Model, Ref, Text
from sourcebook.models.measures import MEASURES, POPULATIONS, Measure, MeasureKind
from sourcebook.models.ruling import Level, RuleCode
from sourcebook.models.when import Date
from sourcebook.models.zones import ZoneName
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
    populations: dict[Id, Text] = Field(default_factory=dict)
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
        return POPULATIONS | self.populations

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
