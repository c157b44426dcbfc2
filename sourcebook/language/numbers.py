"""Numbers and counts: "1,000", "2.5", "3 reports"."""

from functools import lru_cache

from babel.numbers import format_decimal

from sourcebook.language.catalogue import Catalogue, cldr_locale


class Numbers(Catalogue):
    """Numbers of a locale."""

    def number(self, value: float) -> str:
        """A number with its groups of digits, and every decimal that it has.

        >>> Numbers().number(1234567.5)
        '1,234,567.5'
        """
        return _grouped(self.locale, value)

    def count(self, number: int, one: str, several: str = "") -> str:
        """A number with its noun.

        >>> Numbers().count(1, "report"), Numbers().count(1200, "report")
        ('1 report', '1,200 reports')
        """
        return f"{self.number(number)} {self.plural(number, one, several)}"

    def count_more(self, number: int, one: str, several: str = "") -> str:
        """How many more there are of something.

        >>> Numbers().count_more(3, "claim")
        '3 more claims'
        """
        noun = self.plural(number, one, several)
        return self.text("{number} more {noun}", number=self.number(number), noun=noun)


@lru_cache(maxsize=4096)
def _grouped(locale: str, value: float) -> str:
    found: str = format_decimal(value, locale=cldr_locale(locale), decimal_quantization=False)
    return found
