"""How a quotation stands to the machine: looked up in this run, trusted by its line, or neither.

The three are never told as one: who reads that a quotation was found has to know whether this
program saw the words in the captured text, or a line of `quotes.lock` that says that it once did.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from sourcebook.language import Language


class CheckState(StrEnum):
    """Whether a quotation was looked up; its value is what the exports call it."""

    LOOKED_UP = "looked-up"
    """The captured text was at hand, and the words were looked for in it."""
    TRUSTED = "trusted"
    """The captured text was not at hand; a line of the lock says that the words are in it."""
    NEVER_CHECKED = "never-checked"
    """No captured text is on record, or neither text nor line is there."""


@dataclass(frozen=True, slots=True)
class QuotationCounts:
    """How many quotations are in each state."""

    looked_up: int = 0
    trusted: int = 0
    never_checked: int = 0

    @property
    def total(self) -> int:
        """How many there are."""
        return self.looked_up + self.trusted + self.never_checked


NO_QUOTATIONS = QuotationCounts()
"""Where nothing is quoted."""


def count_states(states: Iterable[CheckState]) -> QuotationCounts:
    """Quotations counted by their state, each as often as it is given."""
    counted = Counter(states)
    return QuotationCounts(
        counted[CheckState.LOOKED_UP],
        counted[CheckState.TRUSTED],
        counted[CheckState.NEVER_CHECKED],
    )


def describe_states(counts: QuotationCounts, language: Language) -> str:
    """How many quotations are in each state, in words: all three, also those that are none.

    "0 looked up" may not be overlooked: nothing to check never reads like all checked.
    """
    number = language.number
    return (
        f"{number(counts.looked_up)} looked up, {number(counts.trusted)} trusted by quotes.lock, "
        f"{number(counts.never_checked)} never checked"
    )


def describe_quotations(counts: QuotationCounts, language: Language) -> str:
    """How many quotations there are, and how they stand; says so where there are none."""
    if not counts.total:
        return "no quotation to look up"
    return f"{language.count(counts.total, 'quotation')}: {describe_states(counts, language)}"


def describe_figures(counts: QuotationCounts, language: Language) -> str:
    """The same of the figures of claims that cite a captured source without quoting it."""
    figures = language.count(counts.total, "figure")
    return f"{figures} without a quotation: {describe_states(counts, language)}"
