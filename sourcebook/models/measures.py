"""What a claim can be about: the built-in measures, and the populations that they count."""

from typing import Literal

from sourcebook.models.base import Id, Model, Text

MeasureKind = Literal["figure", "date", "actor", "location", "incident", "text"]


class Measure(Model):
    """A thing that claimants state: `kind` says what its value is, `label` heads its table."""

    id: Id
    label: Text
    kind: MeasureKind
    harm: bool = False


def _measures(kind: MeasureKind, *, harm: bool = False, **labels: str) -> dict[str, Measure]:
    ids = {name.replace("_", "-"): label for name, label in labels.items()}
    return {
        name: Measure(id=name, label=label, kind=kind, harm=harm) for name, label in ids.items()
    }


MEASURES: dict[str, Measure] = {
    **_measures(
        "figure",
        harm=True,
        killed="Killed",
        wounded="Wounded",
        casualties="Killed and wounded",
        missing="Missing",
    ),
    **_measures(
        "figure",
        launched="Launched",
        intercepted="Intercepted",
        impacted="Impacted",
        failed="Failed",
        troops="Troops",
    ),
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

POPULATIONS: dict[str, str] = {
    "people": "people",
    "civilians": "civilians",
    "combatants": "combatants",
    "unstated": "not said who",
}
