"""A sealed passage looked up in the captured text of its source: at its place, or elsewhere in it.

The hash is that of the salt and the words, each behind one space:

    sha256("5e0f81ab3c2d4417 two people were hurt when the gate fell on them")

Who has the text can look it up; who has the words can show that they are it; who has neither learns
nothing but how many words they are.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256

from sourcebook.models import SealedPassage, WordRange
from sourcebook.quotes.word_places import WordPlaces, readings

_SALT = 16
"""How many hexadecimal digits a salt has."""


@dataclass(frozen=True, slots=True)
class PassageInText:
    """A passage in a captured text: its place, its words as they stand there, and the reading.

    `steps` are those of `normalize` that had to be taken before it was found.
    """

    words: WordRange
    text: str
    steps: tuple[str, ...] = ()


def seal(text: str, digest: str, found: PassageInText) -> SealedPassage:
    """The seal of a passage of a text whose capture has this SHA-256.

    The salt follows from capture and place, so that to seal twice gives the same.
    """
    salt = sha256(f"{digest} {found.words}".encode()).hexdigest()[:_SALT]
    places = next(one for one in readings(text) if one.steps == found.steps)
    sealed = hash_words(salt, places.words[found.words.first - 1 : found.words.last])
    return SealedPassage(words=found.words, salt=salt, sha256=sealed)


def hash_words(salt: str, words: Sequence[str]) -> str:
    """The SHA-256 of some words, as a seal has it."""
    return sha256(" ".join((salt, *words)).encode()).hexdigest()


def seal_text(passage: SealedPassage, value: str = "") -> str:
    """A seal in one line, as quotes.lock has it; with the value that was found in the words."""
    sealed = f"{passage.words.count} words {passage.salt} {passage.sha256}"
    return f"{sealed} with {value}" if value else sealed


def find_sealed(text: str, passage: SealedPassage) -> PassageInText | None:
    """Where a sealed passage is in a text: at its place if it is there, or else at another."""
    forms = readings(text)
    for places in forms:
        if _is_at(places, passage, passage.words.first):
            return _passage(places, passage.words.first, passage.words.count)
    for places in forms:
        for first in range(1, len(places.words) - passage.words.count + 2):
            if _is_at(places, passage, first):
                return _passage(places, first, passage.words.count)
    return None


def find_words(text: str, words: str) -> list[PassageInText]:
    """Each place of a text at which some words stand, in the first reading that has them."""
    for places in readings(text):
        for wanted in {each.words for each in readings(words)}:
            found = [*_find(places, wanted)]
            if found:
                return found
    return []


def whole_sentence(text: str, found: PassageInText) -> PassageInText:
    """The sentences that hold a passage."""
    places = next(one for one in readings(text) if one.steps == found.steps)
    first, last = places.sentence(found.words)
    return _passage(places, first, last - first + 1)


def _find(places: WordPlaces, wanted: tuple[str, ...]) -> list[PassageInText]:
    size = len(wanted)
    starts = [n for n, word in enumerate(places.words) if wanted and word == wanted[0]]
    return [
        _passage(places, start + 1, size)
        for start in starts
        if places.words[start : start + size] == wanted
    ]


def _is_at(places: WordPlaces, passage: SealedPassage, first: int) -> bool:
    words = places.words[first - 1 : first - 1 + passage.words.count]
    return hash_words(passage.salt, words) == passage.sha256


def _passage(places: WordPlaces, first: int, count: int) -> PassageInText:
    words = WordRange(first, first + count - 1)
    return PassageInText(words, places.between(words), places.steps)
