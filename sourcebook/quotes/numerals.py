"""The numbers that a text names: in the digits of any script, and in words of some languages.

English is read by `language.number_words`; the other languages up to twenty, which is as far as
reports write in words. What else a language calls a number, an editor says in the claim
(`derivation`).
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

from sourcebook.language.number_words import find_spelled_numbers

_NONE = {
    "en": "no none nobody zero nil nothing neither without",
    "fr": "zéro aucun aucune personne nul nulle sans",
    "de": "null kein keine keinen keiner niemand ohne",
    "es": "cero ningún ninguno ninguna nadie sin",
    "ar": "صفر لا لم لن ليس ليست دون بدون بلا أي",
    "fa": "صفر هیچ بدون نه",
}
"""Words that say that there was nobody or nothing, by language."""

_VAGUE = {
    "dozens": {"en": "dozens", "fr": "dizaines", "es": "decenas", "ar": "عشرات", "de": "dutzende"},
    "scores": {"en": "scores"},
    "hundreds": {"en": "hundreds", "fr": "centaines", "es": "cientos", "ar": "مئات"},
    "thousands": {"en": "thousands", "fr": "milliers", "es": "miles", "ar": "آلاف"},
}
"""Vague quantities in a value, and their words by language."""

_ONES = {
    "fr": "zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze "
    "seize dix-sept dix-huit dix-neuf vingt",
    "de": "null ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn "
    "fünfzehn sechzehn siebzehn achtzehn neunzehn zwanzig",
    "es": "cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce "
    "quince dieciséis diecisiete dieciocho diecinueve veinte",
    "ar": "صفر واحد اثنان ثلاثة أربعة خمسة ستة سبعة ثمانية تسعة عشرة",
    "fa": "صفر یک دو سه چهار پنج شش هفت هشت نه ده یازده دوازده سیزده چهارده پانزده شانزده هفده "
    "هجده نوزده بیست",
}
_MORE = {
    "fr": {"une": 1, "douzaine": 12},
    "de": {"eine": 1, "einen": 1, "einem": 1, "einer": 1, "eins": 1, "zwo": 2},
    "es": {"un": 1, "una": 1},
    "ar": {
        "واحدة": 1, "اثنين": 2, "اثنتان": 2, "اثنتين": 2, "ثلاث": 3, "أربع": 4, "خمس": 5, "ست": 6,
        "سبع": 7, "ثماني": 8, "ثمان": 8, "تسع": 9, "عشر": 10, "عشرون": 20, "عشرين": 20,
    },
}  # fmt: skip
_TEENS = ("عشر", "عشره")
"""What makes 13 of an Arabic 3 before it."""

_SPACES = "\u00a0\u2009\u202f "
_DIGITS = re.compile(rf"(?<![A-Za-z0-9])(?<![A-Za-z]-)(?<!\d[.,'])\d+(?:[.,'\u2019{_SPACES}]\d+)*")
"""Digits with their separators; not those of a name such as F-15."""
_GROUPED = re.compile(rf"\d{{1,3}}(?:([.,'\u2019{_SPACES}])\d{{3}})(?:\1\d{{3}})*")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_MARKS = re.compile("[\u064b-\u065f\u0670\u0640]")
_LETTERS = str.maketrans("أإآةى", "اااهي")
"""Letters of Arabic that are written for each other."""


def find_numbers(text: str, language: str) -> frozenset[float]:
    """Every number that a text names, in digits or in words of the language with this tag."""
    folded = "".join(map(_ascii_digit, text))
    tongue = _primary_language(language)
    digits = (n for match in _DIGITS.finditer(folded) for n in _readings(match[0]))
    if tongue != "en":
        return frozenset((*digits, *_number_words(_words(folded), tongue)))
    return frozenset((*digits, *(number.value for number in find_spelled_numbers(folded))))


def mentions_none(text: str, language: str) -> bool:
    """Whether a text says that there was nobody or nothing, or counts nought."""
    known = {_plain(word) for word in _NONE.get(_primary_language(language), "").split()}
    words = {part for word in _words(text) for part in word.split("-")}
    return bool(words & known) or 0 in find_numbers(text, language)


def mentions_vague_quantity(text: str, quantity: str, language: str) -> bool:
    """Whether a text names a vague quantity, such as dozens."""
    word = _VAGUE.get(quantity, {}).get(_primary_language(language), quantity)
    return _plain(word) in _words(text)


def find_vague_quantity(text: str) -> str | None:
    """The vague quantity that an English text names, if it does."""
    return next((one for one in _VAGUE if mentions_vague_quantity(text, one, "en")), None)


def _primary_language(language: str) -> str:
    return language.partition("-")[0].lower()


def _words(text: str) -> list[str]:
    return [_plain(match[0]) for match in _WORD.finditer(text)]


def _plain(word: str) -> str:
    return _MARKS.sub("", word.casefold()).translate(_LETTERS)


def _ascii_digit(character: str) -> str:
    """A decimal digit of any script as that of ASCII, Arabic separators as European ones."""
    if character.isascii():
        return character
    if character.isdecimal():
        return str(unicodedata.decimal(character))
    return {"\u066b": ".", "\u066c": ","}.get(character, character)


def _readings(written: str) -> Iterator[float]:
    """What digits with separators may mean: 1.500 is 1500 in one country and 1.5 in another."""
    if written.isdigit():
        yield float(written)
        return
    if _GROUPED.fullmatch(written):
        yield float(re.sub(r"\D", "", written))
    if re.fullmatch(r"\d{1,3}(?:,\d{3})*\.\d+", written):
        yield float(written.replace(",", ""))
    if re.fullmatch(r"\d+,\d+", written):
        yield float(written.replace(",", "."))
    pieces = re.split(f"[{_SPACES}]", written)
    for piece in pieces if len(pieces) > 1 else ():
        yield from _readings(piece)


def _number_words(words: list[str], tongue: str) -> Iterator[float]:
    known = _values_of_words(tongue)
    values = [known.get(word, known.get(word[1:]) if word[:1] in "وبل" else None) for word in words]
    before = None
    for index, value in enumerate(values):
        teen = words[index] in _TEENS and before is not None and 0 < before < 10
        if value is not None and not teen:
            follows = words[index + 1 : index + 2]
            yield value + 10 if follows and follows[0] in _TEENS and 0 < value < 10 else value
        before = value


@cache
def _values_of_words(tongue: str) -> dict[str, float]:
    ones = {_plain(word): float(n) for n, word in enumerate(_ONES.get(tongue, "").split())}
    return ones | {_plain(word): float(n) for word, n in _MORE.get(tongue, {}).items()}
