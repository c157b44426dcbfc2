"""What is known of each quotation: found in which bytes, or not looked up and why."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from sourcebook.models import Citation
from sourcebook.quotes.check_states import CheckState, QuotationCounts, count_states
from sourcebook.quotes.landing import Landing
from sourcebook.quotes.quotation import Quotation, quoted_text_of
from sourcebook.quotes.quotes_lock import EXACT, NORMALISED, SEALED
from sourcebook.quotes.source_text import QuotedText

MACHINE_READING = "machine reading"
"""The step between a picture or a recording and a text that a machine made of it."""
QuotationKey = tuple[tuple[str, ...], QuotedText]
"""The ids of the sources that a quotation can be from, and what is looked for in them."""


@dataclass(frozen=True, slots=True)
class CheckedQuotation:
    """What is known of a quotation: `verdict` is that of its line in the lock, or missing.

    `source_id` is where it was found and `digest` the SHA-256 of the text, both empty where it was
    not; `state` is whether this run looked it up there. `landing` are the words of a link to it,
    where its own would not do.
    """

    verdict: str
    source_id: str = ""
    digest: str = ""
    state: CheckState = CheckState.NEVER_CHECKED
    landing: Landing | None = None

    @property
    def found(self) -> bool:
        """Whether it is in a captured text."""
        return self.verdict == EXACT or self.verdict.startswith((NORMALISED, SEALED))

    @property
    def sealed(self) -> bool:
        """Whether its words are vouched for and not reproduced."""
        return self.verdict.startswith(SEALED)

    @property
    def by_machine(self) -> bool:
        """Whether it was found in what a machine read, and so is no word for word."""
        return MACHINE_READING in self._named

    @property
    def exact(self) -> bool:
        """Whether it is there character for character."""
        return self.verdict == EXACT

    @property
    def steps(self) -> tuple[str, ...]:
        """What had to be made alike before it was found, in words; a machine's reading is none."""
        return tuple(step for step in self._named if step != MACHINE_READING)

    @property
    def _named(self) -> tuple[str, ...]:
        named = self.verdict.partition(":")[2]
        return tuple(step.replace("-", " ") for step in named.split(",") if step)


@dataclass(frozen=True, eq=False)
class CheckedQuotations:
    """The verdict on each quotation of a dataset.

    `translated` are those whose figure was read in the translation beside them: the number words
    of their own language are not read.
    """

    verdicts: Mapping[QuotationKey, CheckedQuotation] = field(default_factory=dict)
    translated: frozenset[QuotationKey] = frozenset()

    def has_figure_in_translation(self, citation: Citation) -> bool:
        """Whether the figure of what a citation quotes was read in its translation."""
        return ((citation.source,), quoted_text_of(citation)) in self.translated

    def of_citation(self, citation: Citation) -> CheckedQuotation | None:
        """The verdict on what a citation quotes or seals; None where it does neither."""
        if citation.quote is None and citation.passage is None:
            return None
        return self.verdicts.get(((citation.source,), quoted_text_of(citation)))

    def of_source(self, source_id: str) -> tuple[CheckedQuotation, ...]:
        """The verdicts on all that is quoted of a source, each quotation once."""
        return self._by_source.get(source_id, ())

    @cached_property
    def _by_source(self) -> Mapping[str, tuple[CheckedQuotation, ...]]:
        found: dict[str, list[CheckedQuotation]] = {}
        for (sources, _), checked in self.verdicts.items():
            for source in sources:
                found.setdefault(source, []).append(checked)
        return {source: tuple(several) for source, several in found.items()}

    def counts(self, quotations: Iterable[Quotation]) -> QuotationCounts:
        """How many of some quotations are in each state; cited figures without one do not count."""
        found = (self.of_quotation(one) for one in quotations if not one.is_figure)
        return count_states(one.state if one else CheckState.NEVER_CHECKED for one in found)

    def of_quotation(self, quotation: Quotation) -> CheckedQuotation | None:
        """The verdict on a quotation."""
        return self.verdicts.get((quotation.source_ids, quotation.words_looked_for))


NOTHING_CHECKED = CheckedQuotations()
"""What was found where nothing was looked for."""
