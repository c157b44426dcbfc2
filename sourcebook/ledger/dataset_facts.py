"""What the dataset says of itself, the terms of its figures, and the rules it goes by."""

from collections.abc import Iterator

from sourcebook.derive.facts import DATASET
from sourcebook.language import language_of
from sourcebook.ledger.other_fields import other_parts
from sourcebook.ledger.published_fact import FactPart, PublishedFact, prefixed, published_fact
from sourcebook.models import Dataset


def dataset_facts(dataset: Dataset) -> Iterator[PublishedFact]:
    """Its edition and terms, its calendars, its settings, and each term of its own.

    What it counts is not among them: that follows from the records, and two changes that each add
    one are right about it only together.
    """
    language = language_of(dataset)
    yield from published_fact(DATASET, "", (FactPart("the dataset"),))
    for name, fields in _FIELDS.items():
        words = ((field, prefixed(language, "", getattr(dataset, field))) for field in fields)
        pieces = tuple(FactPart(each, (field,)) for field, each in words)
        yield from published_fact(DATASET, name, pieces)
    zones = (f"{other.label}: {other.zone}" for other in dataset.other_zones)
    calendars = [FactPart(words, ("other_zones",)) for words in zones]
    yield from published_fact(
        DATASET, "calendars", [FactPart(dataset.time_zone, ("time_zone",)), *calendars]
    )
    yield from _policy_facts(dataset)
    yield from _vocabulary_facts(dataset)


_FIELDS = {
    "is": ("title", "description"),
    "edition": ("edition", "edition_date"),
    "publisher": ("publisher",),
    "licence": ("licence", "licence_url"),
    "latest-episode": ("latest_episode",),
}
_SAID = {name for fields in _FIELDS.values() for name in fields}
_ELSEWHERE = {*_SAID, "time_zone", "other_zones", "measures", "populations", "severities"}


def _policy_facts(dataset: Dataset) -> Iterator[PublishedFact]:
    """How grave it takes which rules to be, and every other setting that is not the usual one."""
    grave = sorted(dataset.severities.items())
    levels = (FactPart(f"{code}: {level}", ("severities", code)) for code, level in grave)
    yield from published_fact(DATASET, "severities", levels)
    rest = other_parts(language_of(dataset), dataset, _ELSEWHERE)
    yield from published_fact(DATASET, "settings", rest)


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
