"""The nouns of people of each language, and the groups that they speak of."""

import re
from dataclasses import dataclass
from functools import cache

from sourcebook.numbers import primary_language
from sourcebook.quotes.word_rows import any_of, fold, phrases, rows

WORD = re.compile(r"[^\W\d_](?:[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670\u200c']|[^\W\d_])*")
_NOT_GROUPS = frozenset(
    ("articles", "owners", "and", "agents", "speaks", "breaks", "bare", "pairs")
)
_PARTS = {"child": {"boy", "girl"}, "woman": {"girl"}, "man": {"boy"}}
"""Groups that are counted in another."""


@dataclass(frozen=True)
class Nouns:
    """The words for people of a language."""

    language: str
    one: dict[str, str]
    several: dict[str, str]
    articles: frozenset[str]
    owners: frozenset[str]
    breaks: frozenset[str]
    pairs: frozenset[str]
    joins: re.Pattern[str]
    conjunction: re.Pattern[str]
    agents: re.Pattern[str]
    speaks: re.Pattern[str]
    bare: bool

    def __contains__(self, word: str) -> bool:
        return word in self.one or word in self.several


def groups_named(name: str) -> frozenset[str]:
    """The groups of people that an English name of a population speaks of."""
    nouns = nouns_of("en")
    words = [fold(word) for word in WORD.findall(name)]
    found = (
        {nouns.several.get(word) or nouns.one.get(word) or "" for word in words} if nouns else set()
    )
    return frozenset(found) - {""}


def is_among(groups: frozenset[str], wanted: frozenset[str]) -> bool:
    """Whether people of some groups are all among those of others."""
    inside = set(wanted).union(*(_PARTS.get(group, set()) for group in wanted))
    return groups <= inside


def is_of_people(behind: str, language: str) -> bool:
    """Whether what stands behind a number is a noun of people."""
    nouns, word = nouns_of(primary_language(language)), WORD.match(behind.lstrip(" \u00a0-"))
    return nouns is not None and word is not None and fold(word[0]) in nouns


@cache
def nouns_of(tongue: str) -> Nouns | None:
    """The words for people of a primary language; None where there are none."""
    listed = rows("people").get(tongue)
    if listed is None:
        return None
    one: dict[str, str] = {}
    several: dict[str, str] = {}
    for group, words in listed.items():
        if group not in _NOT_GROUPS:
            single, _, plural = words.partition(" / ")
            one |= dict.fromkeys(phrases(single), group)
            several |= dict.fromkeys(phrases(plural), group)
    speaks = _pattern(listed, "speaks", r"\s*(?:\w+\s+){{0,2}}?(?:{})(?!\w)")
    return Nouns(
        tongue, one, several, _set(listed, "articles"), _set(listed, "owners"),
        _set(listed, "breaks"), _set(listed, "pairs"), _joins(listed),
        _pattern(listed, "and", r"(?<!\w)(?:{})"),
        _pattern(listed, "agents", r"(?<!\w)(?:{})\s*$"), speaks,
        listed.get("bare") == "yes",
    )  # fmt: skip


def _set(listed: dict[str, str], key: str) -> frozenset[str]:
    return frozenset(fold(word) for word in listed.get(key, "").split())


def _joins(listed: dict[str, str]) -> re.Pattern[str]:
    words = any_of(list(phrases(listed["and"])))
    owners = any_of(listed.get("owners", "").split())
    return re.compile(rf"\s*(?:,\s*(?:(?:{words})\s*)?|(?:{words})\s*)(?:(?:{owners})\s+)?")


def _pattern(listed: dict[str, str], key: str, form: str) -> re.Pattern[str]:
    return re.compile(form.format(any_of(list(phrases(listed.get(key, ""))))))
