"""The words of `words/`, by language, spelt as texts are compared with them."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

_FOLDER = Path(__file__).parent / "words"
_MARKS = re.compile(
    "[\u0591-\u05bd\u05bf-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0640]"
)
_HIDDEN = re.compile("[\u200b-\u200f\u202a-\u202e\u2066-\u2069]")
_LETTERS = str.maketrans("أإٱآةىیکيك\u2019\u02bc", "اااا\u0647ييكيك''")
UNSPACED = frozenset(("zh", "ja", "yue", "ko", "th", "lo", "km", "my"))
"""Languages whose words are not divided, or have particles written behind them."""


@cache
def rows(name: str) -> Mapping[str, Any]:
    """A file of words: what its keys say is in its first lines."""
    import yaml  # noqa: PLC0415 - only where a quotation is read

    found: Mapping[str, Any] = yaml.load(
        (_FOLDER / f"{name}.yml").read_text("utf-8"),
        yaml.CBaseLoader,  # noqa: S506 - texts only
    )
    return found


def fold(text: str) -> str:
    """A text in lower case, without vowel marks, with one form of each letter."""
    if text.isascii():
        return text.casefold()
    plain = unicodedata.normalize("NFKC", text.replace("\u200c", " ")).replace("İ", "i")
    plain = _HIDDEN.sub("", _MARKS.sub("", plain))
    return plain.casefold().replace("ё", "е").translate(_LETTERS)


def phrases(listed: str, divided_by: str | None = "|") -> Iterator[str]:
    """The phrases of a row, as they are compared; a hyphen in a row of words is a blank."""
    for phrase in listed.split(divided_by):
        yield fold(
            phrase.strip()
            if divided_by
            else phrase.replace("-", " ")
            if len(phrase) > 3
            else phrase
        )


def any_of(words: Iterator[str] | list[str]) -> str:
    """A pattern of some phrases, the longest first; where there are none, it matches nothing."""
    listed = sorted({word for word in words if word}, key=len, reverse=True)
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in listed) or r"(?!)"


def word_behind(words: str, language: str) -> re.Pattern[str]:
    """What finds one of some words right behind a place: matched at the beginning of a text."""
    end = "" if language in UNSPACED else r"(?!\w)"
    return re.compile(rf"[\s\-\u2010\u2011]*(?:{words}){end}")


def word_before(words: str, language: str) -> re.Pattern[str]:
    """What finds one of some words right before a place: searched at the end of a text."""
    start = "" if language in UNSPACED else r"(?<!\w)"
    return re.compile(rf"{start}(?:{words})[\s\-\u2010\u2011:#.]*$")
