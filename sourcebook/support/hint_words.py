"""The words of `hint_words.yml`, as tokens are compared with them."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path

import yaml

Entry = tuple[str, ...]
"""Words that stand one behind the other; an asterisk at the end of one is any ending."""


@cache
def hint_words(name: str) -> tuple[Entry, ...]:
    """One list of the file, the longest entries first."""
    return entries(_lists()[name])


def entries(words: Iterable[str]) -> tuple[Entry, ...]:
    """Words as they are compared, the longest first."""
    return tuple(sorted((tuple(each.split()) for each in words), key=len, reverse=True))


def match_length(found: Sequence[str], at: int, wanted: Iterable[Entry]) -> int:
    """How many tokens from a place on are one of some entries; 0 where none is."""
    for entry in wanted:
        here = found[at : at + len(entry)]
        if len(here) == len(entry) and all(map(_fits, here, entry)):
            return len(entry)
    return 0


def _fits(token: str, word: str) -> bool:
    return token.startswith(word[:-1]) if word.endswith("*") else token == word


@cache
def _lists() -> Mapping[str, list[str]]:
    text = Path(__file__).with_name("hint_words.yml").read_text("utf-8")
    lists: Mapping[str, list[str]] = yaml.load(text, yaml.CBaseLoader)  # noqa: S506 - it makes nothing but texts
    return lists
