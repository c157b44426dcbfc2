"""The words for codes, each in one place, so that every page uses the same."""

from collections.abc import Mapping

from sourcebook.models.words import in_words as plain_words

WORDS: Mapping[str, str] = {
    "airstrike": "air strike",
    "ied": "improvised explosive",
    "mixed": "several kinds of attack",
    "artillery": "artillery fire",
    "unnamed": "not named",
    "adm1": "governorate or province",
    "adm2": "district",
    "adm3": "subdistrict",
    "territory_authority": "in control of the area",
    "single": "one origin",
}
"""Where the code itself, without its underscores, is not what a reader expects."""

RELATIONS: Mapping[str, tuple[str, str]] = {
    "part-of": ("is part of", "has as a part"),
    "backs": ("backs", "is backed by"),
    "leads": ("leads", "is led by"),
    "speaks-for": ("speaks for", "is spoken for by"),
    "member-of": ("is a member of", "has as a member"),
    "designated-by": ("is designated by", "has designated"),
    "recruited-by": ("is recruited by", "recruits"),
    "partner-of": ("is a partner of", "is a partner of"),
    "opposes": ("opposes", "is opposed by"),
}
"""A relation as read from the actor that states it, and from the other one."""

STANCES: Mapping[str, tuple[str, str]] = {
    "claims": ("claims it for", "claims to have said nothing of who did it"),
    "accepts": ("accepts that it was", "accepts responsibility"),
    "attributes": ("attributes it to", "attributes it to nobody"),
    "denies": ("denies that it was", "denies that it was anybody named"),
    "partly_accepts": ("accepts in part that it was", "accepts it in part"),
    "declines_comment": ("declines to comment on", "declines to comment"),
    "silent_as_of": ("had heard nothing from", "knew of no claim of responsibility"),
    "": ("names", "does not say who did it"),
}
"""What a claimant says of who did it: before the name of whom it means, and where it names none."""

READ: Mapping[str, str] = {
    "whole": "whole",
    "part": "in part",
    "opening": "opening only",
    "none": "not read",
}
"""How much of a source was read, as an entry of a table."""

LINEAGE: Mapping[str, tuple[str, str]] = {
    "copy": ("Copy of", "copied in"),
    "quotation": ("Quotes from", "quoted in"),
    "primary_source": ("Reports on", "reported on in"),
    "revision": ("Revision of", "revised in"),
    "syndication": ("Syndicated from", "syndicated to"),
    "translation": ("Translated from", "translated in"),
    "aggregation": ("Compiled from", "compiled into"),
    "press_release": ("Carries the release", "carried by"),
    "recirculation": ("Repeats", "repeated by"),
    "shared_dataset": ("Rests on the data of", "shares its data with"),
}
"""How one text goes back to another, as read from the later one and from the earlier one."""


def words(code: str) -> str:
    """A code word as a reader sees it."""
    return WORDS.get(code) or plain_words(code)
