"""Closed lists of words. Those of others keep their standard's name beside them."""

from collections.abc import Mapping
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


LIKELIHOODS: Mapping[str, str] = {
    "almost no chance": "1–5",
    "very unlikely": "5–20",
    "unlikely": "20–45",
    "roughly even chance": "45–55",
    "likely": "55–80",
    "very likely": "80–95",
    "almost certain": "95–99",
}
"""What each word of likelihood means in per cent (ICD 203)."""

CONFIDENCES: Mapping[str, str] = {
    "high": "well corroborated by proven sources, with few assumptions",
    "moderate": "partly corroborated by good sources, with several assumptions",
    "low": "hardly corroborated, with many assumptions and large gaps",
}
"""What each word of confidence says of the basis (JP 2-0)."""

PRECISIONS: Mapping[str, str] = {
    "exact": "known to the exact point",
    "vicinity": "known to within about 100 m",
    "locality": "known to within about 1 km",
    "settlement": "known to the settlement, not to a point in it",
    "near_settlement": "known only to lie near a settlement, within about 25 km of it",
    "adm3": "known only to the subdistrict",
    "adm2": "known only to the district",
    "adm1": "known only to the governorate or province",
    "region": "known only to the region",
    "country": "known only to the country",
    "sea_or_air": "at sea or in the air; the point is an estimate",
    "unknown": "not known",
}
"""How closely a place is known. The radii are those of the field's own scales (UCDP, Atlos)."""

READ_WHOLE: Mapping[str, str] = {
    "whole": "The whole of it was read",
    "part": "A part of it was read",
    "opening": "Only its opening was read",
    "none": "It was not read itself; it is known from what goes back to it",
}
"""How much of a source was read, as a sentence."""

ABSENT: Mapping[str, str] = {
    "none": "says that there was none",
    "unknown": "says that it is not known",
    "not stated": "speaks of it and gives no value",
}
"""What it means where a claim has no value: three different things, and none of them nought."""


def in_words(code: str) -> str:
    """A code word as a reader sees it: `near_settlement` is `near settlement`."""
    return code.replace("_", " ").replace("-", " ")
