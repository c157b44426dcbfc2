"""A single thing that English counts with an article: a rocket, another drone."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from sourcebook.numbers import primary_language
from sourcebook.quotes.word_rows import UNSPACED, any_of, fold, rows


def find_single_things(text: str, language: str, names: Iterable[str]) -> Iterator[str]:
    """Things with an article: those in `words/things.yml`, and those that names speak of."""
    listed = rows("things").get(primary_language(language))
    if listed is None:
        return
    named = {word.removesuffix("s") for name in names for word in re.findall(r"\w+", fold(name))}
    pattern = _pattern(listed["articles"], listed["things"], frozenset(named - {"", "a"}))
    yield from (match[0] for match in pattern.finditer(fold(text)))


@cache
def _pattern(articles: str, things: str, named: frozenset[str]) -> re.Pattern[str]:
    nouns = any_of([*things.split(), *named])
    return re.compile(
        rf"(?<!\w)(?:{any_of(articles.split())})\s+(?:[\w-]+\s+){{0,3}}?(?:{nouns})(?![\w'-])"
    )


def counts_things(behind: str, language: str) -> bool:
    """Whether what stands behind a number is a noun of things, perhaps after one adjective."""
    return bool(_several(primary_language(language)).match(fold(behind)))


@cache
def _several(tongue: str) -> re.Pattern[str]:
    words = any_of([fold(word) for word in rows("things")["several"].get(tongue, "").split()])
    if tongue in UNSPACED:
        return re.compile(rf"\s*(?:{words})")
    breaks = rows("people").get(tongue, {}).get("breaks", "")
    stop = any_of([fold(word) for word in breaks.split()])
    return re.compile(rf"[\s-]*(?:(?!(?:{stop})\s)[^\W\d_]+[\s-]+)?(?:{words})(?!\w)")
