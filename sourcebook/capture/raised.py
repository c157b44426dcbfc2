"""Raised and lowered characters: a note mark, a power, an ordinal, the number in a formula."""

import re

from sourcebook.quotes import asides

_RAISED = str.maketrans("0123456789+-−=()", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾")
_LOWERED = str.maketrans("0123456789+-−=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎")
_NUMBER = re.compile(r"[+\-−]?\d{1,3}")
_NOTE = re.compile(r"\W*(?:\d{1,3}(?:\s*[,;–-]\s*\d{1,3})*|[ivxl]{1,5}|\w)\W*|[^\w\s]{1,3}")
_ASIDE_ALONE = re.compile(r"(?:\s|⟦[^⟦⟧]*⟧)*")
_TEN = re.compile(r"(?:(?<!\d)10|[×x·]\s*10)$")
_UNIT = re.compile(r"\b(?:[kcmdµ]?m|ft|in|yd|mi|nm|sec|[a-zA-Z])$")
_OF_A_UNIT = ("2", "3")
"""What is raised to a power: ten to any, a unit to these or a negative one. Behind any other
number or word a raised digit is a note.
"""
_ABBREVIATED = re.compile(r"\b[A-ZÀ-Ý]\w?$|\b[nN]$")
"""What is shortened by one raised letter: Mr, Dr, No."""
_ORDINALS = {"es": "ao", "pt": "ao", "it": "ao", "gl": "ao", "ca": "ao"}
"""The letters that make an ordinal of a figure, by language; elsewhere e and h do so: 2e, 12h."""


def raised(before: str, text: str, *, is_note: bool, language: str = "") -> str:
    """How a raised text stands behind another: as a note mark, a power, or as its own letters.

    `language` is the tag of the language that it is in, where that is known.
    """
    if _ASIDE_ALONE.fullmatch(text):
        return text
    if _NUMBER.fullmatch(text) and not is_note and _is_power(before, text):
        return text.translate(_RAISED)
    if not is_note and _shortens(before, text.strip(), language):
        return text
    return asides.mark("note", text)


def _is_power(before: str, number: str) -> bool:
    if _TEN.search(before):
        return True
    return _UNIT.search(before) is not None and (number in _OF_A_UNIT or not number.isdigit())


def _shortens(before: str, letters: str, language: str) -> bool:
    """Whether raised letters end a word or an ordinal, and are no letter of a note."""
    if not letters.isalpha() or len(letters) > 1:
        return letters.isalpha()
    if before[-1:].isdigit():
        return letters in "eh" + _ORDINALS.get(language.partition("-")[0].lower(), "")
    return _ABBREVIATED.search(before) is not None


def lowered(text: str) -> str:
    """How a lowered text stands: its digits as the small ones of Unicode, CO₂."""
    return text.translate(_LOWERED) if _NUMBER.fullmatch(text.strip()) else text


def is_note_mark(text: str) -> bool:
    """Whether a text is short enough to be the mark of a note: a number, a letter, a sign."""
    return _NOTE.fullmatch(text.strip()) is not None
