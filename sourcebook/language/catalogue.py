"""The catalogue of a locale: its phrases by their English ones, and what CLDR knows of it."""

from dataclasses import dataclass
from functools import cached_property
from gettext import NullTranslations

from babel import Locale, UnknownLocaleError

ENGLISH = "en"
"""The locale that phrases are written in; the only complete one."""


class LocaleError(ValueError):
    """A locale is not written as a BCP 47 tag, or CLDR has no data for it."""


@dataclass(frozen=True)
class Catalogue:
    """The phrases of a locale, given as a BCP 47 tag (`en`, `pt-BR`).

    Phrases are looked up by the English one, as gettext does. One that a catalogue lacks stays
    English; only English has all of them today.

    Raises:
        LocaleError: the tag is malformed, or CLDR has no such locale.
    """

    locale: str = ENGLISH

    def __post_init__(self) -> None:
        _ = self.cldr

    @cached_property
    def cldr(self) -> Locale:
        """The data of the Unicode locale repository for this locale."""
        return cldr_locale(self.locale)

    @cached_property
    def translations(self) -> NullTranslations:
        """The messages of this locale, also for templates. None are filed yet."""
        return NullTranslations()

    def text(self, message: str, **values: object) -> str:
        """A phrase in this locale, with its values filled in.

        >>> Catalogue().text("from {start} on", start="2031")
        'from 2031 on'
        """
        found = self.translations.gettext(message)
        return found.format(**values) if values else found

    def plural(self, number: int, one: str, several: str = "") -> str:
        """The form of a word that a number asks for; English ones add an "s" if not told else.

        >>> Catalogue().plural(2, "report"), Catalogue().plural(1, "is", "are")
        ('reports', 'is')
        """
        return self.translations.ngettext(one, several or f"{one}s", abs(number))


def cldr_locale(tag: str) -> Locale:
    """What CLDR knows of a locale, by its BCP 47 tag.

    Raises:
        LocaleError: the tag is malformed, or CLDR has no such locale.
    """
    try:
        return Locale.parse(tag, sep="-")
    except (ValueError, UnknownLocaleError) as error:
        raise LocaleError(f"'{tag}' is not a locale that CLDR has data for") from error
