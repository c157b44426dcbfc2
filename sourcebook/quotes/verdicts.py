"""What is known of each quotation: found in which bytes, or not looked up and why."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from sourcebook.models import Citation
from sourcebook.quotes.collect import Quotation, sought
from sourcebook.quotes.lock import EXACT, NORMALISED
from sourcebook.quotes.passages import Sought

Key = tuple[tuple[str, ...], Sought]
"""The sources that a quotation can stand in, and what is sought in them."""


@dataclass(frozen=True, slots=True)
class Checked:
    """How a quotation stands: `verdict` is that of its line in the lock, or missing.

    `source` is where it was found and `digest` the SHA-256 of the text, both empty where it was
    not.
    """

    verdict: str
    source: str = ""
    digest: str = ""

    @property
    def found(self) -> bool:
        """Whether it stands in a captured text."""
        return self.verdict == EXACT or self.verdict.startswith(NORMALISED)

    @property
    def exact(self) -> bool:
        """Whether it stands there character for character."""
        return self.verdict == EXACT

    @property
    def steps(self) -> tuple[str, ...]:
        """What had to be made alike before it was found."""
        named = self.verdict.partition(":")[2]
        return tuple(step.replace("-", " ") for step in named.split(",") if step)


@dataclass(frozen=True, eq=False)
class Quotes:
    """The verdict on each quotation of a dataset."""

    verdicts: Mapping[Key, Checked] = field(default_factory=dict)

    def of(self, citation: Citation) -> Checked | None:
        """The verdict on what a citation quotes; None where it quotes nothing."""
        if citation.quote is None:
            return None
        return self.verdicts.get(((citation.source,), sought(citation)))

    def of_source(self, source: str) -> tuple[Checked, ...]:
        """The verdicts on all that is quoted of a source, each quotation once."""
        return self._by_source.get(source, ())

    @cached_property
    def _by_source(self) -> Mapping[str, tuple[Checked, ...]]:
        found: dict[str, list[Checked]] = {}
        for (sources, _), checked in self.verdicts.items():
            for source in sources:
                found.setdefault(source, []).append(checked)
        return {source: tuple(several) for source, several in found.items()}

    def on(self, quotation: Quotation) -> Checked | None:
        """The verdict on a quotation."""
        return self.verdicts.get((quotation.sources, quotation.sought))


UNQUOTED = Quotes()
"""What was found where nothing was looked for."""
