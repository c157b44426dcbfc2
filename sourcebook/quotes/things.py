"""A single thing that English counts with an article: a rocket, another drone."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from sourcebook.numbers import primary_language
from sourcebook.quotes.word_rows import any_of, fold, rows


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
