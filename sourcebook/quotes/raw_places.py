"""Where words stand in a filed text, character by character, however they are written there."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from sourcebook.quotes import asides

Span = tuple[int, int]
_JOINERS = "\u200c\u200d\u00ad"
_NOT_COMPARED = {0x640: None, 0x2BC: None}
"""Letters by name only: tatweel, which draws a word out, and an apostrophe."""
_MOST = 200
"""How many characters a word is followed to its ends: scripts without spaces have long ones."""


@dataclass(frozen=True, eq=False)
class RawPlaces:
    """A filed text in which words are found by their letters and digits alone."""

    text: str

    @cached_property
    def _letters(self) -> tuple[str, list[int]]:
        """The letters and digits of the text without asides, and where each of them stands."""
        letters: list[str] = []
        places: list[int] = []
        begin = 0
        for start, end in [*asides.aside_spans(self.text), (len(self.text), 0)]:
            for index in range(begin, start):
                folded = _folded(self.text[index])
                letters.append(folded)
                places.extend([index] * len(folded))
            begin = end
        return "".join(letters), places

    def spans(self, words: str) -> Iterator[Span]:
        """Each place of words: from their first letter or digit to behind their last."""
        letters, places = self._letters
        wanted = "".join(map(_folded, words))
        found = letters.find(wanted) if wanted else -1
        while found >= 0:
            yield places[found], places[found + len(wanted) - 1] + 1
            found = letters.find(wanted, found + 1)

    def is_between(self, start: int, end: int, prefix: str, suffix: str) -> bool:
        """Whether a place lies right between two texts, which may be empty; -1 is no end."""
        before = "".join(map(_folded, asides.running(self.text[max(0, start - 2000) : start])))
        behind = "".join(map(_folded, asides.running(self.text[end : end + 2000])))
        wanted = ["".join(map(_folded, one)) for one in (prefix, suffix)]
        return before.endswith(wanted[0]) and (end < 0 or behind.startswith(wanted[1]))

    def whole_words(self, start: int, end: int) -> Span:
        """A place with the whole of the words that it begins and ends in."""
        first, last = max(0, start - _MOST), min(len(self.text), end + _MOST)
        while start > first and _is_within(self.text[start - 1], self.text[start]):
            start -= 1
        while end < last and _is_within(self.text[end - 1], self.text[end]):
            end += 1
        return start, end


@lru_cache(maxsize=4)  # quotations are looked up source by source
def places_in(text: str) -> RawPlaces:
    """The places of words in a filed text."""
    return RawPlaces(text)


def is_within_word(text: str, point: int) -> bool:
    """Whether a point of a text lies between two characters of one word."""
    return 0 < point < len(text) and _is_within(text[point - 1], text[point])


def _folded(character: str) -> str:
    """What is compared of a character: letters, digits and their marks, in one form."""
    if character.isascii():
        return character if character.isalnum() else ""
    folded = unicodedata.normalize("NFKD", character).translate(_NOT_COMPARED)
    return "".join(one for one in folded if one.isalnum() or unicodedata.category(one)[0] == "M")


def _is_within(one: str, two: str) -> bool:
    return all(
        character.isalnum() or character in _JOINERS or unicodedata.category(character)[0] == "M"
        for character in (one, two)
    )
