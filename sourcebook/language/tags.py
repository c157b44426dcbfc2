"""Languages by their tags (BCP 47): their names, their scripts and the direction of these."""

from functools import lru_cache
from typing import Literal

from babel.core import get_global

from sourcebook.language.catalogue import Catalogue

_RIGHT_TO_LEFT = {"Adlm", "Arab", "Hebr", "Mand", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa"}
"""Scripts (ISO 15924). CLDR says how the interface of a language runs, and of one script alone."""


class Tags(Catalogue):
    """The names of languages in a locale, and how texts in them are marked."""

    def language_name(self, tag: str) -> str:
        """What a language is called, without its region and script; its tag if CLDR has no name.

        >>> Tags().language_name("ar-SY"), Tags().language_name("qaa")
        ('Arabic', 'qaa')
        """
        found: str = self.cldr.languages.get(_primary(tag), tag)
        return found

    def is_foreign(self, tag: str) -> bool:
        """Whether a text is in another language than this one.

        >>> Tags("en").is_foreign("en-GB"), Tags("en").is_foreign("ar")
        (False, True)
        """
        return _primary(tag) != _primary(self.locale)

    def script(self, tag: str) -> str:
        """The script (ISO 15924) that a language is written in; `Latn` if CLDR does not know it.

        >>> Tags().script("ku"), Tags().script("ku-Arab"), Tags().script("ru")
        ('Latn', 'Arab', 'Cyrl')
        """
        return _script(tag)

    def direction(self, tag: str) -> Literal["ltr", "rtl"]:
        """Which way a language is written: `ltr` or `rtl`.

        >>> Tags().direction("ku"), Tags().direction("ku-Arab")
        ('ltr', 'rtl')
        """
        return "rtl" if _script(tag) in _RIGHT_TO_LEFT else "ltr"


def _primary(tag: str) -> str:
    return tag.partition("-")[0]


@lru_cache(maxsize=256)
def _script(tag: str) -> str:
    for subtag in tag.split("-")[1:]:
        if len(subtag) == 4 and subtag.isalpha():
            return subtag.title()
    likely: str = get_global("likely_subtags").get(_primary(tag), "und_Latn")
    return likely.split("_")[1]
