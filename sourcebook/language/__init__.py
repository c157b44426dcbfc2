"""All words for people: dates, numbers, plurals, lists, values, places and labels, in one locale.

What is above this package writes no phrase of its own that depends on a language: it asks the
`Language` that a graph or a view carries. Plurals, lists, names of months, weekdays and languages
and the direction of a script are CLDR's, through Babel; the grammar of doubt ("about", "possibly",
"from … on", "at least") is ours.
"""

from functools import cache

from sourcebook.language.calendar_names import Width
from sourcebook.language.catalogue import ENGLISH, LocaleError
from sourcebook.language.labels import Labels
from sourcebook.language.lists import Conjunction
from sourcebook.language.places import Places
from sourcebook.language.tags import Tags
from sourcebook.language.values import Label, Values
from sourcebook.models import Dataset

__all__ = ["FOR_EDITORS", "Conjunction", "Label", "Language", "LocaleError", "Width", "language_of"]


class Language(Values, Places, Tags, Labels):
    """Words for people in one locale, given as a BCP 47 tag.

    >>> Language("en").count(2, "claim")
    '2 claims'

    Raises:
        LocaleError: the tag is malformed, or CLDR has no such locale.
    """


FOR_EDITORS = Language("en")
"""What editors read in messages of rules and commands: English, in whatever a site is written."""


def language_of(dataset: Dataset) -> Language:
    """The language that a dataset is published in: its `language`, or else English.

    Raises:
        LocaleError: it is none that CLDR knows.
    """
    return _language(getattr(dataset, "language", ENGLISH))


@cache
def _language(locale: str) -> Language:
    return Language(locale)
