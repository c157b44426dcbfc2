"""Where words begin and end, in scripts with spaces between them and in those without.

After Unicode Standard Annex 29 (text segmentation): nothing ends within what readers see as one
character or syllable, a run of katakana is one word, and a figure goes with its letters. More
strictly than there, a number is whole or not at all, and a word that the end of a line divides is
one word.
"""

import re
import unicodedata

UNSPACED = re.compile(
    "[\u0e00-\u0e4e\u0e80-\u0ece\u0edc-\u0edf\u1000-\u103f\u104a-\u108f\u109a-\u109f\u1780-\u17df"
    "\u1980-\u19cf\u1a20-\u1a7f\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff\u3400-\u9fff\ua9e0-\ua9ef"
    "\uaa60-\uaadf\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003ffff]"
)
"""Letters of scripts that put no spaces between words."""
DIVIDED = "\x02"
"""Stands in a text where the end of a line divides a word, with its hyphen or without."""

_CONTINUES = re.compile(
    "[\u0e30-\u0e3a\u0e45-\u0e4e\u0eb0-\u0ebd\u0ec6-\u0ece"  # Thai, Lao: vowels behind, repetition
    "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶーゝゞヽヾ々\uff67-\uff70\uff9e\uff9f]"
)
"""What begins no word: it goes with the character before it."""
_LEADS = re.compile("[\u0e40-\u0e44\u0ec0-\u0ec4\u1039\u17d2]")
"""What ends no word: a vowel written before its consonant, a mark that stacks the next one."""
_CLOSES_SYLLABLE = re.compile("[^\\W\\d_]\u1037?[\u1039\u103a]")
"""A Burmese consonant that closes the syllable before it."""
_KATAKANA = re.compile("[\u30a1-\u30fa\u30fc-\u30fe\u31f0-\u31ff\uff66-\uff9f]{2}")
_NUMERAL = "〇一二三四五六七八九十百千万亿兆零两壹贰叁肆伍陆柒捌玖拾佰仟萬億兩廿卅"
_PART_OF_NUMERAL = f"{_NUMERAL}数數几幾多余餘来來半点點"
_NUMBER = re.compile(
    r"(?<!\d)\d{1,3}(?:[\s，]\d{3})+(?!\d)"
    "|\\d+(?:[-.,'\u2019\u066b\u066c:/\u00d7\u00b7\u2010\u2011\u2012\u2013]\\d+)+"
)
"""What is one number, or one range, of several digits and what is between them."""
_IDENTIFIER = re.compile(r"[^\W\d_]-(?=\d)|\d-(?=[^\W\d_])")
"""A hyphen between a letter and a digit, as in F-16."""
_DIVISION = re.compile(r"(?<=[^\W\d_])[-\u00ad\u2010][^\S\n]*\n\s*(?=[^\W\d_])")
"""Where the end of a line divides a word."""
_FAR = 24
"""So far to either side of a place a number, or the end of a line, is looked for."""


def is_word_boundary(text: str, point: int) -> bool:
    """Whether a word may end and another begin between two characters."""
    before, behind = text[max(0, point - 1) : point], text[point : point + 1]
    if not before or not behind:
        return True
    if _is_word_character(before) and _is_word_character(behind):
        return _divides(text, point, before, behind) and not _in_number(text, point)
    return not (
        _in_number(text, point)
        or _in_identifier(text, point)
        or _is_within(_DIVISION, text, point, ends=True)
    )


def _divides(text: str, point: int, before: str, behind: str) -> bool:
    """Whether a word may end between two characters of words: one of them needs no spaces."""
    if unicodedata.category(behind)[0] == "M" or behind in "\u200c\u200d" or before == "\u200d":
        return False
    if not (UNSPACED.match(before) or UNSPACED.match(behind)):
        return False
    if _CONTINUES.match(behind) or _LEADS.match(before) or _CLOSES_SYLLABLE.match(text, point):
        return False
    return not _KATAKANA.match(text, point - 1) and not _in_numeral(before, behind)


def _in_numeral(before: str, behind: str) -> bool:
    """Whether two characters belong to one figure: 45|万, 三|十, 数|十, 十|多."""
    figures = before.isdigit() or before in _NUMERAL
    return (figures and (behind in _PART_OF_NUMERAL or behind.isdigit())) or (
        before in _PART_OF_NUMERAL and (behind in _NUMERAL or behind.isdigit())
    )


def _in_number(text: str, point: int) -> bool:
    """Whether a point lies within a number or a range: 1,200 or 6-7."""
    if not any(c.isdigit() for c in text[max(0, point - 2) : point + 2]):
        return False
    return _is_within(_NUMBER, text, point)


def _is_within(pattern: re.Pattern[str], text: str, point: int, *, ends: bool = False) -> bool:
    """Whether a point lies within what a pattern finds; with `ends` also at either end of it."""
    start = max(0, point - _FAR)
    here = point - start
    found = pattern.finditer(text[start : point + _FAR])
    return any(one.start() - ends < here < one.end() + ends for one in found)


def _in_identifier(text: str, point: int) -> bool:
    """Whether a point lies beside the hyphen of a name such as F-16."""
    return any(_IDENTIFIER.match(text, place) for place in (point - 2, point - 1) if place >= 0)


def _is_word_character(character: str) -> bool:
    return (
        character.isalnum()
        or character in (DIVIDED, "_")
        or unicodedata.category(character)[0] == "M"
    )
