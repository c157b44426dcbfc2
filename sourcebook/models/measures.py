"""What a claim can be about: the built-in measures, and the populations that they count."""

from collections.abc import Mapping
from typing import Literal

from sourcebook.models.base import Id, Model, Text

MeasureKind = Literal["figure", "date", "actor", "location", "incident", "text"]


class Measure(Model):
    """A thing that claimants state: `kind` says what its value is, `label` heads its table.

    `part_of` is the measure that counts all that this one does, and more.
    """

    id: Id
    label: Text
    kind: MeasureKind
    harm: bool = False
    part_of: Id | None = None


class Population(Model):
    """Whom or what a figure counts; `part_of` is the population that they are part of."""

    label: Text
    part_of: Id | None = None


def _measures(
    kind: MeasureKind, *, harm: bool = False, part_of: str | None = None, **labels: str
) -> dict[str, Measure]:
    ids = {name.replace("_", "-"): label for name, label in labels.items()}
    return {
        name: Measure(id=name, label=label, kind=kind, harm=harm, part_of=part_of)
        for name, label in ids.items()
    }


MEASURES: dict[str, Measure] = {
    **_measures(
        "figure",
        harm=True,
        part_of="casualties",
        killed="Killed",
        wounded="Wounded",
    ),
    **_measures("figure", harm=True, casualties="Killed and wounded", missing="Missing"),
    **_measures("figure", launched="Launched"),
    **_measures(
        "figure",
        part_of="launched",
        intercepted="Intercepted",
        impacted="Impacted",
        failed="Failed",
    ),
    **_measures("figure", troops="Troops"),
    **_measures("date", occurred="When it happened"),
    **_measures(
        "actor",
        responsibility="Who did it",
        operator="Who ran the site",
        ordered_by="Who ordered it",
        target="Who was the target",
    ),
    **_measures("location", place="Where it happened", within="What it lies in"),
    **_measures("incident", answers="What it answered"),
    **_measures(
        "text",
        damage="Damage",
        name="Name",
        title="Title",
        purpose="Purpose",
        means="Weapons and means",
        nationality="Nationality of the dead",
        link="Link to an actor",
        expectation="What is expected next",
    ),
}

POPULATIONS: dict[str, Population] = {
    "people": Population(label="people"),
    "civilians": Population(label="civilians", part_of="people"),
    "combatants": Population(label="combatants", part_of="people"),
    "unstated": Population(label="not said who"),
}


def wholes(name: str, known: Mapping[str, Measure] | Mapping[str, Population]) -> tuple[str, ...]:
    """A measure or population, and all that it is part of, the nearest first."""
    found: list[str] = []
    here: str | None = name
    while here is not None and here in known and here not in found:
        found.append(here)
        here = known[here].part_of
    return tuple(found)
