"""The languages whose number words are read: a module and a row for each.

Of every other language digits are read, with the words that CLDR says multiply them.
"""

from functools import cache
from importlib import import_module

from sourcebook.numbers.grammar import Grammar
from sourcebook.numbers.multipliers import with_multipliers

_MODULES = {
    "ar": "arabic", "fa": "persian", "fr": "french", "es": "spanish", "de": "german",
    "tr": "turkish", "ru": "russian", "uk": "ukrainian", "he": "hebrew", "ckb": "sorani",
    "kmr": "kurmanji", "ku": "kurmanji", "zh": "chinese", "ja": "chinese", "yue": "chinese",
    "prs": "persian", "iw": "hebrew",
}  # fmt: skip
"""The module of each language, by its primary tag (BCP 47)."""
ENGLISH = "en"
"""Read by `language.number_words`, as prose is."""


def reads_words(language: str) -> bool:
    """Whether the number words of a language are read."""
    return language == ENGLISH or language in _MODULES


@cache
def grammar_of(language: str) -> Grammar:
    """The grammar of a primary language; of one that is not read, what multiplies digits in it."""
    module = _MODULES.get(language)
    if module is None:
        return with_multipliers(Grammar(), language)
    found: Grammar = import_module(f"{__name__}.{module}").GRAMMAR
    return with_multipliers(found, language)
