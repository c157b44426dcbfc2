"""Languages by their tags (BCP 47): their names, their scripts and the direction of these."""

from functools import lru_cache
from typing import Literal

from babel.core import get_global

from sourcebook.language.catalogue import Catalogue

_RIGHT_TO_LEFT = {
    "Adlm", "Arab", "Aran", "Armi", "Hebr", "Mand", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa", "Yezi",
}  # fmt: skip
"""Scripts (ISO 15924). CLDR says how the interface of a language runs, and of one script alone."""


class Tags(Catalogue):
    """The names of languages in a locale, and how texts in them are marked."""

    def language_name(self, tag: str) -> str:
        """What a language is called, without its region and script; its tag if CLDR has no name.

        >>> Tags().language_name("ar-SY"), Tags().language_name("qaa")
        ('Arabic', 'qaa')

        A code that CLDR has replaced is called as what replaces it.

        >>> Tags().language_name("prs"), Tags().language_name("kmr")
        ('Dari', 'Kurdish')
        """
        names, current = self.cldr.languages, _current(tag)
        found: str = names.get(current) or names.get(_primary(current), tag)
        return found

    def is_foreign(self, tag: str) -> bool:
        """Whether a text is in another language than this one.

        >>> Tags("en").is_foreign("en-GB"), Tags("en").is_foreign("ar")
        (False, True)
        """
        return _primary(_current(tag)) != _primary(_current(self.locale))

    def script(self, tag: str) -> str:
        """The script (ISO 15924) that a language is written in; `Latn` if CLDR does not know it.

        >>> Tags().script("ku"), Tags().script("ku-Arab"), Tags().script("ru")
        ('Latn', 'Arab', 'Cyrl')
        """
        return _script(tag)

    def direction(self, tag: str) -> Literal["ltr", "rtl"]:
        """Which way a language is written: `ltr` or `rtl`; its region may decide that.

        >>> Tags().direction("ku"), Tags().direction("ku-Arab"), Tags().direction("az-IR")
        ('ltr', 'rtl', 'rtl')
        """
        return "rtl" if _script(tag) in _RIGHT_TO_LEFT else "ltr"


def _primary(tag: str) -> str:
    return tag.replace("_", "-").partition("-")[0]


def _current(tag: str) -> str:
    """What CLDR has put in the place of a language's code: `fa_AF` for prs, `ku` for kmr."""
    primary = _primary(tag)
    found: str = get_global("language_aliases").get(primary, primary)
    return found


@lru_cache(maxsize=256)
def _script(tag: str) -> str:
    current, likely = _current(tag), get_global("likely_subtags")
    for subtag in (*tag.split("-")[1:], *current.split("_")[1:]):
        if len(subtag) == 4 and subtag.isalpha():
            return subtag.title()
    regions = (f"{_primary(current)}_{subtag.upper()}" for subtag in tag.split("-")[1:])
    known = (likely[key] for key in (*regions, current, _primary(current)) if key in likely)
    found: str = next(known, "und_Latn")
    return found.split("_")[1]
