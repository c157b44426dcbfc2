"""Closed lists of words. Those of others keep their standard's name beside them."""

from typing import Literal

EventType = Literal[
    "airstrike",
    "drone_strike",
    "rocket_attack",
    "missile_attack",
    "artillery",
    "ied",
    "naval_strike",
    "intercepted_attack",
    "mixed",
    "unknown",
]
"""Event types, narrowed from ACLED's sub-events."""

PlacePrecision = Literal[
    "exact",
    "vicinity",
    "locality",
    "settlement",
    "near_settlement",
    "adm3",
    "adm2",
    "adm1",
    "region",
    "country",
    "sea_or_air",
    "unknown",
]
"""How closely a place is known: a superset that maps to UCDP, ACLED and GTD."""

GradeName = Literal["confirmed", "contested", "discounted", "fair", "weak", "unassessed"]
"""How well an incident is established; derive/grade.py has the rule of each."""

RoleName = Literal[
    "attacker",
    "target",
    "victim",
    "claimant",
    "intercepting_force",
    "territory_authority",
]

ActorKind = Literal[
    "state",
    "state_forces",
    "military_command",
    "coalition",
    "armed_group",
    "militia",
    "government_body",
    "person",
    "monitor",
    "news_organisation",
    "research_organisation",
    "unnamed",
]

RelationType = Literal[
    "part-of",
    "backs",
    "leads",
    "speaks-for",
    "member-of",
    "designated-by",
    "recruited-by",
    "partner-of",
    "opposes",
]

LocationKind = Literal[
    "country",
    "governorate",
    "city",
    "town",
    "military_base",
    "camp",
    "depot",
    "gas_field",
    "oil_field",
    "region",
]

SourceType = Literal[
    "statement",
    "article",
    "post",
    "report",
    "transcript",
    "broadcast",
    "webpage",
    "dataset",
    "document",
    "image",
    "video",
    "audio",
    "map",
]
"""After the source types of SFM's Who Was In Command."""

DerivedRelation = Literal[
    "quotation",
    "primary_source",
    "revision",
    "syndication",
    "translation",
    "aggregation",
    "press_release",
    "recirculation",
    "shared_dataset",
]
"""The first three after PROV-O, the others after the sourcing practice of ICD 206."""

SourceStatus = Literal["live", "dead", "corrected", "retracted", "superseded", "unknown"]

Likelihood = Literal[
    "almost no chance",
    "very unlikely",
    "unlikely",
    "roughly even chance",
    "likely",
    "very likely",
    "almost certain",
]
"""ICD 203's first row of terms, from least to most."""

ClaimStanding = Literal[
    "agreed",
    "compatible",
    "disputed",
    "differing",
    "single",
    "silent",
    "superseded",
    "withdrawn",
]
"""How a claim stands among those of its scope, or that its claimant no longer stands by it."""

Confidence = Literal["low", "moderate", "high"]
"""Confidence in the basis of a judgement, after JP 2-0."""


LANGUAGES = {
    "ar": "Arabic",
    "de": "German",
    "en": "English",
    "es": "Spanish",
    "fa": "Persian",
    "fr": "French",
    "he": "Hebrew",
    "ku": "Kurdish",
    "ru": "Russian",
    "tr": "Turkish",
    "uk": "Ukrainian",
    "zh": "Chinese",
}
"""English names of languages by their tag."""


def in_words(code: str) -> str:
    """A code word as a reader sees it: `near_settlement` is `near settlement`."""
    return code.replace("_", " ").replace("-", " ")
