"""What the dataset says of itself, and the words in which its figures are told."""

from collections.abc import Iterator

from sourcebook.derive.facts import DATASET
from sourcebook.language import language_of
from sourcebook.ledger.told import Piece, Told, behind, told
from sourcebook.models import Dataset


def described(dataset: Dataset) -> Iterator[Told]:
    """Its edition and terms, its calendars, and each measure and population of its own."""
    language = language_of(dataset)
    for name, fields in _FIELDS.items():
        words = ((field, behind(language, "", getattr(dataset, field))) for field in fields)
        pieces = tuple(Piece(each, (field,)) for field, each in words)
        yield from told(DATASET, name, pieces)
    zones = (f"{other.label}: {other.zone}" for other in dataset.other_zones)
    calendars = [Piece(words, ("other_zones",)) for words in zones]
    yield from told(DATASET, "calendars", [Piece(dataset.time_zone, ("time_zone",)), *calendars])
    yield from _counted(dataset)


_FIELDS = {
    "edition": ("edition", "edition_date"),
    "publisher": ("publisher",),
    "licence": ("licence", "licence_url"),
    "latest-episode": ("latest_episode",),
}


def _counted(dataset: Dataset) -> Iterator[Told]:
    language = language_of(dataset)
    for name, measure in dataset.measures.items():
        harm = "harm" if measure.harm else ""
        words = (
            measure.label,
            measure.kind,
            harm,
            behind(language, "part of", measure.part_of),
        )
        pieces = [Piece(each, ("measures", name)) for each in words]
        yield from told(DATASET, f"measure {name}", pieces)
    for name, population in dataset.populations.items():
        part = behind(language, "part of", population.part_of)
        pieces = [Piece(each, ("populations", name)) for each in (population.label, part)]
        yield from told(DATASET, f"population {name}", pieces)
