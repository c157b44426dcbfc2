"""Languages by their tags (BCP 47): their names and the direction of their script."""

from functools import lru_cache
from typing import Literal

from sourcebook.language.catalogue import Catalogue, LocaleError, cldr_locale

_RIGHT_TO_LEFT = {"Adlm", "Arab", "Hebr", "Mand", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa"}
"""Scripts (ISO 15924). CLDR tells the direction of a language in its usual script alone."""


class Tags(Catalogue):
    """The names of languages in a locale."""

    def language_name(self, tag: str) -> str:
        """What a language is called, without its region and script; its tag if CLDR has no name.

        >>> Tags().language_name("ar-SY"), Tags().language_name("qaa")
        ('Arabic', 'qaa')
        """
        found: str = self.cldr.languages.get(tag.partition("-")[0], tag)
        return found

    def direction(self, tag: str) -> Literal["ltr", "rtl"]:
        """Which way a language is written: `ltr` or `rtl`; `ltr` where CLDR does not know it.

        >>> Tags().direction("ku"), Tags().direction("ku-Arab")
        ('ltr', 'rtl')
        """
        return _direction(tag)


@lru_cache(maxsize=256)
def _direction(tag: str) -> Literal["ltr", "rtl"]:
    primary, *subtags = tag.split("-")
    for script in subtags:
        if len(script) == 4 and script.isalpha():
            return "rtl" if script.title() in _RIGHT_TO_LEFT else "ltr"
    try:
        return "rtl" if cldr_locale(primary).text_direction == "rtl" else "ltr"
    except LocaleError:
        return "ltr"
