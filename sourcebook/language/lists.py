"""Lists in a sentence: "A, B and C", "0, 6 or 10"."""

from collections.abc import Iterable
from functools import lru_cache
from typing import Literal

from babel.lists import format_list
from markupsafe import Markup, escape

from sourcebook.language.catalogue import ENGLISH, Catalogue, cldr_locale

Conjunction = Literal["and", "or"]
_STYLES: dict[Conjunction, Literal["standard", "or"]] = {"and": "standard", "or": "or"}
_WORLD_ENGLISH = "en-001"
"""CLDR's plain English is American and puts a comma before "and"; we write none."""


class Lists(Catalogue):
    """Lists in a sentence of a locale."""

    def join_list(self, items: Iterable[str], conjunction: Conjunction = "and") -> str:
        """The items as one phrase; empty where there are none.

        >>> Lists().join_list(["Reds", "Blues", "Greens"])
        'Reds, Blues and Greens'
        >>> Lists().join_list(["0", "6", "10"], "or")
        '0, 6 or 10'
        """
        found = tuple(items)
        if len(found) < 2:
            return "".join(found)
        return _pattern(self.locale, len(found), conjunction).format(*found)

    def join_list_html(self, items: Iterable[str], conjunction: Conjunction = "and") -> Markup:
        """The items as one phrase of HTML: links stay links, other text is escaped."""
        return Markup(self.join_list(map(escape, items), conjunction))  # noqa: S704 - escaped


@lru_cache(maxsize=256)
def _pattern(locale: str, length: int, conjunction: Conjunction) -> str:
    """A pattern with a numbered place for each item, for lists of one length."""
    cldr = cldr_locale(_WORLD_ENGLISH if locale == ENGLISH else locale)
    places = [f"{{{number}}}" for number in range(length)]
    return format_list(places, style=_STYLES[conjunction], locale=cldr)
