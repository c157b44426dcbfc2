"""What the dataset says of itself, and the terms in which its figures are reported."""

from collections.abc import Iterator

from sourcebook.derive.facts import DATASET
from sourcebook.language import language_of
from sourcebook.ledger.published_fact import FactPart, PublishedFact, prefixed, published_fact
from sourcebook.models import Dataset


def dataset_facts(dataset: Dataset) -> Iterator[PublishedFact]:
    """Its edition and terms, its calendars, and each measure and population of its own."""
    language = language_of(dataset)
    for name, fields in _FIELDS.items():
        words = ((field, prefixed(language, "", getattr(dataset, field))) for field in fields)
        pieces = tuple(FactPart(each, (field,)) for field, each in words)
        yield from published_fact(DATASET, name, pieces)
    zones = (f"{other.label}: {other.zone}" for other in dataset.other_zones)
    calendars = [FactPart(words, ("other_zones",)) for words in zones]
    yield from published_fact(
        DATASET, "calendars", [FactPart(dataset.time_zone, ("time_zone",)), *calendars]
    )
    yield from _vocabulary_facts(dataset)


_FIELDS = {
    "edition": ("edition", "edition_date"),
    "publisher": ("publisher",),
    "licence": ("licence", "licence_url"),
    "latest-episode": ("latest_episode",),
}


def _vocabulary_facts(dataset: Dataset) -> Iterator[PublishedFact]:
    language = language_of(dataset)
    for name, measure in dataset.measures.items():
        harm = "harm" if measure.harm else ""
        words = (
            measure.label,
            measure.kind,
            harm,
            prefixed(language, "part of", measure.part_of),
            prefixed(language, "in a sentence", measure.in_sentence),
        )
        pieces = [FactPart(each, ("measures", name)) for each in words]
        yield from published_fact(DATASET, f"measure {name}", pieces)
    for name, population in dataset.populations.items():
        part = prefixed(language, "part of", population.part_of)
        pieces = [FactPart(each, ("populations", name)) for each in (population.label, part)]
        yield from published_fact(DATASET, f"population {name}", pieces)
