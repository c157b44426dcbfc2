"""Raised and lowered characters: a note mark, a power, an ordinal, the number in a formula."""

import re

from sourcebook.quotes import asides

_RAISED = str.maketrans("0123456789+-−=()", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾")
_LOWERED = str.maketrans("0123456789+-−=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎")
_NUMBER = re.compile(r"[+\-−]?\d{1,3}")
_NOTE = re.compile(r"\W*(?:\d{1,3}(?:\s*[,;–-]\s*\d{1,3})*|[ivxl]{1,5}|\w)\W*|[^\w\s]{1,3}")
_ASIDE_ALONE = re.compile(r"(?:\s|⟦[^⟦⟧]*⟧)*")
_POWER = re.compile(r"(?:(?<!\d)10|[×x·]\s*10|\b(?:[kcmdµ]?m|ft|in|yd|mi|nm|s|sec|h|sq|[A-Za-z]))$")
"""What is raised to a power: ten, or a unit; of any other number a raised digit is a note."""
_ABBREVIATED = re.compile(r"(?:\d|\b[A-ZÀ-Ý]\w?|\b[nN])$")
"""What is shortened by raised letters: 1st, 2e, Mr, Dr, No."""


def raised(before: str, text: str, *, is_note: bool) -> str:
    """How a raised text stands behind another: as a note mark, a power, or as its own letters."""
    if _ASIDE_ALONE.fullmatch(text):
        return text
    if _NUMBER.fullmatch(text) and not is_note and _POWER.search(before):
        return text.translate(_RAISED)
    letters = text.strip().isalpha()
    if letters and not is_note and (len(text.strip()) > 1 or _ABBREVIATED.search(before)):
        return text
    return asides.mark("note", text)


def lowered(text: str) -> str:
    """How a lowered text stands: its digits as the small ones of Unicode, CO₂."""
    return text.translate(_LOWERED) if _NUMBER.fullmatch(text.strip()) else text


def is_note_mark(text: str) -> bool:
    """Whether a text is short enough to be the mark of a note: a number, a letter, a sign."""
    return _NOTE.fullmatch(text.strip()) is not None
